"""Lays the pages of a PDF out two by two on A4 sheets that are folded in the middle."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from pathlib import Path

import pikepdf
from pikepdf import Name, Rectangle

from kkr_desktop.documents.pdf_saving import save

_WIDTH, _HEIGHT = 841.89, 595.276
_EDGE = 6.0


def booklet_order(pages: int) -> list[tuple[int | None, int | None]]:
    """Return which pages stand left and right on each side of the sheets; None is empty.

    Printed on both sides and turned on the short edge, the sheets are folded once.
    """
    whole = -(-pages // 4) * 4
    sides: list[tuple[int | None, int | None]] = []
    for sheet in range(whole // 4):
        outer, inner = 2 * sheet, 2 * sheet + 1
        sides.append((_page(whole - 1 - outer, pages), _page(outer, pages)))
        sides.append((_page(inner, pages), _page(whole - 1 - inner, pages)))
    return sides


def _page(number: int, pages: int) -> int | None:
    return number if number < pages else None


def write_booklet(source: Path, target: Path) -> int:
    """Write the pages of a PDF as a booklet for printing, and return its number of sides."""
    middle = _WIDTH / 2
    halves = (
        Rectangle(_EDGE, _EDGE, middle - _EDGE, _HEIGHT - _EDGE),
        Rectangle(middle + _EDGE, _EDGE, _WIDTH - _EDGE, _HEIGHT - _EDGE),
    )
    with pikepdf.open(source) as document, pikepdf.new() as made:
        order = booklet_order(len(document.pages))
        for side in order:
            made.add_blank_page(page_size=(_WIDTH, _HEIGHT))
            sheet = made.pages[-1]
            for number, half in zip(side, halves, strict=True):
                if number is not None:
                    page = document.pages[number]
                    form = made.copy_foreign(page.as_form_xobject())
                    name = sheet.add_resource(form, Name.XObject)
                    code = sheet.calc_form_xobject_placement(
                        form, name, half, allow_shrink=True, allow_expand=False
                    )
                    sheet.contents_add(code)
        with document.open_metadata() as told, made.open_metadata() as own:
            own["dc:title"] = str(told.get("dc:title", ""))
        save(made, target)
        return len(order)
