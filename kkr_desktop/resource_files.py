"""Where the shipped files are: fonts, icons, translations, reference data."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, as in `resource("fonts", "x.ttf")`.

    In a checkout the files lie beside the package, in an installed or frozen
    program inside it.
    """
    return _root().joinpath(*parts)


def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "kkr_desktop" / "resources"
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
