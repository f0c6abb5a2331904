"""Finds what looks like a Danish personal number (CPR), which the register never holds."""

import re

_SHAPE = re.compile(r"(?<![\d+])(\d{2})(\d{2})\d{2}[ \-–]?\d{4}(?!\d)")


def holds_personal_number(text: str) -> bool:
    """Tell whether ten digits in `text` begin with a day and a month, as a CPR number does."""
    return any(
        1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12 for found in _SHAPE.finditer(text)
    )
