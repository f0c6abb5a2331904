"""What an import says of each row, and what it asks where a row is unclear."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kkr_desktop.services.member_columns import MemberColumn


class RowOutcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    UNCLEAR = "unclear"
    REFUSED = "refused"


CLEAR = frozenset({RowOutcome.ADDED, RowOutcome.CHANGED, RowOutcome.UNCHANGED})

OUTCOME_NAMES = {
    RowOutcome.ADDED: "Tilføjes",
    RowOutcome.CHANGED: "Ændres",
    RowOutcome.UNCHANGED: "Uændret",
    RowOutcome.UNCLEAR: "Uklar",
    RowOutcome.REFUSED: "Afvises",
}


@dataclass(frozen=True, slots=True)
class AnswerChoice:
    """One of the answers to a question: what is kept, and what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """What must be known of a row before it is clear.

    Without choices the answer is words, in place of `text`. Rows with the same
    `text` in the same column ask the same, unless the question is about a person.
    """

    column: MemberColumn
    text: str
    choices: tuple[AnswerChoice, ...] = ()


class Unclear(Exception):
    """A row cannot be taken as it stands; the reason is Danish."""

    def __init__(self, reason: str, question: Question) -> None:
        super().__init__(reason)
        self.reason = reason
        self.question = question


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row of the file as the preview shows it."""

    number: int
    name: str
    municipality: str
    party: str
    outcome: RowOutcome
    words: str
    question: Question | None = None

    @property
    def is_clear(self) -> bool:
        """Whether it can be imported."""
        return self.outcome in CLEAR


Answers = Mapping[tuple[int, MemberColumn], str]
"""What was decided, by the number of the row and the column that was asked about."""

CHOSEN = frozenset({MemberColumn.PARTY_NAME, MemberColumn.MUNICIPALITY, MemberColumn.PERSON})
"""The columns whose answers are chosen; in the others, words are written anew."""

Facts = Mapping[MemberColumn, str]
"""What a row says."""
