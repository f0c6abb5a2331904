"""The chairmanship of a council follows its chair and vice-chair, also back again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.bodies import BodyKind, PostKind
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.services.attendance_changes import everybody_present
from kkr_desktop.services.body_register import BodyDraft, add_body
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section
from kkr_desktop.services.meeting_states import advance
from kkr_desktop.services.member_import import import_members, read_member_rows
from kkr_desktop.services.membership_changes import change_member, read_member
from kkr_desktop.services.person_memberships import (
    MembershipDraft,
    remove_membership,
    save_membership,
)
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.services.register import MemberRole, MemberRow, former_members, members_on
from kkr_desktop.services.undoable import Undo, take_back
from kkr_desktop.storage.database import Database

DAY = date(2027, 3, 1)
BEFORE = DAY - timedelta(days=1)
CHAIR, VICE_CHAIR, MEMBER = MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.MEMBER


@pytest.fixture
def council(demo: Database) -> int:
    return body_named(demo, "Hovedstaden").id


@pytest.fixture
def chairmanship(demo: Database) -> int:
    return body_named(demo, "Formandskab Hovedstaden").id


@pytest.fixture
def leaders(demo: Database, chairmanship: int) -> Callable[[date], dict[MemberRole, str]]:
    """Return who is in the chairmanship on a day, by role."""
    return lambda day: {row.role: row.name for row in members_on(demo, chairmanship, day)}


def of_role(demo: Database, council: int, role: MemberRole, place: int = 0) -> MemberRow:
    return [row for row in members_on(demo, council, BEFORE) if row.role is role][place]


def elect(demo: Database, row: MemberRow, role: MemberRole, day: date = DAY) -> Undo:
    draft = read_member(demo, row.membership_id, day)
    undo = change_member(demo, row.membership_id, replace(draft, role=role), day).undo
    assert undo is not None
    return undo


def test_it_has_the_chair_and_the_vice_chair_from_the_day_of_their_election(
    demo: Database, council: int, leaders: Callable[[date], dict[MemberRole, str]]
) -> None:
    chair, vice = of_role(demo, council, CHAIR), of_role(demo, council, VICE_CHAIR)
    assert leaders(chair.valid_from) == {CHAIR: chair.name, VICE_CHAIR: vice.name}
    assert leaders(chair.valid_from - timedelta(days=1)) == {}


def test_a_new_chair_takes_the_place_on_the_day_and_one_undo_gives_it_back(
    demo: Database,
    council: int,
    chairmanship: int,
    leaders: Callable[[date], dict[MemberRole, str]],
) -> None:
    old, new = of_role(demo, council, CHAIR), of_role(demo, council, MEMBER)
    vice = of_role(demo, council, VICE_CHAIR)
    before = [replace(row, rev=0) for row in members_on(demo, chairmanship, DAY)]
    undo = elect(demo, new, CHAIR)
    assert leaders(BEFORE) == {CHAIR: old.name, VICE_CHAIR: vice.name}
    assert leaders(DAY) == {CHAIR: new.name, VICE_CHAIR: vice.name}
    assert [row.name for row in former_members(demo, chairmanship, DAY)] == [old.name]
    history = [line.what for line in read_person_page(demo, new.person_id).history]
    assert any(line.startswith("Med i formandskabet i kraft af rollen") for line in history)
    take_back(demo, undo)
    assert [replace(row, rev=0) for row in members_on(demo, chairmanship, DAY)] == before
    assert former_members(demo, chairmanship, DAY) == ()


def test_who_becomes_chair_after_vice_chair_stays_and_who_steps_down_leaves(
    demo: Database, council: int, leaders: Callable[[date], dict[MemberRole, str]]
) -> None:
    vice = of_role(demo, council, VICE_CHAIR)
    elect(demo, vice, CHAIR)
    assert leaders(DAY) == {CHAIR: vice.name}
    elect(demo, vice, MEMBER, DAY + timedelta(days=30))
    assert leaders(DAY + timedelta(days=29)) == {CHAIR: vice.name}
    assert leaders(DAY + timedelta(days=30)) == {}


def test_two_elections_for_coming_days_never_give_two_chairs(
    demo: Database, council: int, leaders: Callable[[date], dict[MemberRole, str]]
) -> None:
    later, sooner = of_role(demo, council, MEMBER), of_role(demo, council, MEMBER, 1)
    elect(demo, later, CHAIR, DAY + timedelta(days=90))
    elect(demo, sooner, CHAIR, DAY)
    for day, name in ((DAY, sooner.name), (DAY + timedelta(days=90), later.name)):
        chairs = [row.name for row in members_on(demo, council, day) if row.role is CHAIR]
        assert chairs == [name]
        assert leaders(day)[CHAIR] == name


def test_days_corrected_over_time_and_a_role_removed_are_followed(
    demo: Database, council: int, leaders: Callable[[date], dict[MemberRole, str]]
) -> None:
    vice, new = of_role(demo, council, VICE_CHAIR), of_role(demo, council, MEMBER)
    draft = MembershipDraft(council, PostKind.VICE_CHAIR, DAY)
    role = save_membership(demo, new.person_id, draft, takes_over=True).value
    assert (leaders(BEFORE)[VICE_CHAIR], leaders(DAY)[VICE_CHAIR]) == (vice.name, new.name)
    later = DAY + timedelta(days=14)
    read = next(
        fact.draft
        for fact in read_person_page(demo, new.person_id).memberships
        if fact.draft.membership_id == role
    )
    save_membership(demo, new.person_id, replace(read, valid_from=later))
    assert VICE_CHAIR not in leaders(DAY)
    assert leaders(later)[VICE_CHAIR] == new.name
    remove_membership(demo, role, read.rev + 1)
    assert VICE_CHAIR not in leaders(later)


def test_who_leads_by_two_roles_keeps_the_seat_until_the_last_ends(
    demo: Database, council: int, leaders: Callable[[date], dict[MemberRole, str]]
) -> None:
    vice = of_role(demo, council, VICE_CHAIR)
    draft = MembershipDraft(council, PostKind.CHAIR, DAY)
    save_membership(demo, vice.person_id, draft, takes_over=True)
    old = next(
        fact.draft
        for fact in read_person_page(demo, vice.person_id).memberships
        if fact.draft.kind is PostKind.VICE_CHAIR and fact.draft.body_id == council
    )
    save_membership(demo, vice.person_id, replace(old, last_day=DAY + timedelta(days=9)))
    assert leaders(DAY + timedelta(days=9))
    assert leaders(DAY + timedelta(days=10)) == {CHAIR: vice.name}


def test_a_role_that_somebody_met_by_in_the_chairmanship_is_not_removed(
    demo: Database, council: int, chairmanship: int
) -> None:
    chair = of_role(demo, council, CHAIR)
    held_on = chair.valid_from + timedelta(days=10)
    meeting = plan_meeting(
        demo,
        chairmanship,
        MeetingDraft(MeetingKind.ORDINARY, held_on, time(9), time(10), "København"),
    ).value
    advance(demo, meeting, MeetingState.DRAFTING)
    section = add_section(demo, meeting, "Sager").value
    add_item(demo, section, ItemDraft("Dagsorden", ItemKind.DISCUSSION))
    dispatch_agenda(demo, meeting, sent_at=datetime(2026, 2, 1, 9, tzinfo=UTC))
    advance(demo, meeting, MeetingState.HELD)
    advance(demo, meeting, MeetingState.MINUTES_DRAFTED)
    everybody_present(demo, meeting)
    role = next(
        fact.draft
        for fact in read_person_page(demo, chair.person_id).memberships
        if fact.draft.kind is PostKind.CHAIR and fact.draft.body_id == council
    )
    assert role.membership_id is not None
    with pytest.raises(InvalidValue, match="deltagerlisten"):
        remove_membership(demo, role.membership_id, role.rev)


def test_a_chairmanship_made_later_begins_with_those_who_lead(demo: Database, council: int) -> None:
    chair, vice = of_role(demo, council, CHAIR), of_role(demo, council, VICE_CHAIR)
    begins = date(2026, 9, 1)
    draft = BodyDraft("Snævert formandskab", "", BodyKind.CHAIRMANSHIP, council, begins, None)
    body = add_body(demo, draft, DAY).value
    assert {row.name for row in members_on(demo, body, begins)} == {chair.name, vice.name}
    assert members_on(demo, body, begins - timedelta(days=1)) == ()


def test_an_imported_election_is_followed_and_taken_back_with_the_import(
    demo: Database,
    council: int,
    tmp_path: Path,
    leaders: Callable[[date], dict[MemberRole, str]],
) -> None:
    before, new = leaders(DAY), of_role(demo, council, MEMBER)
    path = tmp_path / "valg.csv"
    path.write_text(f"Navn;Kommune;Rolle\n{new.name};{new.municipality};Formand\n", "utf-8")
    imported = import_members(demo, council, read_member_rows(path), {}, DAY).value
    assert leaders(DAY) == {**before, CHAIR: new.name}
    take_back(demo, imported.undo)
    assert leaders(DAY) == before
