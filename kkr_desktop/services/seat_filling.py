"""Fills a vacant seat: who comes, as what, and who stands in for them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Party, Post, PostKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import InvalidValue, NotFound
from kkr_desktop.model.people import ContactKind, ContactPoint, Membership, Office, Person
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.member_checks import check_address, refuse_personal_number
from kkr_desktop.services.membership_changes import members_changed
from kkr_desktop.services.membership_ends import end_substitutes
from kkr_desktop.services.party_rule import refuse_party_on
from kkr_desktop.services.register import SEAT_KINDS, live
from kkr_desktop.services.reversals import with_a_way_back
from kkr_desktop.services.roles_and_substitutes import StandIn, new_person, write_substitute
from kkr_desktop.services.seats import refuse_taken
from kkr_desktop.services.titles_and_parties import (
    current,
    party_on,
    write_office,
    write_party,
)
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

_DEPUTY_MAYOR = "Viceborgmester"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who takes a seat, and from which day.

    `person_id` is someone in the register already, such as the deputy mayor;
    otherwise the names say who is new, and address and phone are theirs.
    """

    from_day: date
    title: str
    party_id: int | None
    municipality_id: int | None = None
    person_id: int | None = None
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    substitute: StandIn = field(default=StandIn())


def fill_seat(database: Database, post_id: int, arrival: Arrival) -> Written[int]:
    """Give a vacant seat to someone; return the membership's id."""
    with database.write() as session:
        post = _post(session, post_id)
        with with_a_way_back(session) as way:
            way.begun = seat_in(session, post, arrival)
            person = session.get_one(Person, way.begun.person_id)
            told = f"{person.name} {long_date(arrival.from_day)}"
            record(session, way.begun, "fill", after=told)
        return Written(way.begun.id, members_changed(post.body_id))


def give_to_party(database: Database, post_id: int, party_id: int | None) -> Written[int]:
    """Note which party fills a seat; None where that is not settled yet."""
    with database.write() as session:
        post = _post(session, post_id)
        refuse_party_on(session, post.body_id, post.kind, party_id, "Den, der får pladsen,")
        before, after = (_party_name(session, id_) for id_ in (post.party_id, party_id))
        post.party_id = party_id
        record(session, post, "party", before=before, after=after)
        return Written(post_id, members_changed(post.body_id))


def _post(session: Session, post_id: int) -> Post:
    post = session.get(Post, post_id)
    if post is None or post.deleted_at is not None:
        raise NotFound("Pladsen")
    return post


def _party_name(session: Session, party_id: int | None) -> str:
    return session.get_one(Party, party_id).name if party_id is not None else ""


def seat_in(session: Session, post: Post, arrival: Arrival) -> Membership:
    """Seat someone in a unit of work that goes on. Raises InvalidValue."""
    _check(arrival)
    day = arrival.from_day
    refuse_taken(session, post, day)
    person = _person(session, post, arrival)
    refuse_party_on(session, post.body_id, post.kind, arrival.party_id, person.name)
    if post.kind is PostKind.SUPPLEMENTARY and post.party_id is None:
        post.party_id = arrival.party_id
    town = post.municipality_id if post.municipality_id is not None else arrival.municipality_id
    write_office(session, person.id, arrival.title, town, day)
    write_party(session, person.id, arrival.party_id, day)
    membership = Membership(post_id=post.id, person_id=person.id, valid_from=day)
    session.add(membership)
    session.flush()
    stands_in = write_substitute(session, membership, arrival.substitute, day)
    if stands_in is not None and post.kind is PostKind.EX_OFFICIO:
        has_title = session.scalars(current(Office, stands_in.id, day)).first() is not None
        if not has_title:
            write_office(session, stands_in.id, _DEPUTY_MAYOR, town, day)
    session.flush()
    return membership


def seat_to_give_up(
    session: Session, post: Post, person: Person, day: date
) -> tuple[Membership, Post] | None:
    """Return the seat on the same body that a person leaves when they take this one.

    Raises InvalidValue where it is a mayor's, or begins later: nobody leaves that by the way.
    """
    found = session.execute(
        select(Membership, Post)
        .join(Post, Post.id == Membership.post_id)
        .where(
            Post.body_id == post.body_id,
            Post.kind.in_(SEAT_KINDS),
            Membership.person_id == person.id,
            Membership.substitute_for_id.is_(None),
            live(Membership),
            (Membership.valid_to.is_(None)) | (Membership.valid_to > day),
        )
    ).first()
    if found is None:
        return None
    seat, held = found[0], found[1]
    if held.kind is PostKind.EX_OFFICIO or held.kind is post.kind or seat.valid_from >= day:
        raise InvalidValue(
            "Tiltræder",
            f"{person.name} har allerede en plads i rådet. Afslut først det medlemskab.",
        )
    return seat, held


def _check(arrival: Arrival) -> None:
    if arrival.person_id is None and not one_line(arrival.given_name + arrival.family_name):
        raise InvalidValue("Tiltræder", "Vælg eller skriv, hvem der tiltræder.")
    if not one_line(arrival.title):
        raise InvalidValue("Titel", "Skriv den nye titel, fx »Borgmester«.")
    check_address("E-mail", arrival.email)
    for label, words in (
        ("Navn", f"{arrival.given_name} {arrival.family_name}"),
        ("Titel", arrival.title),
        ("Stedfortræder", arrival.substitute.name),
        ("E-mail", arrival.email),
        ("Telefon", arrival.phone),
    ):
        refuse_personal_number(label, words)


def _person(session: Session, post: Post, arrival: Arrival) -> Person:
    if arrival.person_id is None:
        person = new_person(session, arrival.given_name, arrival.family_name)
        for kind, words in (
            (ContactKind.EMAIL, arrival.email),
            (ContactKind.PHONE, arrival.phone),
        ):
            if value := one_line(words):
                session.add(ContactPoint(person_id=person.id, kind=kind, value=value))
        return person
    person = session.get(Person, arrival.person_id)
    if person is None or person.deleted_at is not None:
        raise NotFound("Personen")
    given_up = seat_to_give_up(session, post, person, arrival.from_day)
    if given_up is not None:
        seat, held = given_up
        seat.valid_to = arrival.from_day
        seat.end_reason = "Overtog en anden plads i rådet"
        if held.party_id is None:
            held.party_id = party_on(session, person.id, arrival.from_day - timedelta(days=1))
        end_substitutes(session, seat, arrival.from_day)
        record(session, seat, "end", reason=seat.end_reason)
    return person
