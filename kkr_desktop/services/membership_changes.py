"""Changes the register: adds members and corrects what is known of them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import ATTACHED, Post, PostKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.people import (
    ContactKind,
    ContactPoint,
    ContactRole,
    Gender,
    Membership,
    Office,
    PartyTie,
    Person,
)
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.member_checks import check_address, refuse_personal_number
from kkr_desktop.services.party_rule import refuse_party_on
from kkr_desktop.services.register import SEAT_KINDS, MemberRole, holds, live
from kkr_desktop.services.roles_and_substitutes import (
    StandIn,
    new_person,
    role_on,
    write_role,
    write_substitute,
)
from kkr_desktop.services.seats import free_seat
from kkr_desktop.services.titles_and_parties import (
    current,
    move_starts,
    write_office,
    write_party,
)
from kkr_desktop.services.undoable import Recording
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_CONTACTS = (
    ("email", ContactKind.EMAIL, ContactRole.OWN),
    ("phone", ContactKind.PHONE, ContactRole.OWN),
    ("secretary_email", ContactKind.EMAIL, ContactRole.SECRETARY),
)

_CONTACT_NAMES = {
    "email": "Medlemmet selv: e-mail",
    "phone": "Medlemmet selv: telefon",
    "secretary_email": "Sekretær: e-mail",
}


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """What the secretary writes of a member.

    `substitute` is the name of the one who stands in, empty for nobody, and
    `substitute_id` says who that is when it is someone in the register. `rev`
    and `person_rev` are those that it was read with.
    """

    given_name: str
    family_name: str
    kind: PostKind
    municipality_id: int | None
    party_id: int | None
    title: str
    valid_from: date
    role: MemberRole = MemberRole.MEMBER
    email: str = ""
    phone: str = ""
    secretary_email: str = ""
    substitute: str = ""
    substitute_id: int | None = None
    gender: Gender | None = None
    rev: int = 0
    person_rev: int = 0


def add_member(database: Database, body_id: int, draft: MemberDraft) -> Written[int]:
    """Add a person with a seat on the body, and return the membership's id."""
    with database.write() as session:
        recording = Recording(session)
        membership = new_member(session, body_id, draft)
        return recording.written(membership.id, members_changed(body_id))


def new_member(
    session: Session, body_id: int, draft: MemberDraft, known: Person | None = None
) -> Membership:
    """Add a member in a unit of work that goes on; `known` is already in the register."""
    check_member(draft)
    name = f"{draft.given_name} {draft.family_name}".strip()
    refuse_party_on(session, body_id, draft.kind, draft.party_id, name)
    post = free_seat(
        session,
        body_id,
        draft.kind,
        draft.valid_from,
        municipality_id=draft.municipality_id,
        party_id=draft.party_id,
    )
    person = known or new_person(session, draft.given_name, draft.family_name)
    person.gender = draft.gender or person.gender
    _write_contacts(session, person.id, draft, keep_unsaid=known is not None)
    write_office(session, person.id, draft.title, draft.municipality_id, draft.valid_from)
    write_party(session, person.id, draft.party_id, draft.valid_from)
    membership = Membership(post_id=post.id, person_id=person.id, valid_from=draft.valid_from)
    session.add(membership)
    session.flush()
    write_role(session, body_id, post.term_id, person.id, draft.role, draft.valid_from)
    write_substitute(session, membership, _stand_in(draft), draft.valid_from)
    record(session, membership, "add", after=person.name)
    return membership


def check_member(draft: MemberDraft) -> None:
    """Raise InvalidValue when a member cannot be kept as written."""
    if not one_line(draft.given_name) and not one_line(draft.family_name):
        raise InvalidValue("Navn", "Skriv medlemmets navn.")
    if draft.kind in ATTACHED:
        _check_attached(draft)
    elif draft.kind not in SEAT_KINDS:
        raise ValueError(f"{draft.kind} is not a seat")
    if draft.kind is PostKind.EX_OFFICIO and draft.municipality_id is None:
        raise InvalidValue("Kommune", "Vælg den kommune, som borgmesteren kommer fra.")
    for label, address in (("E-mail", draft.email), ("Sekretær", draft.secretary_email)):
        check_address(label, address)
    for label, words in (
        ("Navn", f"{draft.given_name} {draft.family_name}"),
        ("Titel", draft.title),
        ("Stedfortræder", draft.substitute),
        ("Telefon", draft.phone),
        ("E-mail", draft.email),
    ):
        refuse_personal_number(label, words)


def _check_attached(draft: MemberDraft) -> None:
    """Raise InvalidValue for an observer or a secretary who is more than that."""
    if draft.role is not MemberRole.MEMBER:
        raise InvalidValue("Rolle", "En observatør eller sekretær kan ikke være i formandskabet.")
    if one_line(draft.substitute):
        raise InvalidValue("Stedfortræder", "Kun et medlem kan have en stedfortræder.")


def _write_contacts(
    session: Session, person_id: int, draft: MemberDraft, *, keep_unsaid: bool = False
) -> list[str]:
    """Write the contacts of the form; return which of them changed, for the history."""
    changed: list[str] = []
    stored = {
        (point.kind, point.role): point
        for point in session.scalars(
            select(ContactPoint).where(ContactPoint.person_id == person_id, live(ContactPoint))
        )
    }
    for name, kind, role in _CONTACTS:
        value = one_line(getattr(draft, name))
        point = stored.get((kind, role))
        if (point.value if point else "") != value:
            changed.append(_CONTACT_NAMES[name])
        if point is None and value:
            session.add(ContactPoint(person_id=person_id, kind=kind, role=role, value=value))
        elif point is not None and not value:
            if keep_unsaid:
                continue
            if point.value and not _says_more(point):
                point.deleted_at = now()
            point.value = value
        elif point is not None and point.value != value:
            point.value = value
    return changed


def _stand_in(draft: MemberDraft) -> StandIn:
    return StandIn(draft.substitute, draft.substitute_id)


def _says_more(point: ContactPoint) -> bool:
    return bool(point.name or point.copy_agenda or point.paper or point.large_print)


def blank_member(day: date) -> MemberDraft:
    """Return the draft of a new member from `day` on."""
    return MemberDraft(
        "", "", PostKind.SUPPLEMENTARY, None, None, "Medlem af kommunalbestyrelsen", day
    )


def read_member(database: Database, membership_id: int, day: date) -> MemberDraft:
    """Return a member to edit, as on `day`."""
    with database.read() as session:
        return member_draft_in(session, membership_id, day)


def member_draft_in(session: Session, membership_id: int, day: date) -> MemberDraft:
    """Return the same in a unit of work that goes on."""
    membership, person, post = seat_or_error(session, membership_id)
    office = session.scalars(current(Office, person.id, day)).first()
    tie = session.scalars(current(PartyTie, person.id, day)).first()
    contacts = {
        (point.kind, point.role): point.value
        for point in session.scalars(
            select(ContactPoint).where(ContactPoint.person_id == person.id, live(ContactPoint))
        )
    }
    substitute = session.execute(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.substitute_for_id == membership_id,
            live(Membership),
            holds(Membership, day),
        )
    ).scalar()
    return MemberDraft(
        given_name=person.given_name,
        family_name=person.family_name,
        kind=post.kind,
        municipality_id=office.municipality_id if office else post.municipality_id,
        party_id=tie.party_id if tie else None,
        title=office.title if office else "",
        valid_from=membership.valid_from,
        role=role_on(session, post.body_id, person.id, day),
        substitute=substitute.name if substitute else "",
        substitute_id=substitute.id if substitute else None,
        gender=person.gender,
        rev=membership.rev,
        person_rev=person.rev,
        **{name: contacts.get((kind, role), "") for name, kind, role in _CONTACTS},
    )


def change_member(
    database: Database, membership_id: int, draft: MemberDraft, day: date
) -> Written[None]:
    """Write a member anew.

    Name and contact are corrected where they stand. Party, title, municipality,
    role and substitute are facts of their own: from `day` on they are the new
    ones, and what was stays true of the time before.
    """
    with database.write() as session:
        recording = Recording(session)
        body_id = change_member_in(session, membership_id, draft, day)
        return recording.written(None, members_changed(body_id))


def change_member_in(session: Session, membership_id: int, draft: MemberDraft, day: date) -> int:
    """Do the same in a unit of work that goes on, and return the id of the body."""
    check_member(draft)
    membership, person, post = seat_or_error(session, membership_id)
    if (membership.rev, person.rev) != (draft.rev, draft.person_rev):
        raise ChangedElsewhere("Medlemmet")
    refuse_party_on(session, post.body_id, draft.kind, draft.party_id, person.name)
    before = person.name
    person.given_name = one_line(draft.given_name)
    person.family_name = one_line(draft.family_name)
    person.gender = draft.gender
    from_day = max(day, membership.valid_from)
    changed = _write_contacts(session, person.id, draft)
    if changed:
        record(session, person, "contacts", after="; ".join(changed))
    write_office(session, person.id, draft.title, draft.municipality_id, from_day)
    write_party(session, person.id, draft.party_id, from_day)
    write_role(
        session,
        post.body_id,
        post.term_id,
        person.id,
        draft.role,
        from_day,
        until=membership.valid_to,
    )
    write_substitute(session, membership, _stand_in(draft), from_day)
    _move_start(session, membership, draft.valid_from)
    record(session, membership, "change", before=before, after=person.name)
    return post.body_id


def _move_start(session: Session, membership: Membership, day: date) -> None:
    if day == membership.valid_from:
        return
    if membership.valid_to is not None and day >= membership.valid_to:
        raise InvalidValue("Fra", "Medlemskabet skal begynde, før det slutter.")
    move_starts(session, membership.person_id, membership.valid_from, day)
    membership.valid_from = day


def seat_or_error(session: Session, membership_id: int) -> tuple[Membership, Person, Post]:
    """Return a membership with its person and its post. Raises NotFound."""
    found = session.execute(
        select(Membership, Person, Post)
        .join(Person, Person.id == Membership.person_id)
        .join(Post, Post.id == Membership.post_id)
        .where(Membership.id == membership_id, live(Membership))
    ).one_or_none()
    if found is None:
        raise NotFound("Medlemskabet")
    return found[0], found[1], found[2]


def members_changed(body_id: int) -> tuple[Change, ...]:
    """Return what a change of the register touches."""
    return (Change(Area.MEMBERS, body_id=body_id),)
