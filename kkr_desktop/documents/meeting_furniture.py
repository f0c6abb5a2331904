"""What surrounds the text of every document of a meeting."""

from datetime import datetime
from typing import Protocol

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.documents.layout import Furniture
from kkr_desktop.model.dates import short_date


class MeetingDocument(Protocol):
    """The content of a document of a meeting."""

    @property
    def title(self) -> str:
        """What the file is called."""
        ...

    @property
    def meeting(self) -> MeetingContent:
        """The meeting."""
        ...

    @property
    def dated(self) -> datetime:
        """The moment that the file is dated."""
        ...

    @property
    def document_uid(self) -> str:
        """Its identity."""
        ...


def meeting_furniture(
    content: MeetingDocument,
    name: str,
    *,
    is_draft: bool,
    has_front_page: bool,
    title: str = "",
    part: str = "",
) -> Furniture:
    """Return the furniture of a document that its running head calls `name`, as in "Referat".

    `title` takes the place of the content's; `part` tells which part of the content it is.
    """
    meeting = content.meeting
    return Furniture(
        title=title or content.title,
        author=meeting.body_name,
        head_left=f"{meeting.body_name} · {name}",
        head_right=short_date(meeting.held_on),
        dated=content.dated,
        document_uid=f"{content.document_uid}-{part}" if part else content.document_uid,
        is_draft=is_draft,
        has_front_page=has_front_page,
        accent=meeting.accent,
    )
