"""Which days the secretariat works."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

_SATURDAY = 5
_ALWAYS_CLOSED = frozenset({(6, 5), (12, 24), (12, 31)})


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """Knows the weekends, the public holidays and the secretariat's own closed days.

    Grundlovsdag, 24 and 31 December are no statutory holidays, but no office is
    open on them. Both days of a period are inside it.
    """

    holiday_name: Callable[[date], str]
    periods: Sequence[tuple[date, date]] = ()

    def __call__(self, day: date) -> bool:
        """Tell whether the secretariat is closed on `day`."""
        return bool(self.why(day))

    def why(self, day: date) -> str:
        """Return in Danish why the secretariat is closed on `day`, or nothing."""
        if holiday := self.holiday_name(day):
            return holiday
        if day.weekday() >= _SATURDAY:
            return "weekend"
        is_shut = (day.month, day.day) in _ALWAYS_CLOSED or any(
            first <= day <= last for first, last in self.periods
        )
        return "lukkedag" if is_shut else ""
