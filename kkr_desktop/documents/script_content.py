"""What the chair's script (drejebog) is made from."""

from dataclasses import dataclass
from datetime import datetime, time

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.richtext import RichText


@dataclass(frozen=True, slots=True)
class ScriptItem:
    """An item as the chair takes it: when it begins, who presents it, and what to conclude."""

    uid: str
    number: str
    title: str
    kind: ItemKind
    is_public: bool
    starts_at: time
    minutes: int | None
    presenter: str
    recommendation: RichText
    expected: RichText
    reasons: tuple[str, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ScriptSection:
    """A group heading with its items."""

    number: str
    title: str
    items: tuple[ScriptItem, ...]


@dataclass(frozen=True, slots=True)
class ScriptContent:
    """The whole script; `ends_at` is when the last item is done as planned."""

    document_uid: str
    dated: datetime
    meeting: MeetingContent
    sections: tuple[ScriptSection, ...]
    ends_at: time

    @property
    def title(self) -> str:
        """The title, such as "Drejebog til møde i KKR X den 26. januar 2026"."""
        meeting = self.meeting
        return f"Drejebog til møde i {meeting.body_name} den {long_date(meeting.held_on)}"
