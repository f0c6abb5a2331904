"""The month view shows the days, weeks and holidays of a Danish wall calendar."""

import calendar
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.meetings import Severity
from kkr_desktop.services.calendar_days import month_days
from kkr_desktop.services.conflicts import warnings_for
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import holiday_name

years = st.integers(2010, 2060)


def easter(year: int) -> date:
    """Compute Easter Sunday by the anonymous Gregorian rule (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", range(2023, 2036))
def test_every_holiday_from_2023_to_2035_is_right(year: int) -> None:
    assert_holidays(year)


@given(years)
def test_holidays_are_those_of_the_danish_church_year(year: int) -> None:
    assert_holidays(year)


def assert_holidays(year: int) -> None:
    sunday = easter(year)
    moving = [-3, -2, 0, 1, 39, 49, 50] + ([26] if year < 2024 else [])
    expected = {sunday + timedelta(days=offset) for offset in moving}
    expected |= {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    first = date(year, 1, 1)
    days = [first + timedelta(days=offset) for offset in range(365)]
    assert {day for day in days if holiday_name(day)} == expected


@given(years)
def test_store_bededag_is_a_working_day_since_2024(year: int) -> None:
    day = easter(year) + timedelta(days=26)
    assert ("bededag" in holiday_name(day)) == (year < 2024)


def test_every_month_shows_six_whole_weeks_with_iso_numbers(database: Database) -> None:
    for month in range(1, 13):
        days = month_days(database, 2026, month)
        assert [day.day.weekday() for day in days] == list(range(7)) * 6
        assert sum(day.in_month for day in days) == calendar.monthrange(2026, month)[1]
        assert all(day.week == day.day.isocalendar().week for day in days)
    assert month_days(database, 2027, 1)[0].week == 53


def test_a_meeting_is_warned_of_holidays_weekends_and_other_meetings(database: Database) -> None:
    ours = body_named(database, "Hovedstaden").id
    theirs = body_named(database, "Sjælland").id
    friday = date(2026, 12, 11)
    draft = MeetingDraft(MeetingKind.ORDINARY, friday, time(9, 30), time(12, 30))
    assert warnings_for(database, ours, friday) == ()
    plan_meeting(database, theirs, draft)
    (warning,) = warnings_for(database, ours, friday)
    assert warning.text == "KKR Sjælland holder møde samme dag."
    assert warning.severity is Severity.INFO
    own = plan_meeting(database, ours, draft).value
    assert len(warnings_for(database, ours, friday)) == 2
    assert len(warnings_for(database, ours, friday, moved_meeting=own)) == 1
    assert "weekend" in warnings_for(database, ours, date(2026, 11, 28))[0].text
    holiday = warnings_for(database, ours, date(2026, 5, 14))[0]
    assert holiday.text == "Kristi himmelfartsdag er en helligdag."
    assert holiday.severity is Severity.BLOCK
