"""The folder that holds everything the secretariat has written."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from kkr_desktop.model.errors import DataFolderUnusable

ENVIRONMENT_VARIABLE = "KKR_DESKTOP_DATA_DIR"
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "davfs"}
_WINDOWS_REMOTE_DRIVE = 4  # DRIVE_REMOTE in winbase.h


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where the database, the stored files and the backups are."""

    path: Path

    @property
    def database(self) -> Path:
        """The database file."""
        return self.path / "kkr.db"

    @property
    def files(self) -> Path:
        """The content-addressed store of appendices and sent documents."""
        return self.path / "files"

    @property
    def backups(self) -> Path:
        """Dated copies of the database."""
        return self.path / "backups"


def chosen_data_folder(given: Path | None) -> DataFolder:
    """Return the folder to work in: given on the command line, by environment, or the usual one.

    The usual one is local to the PC (on Windows in the local AppData), never
    one that roams or is synchronised.
    """
    if given is not None:
        return DataFolder(given.expanduser().absolute())
    by_environment = os.environ.get(ENVIRONMENT_VARIABLE)
    if by_environment:
        return DataFolder(Path(by_environment).expanduser().absolute())
    from platformdirs import user_data_path

    return DataFolder(user_data_path("KKR Desktop", appauthor=False, roaming=False))


def prepare(folder: DataFolder) -> None:
    """Make the folder if it is not there.

    Raises DataFolderUnusable when it cannot be made or written, or lies on a
    network drive: SQLite's write-ahead log does not work over one.
    """
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise DataFolderUnusable(folder.path, "Der ligger en fil med det navn.") from None
    except OSError as error:
        raise DataFolderUnusable(
            folder.path,
            f"Mappen kan ikke oprettes ({error.strerror}). Vælg en anden med --data-dir.",
        ) from error
    if not os.access(folder.path, os.W_OK):
        raise DataFolderUnusable(
            folder.path, "Du har ikke lov til at skrive i den. Vælg en anden med --data-dir."
        )
    if is_on_network(folder.path):
        raise DataFolderUnusable(
            folder.path,
            "Den ligger på et netværksdrev, og der kan databasen gå i stykker. "
            "Vælg en mappe på denne pc med --data-dir.",
        )


def is_on_network(path: Path) -> bool:
    """Tell whether `path` lies on another computer."""
    if sys.platform == "win32":
        return _is_windows_network(path)
    return _linux_file_system(path) in _NETWORK_FILE_SYSTEMS


def _is_windows_network(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    resolved = path.resolve()
    if resolved.drive.startswith("\\\\"):
        return True
    return ctypes.windll.kernel32.GetDriveTypeW(f"{resolved.drive}\\") == _WINDOWS_REMOTE_DRIVE


def _linux_file_system(path: Path) -> str:
    """Return the type of the file system that `path` lies on, or nothing where unknown."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    resolved = path.resolve()
    best, kind = Path("/"), ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, file_system, *_ = line.split(" ")
        mount = Path(point.replace("\\040", " "))
        if resolved.is_relative_to(mount) and len(mount.parts) >= len(best.parts):
            best, kind = mount, file_system
    return kind
