"""Texts that ask for items that are late, one to each owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.documents.file_names import file_name
from kkr_desktop.documents.mail import MailDraft
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date, weekday_date
from kkr_desktop.services.agenda_content import meeting_content
from kkr_desktop.services.dispatch_mail import NamedDraft, write_drafts
from kkr_desktop.services.item_work import BoardItem, board_items_in
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.storage.database import Database

_ASKED = (
    "Vil du sende det, du har, eller skrive, hvornår vi kan regne med det? Er der noget, vi kan "
    "hjælpe med, så ring endelig."
)


@dataclass(frozen=True, slots=True)
class ChaseText:
    """What is sent to somebody whose items are late; `address` may be empty."""

    owner: str
    address: str
    subject: str
    text: str


def chase_texts(
    database: Database, meeting_id: int, today: date, only: frozenset[int] | None = None
) -> tuple[ChaseText, ...]:
    """Return a text to each owner of late items, in the agenda's order.

    `only` are the ids of the items that are asked for, late or not.
    """
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        told = meeting_content(meeting, session.get_one(Body, meeting.body_id))
        items = board_items_in(session, meeting)
    wanted = [
        row
        for row in items
        if (row.lateness(today).is_late if only is None else row.item_id in only)
    ]
    by_owner: dict[tuple[str, str], list[BoardItem]] = {}
    for row in wanted:
        by_owner.setdefault((row.work.owner, row.work.owner_email), []).append(row)
    return tuple(
        ChaseText(owner, address, _subject(told, rows), _text(told, owner, rows, today))
        for (owner, address), rows in by_owner.items()
    )


def _subject(meeting: MeetingContent, rows: Sequence[BoardItem]) -> str:
    what = f"punktet »{rows[0].title}«" if len(rows) == 1 else f"{len(rows)} punkter"
    return f"Vi mangler {what} til {meeting.body_name} den {long_date(meeting.held_on)}"


def _text(meeting: MeetingContent, owner: str, rows: Sequence[BoardItem], today: date) -> str:
    what = "følgende punkt" if len(rows) == 1 else "følgende punkter"
    lines = [f"- {row.number} {row.title}{_due(row, today)}" for row in rows]
    paragraphs = [
        f"Kære {owner}" if owner else "Kære kollega",
        f"Til mødet i {meeting.body_name} {weekday_date(meeting.held_on)} mangler vi {what}:",
        "\n".join(lines),
        _ASKED,
        f"Venlig hilsen\nSekretariatet for {meeting.body_name}",
    ]
    return "\n\n".join(paragraphs) + "\n"


def _due(row: BoardItem, today: date) -> str:
    if row.work.due_on is None:
        return ""
    verb = "var" if row.work.due_on < today else "er"
    return f" (fristen {verb} {long_date(row.work.due_on)})"


def for_clipboard(texts: Sequence[ChaseText]) -> str:
    """Return the texts below each other, each with whom it is to."""
    return "\n\n".join(
        f"Til: {text.address or text.owner or '(ingen ansvarlig)'}\nEmne: {text.subject}\n\n"
        f"{text.text}"
        for text in texts
    )


def write_chase_drafts(texts: Sequence[ChaseText], folder: Path) -> tuple[Path, ...]:
    """Write an e-mail draft to each owner; return where they are."""
    drafts = [
        NamedDraft(
            file_name(f"Rykker - {text.owner or 'uden ansvarlig'}", ".eml"),
            MailDraft(text.subject, text.text, to=(text.address,) if text.address else ()),
        )
        for text in texts
    ]
    return write_drafts(drafts, folder)
