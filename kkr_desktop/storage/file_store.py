"""The content-addressed store: a file's name is the SHA-256 of what is in it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kkr_desktop.model.errors import FileProblem
from kkr_desktop.storage.atomic_file import copy_complete, write_complete


@dataclass(frozen=True, slots=True)
class FileAddress:
    """Where a file is found again, and how many bytes it has."""

    sha256: str
    size: int


class FileStore:
    """Files that are written once and never changed in place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> FileAddress:
        """Keep `data`; it is on disk when this returns. The same bytes are kept once."""
        address = FileAddress(hashlib.sha256(data).hexdigest(), len(data))
        path = self.path_of(address.sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_complete(path, data)
        return address

    def put_file(self, source: Path) -> FileAddress:
        """Keep a file, however large, without holding it in memory."""
        with source.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        path = self.path_of(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            copy_complete(source, path)
        return FileAddress(sha256, source.stat().st_size)

    def path_of(self, sha256: str) -> Path:
        """Return where the file with this hash is, or would be."""
        return self._folder / sha256[:2] / sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a file.

        Raises FileProblem when it is gone or is no longer what was stored.
        """
        path = self.path_of(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise FileProblem(path, "mangler i arkivet. Hent den fra en sikkerhedskopi.") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise FileProblem(path, "er ændret eller beskadiget. Hent den fra en sikkerhedskopi.")
        return data

    def damaged(self, expected: Iterable[str]) -> Iterator[FileProblem]:
        """Yield a problem for each expected file that is missing or changed."""
        for sha256 in expected:
            try:
                self.read(sha256)
            except FileProblem as problem:
                yield problem
