"""Councils and forums begin and end on real dates, and their history stays."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import select

from kkr_desktop.model.bodies import BodyKind, PostKind, Term
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.body_register import (
    BodyDraft,
    BodyLine,
    add_body,
    body_lines,
    change_body,
    close_body,
    reopen_body,
    what_closes,
)
from kkr_desktop.services.change_of_mayor import take_back_seat
from kkr_desktop.services.known_names import KnownTowns
from kkr_desktop.services.meeting_changes import cancel_meeting
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.membership_changes import MemberDraft, add_member
from kkr_desktop.services.membership_ends import end_membership
from kkr_desktop.services.planning import (
    MeetingDraft,
    bodies,
    body_named,
    list_meetings,
    plan_meeting,
)
from kkr_desktop.services.register import members_on
from kkr_desktop.services.seat_account import seat_account
from kkr_desktop.services.seat_filling import Arrival, fill_seat, give_to_party
from kkr_desktop.services.terms import TermDraft, save_term, terms
from kkr_desktop.services.vacant_seats import vacant_seats
from kkr_desktop.storage.database import Database

DAY = date(2026, 11, 24)
LAST = date(2026, 12, 31)
NEXT = date(2027, 1, 1)


def line(database: Database, name: str, day: date = DAY) -> BodyLine:
    return next(one for one in body_lines(database, day) if one.draft.name == name)


def new_council(database: Database, name: str = "KKR Østdanmark") -> int:
    draft = BodyDraft(name, "", BodyKind.KKR, None, NEXT, None)
    return add_body(database, draft, DAY).value


def test_the_forums_stand_below_their_council_with_their_own_kind(database: Database) -> None:
    council = line(database, "KKR Hovedstaden")
    assert (council.draft.seats, council.draft.valid_from) == (58, date(2007, 1, 1))
    below = [one for one in body_lines(database, DAY) if one.parent_name == "KKR Hovedstaden"]
    assert {one.draft.kind for one in below} == {
        BodyKind.CHAIRMANSHIP,
        BodyKind.CHIEF_EXECUTIVE_FORUM,
        BodyKind.DIRECTORS_FORUM,
    }


def test_a_new_forum_has_seats_of_its_own_to_fill(database: Database) -> None:
    council = body_named(database, "Hovedstaden")
    draft = BodyDraft(
        "Fagdirektørforum  Sundhed", "FDS", BodyKind.DIRECTORS_FORUM, council.id, DAY, 4
    )
    forum = add_body(database, draft, DAY).value
    kept = line(database, "Fagdirektørforum Sundhed")
    assert (kept.parent_name, kept.draft.seats, kept.draft.short_name) == (
        "KKR Hovedstaden",
        4,
        "FDS",
    )
    assert [seat.kind for seat in vacant_seats(database, forum, DAY)] == (
        [PostKind.SUPPLEMENTARY] * 4
    )
    party = member_choices(database, council.id, DAY).parties[0].id
    seat = vacant_seats(database, forum, DAY)[0]
    assert not seat.of_council
    director = Arrival(DAY, "Sundhedsdirektør", party, given_name="Kim", family_name="Ansat")
    with pytest.raises(InvalidValue, match="folkevalgt"):
        fill_seat(database, seat.post_id, director)
    with pytest.raises(InvalidValue, match="folkevalgt"):
        give_to_party(database, seat.post_id, party)
    filled = fill_seat(database, seat.post_id, replace(director, party_id=None)).value
    assert [row.title for row in members_on(database, forum, DAY)] == ["Sundhedsdirektør"]
    take_back_seat(database, filled)
    account = seat_account(database, forum, DAY)
    assert (account.seats, account.filled, account.cap) == (4, 0, None)
    assert forum in {body.id for body in bodies(database)}


def test_more_and_fewer_seats_never_take_one_that_somebody_has_had(
    database: Database, body_id: int
) -> None:
    town = member_choices(database, body_id, DAY).municipalities[0].id
    draft = MemberDraft("Ida", "Ek", PostKind.SUPPLEMENTARY, town, None, "Rådmand", DAY)
    add_member(database, body_id, draft)

    def seats(wanted: int) -> int:
        kept = line(database, "KKR Nordjylland").draft
        change_body(database, body_id, replace(kept, seats=wanted), DAY)
        return len(vacant_seats(database, body_id, DAY)) + 1

    assert seats(25) == 25
    assert seats(22) == 22
    assert seats(3) == 12, "eleven mayors and the one who sits"
    assert seats(22) == 22
    assert [row.name for row in members_on(database, body_id, DAY)] == ["Ida Ek"]
    with pytest.raises(InvalidValue, match="Pladser"):
        seats(1000)


def test_a_council_closes_with_its_forums_and_hands_its_municipalities_on(
    demo: Database,
) -> None:
    old, eastern = body_named(demo, "Hovedstaden").id, new_council(demo)
    towns = member_choices(demo, old, DAY).municipalities
    members = members_on(demo, old, LAST)
    assert len(members) == 58
    for meeting in list_meetings(demo):
        if meeting.held_on > LAST:
            with pytest.raises(InvalidValue, match="møder efter den dag"):
                close_body(demo, old, LAST, eastern, line(demo, "KKR Hovedstaden").draft.rev)
            cancel_meeting(demo, meeting.id, "Rådet nedlægges", meeting.rev)
    assert what_closes(demo, old, LAST) == (
        "Formandskabet for KKR Hovedstaden",
        "Kommunaldirektørkreds K29",
        "Embedsmandsudvalg for Sundhed",
        "Embedsmandsudvalg for Socialområdet",
    )
    close_body(demo, old, LAST, eastern, line(demo, "KKR Hovedstaden").draft.rev)
    closed = line(demo, "KKR Hovedstaden")
    assert (closed.last_day, closed.successor_name) == (LAST, "KKR Østdanmark")
    assert line(demo, "Kommunaldirektørkreds K29").last_day == LAST
    assert not next(body for body in bodies(demo) if body.id == old).is_open_on(NEXT)
    assert members_on(demo, old, NEXT) == ()
    assert [row.name for row in members_on(demo, old, LAST)] == [row.name for row in members]
    assert vacant_seats(demo, old, NEXT) == ()
    assert seat_account(demo, old, NEXT).seats is None
    assert member_choices(demo, eastern, NEXT).municipalities == towns
    assert member_choices(demo, eastern, DAY).municipalities == ()
    assert member_choices(demo, old, DAY).municipalities == towns
    assert {seat.municipality for seat in vacant_seats(demo, eastern, NEXT)} == {
        town.name for town in towns
    }
    with demo.read() as session:
        for day, body in ((DAY, old), (NEXT, eastern)):
            town = KnownTowns(session, day).named("Ishøj")
            assert town is not None
            assert town.body_id == body


def test_closing_is_taken_back_whole(demo: Database) -> None:
    old = body_named(demo, "Hovedstaden").id
    leaver = members_on(demo, old, DAY)[0]
    end_membership(demo, leaver.membership_id, LAST, "Fraflyttet", leaver.rev)
    before = [replace(row, rev=0) for row in members_on(demo, old, LAST)]
    for meeting in list_meetings(demo):
        if meeting.held_on > LAST:
            cancel_meeting(demo, meeting.id, "Nedlæggelse", meeting.rev)
    close_body(demo, old, LAST, None, line(demo, "KKR Hovedstaden").draft.rev)
    reopen_body(demo, old)
    assert [replace(row, rev=0) for row in members_on(demo, old, LAST)] == before
    assert len(members_on(demo, old, NEXT)) == 57, "who left for another reason stays away"
    assert line(demo, "Kommunaldirektørkreds K29").last_day is None
    with pytest.raises(InvalidValue, match="ikke nedlagt"):
        reopen_body(demo, old)


def test_no_meeting_is_planned_in_a_closed_council(database: Database, body_id: int) -> None:
    eastern = new_council(database)
    close_body(database, body_id, LAST, eastern, line(database, "KKR Nordjylland").draft.rev)
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2027, 2, 1), time(9), time(12))
    with pytest.raises(InvalidValue, match="Brug KKR Østdanmark"):
        plan_meeting(database, body_id, draft)
    plan_meeting(database, body_id, replace(draft, held_on=date(2026, 12, 1)))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": " "}, "Navn"),
        ({"name": "kkr hovedstaden"}, "hedder allerede"),
        ({"short_name": "K29"}, "hedder allerede"),
        ({"kind": BodyKind.CHAIRMANSHIP}, "Hører til"),
    ],
)
def test_a_body_that_cannot_be_is_refused_with_the_reason(
    database: Database, wrong: dict[str, object], says: str
) -> None:
    good = BodyDraft("KKR Ø", "Ø", BodyKind.KKR, None, DAY, 2)
    count = len(bodies(database))
    with pytest.raises(InvalidValue, match=says):
        add_body(database, replace(good, **wrong), DAY)  # pyright: ignore[reportArgumentType]
    assert len(bodies(database)) == count


def test_a_closing_that_cannot_be_is_refused(database: Database, body_id: int) -> None:
    rev = line(database, "KKR Nordjylland").draft.rev
    with pytest.raises(InvalidValue, match="sig selv"):
        close_body(database, body_id, LAST, body_id, rev)
    with pytest.raises(InvalidValue, match="første dag"):
        close_body(database, body_id, date(2000, 1, 1), None, rev)
    with pytest.raises(ChangedElsewhere):
        close_body(database, body_id, LAST, None, rev + 1)
    with pytest.raises(NotFound):
        close_body(database, 0, LAST, None, rev)
    other = body_named(database, "Midtjylland").id
    close_body(database, other, DAY, None, line(database, "KKR Midtjylland").draft.rev)
    with pytest.raises(InvalidValue, match="selv nedlagt"):
        close_body(database, body_id, LAST, other, rev)
    forum = body_named(database, "K11").id
    below_itself = replace(line(database, "KKR Nordjylland").draft, parent_id=forum)
    with pytest.raises(InvalidValue, match="sig selv"):
        change_body(database, body_id, below_itself, DAY)


def test_a_new_term_has_the_seats_of_the_one_before_all_vacant(demo: Database) -> None:
    (known,) = terms(demo)
    assert (known.starts_on, known.ends_on) == (date(2026, 1, 1), date(2029, 12, 31))
    save_term(demo, TermDraft("2030–2034", date(2030, 1, 1), date(2033, 12, 31)))
    body = body_named(demo, "Hovedstaden").id
    seats = vacant_seats(demo, body, date(2030, 2, 1))
    assert len(seats) == 58
    assert len([seat for seat in seats if seat.kind is PostKind.EX_OFFICIO]) == 29
    assert seat_account(demo, body, date(2030, 2, 1)).seats == 58
    assert seat_account(demo, body, DAY).filled == 58
    for wrong in (
        TermDraft("2030–2034", date(2034, 1, 1), date(2037, 12, 31)),
        TermDraft("Ny", date(2033, 1, 1), date(2037, 12, 31)),
        TermDraft("Ny", date(2037, 1, 1), date(2036, 12, 31)),
        TermDraft(" ", date(2037, 1, 1), date(2038, 12, 31)),
    ):
        with pytest.raises(InvalidValue):
            save_term(demo, wrong)
    latest = terms(demo)[0]
    save_term(demo, replace(latest, ends_on=date(2034, 1, 31)))
    with pytest.raises(ChangedElsewhere):
        save_term(demo, latest)
    with demo.read() as session:
        ends = session.scalars(select(Term.ends_on).order_by(Term.starts_on)).all()
    assert ends == [date(2029, 12, 31), date(2034, 1, 31)]
