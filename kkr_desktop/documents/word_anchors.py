"""Invisible marks in a Word file, by which a corrected file is understood when it comes back."""

import hashlib
import re
from dataclasses import dataclass

from kkr_desktop.model.richtext import RichText

_NAME = re.compile(r"kd_([0-9a-f]{32})_([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The item whose decision begins here, and a mark of the decision as it was sent."""

    item_uid: str
    mark: str


def mark_of(text: RichText) -> str:
    """Return a short mark of a text; it tells whether the text has been changed since."""
    return hashlib.sha256(text.to_json().encode()).hexdigest()[:4]


def anchor_name(item_uid: str, text: RichText) -> str:
    """Return the name of a bookmark; Word allows 40 characters."""
    return f"kd_{item_uid.replace('-', '')}_{mark_of(text)}"


def anchor_of(name: str) -> Anchor | None:
    """Return what the name of a bookmark says, or None for one of somebody else."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    digits = found[1]
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return Anchor("-".join(parts), found[2])
