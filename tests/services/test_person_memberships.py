"""Memberships are written where they stand, and what cannot be is refused with the reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.services.attendance_changes import set_status
from kkr_desktop.services.leading import RoleTaken, leader_other_than
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    blank_member,
    change_member,
    read_member,
)
from kkr_desktop.services.person_facts import FactDraft, FactKind, save_fact
from kkr_desktop.services.person_memberships import (
    MembershipDraft,
    remove_membership,
    save_membership,
)
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.place_cards import place_cards
from kkr_desktop.services.planning import body_named, list_meetings
from kkr_desktop.services.register import (
    MemberRole,
    MemberRow,
    attached_on,
    former_members,
    members_on,
)
from kkr_desktop.services.seat_account import seat_account
from kkr_desktop.services.undoable import take_back
from kkr_desktop.storage.database import Database

START, LATER = date(2026, 1, 26), date(2027, 3, 1)


def added(database: Database, body_id: int, name: str, **facts: object) -> MemberRow:
    given, _, family = name.partition(" ")
    known = {"kind": PostKind.SUPPLEMENTARY, "municipality_id": None, "party_id": None, "title": ""}
    draft = MemberDraft(given, family, valid_from=START, **(known | facts))  # type: ignore[arg-type]
    add_member(database, body_id, draft)
    return row_of(database, body_id, name, START)


def row_of(database: Database, body_id: int, name: str, day: date) -> MemberRow:
    rows = (*members_on(database, body_id, day), *attached_on(database, body_id, day))
    return next(row for row in rows if row.name == name)


def places(database: Database, row: MemberRow) -> list[str]:
    page = read_person_page(database, row.person_id)
    return [fact.name.split(": ")[1] for fact in page.memberships]


def draft_of(database: Database, row: MemberRow, name: str) -> MembershipDraft:
    page = read_person_page(database, row.person_id)
    return next(fact.draft for fact in page.memberships if fact.name.endswith(name))


def town(database: Database, body_id: int, place: int = 0) -> int:
    return member_choices(database, body_id, START).municipalities[place].id


def test_a_chair_follows_another_by_consent_and_the_time_before_stays_true(
    database: Database, body_id: int
) -> None:
    first = added(database, body_id, "Åse Dal", role=MemberRole.CHAIR)
    next_one = added(database, body_id, "Bo Ås")
    draft = MembershipDraft(body_id, PostKind.CHAIR, LATER)
    with pytest.raises(RoleTaken, match="Åse Dal er formand"):
        save_membership(database, next_one.person_id, draft)
    assert places(database, next_one) == ["Supplerende medlem"]
    save_membership(database, next_one.person_id, draft, takes_over=True)

    def chair_on(day: date) -> list[str]:
        rows = members_on(database, body_id, day)
        return [row.name for row in rows if row.role is MemberRole.CHAIR]

    assert chair_on(LATER - timedelta(days=1)) == ["Åse Dal"]
    assert chair_on(LATER) == ["Bo Ås"]
    assert draft_of(database, first, "Formand").last_day == date(2027, 2, 28)
    assert leader_other_than(database, body_id, MemberRole.CHAIR, LATER, "Åse Dal") == "Bo Ås"
    assert leader_other_than(database, body_id, MemberRole.CHAIR, LATER, "Bo Ås") == ""
    assert leader_other_than(database, body_id, MemberRole.VICE_CHAIR, LATER, "Åse Dal") == ""
    third = added(database, body_id, "Cai Ø")
    ended = replace(draft_of(database, first, "Formand"), last_day=date(2027, 1, 31))
    save_membership(database, first.person_id, ended)
    early = replace(draft, valid_from=date(2027, 2, 1))
    with pytest.raises(InvalidValue, match=r"Bo Ås er formand fra 1\. marts 2027"):
        save_membership(database, third.person_id, early)


def test_two_seats_two_mayors_and_two_substitutes_at_once_are_refused(
    database: Database, body_id: int
) -> None:
    where = town(database, body_id)
    mayor = added(
        database,
        body_id,
        "Åse Dal",
        kind=PostKind.EX_OFFICIO,
        municipality_id=where,
        substitute="Ida Ø",
    )
    other = added(database, body_id, "Bo Ås")
    seat = MembershipDraft(body_id, PostKind.EX_OFFICIO, LATER, municipality_id=where)
    with pytest.raises(InvalidValue, match=r"Supplerende medlem .* samme dage"):
        save_membership(database, other.person_id, seat)
    own = draft_of(database, other, "Supplerende medlem")
    save_membership(database, other.person_id, replace(own, last_day=LATER - timedelta(days=1)))
    with pytest.raises(InvalidValue, match="Åse Dal har borgmesterens plads"):
        save_membership(database, other.person_id, seat)
    with pytest.raises(InvalidValue, match="Vælg den kommune"):
        save_membership(database, other.person_id, replace(seat, municipality_id=None))
    stand_in = MembershipDraft(
        body_id, PostKind.SUPPLEMENTARY, LATER, substitute_for_id=mayor.membership_id
    )
    with pytest.raises(InvalidValue, match="Ida Ø er stedfortræder for Åse Dal"):
        save_membership(database, other.person_id, stand_in)
    with pytest.raises(InvalidValue, match="sin egen"):
        save_membership(database, mayor.person_id, stand_in)
    with pytest.raises(InvalidValue, match="først medlem fra 26"):
        save_membership(database, other.person_id, replace(stand_in, valid_from=date(2026, 1, 1)))
    with pytest.raises(InvalidValue, match="Vælg det medlem"):
        save_membership(database, other.person_id, replace(stand_in, substitute_for_id=0))
    with pytest.raises(InvalidValue, match="før den første dag"):
        save_membership(database, other.person_id, replace(seat, last_day=START))


def test_a_seat_that_ends_takes_its_roles_and_substitutes_with_it(
    database: Database, body_id: int
) -> None:
    row = added(database, body_id, "Åse Dal", role=MemberRole.VICE_CHAIR, substitute="Ida Ø")
    seat = draft_of(database, row, "Supplerende medlem")
    save_membership(database, row.person_id, replace(seat, last_day=LATER, end_reason="Flyttet"))
    assert draft_of(database, row, "Næstformand").last_day == LATER
    ida = read_person_page(database, row.person_id + 1)
    assert [fact.draft.last_day for fact in ida.memberships] == [LATER]
    (former,) = former_members(database, body_id, LATER + timedelta(days=1))
    assert (former.name, former.last_day) == ("Åse Dal", LATER)
    told = read_person_page(database, row.person_id).history[0].what
    assert told.startswith("Medlemskab rettet: fra »KKR Nordjylland: Supplerende medlem fra 26.")
    with pytest.raises(ChangedElsewhere):
        save_membership(database, row.person_id, seat)


def test_a_membership_written_by_mistake_goes_unless_minutes_name_it(demo: Database) -> None:
    body_id = body_named(demo, "Hovedstaden").id
    row = next(one for one in members_on(demo, body_id, LATER) if not one.substitute)
    seat = next(
        fact.draft
        for fact in read_person_page(demo, row.person_id).memberships
        if fact.draft.membership_id == row.membership_id
    )
    with pytest.raises(InvalidValue, match="deltagerlisten"):
        remove_membership(demo, row.membership_id, seat.rev)
    other = body_named(demo, "Sjælland").id
    observer = MembershipDraft(other, PostKind.OBSERVER, LATER)
    made = save_membership(demo, row.person_id, observer).value
    assert [one.name for one in attached_on(demo, other, LATER)] == [row.name]
    remove_membership(demo, made, 1)
    assert attached_on(demo, other, LATER) == ()
    assert read_person_page(demo, row.person_id).history[0].what.startswith("Medlemskab fjernet")


def test_observers_and_secretaries_sit_in_without_seat_party_or_vote(demo: Database) -> None:
    body_id = body_named(demo, "Hovedstaden").id
    party = member_choices(demo, body_id, START).parties[0].id
    filled = seat_account(demo, body_id, START).filled
    observer = replace(
        blank_member(START),
        given_name="Ida",
        family_name="Ø",
        kind=PostKind.OBSERVER,
        title="Direktør i KL",
    )
    for wrong, says in (
        (replace(observer, party_id=party), "ikke om ansatte og gæster"),
        (replace(observer, role=MemberRole.CHAIR), "formandskabet"),
        (replace(observer, substitute="Kai Å"), "Kun et medlem"),
    ):
        with pytest.raises(InvalidValue, match=says):
            add_member(demo, body_id, wrong)
    add_member(demo, body_id, observer)
    (row,) = attached_on(demo, body_id, START)
    assert (row.name, row.title, row.type, row.has_seat) == (
        "Ida Ø",
        "Direktør i KL",
        PostKind.OBSERVER,
        False,
    )
    assert seat_account(demo, body_id, START).filled == filled
    assert "Ida Ø" not in {one.name for one in members_on(demo, body_id, START)}
    draft = read_member(demo, row.membership_id, START)
    change_member(demo, row.membership_id, replace(draft, title="Chef"), START)
    page = read_person_page(demo, row.person_id)
    assert (page.offices[0].draft.title, page.may_have_party) == ("Chef", False)
    with pytest.raises(InvalidValue, match="Parti skrives kun om folkevalgte"):
        save_fact(demo, row.person_id, FactDraft(FactKind.PARTY, START, party_id=party))
    meeting = next(one for one in list_meetings(demo, body_id=body_id) if one.held_on > START)
    assert place_cards(demo, meeting.id).cards[-1].name == "Ida Ø"


def test_no_party_is_kept_of_the_staff_on_a_forum(demo: Database) -> None:
    forum = body_named(demo, "K29").id
    choices = member_choices(demo, forum, START)
    assert not choices.may_have_party
    draft = MemberDraft(
        "Kai", "Å", PostKind.SUPPLEMENTARY, None, choices.parties[0].id, "Direktør", START
    )
    with pytest.raises(InvalidValue, match="Kai Å har ingen plads som folkevalgt"):
        add_member(demo, forum, draft)
    add_member(demo, forum, replace(draft, party_id=None))
    row = members_on(demo, forum, START)[0]
    assert not read_person_page(demo, row.person_id).may_have_party


def test_a_new_member_who_has_met_or_sits_elsewhere_is_not_taken_back(demo: Database) -> None:
    council, forum = (body_named(demo, name).id for name in ("Hovedstaden", "K29"))
    meetings = list_meetings(demo, body_id=council)
    coming = next(one for one in meetings if one.state is MeetingState.DRAFTING)
    draft = replace(blank_member(START), given_name="Ny", family_name="Møller")
    written = add_member(demo, council, draft)
    assert written.undo is not None
    row = row_of(demo, council, "Ny Møller", START)
    save_membership(demo, row.person_id, MembershipDraft(forum, PostKind.OBSERVER, START))
    with pytest.raises(InvalidValue, match="andet medlemskab"):
        take_back(demo, written.undo)
    set_status(demo, coming.id, [row.membership_id], AttendanceStatus.PRESENT)
    with pytest.raises(InvalidValue, match="deltagelse i et møde"):
        take_back(demo, written.undo)
    assert row in members_on(demo, council, START)
