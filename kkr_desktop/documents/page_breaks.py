"""Where a page may not end: below a heading that then heads nothing."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Iterable
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from kkr_desktop.documents.styles import TEXT_HEIGHT, TEXT_WIDTH
from kkr_desktop.documents.tagging.flowables import Paragraph, Table

_SHORT_PARAGRAPH = 3
_FEWEST_LINES = _FEWEST_ROWS = 2
_MOST_ROOM = TEXT_HEIGHT * 0.9


def keep_headings(story: Iterable[Flowable]) -> list[Flowable]:
    """Let no heading end a page: it stands above the beginning of what it heads.

    What stands above such a beginning says so in an attribute `opens`.
    """
    made = list(story)
    kept: list[Flowable] = []
    for place, flowable in enumerate(made):
        if _opens(flowable) and not (place and _opens(made[place - 1])):
            kept.append(CondPageBreak(_room_from(made, place)))
        kept.append(flowable)
    return kept


def height_of(flowables: Iterable[Flowable]) -> float:
    """Return how high flowables are below each other, in points."""
    return sum(
        _wrapped(flowable) + flowable.getSpaceBefore() + flowable.getSpaceAfter()
        for flowable in flowables
        if not isinstance(flowable, CondPageBreak)
    )


def _opens(flowable: Flowable) -> bool:
    return bool(getattr(flowable, "opens", False))


def _room_from(story: list[Flowable], place: int) -> float:
    end = place
    while end < len(story) and (_opens(story[end]) or isinstance(story[end], Spacer)):
        end += 1
    room = height_of(story[place:end])
    if end < len(story):
        room += _beginning_of(story[end])
    return min(room, _MOST_ROOM)


def _beginning_of(flowable: Flowable) -> float:
    """Return how much of a flowable must stand on a page where it begins, in points."""
    match flowable:
        case CondPageBreak():
            return flowable.height
        case Paragraph():
            leading: float = flowable.style.leading
            height = _wrapped(flowable)
            is_short = height <= (_SHORT_PARAGRAPH + 0.5) * leading
            return flowable.getSpaceBefore() + (height if is_short else _FEWEST_LINES * leading)
        case Table():
            _wrapped(flowable)
            return flowable.getSpaceBefore() + flowable.height_of_rows(_FEWEST_ROWS)
        case _:
            return flowable.getSpaceBefore() + _wrapped(flowable)


def _wrapped(flowable: Any) -> float:  # noqa: ANN401
    return flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]
