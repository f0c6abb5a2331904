"""What kind a file is, by what it begins with and never by its name."""

import zipfile
from enum import StrEnum
from pathlib import Path

from kkr_desktop.documents.intake.report import Refusal


class FileKind(StrEnum):
    """The kinds of file that can become an appendix."""

    PDF = "pdf"
    PICTURE = "picture"
    OFFICE = "office"


_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")
_OFFICE_FOLDERS = {"word": ".docx", "xl": ".xlsx", "ppt": ".pptx"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: Path, suffix: str) -> FileKind:
    """Return the kind of a file whose name ends in `suffix`.

    Raises Refusal for what cannot become an appendix.
    """
    with path.open("rb") as stream:
        head = stream.read(1024)
    if not head:
        raise Refusal("er tom. Gem den igen fra det program, den kommer fra.")
    if b"%PDF-" in head:
        return FileKind.PDF
    if head.startswith(_PICTURES):
        return FileKind.PICTURE
    if office_suffix(path):
        return FileKind.OFFICE
    if head.startswith(_OLD_OFFICE):
        raise Refusal(
            "er et ældre eller adgangskodebeskyttet Office-dokument. Gem den som PDF, "
            "og tilføj PDF-filen."
        )
    named = suffix.casefold() in {".pdf", ".docx", ".xlsx", ".pptx"}
    other = "er hverken en PDF, et billede eller et Office-dokument"
    found = "er ikke det, navnet siger" if named else other
    raise Refusal(f"{found}. Gem den som PDF, og tilføj den så.")


def office_suffix(path: Path) -> str:
    """Return the suffix that an Office document should have; empty when it is none."""
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return ""
    if "[Content_Types].xml" not in names:
        return ""
    folders = {name.split("/")[0] for name in names}
    return next((_OFFICE_FOLDERS[name] for name in _OFFICE_FOLDERS if name in folders), "")
