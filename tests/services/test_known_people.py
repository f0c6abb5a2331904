"""Someone who is in the register already stays one person, with one title and one party a day."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import Membership, Office, PartyTie, Person
from kkr_desktop.services.contacts import read_contacts
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    change_member,
    new_member,
    read_member,
)
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.database import Database

EARLY = date(2026, 2, 1)
LATE = date(2026, 9, 1)


@pytest.fixture
def draft(database: Database, body_id: int) -> MemberDraft:
    choices = member_choices(database, body_id, LATE)
    return MemberDraft(
        given_name="Ida",
        family_name="Ek",
        kind=PostKind.SUPPLEMENTARY,
        municipality_id=choices.municipalities[0].id,
        party_id=choices.parties[0].id,
        title="Rådmand",
        valid_from=LATE,
        email="ida@ek.example",
        phone="12 34 56 78",
        secretary_email="bo@ek.example",
    )


def other_party(database: Database, body_id: int, draft: MemberDraft) -> int:
    parties = member_choices(database, body_id, LATE).parties
    return next(party.id for party in parties if party.id != draft.party_id)


def test_an_earlier_seat_of_someone_known_ends_their_earlier_title_where_the_next_begins(
    database: Database, body_id: int, draft: MemberDraft
) -> None:
    add_member(database, body_id, draft)
    earlier = replace(
        draft,
        title="Byrådsmedlem",
        party_id=other_party(database, body_id, draft),
        valid_from=EARLY,
        email="",
        phone="",
        secretary_email="",
    )
    with database.write() as session:
        person = session.scalars(select(Person)).one()
        new_member(session, body_id, earlier, person)
    with database.read() as session:
        for fact in (Office, PartyTie):
            days = [
                (row.valid_from, row.valid_to)
                for row in session.scalars(select(fact).order_by(fact.valid_from))
            ]
            assert days == [(EARLY, LATE), (LATE, None)]
        person_id = session.scalars(select(Person.id)).one()
    own, secretary, _ = read_contacts(database, person_id).contacts
    assert (own.email, own.phone, secretary.email) == (
        "ida@ek.example",
        "12 34 56 78",
        "bo@ek.example",
    ), "what the new seat says nothing of stays known"


def test_a_membership_moved_back_does_not_push_its_title_over_another(
    database: Database, body_id: int, draft: MemberDraft
) -> None:
    add_member(database, body_id, draft)
    with database.write() as session:
        person = session.scalars(select(Person)).one()
        session.add(
            Office(person_id=person.id, title="Før", valid_from=EARLY, valid_to=date(2026, 6, 1))
        )
    (row,) = members_on(database, body_id, LATE)
    read = read_member(database, row.membership_id, LATE)
    moved = replace(read, valid_from=date(2026, 3, 1))
    change_member(database, row.membership_id, moved, LATE)
    (then,) = members_on(database, body_id, date(2026, 5, 31))
    assert (then.title, then.party_letter) == ("Før", row.party_letter)
    (later,) = members_on(database, body_id, LATE)
    assert later.title == "Rådmand"


def test_a_substitute_who_is_known_is_not_written_a_second_time(
    database: Database, body_id: int, draft: MemberDraft
) -> None:
    member = add_member(database, body_id, replace(draft, substitute="Bo Vice")).value
    neighbour = replace(draft, given_name="Åse", family_name="Ny")
    add_member(database, body_id, neighbour)

    def substitute(name: str, day: date, person_id: int | None = None) -> int | None:
        read = read_member(database, member, day)
        written = replace(read, substitute=name, substitute_id=person_id)
        change_member(database, member, written, day)
        return read_member(database, member, day).substitute_id

    first = read_member(database, member, LATE).substitute_id
    assert first is not None
    ase = substitute("Åse Ny", date(2026, 10, 1))
    assert substitute("Bo Vice", date(2026, 11, 1)) == first, "he stood in here before"
    assert substitute("Åse Ny", date(2026, 12, 1)) == ase, "she sits for the same municipality"
    assert substitute("Bo Vice", date(2027, 1, 1), first) == first
    assert substitute("", date(2027, 2, 1)) is None
    with database.read() as session:
        assert len(session.scalars(select(Person)).all()) == 3
        stood = session.scalars(
            select(Membership.valid_from).where(Membership.substitute_for_id == member)
        ).all()
    assert len(stood) == 5
    own = read_member(database, member, LATE)
    themselves = members_on(database, body_id, LATE)[0].person_id
    with pytest.raises(InvalidValue, match="sin egen"):
        change_member(
            database,
            member,
            replace(own, substitute="Ida Ek", substitute_id=themselves),
            LATE,
        )
