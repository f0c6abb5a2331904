"""Which page comes on which side of the paper, and where on it. Free of any printer."""

from collections.abc import Sequence
from dataclasses import dataclass

_NEARLY = 6.0
"""Points by which a page may be larger than the paper and still count as that size."""


def sides(
    pages: int,
    ranges: Sequence[tuple[int, int]],
    copies: int,
    *,
    is_duplex: bool,
    is_last_first: bool,
) -> list[int | None]:
    """Return the page on each side in the order of printing; None is an empty side.

    `ranges` count from 1 and include both ends; none means all pages. On both sides, each
    copy begins on a sheet of its own.
    """
    chosen = [
        page
        for first, last in ranges or [(1, pages)]
        for page in range(max(first, 1) - 1, min(last, pages))
    ]
    one: list[int | None] = list(chosen)
    if is_last_first:
        one.reverse()
    if is_duplex and len(one) % 2:
        one = [None, *one] if is_last_first else [*one, None]
    return one * max(copies, 1)


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a page stands on the paper, in dots; a turned one lies a quarter clockwise."""

    left: int
    top: int
    width: int
    height: int
    is_turned: bool


def place_page(
    page: tuple[float, float],
    paper: tuple[int, int],
    printable: tuple[int, int, int, int],
    dots_per_inch: int,
) -> Placing:
    """Place a page, with its size in points, on paper, with its sizes in dots.

    A page that lies is turned on paper that stands, and the other way round, so that both
    sides of a sheet turn the same way. It keeps its size when the paper has that size; a larger
    one is made smaller so that all of it is inside `printable` (left, top, width, height).
    """
    is_turned = (page[0] > page[1]) is not (paper[0] > paper[1]) and page[0] != page[1]
    points = (page[1], page[0]) if is_turned else page
    dots = dots_per_inch / 72
    spare = _NEARLY * dots
    if points[0] * dots <= paper[0] + spare and points[1] * dots <= paper[1] + spare:
        width, height = round(points[0] * dots), round(points[1] * dots)
        return Placing((paper[0] - width) // 2, (paper[1] - height) // 2, width, height, is_turned)
    left, top, most_across, most_down = printable
    scale = min(most_across / points[0], most_down / points[1])
    width, height = round(points[0] * scale), round(points[1] * scale)
    across, down = (most_across - width) // 2, (most_down - height) // 2
    return Placing(left + across, top + down, width, height, is_turned)
