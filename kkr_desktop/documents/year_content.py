"""What a year holds, as its wheel, its poster and its meeting plan show it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from kkr_desktop.model.dates import MONTHS, clock_range, iso_week, weekday_date


class PeriodKind(StrEnum):
    """What sort of days are marked."""

    HOLIDAY = "holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    EVENT = "event"


PERIOD_NAMES = {
    PeriodKind.HOLIDAY: "Helligdage",
    PeriodKind.SCHOOL_HOLIDAY: "Skoleferier",
    PeriodKind.EVENT: "Begivenheder og frister",
}
_SHORT_MONTHS = tuple(f"{name[:3]}." if len(name) > 4 else name for name in MONTHS)


@dataclass(frozen=True, slots=True)
class Period:
    """Days to know of; both are inside."""

    kind: PeriodKind
    name: str
    first: date
    last: date

    @property
    def span(self) -> str:
        """For example "11.–13. juni"."""
        if self.first == self.last:
            return short_date(self.first)
        if self.first.month == self.last.month:
            return f"{self.first.day}.–{short_date(self.last)}"
        return f"{short_date(self.first)}–{short_date(self.last)}"


@dataclass(frozen=True, slots=True)
class YearRing:
    """A ring of the wheel: of one body, or of the forums of a kind when many councils have one.

    `colour` is the body's place among the colours; forums that share a ring have none in common.
    """

    name: str
    colour: int | None = None


@dataclass(frozen=True, slots=True)
class YearMeeting:
    """A meeting of the year. `ring` is its place among the rings of the wheel.

    `round_number` is the round that a council meets in, or that a forum prepares.
    """

    ring: int
    colour: int
    body_name: str
    short_name: str
    day: date
    starts_at: time
    ends_at: time
    place: str
    round_number: int | None
    dispatch_on: date
    is_of_forum: bool = False
    is_cancelled: bool = False

    @property
    def when(self) -> str:
        """For example "fredag den 6. februar 2026 (uge 6), kl. 9.30–12.30"."""
        hours = clock_range(self.starts_at, self.ends_at)
        return f"{weekday_date(self.day)} (uge {iso_week(self.day)}), {hours}"


@dataclass(frozen=True, slots=True)
class YearContent:
    """The meetings of a year, in order of time, and what else is marked in it.

    `body_names` are those that have meetings. `dated` and `document_uid` become
    the file's dates and identity.
    """

    document_uid: str
    dated: datetime
    year: int
    author: str
    body_names: tuple[str, ...]
    rings: tuple[YearRing, ...]
    meetings: tuple[YearMeeting, ...]
    periods: tuple[Period, ...]
    accent: str = ""

    @property
    def title(self) -> str:
        """For example "Årshjul 2026 for KKR Nordjylland"."""
        return f"Årshjul {self.year} for {self.author}"


def short_date(day: date) -> str:
    """Return for example "6. feb."."""
    return f"{day.day}. {_SHORT_MONTHS[day.month - 1]}"
