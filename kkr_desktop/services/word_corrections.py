"""Takes in minutes that were corrected in Word, change by change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kkr_desktop.documents.word_anchors import mark_of
from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.meeting_terms import Activity
from kkr_desktop.model.richtext import EMPTY, RichText
from kkr_desktop.model.text_changes import BlockChange, SameBlock, take_over, text_changes
from kkr_desktop.services.meeting_states import meeting_or_error, require
from kkr_desktop.services.minute_taking import (
    DecisionDraft,
    decisions_of,
    minutes_outline,
    write_decision,
)
from kkr_desktop.services.minutes_content import minutes_content_in
from kkr_desktop.services.text_history import keep_version
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_MOST_BYTES = 60_000_000
_NOT_WORD = "er ikke en Word-fil (.docx), der kan læses. Gem den i Word som .docx, og prøv igen."
_NO_ANCHORS = (
    "har ikke de usynlige mærker, som referatets Word-fil er født med. Ret i den Word-fil, som "
    "KKR Desktop har skrevet, eller overfør rettelserne i hånden."
)
_OTHER_MEETING = "er et referat af et andet møde. Vælg mødet øverst i vinduet, og prøv igen."


@dataclass(frozen=True, slots=True)
class ItemCorrections:
    """How the file's decision on an item differs from the one in the program.

    `basis` is the text that the changes are taken over into, `draft` the decision as
    it was read. `is_changed_since` tells that it was also changed here after the file was made.
    """

    item_id: int
    number: str
    title: str
    changes: tuple[BlockChange | SameBlock, ...]
    basis: RichText
    draft: DecisionDraft
    is_changed_since: bool


@dataclass(frozen=True, slots=True)
class WordCorrections:
    """All that a file corrects; `missing` are the numbers of items that it has lost."""

    meeting_id: int
    items: tuple[ItemCorrections, ...]
    missing: tuple[str, ...]


def read_corrections(database: Database, meeting_id: int, path: Path) -> WordCorrections:
    """Compare a corrected Word file with the minutes as they stand.

    Raises FileProblem for a file that is broken, is no Word file, or belongs elsewhere.
    """
    from kkr_desktop.documents.word import minutes_in_word
    from kkr_desktop.documents.word_reading import NotReadableAsWord, read_decisions

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileProblem(path, "er for stor til at være et referat.")
        found = read_decisions(path.read_bytes())
    except OSError as error:
        raise FileProblem(path, "kan ikke læses.") from error
    except NotReadableAsWord as error:
        raise FileProblem(path, _NOT_WORD) from error
    if not found:
        raise FileProblem(path, _NO_ANCHORS)
    corrected = {one.anchor.item_uid: one for one in found}
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        content = minutes_content_in(session, meeting)
        decisions = decisions_of(session, meeting_id)
    # What a text loses on its way through Word must not be taken for a correction.
    through_word = {
        one.anchor.item_uid: one.text for one in read_decisions(minutes_in_word(content))
    }
    outline = minutes_outline(database, meeting_id)
    if not corrected.keys() & {item.uid for item in outline.items}:
        raise FileProblem(path, _OTHER_MEETING)
    items: list[ItemCorrections] = []
    missing: list[str] = []
    for item in outline.items:
        same = through_word.get(item.uid)
        if same is None:
            continue
        if item.uid not in corrected:
            missing.append(item.number)
            continue
        theirs = corrected[item.uid]
        if theirs.text == same:
            continue
        row = decisions.get(item.id)
        draft = (
            DecisionDraft()
            if row is None
            else DecisionDraft(row.text, row.public_text, row.outcome, row.rev)
        )
        basis = draft.text if len(draft.text.blocks) == len(same.blocks) else same
        items.append(
            ItemCorrections(
                item.id,
                item.number,
                item.title,
                text_changes(same, theirs.text),
                basis,
                draft,
                theirs.anchor.mark != mark_of(draft.text if row is not None else EMPTY),
            )
        )
    return WordCorrections(meeting_id, tuple(items), tuple(missing))


def take_corrections(
    database: Database, meeting_id: int, item: ItemCorrections, chosen: Sequence[BlockChange]
) -> Written[RichText]:
    """Write the chosen changes into the decision on an item; return its new text.

    The text as it was is kept among the earlier versions.
    Raises ChangedElsewhere when the decision was written since the file was compared.
    """
    text = take_over(item.basis, chosen)
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        require(meeting, Activity.EDIT_MINUTES, "At ændre referatet")
        row = decisions_of(session, meeting.id).get(item.item_id)
        if row is not None:
            keep_version(session, row, text, always=True)
            session.flush()
        write_decision(session, meeting, item.item_id, replace(item.draft, text=text))
        change = Change(
            Area.MINUTES, body_id=meeting.body_id, meeting_id=meeting.id, item_id=item.item_id
        )
        return Written(text, (change,))
