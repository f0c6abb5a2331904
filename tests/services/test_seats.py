"""The seats of a council: what is taken, what is vacant and whose it is to fill."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Post, PostKind, SeatTarget, Term
from kkr_desktop.model.errors import InvalidValue, NotFound
from kkr_desktop.model.people import Gender, Person
from kkr_desktop.services.change_of_mayor import Handover, hand_over, take_back_seat
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.member_export import export_members
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    change_member,
    read_member,
)
from kkr_desktop.services.membership_ends import end_membership
from kkr_desktop.services.person_report import person_report
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import MemberRow, members_on
from kkr_desktop.services.seat_account import GenderBalance, PartySeats, seat_account
from kkr_desktop.services.seat_filling import Arrival, fill_seat, give_to_party
from kkr_desktop.services.vacant_seats import VacantSeat, vacant_seats
from kkr_desktop.storage.database import Database

DAY = date(2026, 11, 24)
LAST = date(2026, 10, 31)
FIRST_VACANT = date(2026, 11, 1)


@pytest.fixture
def body(demo: Database) -> int:
    return body_named(demo, "Hovedstaden").id


def member(demo: Database, body: int, kind: PostKind) -> MemberRow:
    return next(row for row in members_on(demo, body, DAY) if row.type is kind)


def vacate(demo: Database, body: int, kind: PostKind) -> tuple[MemberRow, VacantSeat]:
    row = member(demo, body, kind)
    end_membership(demo, row.membership_id, LAST, "", row.rev)
    (seat,) = vacant_seats(demo, body, DAY)
    return row, seat


def test_a_seat_that_a_mayor_left_waits_for_the_municipality(demo: Database, body: int) -> None:
    assert vacant_seats(demo, body, DAY) == ()
    mayor, seat = vacate(demo, body, PostKind.EX_OFFICIO)
    assert (seat.municipality, seat.since, seat.last_holder, seat.taken_from) == (
        mayor.municipality,
        FIRST_VACANT,
        mayor.name,
        None,
    )
    assert vacant_seats(demo, body, LAST) == (), "as on the last day it was taken"
    arrival = Arrival(date(2026, 12, 1), "Borgmester", None, given_name="Ny", family_name="Mester")
    new = fill_seat(demo, seat.post_id, arrival).value
    (waiting,) = vacant_seats(demo, body, DAY)
    assert waiting == replace(seat, taken_from=date(2026, 12, 1))
    assert vacant_seats(demo, body, date(2026, 12, 1)) == ()
    (row,) = [row for row in members_on(demo, body, date(2026, 12, 1)) if row.membership_id == new]
    assert (row.name, row.municipality, row.title) == (
        "Ny Mester",
        mayor.municipality,
        "Borgmester",
    )
    with pytest.raises(InvalidValue, match="Ny Mester har allerede"):
        fill_seat(demo, seat.post_id, replace(arrival, family_name="Anden"))
    take_back_seat(demo, new)
    assert vacant_seats(demo, body, DAY) == (seat,)


def test_a_seat_that_a_party_fills_names_the_party(demo: Database, body: int) -> None:
    leaver, seat = vacate(demo, body, PostKind.SUPPLEMENTARY)
    assert (seat.party_letter, seat.party_name, seat.municipality) == (
        leaver.party_letter,
        leaver.party_name,
        "",
    )
    other = next(
        party
        for party in member_choices(demo, body, DAY).parties
        if party.id != seat.party_id and party.name[0] not in {leaver.party_letter, " "}
    )
    give_to_party(demo, seat.post_id, other.id)
    (given,) = vacant_seats(demo, body, DAY)
    assert given.party_id == other.id
    give_to_party(demo, seat.post_id, None)
    assert vacant_seats(demo, body, DAY)[0].party_name == ""
    with pytest.raises(NotFound):
        give_to_party(demo, 0, None)


def test_a_new_council_has_all_its_seats_vacant_since_the_term_began(
    database: Database, body_id: int
) -> None:
    seats = vacant_seats(database, body_id, date(2026, 2, 1))
    assert len(seats) == 22
    mayors = [seat.municipality for seat in seats if seat.kind is PostKind.EX_OFFICIO]
    assert mayors[0] == "Brønderslev"
    assert mayors[-1] == "Aalborg", "aa sorts as å"
    assert {seat.since for seat in seats} == {date(2026, 1, 1)}
    assert vacant_seats(database, body_id, date(1990, 1, 1)) == ()
    assert seat_account(database, body_id, date(1990, 1, 1)).seats is None


def test_the_account_counts_parties_and_only_recorded_genders(demo: Database, body: int) -> None:
    account = seat_account(demo, body, DAY)
    assert sum(party.seats for party in account.parties) == account.filled == 58
    assert [party.seats for party in account.parties] == sorted(
        (party.seats for party in account.parties), reverse=True
    )
    assert account.parties[0].letter == "A"
    assert account.genders == GenderBalance(0, 0, 0, 58)
    rows = members_on(demo, body, DAY)
    for row, gender in zip(rows, (Gender.WOMAN, Gender.MAN, Gender.WOMAN), strict=False):
        draft = read_member(demo, row.membership_id, DAY)
        change_member(demo, row.membership_id, replace(draft, gender=gender), DAY)
    assert seat_account(demo, body, DAY).genders == GenderBalance(2, 1, 0, 55)


def test_a_recorded_gender_is_shown_to_the_person_and_never_exported(
    demo: Database, body: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    row = member(demo, body, PostKind.EX_OFFICIO)
    moment = now()

    def told() -> str:
        return str(person_report(demo, row.person_id, moment).tables)

    folder = tmp_path_factory.mktemp("lists")
    export_members(demo, body, DAY, folder / "before.csv")
    assert "Køn" not in told()
    draft = read_member(demo, row.membership_id, DAY)
    change_member(demo, row.membership_id, replace(draft, gender=Gender.OTHER), DAY)
    assert "Andet" in told()
    export_members(demo, body, DAY, folder / "after.csv")
    assert (folder / "after.csv").read_bytes() == (folder / "before.csv").read_bytes()


def test_more_than_two_for_each_municipality_is_warned_of_and_never_stopped(
    database: Database, body_id: int
) -> None:
    day = date(2026, 2, 1)
    choices = member_choices(database, body_id, day)
    assert not seat_account(database, body_id, day).is_over_cap
    for number in range(23):
        add_member(
            database,
            body_id,
            MemberDraft(
                given_name=f"Medlem {number}",
                family_name="Ek",
                kind=PostKind.SUPPLEMENTARY,
                municipality_id=choices.municipalities[0].id,
                party_id=None,
                title="Rådmand",
                valid_from=day,
            ),
        )
    account = seat_account(database, body_id, day)
    assert (account.filled, account.cap, account.is_over_cap) == (23, 22, True)
    assert account.parties == (PartySeats("", "", 23),)


def test_what_was_removed_is_not_counted(demo: Database, body: int) -> None:
    with demo.write() as session:
        term = session.scalars(select(Term)).one()
        gone = Term(name="Fejl", starts_on=date(2026, 6, 1), ends_on=date(2029, 12, 31))
        session.add(gone)
        session.flush()
        session.add(SeatTarget(body_id=body, term_id=gone.id, seats=99))
        gone.deleted_at = now()
        assert term.id != gone.id
    assert seat_account(demo, body, DAY).seats == 58
    with demo.write() as session:
        session.scalars(
            select(SeatTarget).filter_by(body_id=body, seats=58)
        ).one().deleted_at = now()
    assert seat_account(demo, body, DAY).seats is None


def test_a_removed_seat_is_not_vacant_and_a_person_who_left_still_has_their_seat_in_the_past(
    demo: Database, body: int
) -> None:
    row, seat = vacate(demo, body, PostKind.SUPPLEMENTARY)
    with demo.write() as session:
        session.get_one(Post, seat.post_id).deleted_at = now()
    assert vacant_seats(demo, body, DAY) == ()
    assert row.name in {one.name for one in members_on(demo, body, LAST)}


def test_a_vacancy_in_a_change_is_the_same_data(demo: Database, body: int) -> None:
    mayor = member(demo, body, PostKind.EX_OFFICIO)
    hand_over(demo, mayor.membership_id, Handover(LAST, None, rev=mayor.rev))
    (seat,) = vacant_seats(demo, body, DAY)
    assert (seat.municipality, seat.since) == (mayor.municipality, FIRST_VACANT)
    account = seat_account(demo, body, DAY)
    assert account.without_mayor == (mayor.municipality,)
    with demo.read() as session:
        assert session.get_one(Person, mayor.person_id).deleted_at is None
