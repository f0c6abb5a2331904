"""What documents are made from: frozen content, complete in itself.

Services build these from entities and renderers turn them into bytes. The same
content always gives the same bytes, so time and identity are part of it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meeting_terms import KIND_NAMES, MeetingKind
from kkr_desktop.model.minutes_terms import AttendanceStatus, Outcome
from kkr_desktop.model.richtext import RichText


@dataclass(frozen=True, slots=True)
class LogoContent:
    """A body's logo: a PNG or JPEG, and its words for those who cannot see it."""

    image: bytes
    alternate: str


@dataclass(frozen=True, slots=True)
class MeetingContent:
    """The meeting as its documents present it. Times are local time in Denmark."""

    body_name: str
    kind: MeetingKind
    held_on: date
    starts_at: time
    ends_at: time
    place: str
    is_online: bool = False
    group_meeting_note: str = ""
    accent: str = ""
    mission: str = ""
    logo: LogoContent | None = None
    hyphenates: bool = False


class ChangeMark(StrEnum):
    """How an item differs from what members have, where a document is to say so."""

    NEW = "new"
    CHANGED = "changed"
    NEW_APPENDICES = "new_appendices"


@dataclass(frozen=True, slots=True)
class PartContent:
    """One part of an item; parts without words are left out by who builds the content.

    One that `is_changed` has a bar in the margin.
    """

    part_type: PartType
    text: RichText
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class AppendixContent:
    """An appendix as the agenda lists it; `size` in bytes.

    `uid` stays when the file is replaced, `sha256` is that of the file. Agendas that were
    frozen by the first releases know neither.
    """

    label: str
    title: str
    pages: int
    size: int
    is_public: bool
    uid: str = ""
    sha256: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class ItemContent:
    """An item of the agenda. A withdrawn one is printed as "udgået" under its number."""

    uid: str
    number: str
    title: str
    kind: ItemKind
    is_public: bool
    case_number: str
    presenter: str
    minutes_planned: int | None
    parts: tuple[PartContent, ...]
    appendices: tuple[AppendixContent, ...]
    withdrawn: bool = False
    mark: ChangeMark | None = None


@dataclass(frozen=True, slots=True)
class SectionContent:
    """A group heading with its items."""

    number: str
    title: str
    items: tuple[ItemContent, ...]


@dataclass(frozen=True, slots=True)
class AgendaContent:
    """A whole agenda.

    `document_uid` and `dated` become the PDF's identity and dates. A draft
    says so on its front page and in its running head. With `supplements_sent_on` it is a
    supplementary agenda (tillægsdagsorden) to the one that was sent on that day. With
    `marks_since` what changed since that day is marked.
    """

    document_uid: str
    dated: datetime
    meeting: MeetingContent
    sections: tuple[SectionContent, ...]
    is_draft: bool = True
    supplements_sent_on: date | None = None
    marks_since: date | None = None

    @property
    def name(self) -> str:
        """What it is called: "Dagsorden" or "Tillægsdagsorden"."""
        return "Dagsorden" if self.supplements_sent_on is None else "Tillægsdagsorden"

    @property
    def title(self) -> str:
        """The title as kl.dk gives it: "Dagsorden til møde i KKR X den 26. januar 2026"."""
        return f"{self.name} til {_meeting_phrase(self.meeting)}"


@dataclass(frozen=True, slots=True)
class AttendanceContent:
    """How one person took part. `note` is for example "fra kl. 10.15" or a substitution."""

    name: str
    title: str
    party_letter: str
    municipality: str
    role: str
    status: AttendanceStatus
    note: str = ""


@dataclass(frozen=True, slots=True)
class GuestContent:
    """Who took part without a seat. `note` says in which item, "" for the whole meeting."""

    name: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MinutesItemContent:
    """An item with what was recommended and what was decided.

    `before` and `after` are sentences of their own above and below the decision: the order,
    who came and left, guests, votes, reservations.
    """

    uid: str
    number: str
    title: str
    kind: ItemKind
    is_public: bool
    recommendation: RichText
    decision: RichText
    withdrawn: bool = False
    outcome: Outcome | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesSectionContent:
    """A group heading with its items."""

    number: str
    title: str
    items: tuple[MinutesItemContent, ...]


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """Decision minutes (beslutningsreferat): attendance and decisions, no debate."""

    document_uid: str
    dated: datetime
    meeting: MeetingContent
    attendance: tuple[AttendanceContent, ...]
    sections: tuple[MinutesSectionContent, ...]
    is_draft: bool = True
    guests: tuple[GuestContent, ...] = ()

    @property
    def title(self) -> str:
        """The title as kl.dk gives it: "Referat af møde i KKR X den 26. januar 2026"."""
        return f"Referat af {_meeting_phrase(self.meeting)}"


def correction_title(meeting: MeetingContent) -> str:
    """Return for example "Rettelsesblad til dagsorden til møde i KKR X den 26. januar 2026"."""
    return f"Rettelsesblad til dagsorden til {_meeting_phrase(meeting)}"


def extract_title(content: MinutesContent, item: MinutesItemContent) -> str:
    """Return for example "Protokoludskrift: punkt 4.1 på møde i KKR X den 26. januar 2026"."""
    return f"Protokoludskrift: punkt {item.number} på {_meeting_phrase(content.meeting)}"


def _meeting_phrase(meeting: MeetingContent) -> str:
    return f"{KIND_NAMES[meeting.kind]} i {meeting.body_name} den {long_date(meeting.held_on)}"
