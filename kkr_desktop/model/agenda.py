"""The agenda of a meeting: sections, items, their parts, appendices, and what was sent."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.base import Base, Edited, now
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.richtext import EMPTY, RichText
from kkr_desktop.model.richtext_column import RichTextColumn


class AgendaSection(Edited, Base):
    """A group heading of the agenda (1. Godkendelse af referat, 2. Siden sidst, …)."""

    __tablename__ = "agenda_section"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    title: Mapped[str]
    sort_key: Mapped[int]
    number_frozen: Mapped[str | None]


class AgendaItem(Edited, Base):
    """An item of the agenda.

    `public_title` is the wording for the public when the item is closed. It is
    a text of its own and never derived from `title`. `continued_from_id` is the
    item of an earlier meeting that was postponed to this one;
    `approves_minutes_of_id` the meeting whose minutes are approved here.
    """

    __tablename__ = "agenda_item"

    section_id: Mapped[int] = mapped_column(ForeignKey("agenda_section.id"), index=True)
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.DECISION)
    title: Mapped[str]
    public_title: Mapped[str] = mapped_column(default="")
    is_public: Mapped[bool] = mapped_column(default=True)
    case_number: Mapped[str] = mapped_column(default="")
    presenter: Mapped[str] = mapped_column(default="")
    minutes_planned: Mapped[int | None]
    sort_key: Mapped[int]
    number_frozen: Mapped[str | None]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    continued_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    approves_minutes_of_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))


class ItemPart(Edited, Base):
    """One part of an item, as rich text, with its words alone for search."""

    __tablename__ = "item_part"
    __table_args__ = (UniqueConstraint("item_id", "part_type"),)

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"))
    part_type: Mapped[PartType]
    text: Mapped[RichText] = mapped_column(RichTextColumn, default=EMPTY)
    plain_text: Mapped[str] = mapped_column(Text, default="")


class InternalNote(Edited, Base):
    """The secretariat's own note on an item, in a table that no document reads."""

    __tablename__ = "internal_note"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    text: Mapped[str] = mapped_column(Text, default="")


class StoredFile(Base):
    """A file in the content-addressed store, written once and never changed."""

    __tablename__ = "stored_file"

    sha256: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Appendix(Edited, Base):
    """An appendix of an item; it keeps its identity when its file is replaced."""

    __tablename__ = "appendix"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    title: Mapped[str]
    is_public: Mapped[bool] = mapped_column(default=True)
    sort_key: Mapped[int]
    number_frozen: Mapped[str | None]


class AppendixVersion(Edited, Base):
    """A file that an appendix has or had; the highest `number` is the one in use.

    `original_sha256` is the file as it came, `file_sha256` its pages as PDF without
    anything that could do harm: the same file when there was nothing to change.
    `notes` has a Danish sentence a line on what was changed or is worth knowing.
    `free_edges` is as in `documents.intake.report`; it and `is_tagged` are unknown
    for files of the first release.
    """

    __tablename__ = "appendix_version"
    __table_args__ = (UniqueConstraint("appendix_id", "number"),)

    appendix_id: Mapped[int] = mapped_column(ForeignKey("appendix.id"))
    number: Mapped[int]
    original_name: Mapped[str]
    file_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    original_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    size: Mapped[int]
    pages: Mapped[int]
    notes: Mapped[str] = mapped_column(Text, default="")
    is_tagged: Mapped[bool | None]
    free_edges: Mapped[str] = mapped_column(Text, default="")


class AgendaVersion(Edited, Base):
    """The agenda as members have it after something was sent, never overwritten.

    The content and the PDF are those of the whole agenda; what was sent of it are its
    `SentDocument`s. `recipients` are names and addresses as text, one a line.
    """

    __tablename__ = "agenda_version"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    number: Mapped[int]
    content_json: Mapped[str] = mapped_column(Text)
    content_sha256: Mapped[str]
    pdf_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    frozen_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")
    recipients: Mapped[str] = mapped_column(Text, default="")


class SentKind(StrEnum):
    """What a document that was sent is."""

    AGENDA = "agenda"
    PACK = "pack"
    SUPPLEMENT = "supplement"
    CORRECTION = "correction"
    CHANGED_PAGES = "changed_pages"


SENT_KIND_NAMES: Mapping[SentKind, str] = {
    SentKind.AGENDA: "Dagsorden",
    SentKind.PACK: "Dagsorden med bilag",
    SentKind.SUPPLEMENT: "Tillægsdagsorden",
    SentKind.CORRECTION: "Rettelsesblad",
    SentKind.CHANGED_PAGES: "Ændrede sider",
}
"""The documents as people call them."""


class SentDocument(Edited, Base):
    """A document that was sent with a version of an agenda, frozen in the file store."""

    __tablename__ = "sent_document"
    __table_args__ = (UniqueConstraint("version_id", "kind"),)

    version_id: Mapped[int] = mapped_column(ForeignKey("agenda_version.id"), index=True)
    kind: Mapped[SentKind]
    file_name: Mapped[str]
    pdf_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    size: Mapped[int]


class AgendaTemplateSection(Edited, Base):
    """A standing section that a new agenda of a kind of meeting begins with."""

    __tablename__ = "agenda_template_section"

    meeting_kind: Mapped[MeetingKind]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))
    title: Mapped[str]
    sort_key: Mapped[int]


class AgendaTemplateItem(Edited, Base):
    """A standing item of a template section."""

    __tablename__ = "agenda_template_item"

    section_id: Mapped[int] = mapped_column(ForeignKey("agenda_template_section.id"), index=True)
    kind: Mapped[ItemKind]
    title: Mapped[str]
    sort_key: Mapped[int]
