"""The year wheel tells every meeting in its place, and no label covers another."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.wheel_labels import spread
from kkr_desktop.documents.wheel_shapes import Anchor, Label, Sector, Shape, on_circle
from kkr_desktop.documents.year_content import (
    Period,
    PeriodKind,
    YearContent,
    YearMeeting,
    YearRing,
)
from kkr_desktop.documents.year_wheel import year_wheel

BODIES = ("KKR Hovedstaden", "KKR Sjælland", "KKR Syddanmark", "KKR Midtjylland", "KKR Nordjylland")
SIZE = (1200.0, 700.0)


def measure(text: str, size: float, is_strong: bool) -> float:  # noqa: FBT001
    return len(text) * size * (0.6 if is_strong else 0.5)


def year(
    year: int, days: Sequence[date], periods: Sequence[Period] = (), *, bodies: int = 5
) -> YearContent:
    return YearContent(
        document_uid="uid",
        dated=datetime(year, 1, 1, tzinfo=UTC),
        year=year,
        author="KKR",
        body_names=BODIES[:bodies],
        rings=tuple(YearRing(name, place) for place, name in enumerate(BODIES[:bodies])),
        meetings=tuple(
            YearMeeting(
                place % bodies,
                place % bodies,
                BODIES[place % bodies],
                BODIES[place % bodies].removeprefix("KKR "),
                day,
                time(9, 30),
                time(12),
                "Rådhuset",
                place // bodies % 5 + 1,
                day - timedelta(days=7),
            )
            for place, day in enumerate(days)
        ),
        periods=tuple(periods),
    )


def labels(shapes: Sequence[Shape]) -> list[Label]:
    return [shape for shape in shapes if isinstance(shape, Label)]


def box(label: Label) -> tuple[float, float, float, float]:
    width = measure(label.text, label.size, label.is_strong)
    left = {Anchor.LEFT: 0.0, Anchor.MIDDLE: -width / 2, Anchor.RIGHT: -width}[label.anchor]
    x, y = label.point
    return x + left, y - label.size / 2, x + left + width, y + label.size / 2


@pytest.mark.parametrize("number", [2026, 2027, 2028])
def test_every_week_stands_there_once_also_week_53(number: int) -> None:
    weeks = [label.text for label in labels(year_wheel(year(number, []), *SIZE, measure))]
    for week in range(1, 53):
        assert weeks.count(str(week)) == 1, week
    assert weeks.count("53") == (1 if number in {2026, 2027} else 0)


def test_a_quarter_of_the_year_is_a_quarter_of_the_circle() -> None:
    spring = Period(PeriodKind.EVENT, "Kvartal", date(2026, 4, 2), date(2026, 7, 2))
    shapes = year_wheel(year(2026, [], [spring]), *SIZE, measure)
    (sector,) = [shape for shape in shapes if isinstance(shape, Sector) and shape.ink == "event"]
    assert sector.begins == pytest.approx(90, abs=0.6)
    assert sector.ends == pytest.approx(180, abs=1)


def test_a_point_on_the_circle_goes_clockwise_from_the_top() -> None:
    for angle, point in ((0, (0, -1)), (90, (1, 0)), (180, (0, 1)), (270, (-1, 0))):
        assert on_circle((0, 0), 1, angle) == pytest.approx(point, abs=1e-9)


@settings(max_examples=60)
@given(
    days=st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=60),
    width=st.floats(300, 2000),
    height=st.floats(200, 1200),
)
def test_no_label_beside_the_wheel_covers_another_or_leaves_the_drawing(
    days: list[date], width: float, height: float
) -> None:
    shapes = year_wheel(year(2026, sorted(days)), width, height, measure)
    beside = [label for label in labels(shapes) if label.text.split(".")[0].isdigit()]
    notes = [box(label) for label in beside if label.is_strong and "runde" not in label.text]
    for place, one in enumerate(notes):
        assert -1e-6 <= one[1] <= one[3] <= height + 1e-6
        for other in notes[:place]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] + 1e-6 or other[3] <= one[1] + 1e-6


@given(st.lists(st.floats(0, 500), max_size=40), st.floats(1, 12))
def test_heights_keep_their_order_and_distance(heights: list[float], gap: float) -> None:
    spread_out = spread(sorted(heights), gap, 0, 500)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(spread_out))
    assert all(-1e-6 <= height <= 500 + 1e-6 for height in spread_out)


def test_a_cancelled_meeting_is_in_no_label() -> None:
    content = year(2026, [date(2026, 3, 5)], bodies=1)
    (meeting,) = content.meetings
    told = labels(year_wheel(content, *SIZE, measure))
    assert "5. mar." in [label.text for label in told]
    gone = replace(content, meetings=(replace(meeting, is_cancelled=True),))
    told = labels(year_wheel(gone, *SIZE, measure))
    assert "5. mar." not in [label.text for label in told]


def test_the_middle_has_room_for_every_ring_and_touches_none() -> None:
    names = ("Hovedstaden", "Kommunaldirektørkredse", "Formandskaber", "KL-møder")
    for count in (1, 5, 9):
        rings = tuple(YearRing(names[place % 4], place) for place in range(count))
        content = replace(year(2027, []), rings=rings)
        width, height = SIZE
        told = [one for one in labels(year_wheel(content, *SIZE, measure)) if one.text in names]
        assert len(told) == count
        innermost = 0.4 * height / 2.08
        for left, top, right, bottom in map(box, told):
            for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)):
                assert (x - width / 2) ** 2 + (y - height / 2) ** 2 < innermost**2


def test_the_meetings_of_forums_are_named_all_or_not_at_all() -> None:
    forum = [date(2027, 1, 4) + timedelta(days=2 * place) for place in range(60)]
    content = year(2027, [*forum, date(2027, 6, 22)], bodies=1)
    *first, council = content.meetings
    forums = tuple(replace(one, short_name="K29", is_of_forum=True) for one in first)
    crowded = replace(content, meetings=(*forums, council))
    told = [one.text for one in labels(year_wheel(crowded, *SIZE, measure))]
    assert "K29" not in told
    assert "22. juni" in told
    roomy = replace(content, meetings=(*forums[:10], council))
    told = [one.text for one in labels(year_wheel(roomy, *SIZE, measure))]
    assert told.count("K29") == 10


def test_letters_are_legible_in_a_small_window_as_far_as_there_is_room() -> None:
    days = [date(2027, 2, 10), date(2027, 4, 21), date(2027, 6, 23), date(2027, 9, 8)]
    small, legible = (938.0, 374.0), 10.0
    told = labels(year_wheel(year(2027, days, bodies=1), *small, measure, legible))
    weeks = {str(number) for number in range(1, 54)}
    assert all(one.size >= legible for one in told if one.text not in weeks)
    assert all(one.size > legible * 0.75 for one in told if one.text in weeks)
    crowd = [date(2027, 1, 4) + timedelta(days=3 * place) for place in range(100)]
    told = labels(year_wheel(year(2027, crowd), *small, measure, legible))
    beside = sorted(box(one) for one in told if one.anchor is Anchor.LEFT and "." in one.text)
    assert 20 < len(beside) < 50
    assert all(
        one[3] <= other[1] + 1e-9 for one, other in pairwise(sorted(beside, key=lambda b: b[1]))
    )
