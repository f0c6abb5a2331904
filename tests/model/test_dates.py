"""Dates as Danes write them, and weeks as the calendar on the wall counts them."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.dates import (
    clock,
    clock_range,
    iso_week,
    long_date,
    short_date,
    week_name,
    weekday_date,
)


def test_dates_and_times_are_written_as_in_a_danish_letter() -> None:
    day = date(2026, 1, 26)
    assert long_date(day) == "26. januar 2026"
    assert weekday_date(day) == "mandag den 26. januar 2026"
    assert short_date(day) == "26-01-2026"
    assert week_name(day) == "uge 5"
    assert clock(time(9, 5)) == "9.05"
    assert clock_range(time(9, 30), time(12, 30)) == "kl. 9.30–12.30"


def test_the_week_of_new_year_may_belong_to_the_other_year() -> None:
    assert iso_week(date(2026, 12, 31)) == 53
    assert iso_week(date(2027, 1, 3)) == 53
    assert iso_week(date(2027, 1, 4)) == 1
    assert iso_week(date(2024, 12, 30)) == 1


@given(st.dates(date(2007, 1, 1), date(2100, 12, 31)))
def test_week_one_is_the_week_of_the_fourth_of_january(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    thursday = monday + timedelta(days=3)
    fourth = date(thursday.year, 1, 4)
    first_monday = fourth - timedelta(days=fourth.weekday())
    assert iso_week(day) == (monday - first_monday).days // 7 + 1
