"""Changes the register: adds members and corrects what is known of them."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Post, PostKind, Term
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.people import (
    ContactKind,
    ContactPoint,
    ContactRole,
    Membership,
    Office,
    PartyTie,
    Person,
)
from kkr_desktop.model.personal_number import holds_personal_number
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.person_facts import fact_name, fact_words
from kkr_desktop.services.register import (
    ROLE_NAMES,
    ROLE_POSTS,
    SEAT_KINDS,
    MemberRole,
    holds,
    live,
)
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_CONTACTS = (
    ("email", ContactKind.EMAIL, ContactRole.OWN),
    ("phone", ContactKind.PHONE, ContactRole.OWN),
    ("secretary_email", ContactKind.EMAIL, ContactRole.SECRETARY),
)


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """What the secretary writes of a member.

    `substitute` is the name of the one who stands in, empty for nobody. `rev`
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
    rev: int = 0
    person_rev: int = 0


def add_member(database: Database, body_id: int, draft: MemberDraft) -> Written[int]:
    """Add a person with a seat on the body, and return the membership's id."""
    with database.write() as session:
        membership = new_member(session, body_id, draft)
        return Written(membership.id, members_changed(body_id))


def new_member(
    session: Session, body_id: int, draft: MemberDraft, known: Person | None = None
) -> Membership:
    """Add a member in a unit of work that goes on; `known` is already in the register."""
    check_member(draft)
    post = _free_seat(session, body_id, draft)
    person = known or new_person(session, draft.given_name, draft.family_name)
    _write_contacts(session, person.id, draft)
    _write_office(session, person.id, draft, draft.valid_from)
    _write_party(session, person.id, draft, draft.valid_from)
    membership = Membership(post_id=post.id, person_id=person.id, valid_from=draft.valid_from)
    session.add(membership)
    session.flush()
    _write_role(session, body_id, post.term_id, person.id, draft.role, draft.valid_from)
    _write_substitute(session, membership, draft.substitute, draft.valid_from)
    record(session, membership, "add", after=person.name)
    return membership


def new_person(session: Session, given_name: str, family_name: str) -> Person:
    """Add a person in a unit of work that goes on."""
    person = Person(given_name=one_line(given_name), family_name=one_line(family_name))
    session.add(person)
    session.flush()
    return person


def check_member(draft: MemberDraft) -> None:
    """Raise InvalidValue when a member cannot be kept as written."""
    if not one_line(draft.given_name) and not one_line(draft.family_name):
        raise InvalidValue("Navn", "Skriv medlemmets navn.")
    if draft.kind not in SEAT_KINDS:
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


def check_address(label: str, address: str) -> None:
    """Raise InvalidValue when something stands where an e-mail address should."""
    clean = address.strip()
    if clean and (clean.count("@") != 1 or " " in clean or clean[0] == "@" or clean[-1] == "@"):
        raise InvalidValue(label, f"»{clean}« er ikke en e-mailadresse. Ret den, eller slet den.")


def refuse_personal_number(label: str, words: str) -> None:
    """Raise InvalidValue where the register would come to hold a CPR number."""
    if holds_personal_number(words):
        raise InvalidValue(
            label,
            "Der står noget, der ligner et CPR-nummer. CPR-numre må ikke stå i registret.",
        )


def term_on(session: Session, day: date) -> Term:
    """Return the election term that `day` lies in, or the nearest before it."""
    term = session.scalars(
        select(Term)
        .where(live(Term), Term.starts_on <= day)
        .order_by(Term.starts_on.desc())
        .limit(1)
    ).one_or_none()
    if term is None:
        raise InvalidValue("Fra", "Datoen ligger før den første valgperiode. Vælg en senere dato.")
    return term


def _free_seat(session: Session, body_id: int, draft: MemberDraft) -> Post:
    """Return a vacant seat that fits, or a new one: the number of seats is a warning only."""
    term = term_on(session, draft.valid_from)
    taken = (
        select(Membership.post_id)
        .where(
            live(Membership),
            Membership.substitute_for_id.is_(None),
            (Membership.valid_to.is_(None)) | (Membership.valid_to > draft.valid_from),
        )
        .scalar_subquery()
    )
    seats = (
        select(Post)
        .where(Post.body_id == body_id, Post.term_id == term.id, Post.kind == draft.kind)
        .where(live(Post))
        .order_by(Post.sort_key, Post.id)
    )
    if draft.kind is PostKind.EX_OFFICIO:
        seat = session.scalars(
            seats.where(Post.municipality_id == draft.municipality_id).limit(1)
        ).one_or_none()
        if seat is not None:
            _refuse_second_mayor(session, seat, draft)
            return seat
    else:
        free = seats.where(Post.id.not_in(taken))
        for fitting in (Post.party_id == draft.party_id, Post.party_id.is_(None)):
            seat = session.scalars(free.where(fitting).limit(1)).one_or_none()
            if seat is not None:
                seat.party_id = draft.party_id
                return seat
    post = Post(
        body_id=body_id,
        term_id=term.id,
        kind=draft.kind,
        municipality_id=draft.municipality_id if draft.kind is PostKind.EX_OFFICIO else None,
        party_id=draft.party_id if draft.kind is PostKind.SUPPLEMENTARY else None,
        sort_key=2000,
    )
    session.add(post)
    session.flush()
    return post


def _refuse_second_mayor(session: Session, seat: Post, draft: MemberDraft) -> None:
    holder = session.execute(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.post_id == seat.id,
            Membership.substitute_for_id.is_(None),
            live(Membership),
            (Membership.valid_to.is_(None)) | (Membership.valid_to > draft.valid_from),
        )
    ).scalar()
    if holder is not None:
        raise InvalidValue(
            "Kommune",
            f"{holder.name} har allerede borgmesterens plads. Afslut først det medlemskab, "
            "eller vælg en senere dato.",
        )


def _write_contacts(session: Session, person_id: int, draft: MemberDraft) -> None:
    stored = {
        (point.kind, point.role): point
        for point in session.scalars(
            select(ContactPoint).where(ContactPoint.person_id == person_id, live(ContactPoint))
        )
    }
    for name, kind, role in _CONTACTS:
        value = one_line(getattr(draft, name))
        point = stored.get((kind, role))
        if point is None and value:
            session.add(ContactPoint(person_id=person_id, kind=kind, role=role, value=value))
        elif point is not None and not value:
            if point.value and not _says_more(point):
                point.deleted_at = now()
            point.value = value
        elif point is not None and point.value != value:
            point.value = value


def _says_more(point: ContactPoint) -> bool:
    return bool(point.name or point.copy_agenda or point.paper or point.large_print)


def _write_role(
    session: Session, body_id: int, term_id: int, person_id: int, role: MemberRole, day: date
) -> None:
    """Give the person the role from `day` on; who held it before leaves it that day."""
    for other, kind in ROLE_POSTS.items():
        post = session.scalars(
            select(Post).filter_by(body_id=body_id, term_id=term_id, kind=kind).limit(1)
        ).one_or_none()
        if post is None:
            if other is not role:
                continue
            post = Post(body_id=body_id, term_id=term_id, kind=kind)
            session.add(post)
            session.flush()
        holder = session.scalars(
            select(Membership).where(
                Membership.post_id == post.id, live(Membership), holds(Membership, day)
            )
        ).one_or_none()
        if holder is not None and (holder.person_id == person_id) == (other is role):
            continue
        if holder is not None and (other is role or holder.person_id == person_id):
            end_on(holder, day)
        if other is role:
            held = Membership(post_id=post.id, person_id=person_id, valid_from=day)
            session.add(held)
            session.flush()
            record(session, held, "role", after=ROLE_NAMES[role])


def end_on(fact: Membership | Office | PartyTie, day: date) -> None:
    """End a fact before `day`; one that began that same day is removed instead."""
    if fact.valid_from >= day:
        fact.deleted_at = now()
    else:
        fact.valid_to = day


def _write_substitute(session: Session, membership: Membership, name: str, day: date) -> None:
    clean = one_line(name)
    current = session.execute(
        select(Membership, Person)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.substitute_for_id == membership.id, live(Membership), holds(Membership, day)
        )
    ).one_or_none()
    if current is not None:
        if current[1].name == clean:
            return
        end_on(current[0], day)
    if clean:
        given, _, family = clean.rpartition(" ")
        person = new_person(session, given or family, family if given else "")
        new_substitute(session, membership, person.id, day)


def new_substitute(
    session: Session, membership: Membership, person_id: int, day: date
) -> Membership:
    """Make a person the substitute of a member from `day` on."""
    substitute = Membership(
        post_id=membership.post_id,
        person_id=person_id,
        substitute_for_id=membership.id,
        valid_from=day,
    )
    session.add(substitute)
    session.flush()
    return substitute


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
    office = session.scalars(_current(Office, person.id, day)).first()
    tie = session.scalars(_current(PartyTie, person.id, day)).first()
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
        role=_role_on(session, post.body_id, person.id, day),
        substitute=substitute.name if substitute else "",
        rev=membership.rev,
        person_rev=person.rev,
        **{name: contacts.get((kind, role), "") for name, kind, role in _CONTACTS},
    )


def change_member(
    database: Database, membership_id: int, draft: MemberDraft, day: date
) -> Written[int]:
    """Write a member anew.

    Name and contact are corrected where they stand. Party, title, municipality,
    role and substitute are facts of their own: from `day` on they are the new
    ones, and what was stays true of the time before.
    """
    with database.write() as session:
        body_id = change_member_in(session, membership_id, draft, day)
        return Written(membership_id, members_changed(body_id))


def change_member_in(session: Session, membership_id: int, draft: MemberDraft, day: date) -> int:
    """Do the same in a unit of work that goes on, and return the id of the body."""
    check_member(draft)
    membership, person, post = seat_or_error(session, membership_id)
    if (membership.rev, person.rev) != (draft.rev, draft.person_rev):
        raise ChangedElsewhere("Medlemmet")
    before = person.name
    person.given_name = one_line(draft.given_name)
    person.family_name = one_line(draft.family_name)
    from_day = max(day, membership.valid_from)
    _write_contacts(session, person.id, draft)
    _write_office(session, person.id, draft, from_day)
    _write_party(session, person.id, draft, from_day)
    _write_role(session, post.body_id, post.term_id, person.id, draft.role, from_day)
    _write_substitute(session, membership, draft.substitute, from_day)
    _move_start(session, membership, draft.valid_from)
    record(session, membership, "change", before=before, after=person.name)
    return post.body_id


def _move_start(session: Session, membership: Membership, day: date) -> None:
    if day == membership.valid_from:
        return
    if membership.valid_to is not None and day >= membership.valid_to:
        raise InvalidValue("Fra", "Medlemskabet skal begynde, før det slutter.")
    for kind in (Office, PartyTie):
        for fact in session.scalars(
            select(kind).where(
                kind.person_id == membership.person_id,
                kind.valid_from == membership.valid_from,
                live(kind),
            )
        ):
            fact.valid_from = day
    membership.valid_from = day


def _write_office(session: Session, person_id: int, draft: MemberDraft, day: date) -> None:
    title = one_line(draft.title)
    current = session.scalars(_current(Office, person_id, day)).first()
    if current is not None:
        if (current.title, current.municipality_id) == (title, draft.municipality_id):
            return
        end_on(current, day)
    office = Office(
        person_id=person_id,
        title=title,
        municipality_id=draft.municipality_id,
        valid_from=day,
    )
    session.add(office)
    _record_fact(session, office, current)


def _write_party(session: Session, person_id: int, draft: MemberDraft, day: date) -> None:
    current = session.scalars(_current(PartyTie, person_id, day)).first()
    if current is not None:
        if current.party_id == draft.party_id:
            return
        end_on(current, day)
        if draft.party_id is None:
            record(session, current, "remove", before=fact_name(session, current))
    if draft.party_id is not None:
        tie = PartyTie(person_id=person_id, party_id=draft.party_id, valid_from=day)
        session.add(tie)
        _record_fact(session, tie, current)


def _record_fact(
    session: Session, fact: Office | PartyTie, former: Office | PartyTie | None
) -> None:
    before = "" if former is None else fact_name(session, former)
    action = "change" if before else "add"
    record(session, fact, action, before=before, after=fact_words(session, fact))


_OfPerson = TypeVar("_OfPerson", Office, PartyTie)


def _current(fact: type[_OfPerson], person_id: int, day: date) -> Select[_OfPerson]:
    return select(fact).where(fact.person_id == person_id, live(fact), holds(fact, day))


def _role_on(session: Session, body_id: int, person_id: int, day: date) -> MemberRole:
    kinds = {kind: role for role, kind in ROLE_POSTS.items()}
    kind = session.scalars(
        select(Post.kind)
        .join(Membership, Membership.post_id == Post.id)
        .where(
            Post.body_id == body_id,
            Post.kind.in_(kinds),
            Membership.person_id == person_id,
            live(Membership),
            holds(Membership, day),
        )
    ).first()
    return kinds[kind] if kind is not None else MemberRole.MEMBER


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
