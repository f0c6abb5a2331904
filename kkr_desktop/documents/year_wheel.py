"""The year wheel (årshjul): one geometry for the screen and for paper, free of both.

From the outside in: months, ISO weeks, holidays and events, the rounds, and a
ring for each body with its meetings and the days on which agendas go out.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from kkr_desktop.documents.wheel_labels import SMALLEST, Measure, Note, set_notes, shortened
from kkr_desktop.documents.wheel_shapes import (
    Anchor,
    Dot,
    Ink,
    Label,
    Line,
    Point,
    Ring,
    Sector,
    Shape,
    ink_of_body,
    on_circle,
    upright,
)
from kkr_desktop.documents.year_content import (
    PeriodKind,
    YearContent,
    YearMeeting,
    short_date,
)
from kkr_desktop.model.dates import MONTHS, iso_week

_MONTHS_IN, _WEEKS_IN, _PERIODS_IN, _ROUNDS_IN, _BODIES_IN = 0.905, 0.85, 0.80, 0.725, 0.40
_MIDDLE_HEIGHT, _MIDDLE_WIDTH = 0.64, 0.52
"""How much room there is inside the rings, as shares of the radius."""
_LETTERS = 0.041
"""How high letters are, as a share of the radius."""
_NOTE_LENGTH, _LEAST_SHARE = 19, 0.75
"""How long a note is in sizes of its letters, and how much of the wheel has to stay."""
_LETTERS_IN_RING = 0.8
"""How much of the width of a ring its letters may take."""
_YEAR, _LEADING = 3.4, 1.35
"""How high the year and the lines below it are, in sizes of their letters."""
_INK_OF_PERIOD = {
    PeriodKind.HOLIDAY: Ink.HOLIDAY,
    PeriodKind.SCHOOL_HOLIDAY: Ink.SCHOOL_HOLIDAY,
    PeriodKind.EVENT: Ink.EVENT,
}
_GROUND_OF_PERIOD = {PeriodKind.SCHOOL_HOLIDAY: Ink.SCHOOL_HOLIDAY_GROUND}


def year_wheel(
    content: YearContent, width: float, height: float, measure: Measure, legible: float = 0
) -> tuple[Shape, ...]:
    """Return the shapes of a year's wheel in a room, each drawn upon those before it.

    In a small room letters are `legible` high all the same, as far as there is room for them.
    """
    return tuple(_Wheel(content, width, height, measure, legible).shapes())


def _radius(width: float, height: float, legible: float) -> float:
    """Return the largest radius that leaves room for the notes on both sides.

    Where these are larger than the wheel asks for, it gives them a part of its own room.
    """
    radius = max(min(height / 2.08, width / 3.55), 1.0)
    if legible <= radius * _LETTERS:
        return radius
    beside_notes = width / 2 - _NOTE_LENGTH * legible
    return min(radius, max(beside_notes, radius * _LEAST_SHARE))


class _Wheel:
    def __init__(
        self,
        content: YearContent,
        width: float,
        height: float,
        measure: Measure,
        legible: float,
    ) -> None:
        self._content = content
        self._room = width, height
        self._measure = measure
        self._centre: Point = (width / 2, height / 2)
        self._radius = _radius(width, height, legible)
        self._size = self._radius * _LETTERS
        self._legible = legible

    def shapes(self) -> Iterator[Shape]:
        yield from self._months()
        yield from self._weeks()
        yield from self._periods()
        yield from self._rounds()
        yield from self._bodies()
        yield from self._middle()
        yield from set_notes(
            list(self._notes()),
            self._centre,
            self._radius,
            self._size,
            self._room,
            self._measure,
            self._legible,
        )

    def _letters(self, share: float, ring: float) -> float:
        """Return how high letters are: a share of the usual size, legible if the ring is so wide.

        `ring` is how wide it is, as a share of the radius.
        """
        most = self._radius * ring * _LETTERS_IN_RING
        return max(self._size * share, min(self._legible, most))

    def _angle(self, day: date) -> float:
        """Return where a day begins."""
        first = date(self._content.year, 1, 1)
        days = (date(self._content.year + 1, 1, 1) - first).days
        return 360 * (day - first).days / days

    def _middle_of(self, day: date) -> float:
        return (self._angle(day) + self._angle(day + timedelta(days=1))) / 2

    def _sector(self, inner: float, outer: float, first: date, last: date, ink: Ink) -> Sector:
        """Return the part of a ring that days take, both inside; radii are shares of the whole."""
        begins = max(self._angle(first), 0.0)
        ends = min(self._angle(last + timedelta(days=1)), 360.0)
        return Sector(self._centre, self._radius * inner, self._radius * outer, begins, ends, ink)

    def _along(self, text: str, share: float, angle: float, size: float, ink: Ink) -> Label:
        """Return a text along the circle."""
        point = on_circle(self._centre, self._radius * share, angle)
        return Label(text, point, size, ink, Anchor.MIDDLE, upright(angle), is_strong=True)

    def _months(self) -> Iterator[Shape]:
        year = self._content.year
        for month in range(1, 13):
            first = date(year, month, 1)
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            ink = Ink.BAND if month % 2 else Ink.BAND_OTHER
            yield self._sector(_MONTHS_IN, 1, first, last, ink)
            middle = (self._angle(first) + self._angle(last)) / 2
            name = MONTHS[month - 1].capitalize()
            size = self._letters(1.05, 1 - _MONTHS_IN)
            yield self._along(name, (_MONTHS_IN + 1) / 2, middle, size, Ink.TEXT)

    def _weeks(self) -> Iterator[Shape]:
        year, size = self._content.year, self._letters(0.62, _MONTHS_IN - _WEEKS_IN)
        monday = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
        while monday.year <= year:
            begins, ends = max(self._angle(monday), 0), min(self._angle(monday) + 6.905, 360)
            if begins:
                yield self._spoke(begins, _WEEKS_IN, _MONTHS_IN)
            if ends - begins > 2.5:
                week = str(iso_week(max(monday, date(year, 1, 1))))
                middle = (begins + ends) / 2
                point = on_circle(self._centre, self._radius * (_WEEKS_IN + _MONTHS_IN) / 2, middle)
                yield Label(week, point, size, Ink.QUIET, Anchor.MIDDLE, upright(middle))
            monday += timedelta(days=7)
        for share in (_WEEKS_IN, _PERIODS_IN):
            yield Ring(self._centre, self._radius * share, self._size * 0.05, Ink.RULE)

    def _spoke(self, angle: float, inner: float, outer: float) -> Line:
        ends = (
            on_circle(self._centre, self._radius * inner, angle),
            on_circle(self._centre, self._radius * outer, angle),
        )
        return Line(ends, self._size * 0.05, Ink.RULE)

    def _periods(self) -> Iterator[Shape]:
        """Mark the days: school holidays all through the ring, events and holidays in a half."""
        middle = (_PERIODS_IN + _WEEKS_IN) / 2
        edges = {
            PeriodKind.SCHOOL_HOLIDAY: (_PERIODS_IN, _WEEKS_IN),
            PeriodKind.EVENT: (_PERIODS_IN, middle),
            PeriodKind.HOLIDAY: (middle, _WEEKS_IN),
        }
        for kind, (inner, outer) in edges.items():
            for period in self._content.periods:
                if period.kind is kind:
                    ink = _GROUND_OF_PERIOD.get(kind, _INK_OF_PERIOD[kind])
                    yield self._sector(inner, outer, period.first, period.last, ink)

    def _rounds(self) -> Iterator[Shape]:
        rounds: dict[int, list[YearMeeting]] = defaultdict(list)
        for meeting in self._content.meetings:
            is_counted = not (meeting.is_of_forum or meeting.is_cancelled)
            if meeting.round_number is not None and is_counted:
                rounds[meeting.round_number].append(meeting)
        for number, meetings in sorted(rounds.items()):
            first = min(meeting.dispatch_on for meeting in meetings)
            last = max(meeting.day for meeting in meetings)
            yield self._sector(_BODIES_IN, _PERIODS_IN, first, last, Ink.ROUND)
            middle = (self._angle(first) + self._angle(last + timedelta(days=1))) / 2
            share = (_ROUNDS_IN + _PERIODS_IN) / 2
            size = self._letters(0.8, _PERIODS_IN - _ROUNDS_IN)
            yield self._along(f"{number}. runde", share, middle, size, Ink.TEXT)

    def _step(self) -> float:
        """Return how far apart the rings of the bodies are."""
        return (_ROUNDS_IN - _BODIES_IN) / max(len(self._content.rings), 1)

    def _share_of(self, ring: int) -> float:
        """Return how far out a ring is."""
        return _ROUNDS_IN - self._step() * (ring + 0.5)

    def _bodies(self) -> Iterator[Shape]:
        big = min(self._radius * self._step() * 0.36, self._size * 0.75)
        for place in range(len(self._content.rings)):
            radius = self._radius * self._share_of(place)
            yield Ring(self._centre, radius, self._size * 0.07, Ink.RULE)
        for meeting in self._content.meetings:
            yield from self._meeting(meeting, big)

    def _meeting(self, meeting: YearMeeting, big: float) -> Iterator[Shape]:
        """Draw the way from the dispatch to the meeting."""
        radius, ink = self._radius * self._share_of(meeting.ring), ink_of_body(meeting.colour)
        day = self._middle_of(meeting.day)
        point = on_circle(self._centre, radius, day)
        if meeting.is_cancelled:
            yield Dot(point, big * 0.8, Ink.QUIET, is_hollow=True)
            return
        dispatch = max(self._middle_of(meeting.dispatch_on), 0.0)
        half = big * 0.16
        yield Sector(self._centre, radius - half, radius + half, dispatch, day, ink)
        yield Dot(on_circle(self._centre, radius, dispatch), big * 0.5, ink, is_hollow=True)
        yield Dot(point, big, ink)

    def _middle(self) -> Iterator[Shape]:
        """Write the year, and below it whose rings these are, the outermost first."""
        x, y = self._centre
        rings = self._content.rings
        lines = _YEAR + _LEADING * len(rings)
        room, legible = self._radius * _MIDDLE_WIDTH, self._legible
        widest = max((self._measure(ring.name, legible, False) for ring in rings), default=0.0)
        if widest > room:
            legible *= max(room / widest, SMALLEST)
        size = min(max(self._size, legible), self._radius * _MIDDLE_HEIGHT / lines)
        top = y - size * lines / 2
        yield Label(
            str(self._content.year), (x, top + size * 1.4), size * _YEAR, Ink.TEXT, is_strong=True
        )
        names = [shortened(ring.name, room, size, self._measure) for ring in rings]
        left = x - max((self._measure(name, size, False) for name in names), default=0.0) / 2
        for place, (ring, name) in enumerate(zip(rings, names, strict=True)):
            height = top + size * (_YEAR + 0.6 + _LEADING * place)
            ink = Ink.QUIET if ring.colour is None else ink_of_body(ring.colour)
            is_shared = ring.colour is None
            yield Dot((left - size * 0.1, height), size * 0.34, ink, is_hollow=is_shared)
            yield Label(name, (left + size * 0.55, height), size, Ink.TEXT, Anchor.LEFT)

    def _notes(self) -> Iterator[Note]:
        by_day: dict[date, list[YearMeeting]] = defaultdict(list)
        for meeting in self._content.meetings:
            if not meeting.is_cancelled:
                by_day[meeting.day].append(meeting)
        for day, meetings in by_day.items():
            names = ", ".join(dict.fromkeys(one.short_name for one in meetings))
            weight = 0 if all(one.is_of_forum for one in meetings) else 3
            ink = ink_of_body(meetings[0].colour)
            yield Note(self._middle_of(day), short_date(day), names, ink, weight)
        for period in self._content.periods:
            weight = 2 if period.kind is PeriodKind.EVENT else 1
            middle = (self._middle_of(period.first) + self._middle_of(period.last)) / 2
            ink = _INK_OF_PERIOD[period.kind]
            yield Note(min(max(middle, 0.0), 359.9), period.span, period.name, ink, weight)
