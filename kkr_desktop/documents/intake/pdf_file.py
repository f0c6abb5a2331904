"""Reads a PDF of others, mends it, and writes a copy without anything that can do harm."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import shutil
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name

from kkr_desktop.documents.intake.active_content import take_out
from kkr_desktop.documents.intake.free_edges import free_edges
from kkr_desktop.documents.intake.report import Refusal, Report
from kkr_desktop.documents.pdf_saving import tell_size

MOST_PAGES = 5000
_REPAIRED = "Filen var beskadiget og er repareret. Se siderne igennem."
_UNLOCKED = "Siderne er uden den oprindelige fils adgangskode."
_UNTAGGED = "Bilaget er ikke opmærket, så en skærmlæser kan ikke følge det."
_BROKEN = "er beskadiget. Gem den igen fra det program, den kommer fra."
_SMALLEST, _LARGEST, _A3 = 72.0, 14_400.0, 860.0


def take_in_pdf(source: Path, target: Path, password: str = "") -> Report:
    """Write the pages of a PDF to `target`, and tell about them. Raises Refusal."""
    try:
        with pikepdf.open(source, password=password, suppress_warnings=True) as document:
            return _take_in(document, source, target)
    except pikepdf.PasswordError as error:
        raise Refusal(
            "er beskyttet med adgangskode. Gem den uden adgangskode, og tilføj den så.",
            is_locked=True,
        ) from error
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, KeyError) as error:
        raise Refusal(_BROKEN) from error
    except (TypeError, AttributeError) as error:
        # Objects of another kind than the standard asks for in their place.
        raise Refusal(_BROKEN) from error


def _take_in(document: pikepdf.Pdf, source: Path, target: Path) -> Report:
    pages = len(document.pages)
    if not 0 < pages <= MOST_PAGES:
        raise Refusal(f"har {pages} sider. Et bilag har mellem 1 og {MOST_PAGES}.")
    notes = _page_notes(document)
    changes = take_out(document)
    if document.get_warnings():
        changes.add(_REPAIRED)
    if document.is_encrypted:
        changes.add(_UNLOCKED)
    if changes:
        _write(document, target, pages)
    else:
        shutil.copyfile(source, target)
    is_tagged = tagged(document)
    if not is_tagged:
        notes.append(_UNTAGGED)
    return Report(
        pages=pages,
        notes=(*sorted(changes), *notes),
        is_tagged=is_tagged,
        free_edges=free_edges(target, pages),
        is_unchanged=not changes,
    )


def _write(document: pikepdf.Pdf, target: Path, pages: int) -> None:
    """Write a document in the smallest way in which it can be read again. Raises Refusal."""
    document.remove_unreferenced_resources()
    tell_size(document)
    for mode in (pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable):
        document.save(target, encryption=False, deterministic_id=True, object_stream_mode=mode)
        if _can_be_read(target, pages):
            return
    raise Refusal(_BROKEN)


def _can_be_read(path: Path, pages: int) -> bool:
    """Tell whether a file that was written is whole: a damaged one may be mended in part only."""
    try:
        with pikepdf.open(path) as written:
            return len(written.pages) == pages
    except pikepdf.PdfError:
        return False


def tagged(document: pikepdf.Pdf) -> bool:
    """Tell whether a PDF says in which order it is read and what is what (ISO 32000-1, 14.8)."""
    catalog: Any = document.Root
    if Name.MarkInfo not in catalog or Name.StructTreeRoot not in catalog:
        return False
    return bool(catalog.MarkInfo.get(Name.Marked, False))


def _page_notes(document: pikepdf.Pdf) -> list[str]:
    """Tell of the pages' sizes. Raises Refusal for an impossible one."""
    large = lying = 0
    for page in document.pages:
        width, height = _size(page)
        large += max(width, height) > _A3
        lying += (width > height) is (int(page.obj.get(Name.Rotate, 0)) % 180 == 0)
    notes: list[str] = []
    if lying:
        notes.append("1 liggende side." if lying == 1 else f"{lying} liggende sider.")
    if large:
        sides = "1 side" if large == 1 else f"{large} sider"
        notes.append(f"{sides} er større end A4.")
    return notes


def _size(page: pikepdf.Page) -> tuple[float, float]:
    try:
        left, bottom, right, top = (float(edge) for edge in page.cropbox)  # pyright: ignore[reportArgumentType]
    except (ValueError, TypeError, AttributeError, pikepdf.PdfError):
        left = bottom = right = top = 0.0
    width, height = abs(right - left), abs(top - bottom)
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        raise Refusal(
            "har en side af en størrelse, som ikke kan vises. Udskriv den til PDF i A4, "
            "og tilføj den udskrevne."
        )
    return width, height
