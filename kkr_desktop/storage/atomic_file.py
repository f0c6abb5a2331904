"""Files that are either the old one or the complete new one, never half-written."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kkr_desktop.model.errors import DiskFull, FileProblem


def write_complete(path: Path, data: bytes) -> None:
    """Write `data` to `path`, replacing an existing file only when all is on disk.

    Raises FileProblem or DiskFull, with the existing file left as it was.
    """
    _replace(path, lambda stream: stream.write(data))


def copy_complete(source: Path, path: Path) -> None:
    """Do the same with what is in a file, without holding it in memory."""
    with source.open("rb") as read_from:
        _replace(path, lambda stream: shutil.copyfileobj(read_from, stream, 1 << 20))


def make_folder(folder: Path) -> None:
    """Make a folder, and those that it lies in, if there is none. Raises FileProblem."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem(folder, "kan ikke laves som mappe. Vælg et andet sted.") from error


def _replace(path: Path, write: Callable[[BinaryIO], object]) -> None:
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with temporary.open("xb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _problem(path, error) from error


def _problem(path: Path, error: OSError) -> FileProblem | DiskFull:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull()
    if error.errno in {errno.ENAMETOOLONG, errno.EINVAL}:
        return FileProblem(path, "kan ikke skrives: Filnavnet er for langt eller ugyldigt.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileProblem(
            path, f"kan ikke skrives: Mappen »{path.parent}« findes ikke. Vælg en anden mappe."
        )
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return FileProblem(path, "kan ikke skrives: Det er en mappe. Vælg et filnavn.")
    if isinstance(error, PermissionError):
        return FileProblem(
            path,
            "kan ikke skrives: Den er åben i et andet program, eller du har ikke lov til at "
            "skrive i mappen. Luk filen, eller vælg en anden mappe.",
        )
    return FileProblem(path, f"kan ikke skrives: {error.strerror}. Prøv en anden mappe.")
