"""What may read wrongly in a decision that was proposed: why somebody should look at it."""

import re
from collections.abc import Iterator

from kkr_desktop.model.decision_verbs import is_past

_STRETCH = re.compile(r"[^,;:.]+")
_NEXT_MEETING = re.compile(
    r"\b(?:på|ved|til) (?:det |et )?(?:næste|kommende|følgende) møde\b", re.IGNORECASE
)
_POSTPONES = re.compile(r"\b(?:udsat|udsatte|udskudt|udskød|henlagt)\b", re.IGNORECASE)

_CLAUSE_AFTER_OBJECT = re.compile(
    r"\b(?:tiltrådte|godkendte|vedtog|drøftede)\s+(?P<object>[^,;.:]+), at\b", re.IGNORECASE
)
_LEADS_TO_CLAUSE = re.compile(
    r"\b(?:af|efter|for|forudsat|fra|i|med|mod|om|over|på|således|til|under|ved)$", re.IGNORECASE
)


def doubts_about(decision: str) -> Iterator[str]:
    """Yield in Danish what to check in the words of a proposed decision."""
    yield from _what_is_still_to_come(decision)
    yield from _clauses_after_objects(decision)


def _what_is_still_to_come(decision: str) -> Iterator[str]:
    """Doubt a past tense that is followed by a meeting that is not held yet.

    What is put off to that meeting, or said in a clause with "at", reads rightly.
    """
    for stretch in _STRETCH.finditer(decision):
        later = _NEXT_MEETING.search(stretch.group())
        before = stretch.group()[: later.start()] if later else ""
        if later and not _POSTPONES.search(before) and " at " not in f" {before}":
            yield f"»{later.group()}« er efter beslutningen. Ret tiden."


def _clauses_after_objects(decision: str) -> Iterator[str]:
    """Doubt "godkendte planen, at …": the clause may be decided by itself."""
    for found in _CLAUSE_AFTER_OBJECT.finditer(decision):
        words = found["object"]
        if not _LEADS_TO_CLAUSE.search(words) and not any(map(is_past, words.split())):
            yield f"Efter »{words.split()[-1]}« kan », at« være en beslutning for sig. Læs efter."
