"""Address labels for the members of a body, as on a day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.label_content import LabelsContent, LabelSize
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import short_date
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import ContactKind, ContactPoint, ContactRole
from kkr_desktop.services.register import MemberRow, live, members_in
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels, and the names of those who have no postal address of their own."""

    content: LabelsContent
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Post:
    """Where a member's post goes, and whether the agenda is wanted on paper."""

    lines: tuple[str, ...]
    on_paper: bool


def member_labels(
    database: Database,
    body_id: int,
    day: date,
    *,
    only_on_paper: bool = False,
    first_place: int = 0,
) -> Labels:
    """Return a label for each member on `day`, or for each who wants the agenda on paper.

    `first_place` labels of the first sheet are used already. Without an address the
    municipality is all that a label says of where.
    """
    with database.read() as session:
        body = session.get_one(Body, body_id)
        members = members_in(session, body_id, day)
        post = _post(session, {member.person_id for member in members})
    nothing = _Post((), on_paper=False)
    chosen = [
        (member, found.lines)
        for member in members
        if (found := post.get(member.person_id, nothing)).on_paper or not only_on_paper
    ]
    content = LabelsContent(
        document_uid=f"{body.uid}-labels-{day}",
        dated=datetime.combine(day, time(12), UTC),
        title=f"Adresselabels – {body.name} {short_date(day)}",
        author=body.name,
        labels=tuple(_label(member, lines) for member, lines in chosen),
        first_place=first_place,
    )
    return Labels(content, tuple(member.name for member, lines in chosen if not lines))


def _label(member: MemberRow, lines: tuple[str, ...]) -> tuple[str, ...]:
    whole = (member.name, member.title, member.official_municipality, *lines)
    return tuple(line for line in whole if line)


def _post(session: Session, people: set[int]) -> dict[int, _Post]:
    lines: dict[int, tuple[str, ...]] = {}
    on_paper: set[int] = set()
    for point in session.scalars(
        select(ContactPoint).where(
            ContactPoint.person_id.in_(people),
            ContactPoint.role == ContactRole.OWN,
            live(ContactPoint),
        )
    ):
        if point.kind is ContactKind.ADDRESS:
            lines[point.person_id] = tuple(point.value.splitlines())
        if point.paper or point.large_print:
            on_paper.add(point.person_id)
    return {person: _Post(lines.get(person, ()), person in on_paper) for person in people}


def label_size(measure: str) -> LabelSize:
    """Return the sheet whose labels have that size in millimetres. Raises InvalidValue."""
    for size in LabelSize:
        if size.value.measure == measure.replace(",", ".").replace(" ", ""):
            return size
    known = ", ".join(size.value.measure for size in LabelSize)
    raise InvalidValue("Label", f"Målet »{measure}« kendes ikke. Der er: {known}.")


def render_member_labels(labels: Labels, size: LabelSize) -> bytes:
    """Return the labels as PDF."""
    from kkr_desktop.documents.labels import render_labels

    return render_labels(labels.content, size)


def export_labels(labels: Labels, size: LabelSize, path: Path) -> None:
    """Write the labels to a file, which is replaced only by a complete one."""
    write_complete(path, render_member_labels(labels, size))


def labels_file_name(labels: Labels) -> str:
    """Return the usual name of the file."""
    return pdf_file_name(labels.content.title)
