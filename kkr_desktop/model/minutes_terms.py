"""How people took part and what became of items, as documents name it."""

from collections.abc import Mapping
from enum import StrEnum


class AttendanceStatus(StrEnum):
    """How someone took part. No reason for absence is kept (it may be health data)."""

    PRESENT = "present"
    ONLINE = "online"
    APOLOGY = "apology"
    ABSENT = "absent"


ATTENDANCE_NAMES: Mapping[AttendanceStatus, str] = {
    AttendanceStatus.PRESENT: "Til stede",
    AttendanceStatus.ONLINE: "Virtuelt",
    AttendanceStatus.APOLOGY: "Afbud",
    AttendanceStatus.ABSENT: "Udeblevet",
}
"""The statuses as documents name them."""


class Outcome(StrEnum):
    """What became of an item."""

    ADOPTED = "adopted"
    APPROVED = "approved"
    AMENDED = "amended"
    DISCUSSED = "discussed"
    NOTED = "noted"
    APPOINTED = "appointed"
    POSTPONED = "postponed"
    SENT_BACK = "sent_back"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


OUTCOME_NAMES: Mapping[Outcome, str] = {
    Outcome.ADOPTED: "Tiltrådt",
    Outcome.APPROVED: "Godkendt",
    Outcome.AMENDED: "Tiltrådt med ændringer",
    Outcome.DISCUSSED: "Drøftet",
    Outcome.NOTED: "Taget til efterretning",
    Outcome.APPOINTED: "Udpeget",
    Outcome.POSTPONED: "Udsat",
    Outcome.SENT_BACK: "Sendt tilbage",
    Outcome.REJECTED: "Ikke tiltrådt",
    Outcome.WITHDRAWN: "Udgået",
}
"""The outcomes as documents name them."""
