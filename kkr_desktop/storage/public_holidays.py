"""The Danish public holidays, as a well-kept library computes them."""

from datetime import date
from functools import lru_cache


def holiday_name(day: date) -> str:
    """Return the public holiday's Danish name, or nothing."""
    return holidays_of(day.year).get(day, "")


@lru_cache(maxsize=64)
def holidays_of(year: int) -> dict[date, str]:
    """Return the public holidays of a year; Store Bededag is none from 2024 on (LOV 214/2023)."""
    from holidays.countries.denmark import Denmark

    return {day: str(name) for day, name in Denmark(years=year, language="da").items()}


def easter_sunday(year: int) -> date:
    """Return Easter Sunday, from which most holidays are counted."""
    return next(day for day, name in holidays_of(year).items() if name == "Påskedag")
