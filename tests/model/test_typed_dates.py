"""A day is understood however it is typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.dates import long_date, short_date
from kkr_desktop.model.typed_dates import typed_date

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15/1", date(2027, 1, 15)),
        ("15.1.", date(2027, 1, 15)),
        ("15-1-27", date(2027, 1, 15)),
        ("15 1 2027", date(2027, 1, 15)),
        ("15. januar", date(2027, 1, 15)),
        (" 15.jan ", date(2027, 1, 15)),
        ("15 Januar 2028", date(2028, 1, 15)),
        ("25/11", TODAY),
        ("24/11", date(2027, 11, 24)),
        ("29/2", date(2028, 2, 29)),
        ("uge 3", date(2027, 1, 22)),
        ("uge 53", date(2027, 1, 1)),
        ("uge 3 2028", date(2028, 1, 21)),
        ("+14", date(2026, 12, 9)),
        ("2027-01-15", date(2027, 1, 15)),
        ("", None),
    ],
)
def test_a_day_is_understood(typed: str, meant: date | None) -> None:
    assert typed_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed", ["31/2", "32/1", "1/13", "snart", "15. jubuar", "uge 60", "+99999", "15", "0/0"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        typed_date(typed, TODAY)


@given(DAYS, DAYS)
def test_every_way_of_writing_a_day_is_read_back(day: date, today: date) -> None:
    for written in (long_date(day), short_date(day), day.isoformat(), f"{day:%d.%m.%y}"):
        assert typed_date(written, today) == day


@given(st.text(alphabet="0123456789/.-+ uge januar", max_size=12), DAYS)
def test_a_day_without_a_year_is_never_past(typed: str, today: date) -> None:
    try:
        found = typed_date(typed, today)
    except ValueError:
        return
    parts = [part for part in typed.replace("/", " ").replace(".", " ").split() if part]
    if found is not None and len(parts) <= 2 and "-" not in typed:
        assert found >= today
