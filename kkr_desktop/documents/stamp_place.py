"""Where the pack says on a page of others what it is: along an edge, never over what is there."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from typing import Any

from pikepdf import Array, Name

_FROM_SIDE = 34.0
_FROM_EDGE = 15.0
_FROM_TOP = 23.0
_STRIP = 22.0
_IN_STRIP = 9.0

Matrix = tuple[float, float, float, float, float, float]


def stamp_matrix(page: Any, edge: str) -> Matrix:  # noqa: ANN401
    """Return where the line's right end comes to stand, upright as the page is shown.

    Where no edge is free ("n"), the page is made longer by a strip at the bottom.
    """
    turned = int(page.get(Name.Rotate, 0)) % 360
    up = _FROM_EDGE
    if edge == "n":
        _lengthen(page, turned)
        up = _IN_STRIP
    left, bottom, right, top = _box(page)
    if edge == "t":
        up = (right - left if turned in {90, 270} else top - bottom) - _FROM_TOP
    unit = 1 / float(page.get(Name.UserUnit, 1))
    side, up = _FROM_SIDE * unit, up * unit if edge != "t" else up
    matrices: dict[int, Matrix] = {
        0: (unit, 0, 0, unit, right - side, bottom + up),
        90: (0, unit, -unit, 0, right - up, top - side),
        180: (-unit, 0, 0, -unit, left + side, top - up),
        270: (0, -unit, unit, 0, left + up, bottom + side),
    }
    return matrices.get(turned, matrices[0])


def _box(page: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    """Return the edges of what is shown of a page."""
    media = _edges(page.MediaBox)
    crop = _edges(page.get(Name.CropBox, page.MediaBox))
    return (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )


def _edges(box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    first, second, third, fourth = (float(edge) for edge in box)
    return min(first, third), min(second, fourth), max(first, third), max(second, fourth)


def _lengthen(page: Any, turned: int) -> None:  # noqa: ANN401
    left, bottom, right, top = _box(page)
    longer = _STRIP / float(page.get(Name.UserUnit, 1))
    if turned == 90:
        right += longer
    elif turned == 180:
        top += longer
    elif turned == 270:
        left -= longer
    else:
        bottom -= longer
    box = Array([round(edge, 3) for edge in (left, bottom, right, top)])
    page.MediaBox = box
    for name in (Name.CropBox, Name.TrimBox, Name.BleedBox, Name.ArtBox):
        if name in page:
            page[name] = box


def side_matrix(page: Any, length: float) -> Matrix:  # noqa: ANN401
    """Return where a line of so many points stands along the left edge, read from below.

    It is in the middle of the edge of the page as it is shown.
    """
    turned = int(page.get(Name.Rotate, 0)) % 360
    left, bottom, right, top = _box(page)
    unit = 1 / float(page.get(Name.UserUnit, 1))
    half, edge = length / 2 * unit, _FROM_EDGE * unit
    across, up = (left + right) / 2, (bottom + top) / 2
    matrices: dict[int, Matrix] = {
        0: (0, unit, -unit, 0, left + edge, up - half),
        90: (-unit, 0, 0, -unit, across + half, bottom + edge),
        180: (0, -unit, unit, 0, right - edge, up + half),
        270: (unit, 0, 0, unit, across - half, top - edge),
    }
    return matrices.get(turned, matrices[0])
