"""The agenda as the public may read it, from a query of its own."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent, ItemContent, SectionContent
from kkr_desktop.model.agenda import AgendaItem

CLOSED = "Lukket punkt"


@dataclass(frozen=True, slots=True)
class PublicAgenda:
    """What may be read, and in Danish what was left out of it."""

    content: AgendaContent
    removed: tuple[str, ...]


def public_agenda_in(session: Session, complete: AgendaContent) -> PublicAgenda:
    """Return the public version of an agenda, whose numbers are those of the complete one.

    Of a closed item nothing comes through but its number, its kind and the title that was
    written for the public; what the complete one says of it is never looked at.
    """
    uids = [item.uid for section in complete.sections for item in section.items]
    told = session.execute(
        select(AgendaItem.uid, AgendaItem.public_title, AgendaItem.is_public).where(
            AgendaItem.uid.in_(uids)
        )
    )
    public_titles: dict[str, str] = {}
    open_uids: set[str] = set()
    for uid, public_title, is_public in told:
        public_titles[uid] = public_title
        if is_public:
            open_uids.add(uid)
    removed: list[str] = []
    sections: list[SectionContent] = []
    for section in complete.sections:
        items: list[ItemContent] = []
        for item in section.items:
            if item.uid not in open_uids:
                title = public_titles.get(item.uid, "") or CLOSED
                removed.append(f"Punkt {item.number} er lukket og vises som »{title}«.")
                removed += [f"{row.label} til punkt {item.number}." for row in item.appendices]
                items.append(_closed(item, title))
            else:
                removed += [
                    f"{row.label} til punkt {item.number} »{row.title}« er ikke offentligt."
                    for row in item.appendices
                    if not row.is_public
                ]
                items.append(_open(item))
        sections.append(SectionContent(section.number, section.title, tuple(items)))
    content = AgendaContent(
        complete.document_uid,
        complete.dated,
        complete.meeting,
        tuple(sections),
        complete.is_draft,
    )
    return PublicAgenda(content, tuple(removed))


def _closed(item: ItemContent, title: str) -> ItemContent:
    return ItemContent(
        uid=item.uid,
        number=item.number,
        title=title,
        kind=item.kind,
        is_public=False,
        case_number="",
        presenter="",
        minutes_planned=None,
        parts=(),
        appendices=(),
        withdrawn=item.withdrawn,
    )


def _open(item: ItemContent) -> ItemContent:
    return ItemContent(
        uid=item.uid,
        number=item.number,
        title=item.title,
        kind=item.kind,
        is_public=True,
        case_number=item.case_number,
        presenter=item.presenter,
        minutes_planned=item.minutes_planned,
        parts=item.parts,
        appendices=tuple(row for row in item.appendices if row.is_public),
        withdrawn=item.withdrawn,
    )
