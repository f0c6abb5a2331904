"""Imports every module with entities, so that their common registry is complete."""

from kkr_desktop.model import (
    agenda,
    bodies,
    follow_ups,
    item_work,
    log,
    meetings,
    milestones,
    minutes,
    packs,
    participation,
    people,
    redaction,
    reversals,
    text_versions,
    treatment,
)
from kkr_desktop.model.base import Base

__all__ = [
    "Base",
    "agenda",
    "bodies",
    "follow_ups",
    "item_work",
    "log",
    "meetings",
    "milestones",
    "minutes",
    "packs",
    "participation",
    "people",
    "redaction",
    "reversals",
    "text_versions",
    "treatment",
]
