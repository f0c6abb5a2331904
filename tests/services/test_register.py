"""The register answers for any day who sat on a council, as what and for whom."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.services.member_choices import add_local_list, member_choices
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    blank_member,
    change_member,
    read_member,
)
from kkr_desktop.services.membership_ends import end_membership, undo_end
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import MemberRole, MemberRow, former_members, members_on
from kkr_desktop.services.seat_account import seat_account
from kkr_desktop.storage.database import Database

START = date(2026, 1, 26)
LATER = date(2027, 3, 1)


def draft(database: Database, body_id: int, name: str, town: str, letter: str) -> MemberDraft:
    choices = member_choices(database, body_id, START)
    given, _, family = name.rpartition(" ")
    return MemberDraft(
        given_name=given,
        family_name=family,
        kind=PostKind.SUPPLEMENTARY,
        municipality_id=next(c.id for c in choices.municipalities if c.name == town),
        party_id=next(c.id for c in choices.parties if c.name.startswith(f"{letter} ")),
        title="Medlem af kommunalbestyrelsen",
        valid_from=START,
    )


def names(rows: Sequence[MemberRow]) -> list[str]:
    return [row.name for row in rows]


def test_members_stand_in_danish_order(database: Database, body_id: int) -> None:
    for name in ("Åse Dal", "Bo Ås", "Ærke Sø", "Øjvind Å", "Aage Ny", "Abel Zeuthen"):
        add_member(database, body_id, draft(database, body_id, name, "Aalborg", "A"))
    assert names(members_on(database, body_id, START)) == [
        *("Abel Zeuthen", "Bo Ås", "Ærke Sø", "Øjvind Å", "Aage Ny", "Åse Dal")
    ]


def test_a_change_of_title_and_party_leaves_the_past_as_it_was(
    database: Database, body_id: int
) -> None:
    added = draft(database, body_id, "Liv Lund", "Aalborg", "A")
    membership = add_member(database, body_id, added).value
    read = read_member(database, membership, LATER)
    changed = replace(
        draft(database, body_id, "Liv Lund Å", "Rebild", "V"),
        title="Borgmester",
        email="liv@rebild.dk",
        rev=read.rev,
        person_rev=read.person_rev,
    )
    change_member(database, membership, changed, LATER)
    (then,) = members_on(database, body_id, date(2027, 2, 28))
    assert (then.title, then.party_letter, then.municipality) == (added.title, "A", "Aalborg")
    (now,) = members_on(database, body_id, LATER)
    assert (now.title, now.party_letter, now.municipality) == ("Borgmester", "V", "Rebild")
    assert {then.name, now.name} == {"Liv Lund Å"}
    with pytest.raises(ChangedElsewhere):
        change_member(database, membership, changed, LATER)


def test_the_chair_hands_over_on_the_day(database: Database, body_id: int) -> None:
    first = replace(draft(database, body_id, "Ida Første", "Aalborg", "A"), role=MemberRole.CHAIR)
    add_member(database, body_id, first)
    second = add_member(
        database, body_id, draft(database, body_id, "Per Anden", "Rebild", "V")
    ).value
    read = read_member(database, second, LATER)
    change_member(database, second, replace(read, role=MemberRole.CHAIR), LATER)

    def chair(day: date) -> list[str]:
        rows = members_on(database, body_id, day)
        return names([row for row in rows if row.role is MemberRole.CHAIR])

    assert chair(date(2027, 2, 28)) == ["Ida Første"]
    assert chair(LATER) == ["Per Anden"]


def test_an_ended_membership_is_in_force_on_its_last_day_and_can_be_taken_back(
    database: Database, body_id: int
) -> None:
    member = replace(
        draft(database, body_id, "Ida Ek", "Aalborg", "A"),
        role=MemberRole.CHAIR,
        substitute="Bo Bøg",
    )
    membership = add_member(database, body_id, member).value
    (before,) = members_on(database, body_id, LATER)
    with pytest.raises(InvalidValue, match="Sidste dag"):
        end_membership(database, membership, date(2025, 1, 1), "", before.rev)
    end_membership(database, membership, date(2027, 2, 28), "Fraflyttet", before.rev)
    assert names(members_on(database, body_id, date(2027, 2, 28))) == ["Ida Ek"]
    assert members_on(database, body_id, LATER) == ()
    (former,) = former_members(database, body_id, LATER)
    assert (former.last_day, former.role) == (date(2027, 2, 28), MemberRole.CHAIR)
    undo_end(database, membership)
    (again,) = members_on(database, body_id, LATER)
    assert (again.role, again.substitute, again.last_day) == (MemberRole.CHAIR, "Bo Bøg", None)


def test_a_seat_has_one_mayor_at_a_time(database: Database, body_id: int) -> None:
    mayor = replace(
        draft(database, body_id, "Ida Ek", "Aalborg", "A"),
        kind=PostKind.EX_OFFICIO,
        title="Borgmester",
    )
    membership = add_member(database, body_id, mayor).value
    with pytest.raises(InvalidValue, match="Ida Ek har allerede"):
        add_member(database, body_id, replace(mayor, given_name="Bo", family_name="Bøg"))
    (row,) = members_on(database, body_id, START)
    end_membership(database, membership, date(2027, 2, 28), "", row.rev)
    successor = replace(mayor, given_name="Bo", family_name="Bøg", valid_from=LATER)
    add_member(database, body_id, successor)
    assert names(members_on(database, body_id, LATER)) == ["Bo Bøg"]
    with pytest.raises(InvalidValue, match="besat"):
        undo_end(database, membership)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"given_name": " ", "family_name": ""}, "navn"),
        ({"kind": PostKind.EX_OFFICIO, "municipality_id": None}, "Kommune"),
        ({"email": "ida(at)aalborg.dk"}, "E-mail"),
        ({"secretary_email": "a b@aalborg.dk"}, "Sekretær"),
        ({"valid_from": date(1900, 1, 1)}, "valgperiode"),
    ],
)
def test_what_cannot_be_a_member_is_refused_with_the_reason(
    database: Database, body_id: int, wrong: dict[str, object], says: str
) -> None:
    good = draft(database, body_id, "Ida Ek", "Aalborg", "A")
    with pytest.raises(InvalidValue, match=says):
        add_member(database, body_id, replace(good, **wrong))  # pyright: ignore[reportArgumentType]
    assert members_on(database, body_id, START) == ()


def test_a_local_list_belongs_to_its_municipality(database: Database, body_id: int) -> None:
    town = member_choices(database, body_id, START).municipalities[0]
    add_local_list(database, "l", "Lokallisten Ærlig", town.id, START)
    names_of_parties = [choice.name for choice in member_choices(database, body_id, START).parties]
    assert f"L  Lokallisten Ærlig ({town.name})" in names_of_parties
    with pytest.raises(InvalidValue, match="navn"):
        add_local_list(database, "L", "", town.id, START)
    with pytest.raises(InvalidValue, match="Bogstav"):
        add_local_list(database, "LLL", "Navn", town.id, START)


def test_the_seat_account_counts_the_demo_council(demo: Database) -> None:
    body = body_named(demo, "Hovedstaden").id
    account = seat_account(demo, body, date(2026, 11, 24))
    assert (account.seats, account.filled, account.without_mayor) == (58, 58, ())
    mayor = next(
        row for row in members_on(demo, body, date(2026, 11, 24)) if row.type is PostKind.EX_OFFICIO
    )
    end_membership(demo, mayor.membership_id, date(2026, 11, 23), "", mayor.rev)
    account = seat_account(demo, body, date(2026, 11, 24))
    assert (account.filled, account.without_mayor) == (57, (mayor.municipality,))


def test_an_empty_council_has_seats_and_no_members(database: Database, body_id: int) -> None:
    account = seat_account(database, body_id, START)
    assert (account.seats, account.filled) == (22, 0)
    assert len(account.without_mayor) == 11
    assert blank_member(START).valid_from == START
