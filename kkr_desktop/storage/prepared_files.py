"""What took work to make and can be made again, kept so that it need not be made twice.

A file is kept by a key that names all that it was made from, and ends with a comment that holds
the hash of what is before it. One that is not whole is thrown away and made anew: nothing is
lost with any of them, or with the whole folder.
"""

import hashlib
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

LARGEST_BYTES = 1_000_000_000
"""How much is kept before what was not used for longest goes."""

_IN_USE_SECONDS = 3600.0
_KEPT_SECONDS = 90 * 24 * 3600.0
_PIECE = 1 << 20
_HASH_BYTES = 32
_MARK = b"\n%kkr "
_END_BYTES = len(_MARK) + 2 * _HASH_BYTES + 1
_PART = ".part"


class PreparedFiles:
    """A folder of files by key. Any thread or process may use it; none waits for another."""

    def __init__(self, folder: Path, largest: int = LARGEST_BYTES) -> None:
        self._folder = folder
        self._largest = largest

    def find(self, key: str) -> Path | None:
        """Return the file of a key when it is there and whole.

        It stays for an hour at least. PDF readers pass over the comment at its end.
        """
        path = self._folder / key
        try:
            if not _is_whole(path):
                path.unlink()
                return None
            path.touch()
        except OSError:
            return None
        return path

    def read(self, key: str) -> bytes | None:
        """Return what was kept under a key when it is there and whole."""
        path = self.find(key)
        try:
            return path.read_bytes()[:-_END_BYTES] if path is not None else None
        except OSError:
            return None

    def keep(self, key: str, made: Path) -> Path:
        """Keep what was made, and return where it is now; where it was, if there is no room."""
        path = self._folder / key
        partial = path.with_name(f"{key}.{secrets.token_hex(4)}{_PART}")
        try:
            self._folder.mkdir(exist_ok=True)
            shutil.copyfile(made, partial)
            with partial.open("r+b") as stream:
                found = _hash(stream, made.stat().st_size)
                stream.seek(0, 2)
                stream.write(_MARK + found.encode("ascii") + b"\n")
            partial.replace(path)
        except OSError:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            return made
        return path

    def sweep(self) -> None:
        """Throw away what is too old, and what was not used for longest when there is too much."""
        now = time.time()
        kept = 0
        for found in sorted(self._all(), key=lambda found: found.used, reverse=True):
            kept += found.size
            unused = now - found.used
            is_over = found.is_partial or unused > _KEPT_SECONDS or kept > self._largest
            if is_over and unused > _IN_USE_SECONDS:
                kept -= found.size
                # On Windows a file that is open stays; the next sweep finds it.
                with suppress(OSError):
                    found.path.unlink()

    def _all(self) -> "Iterator[_Kept]":
        try:
            paths = list(self._folder.iterdir())
        except OSError:
            return
        for path in paths:
            with suppress(OSError):
                told = path.stat()
                yield _Kept(path, told.st_size, told.st_mtime, path.suffix == _PART)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file of the folder, and when it was used last."""

    path: Path
    size: int
    used: float
    is_partial: bool


def _is_whole(path: Path) -> bool:
    size = path.stat().st_size - _END_BYTES
    if size < 0:
        return False
    with path.open("rb") as stream:
        found = _hash(stream, size)
        return stream.read() == _MARK + found.encode("ascii") + b"\n"


def _hash(stream: BinaryIO, size: int) -> str:
    """Return the hash of the next so many bytes."""
    found = hashlib.blake2b(digest_size=_HASH_BYTES)
    while size > 0 and (piece := stream.read(min(size, _PIECE))):
        found.update(piece)
        size -= len(piece)
    return found.hexdigest()
