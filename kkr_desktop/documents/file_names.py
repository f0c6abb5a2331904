"""File names that every PC can store, and sizes that people can read."""

import re

_RESERVED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{name}{n}" for name in ("com", "lpt") for n in range(10)
}
_LONGEST = 120


def pdf_file_name(title: str) -> str:
    """Return the file name of a PDF titled `title`."""
    return file_name(title, ".pdf")


def file_name(title: str, ending: str) -> str:
    """Return a file name for what is titled `title`; `ending` as in ".pdf".

    Letters stay as they are, æøå included. What Windows refuses (reserved
    characters, device names, blanks and dots at the ends) is replaced.
    """
    words = " ".join(_RESERVED.sub(" ", title).split())
    stem = words[:_LONGEST].strip(" .")
    if not stem or stem.split(".")[0].casefold() in _DEVICES:
        stem = f"Dokument {stem}".strip()
    return f"{stem}{ending}"


def file_size(size: int) -> str:
    """Return a size in bytes as people read it, for example "210 KB" or "1,4 MB"."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
