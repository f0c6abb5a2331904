"""Tells which appendices a screen reader can read."""

from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from kkr_desktop.services.agenda_outline import AppendixRow, appendix_rows
from kkr_desktop.storage.file_store import FileStore


def is_tagged(path: Path) -> bool:
    """Tell whether a PDF says in which order it is read and what is what (ISO 32000-1, 14.8)."""
    import pikepdf

    try:
        with pikepdf.open(path) as document:
            catalog: Any = document.Root
            if "/MarkInfo" not in catalog or "/StructTreeRoot" not in catalog:
                return False
            return bool(catalog.MarkInfo.get("/Marked", False))
    except (pikepdf.PdfError, OSError):
        # A damaged file in the store is for `services.health` to tell.
        return False


def untagged_appendices(
    session: Session, files: FileStore, items: list[int]
) -> dict[int, tuple[AppendixRow, ...]]:
    """Return those appendices of items that no screen reader can follow, by item."""
    known: dict[str, bool] = {}
    found: dict[int, tuple[AppendixRow, ...]] = {}
    for item_id, rows in appendix_rows(session, items).items():
        for row in rows:
            if row.sha256 not in known:
                known[row.sha256] = is_tagged(files.path_of(row.sha256))
        untagged = tuple(row for row in rows if not known[row.sha256])
        if untagged:
            found[item_id] = untagged
    return found
