"""A change of mayor in mid-term: the past keeps its mayor, the coming meeting has the new one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from kkr_desktop.documents.content import AttendanceContent
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.people import Person
from kkr_desktop.model.treatment import StanceKind
from kkr_desktop.services.address_lists import Part, Purpose, address_list
from kkr_desktop.services.agenda_outline import agenda_outline
from kkr_desktop.services.attendance import attendance
from kkr_desktop.services.attendance_changes import everybody_present, set_status
from kkr_desktop.services.attendance_moves import bring_substitute
from kkr_desktop.services.change_of_mayor import (
    Handover,
    can_take_back,
    contacts_of_the_office,
    hand_over,
    take_back_seat,
    what_follows,
)
from kkr_desktop.services.contacts import read_contacts, save_contacts
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section
from kkr_desktop.services.meeting_states import advance
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.membership_changes import change_member, read_member
from kkr_desktop.services.membership_ends import end_membership, undo_end
from kkr_desktop.services.minutes_approval import approve_minutes, remarks_before_approval
from kkr_desktop.services.minutes_content import minutes_content, preview_minutes
from kkr_desktop.services.people_choices import PersonChoice, people_to_choose
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.planning import body_named, list_meetings
from kkr_desktop.services.register import MemberRole, MemberRow, members_on
from kkr_desktop.services.roles_and_substitutes import StandIn
from kkr_desktop.services.seat_filling import Arrival
from kkr_desktop.services.stances import Voice, add_stances
from kkr_desktop.storage.database import Database

APPROVED = datetime(2026, 12, 18, 9, tzinfo=UTC)
DAY = date(2027, 1, 4)
BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def body(demo: Database) -> int:
    return body_named(demo, "Hovedstaden").id


def seated(
    demo: Database, body: int, fits: Callable[[MemberRow], bool], day: date = BEFORE
) -> MemberRow:
    return next(row for row in members_on(demo, body, day) if fits(row))


def is_mayor(row: MemberRow) -> bool:
    return row.type is PostKind.EX_OFFICIO


@pytest.fixture
def mayor(demo: Database, body: int) -> MemberRow:
    return seated(demo, body, lambda row: is_mayor(row) and bool(row.substitute))


def known(demo: Database, body: int, name: str, day: date = BEFORE) -> PersonChoice:
    return next(one for one in people_to_choose(demo, body, day) if one.name == name)


def another_party(demo: Database, body: int, row: MemberRow) -> int:
    parties = member_choices(demo, body, DAY).parties
    return next(choice.id for choice in parties if not choice.name.startswith(row.party_letter))


@pytest.fixture
def handover(demo: Database, body: int, mayor: MemberRow) -> Handover:
    arrival = Arrival(
        from_day=DAY,
        title="Borgmester",
        party_id=another_party(demo, body, mayor),
        given_name="Åse",
        family_name="Nyborg",
        email="aase@nyborg.example",
        substitute=StandIn("Bo Vice"),
    )
    return Handover(BEFORE, arrival, "Trådt tilbage", rev=mayor.rev)


def taking_over(handover: Handover, **changes: object) -> Handover:
    """Return the same handover to someone else."""
    assert handover.arrival is not None
    arrival = replace(handover.arrival, **changes)  # pyright: ignore[reportArgumentType]
    return replace(handover, arrival=arrival)


def as_shown(demo: Database, body: int, day: date) -> list[MemberRow]:
    return [replace(row, rev=0) for row in members_on(demo, body, day)]


def test_the_seat_goes_over_on_the_day_and_back_again(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    days = (BEFORE, DAY, date(2027, 6, 1))
    before = [as_shown(demo, body, day) for day in days]
    arrived = hand_over(demo, mayor.membership_id, handover).value
    assert arrived is not None
    then = members_on(demo, body, BEFORE)
    assert mayor.name in {row.name for row in then}
    rows = members_on(demo, body, DAY)
    assert mayor.name not in {row.name for row in rows}
    new = next(row for row in rows if row.membership_id == arrived)
    assert (new.name, new.title, new.municipality, new.substitute, new.type, new.email) == (
        "Åse Nyborg",
        "Borgmester",
        mayor.municipality,
        "Bo Vice",
        PostKind.EX_OFFICIO,
        "aase@nyborg.example",
    )
    assert new.party_letter != mayor.party_letter
    assert known(demo, body, "Bo Vice", DAY).title == "Viceborgmester"
    assert can_take_back(demo, arrived)
    assert take_back_seat(demo, arrived).value == mayor.membership_id
    assert [as_shown(demo, body, day) for day in days] == before
    assert "Åse Nyborg" not in {one.name for one in people_to_choose(demo, body, DAY)}
    told = read_person_page(demo, mayor.person_id).history
    assert any("Medlemskabet afsluttet" in line.what for line in told)


def test_what_the_leaver_was_ends_on_the_day_and_comes_back_as_it_was(
    demo: Database, mayor: MemberRow, handover: Handover
) -> None:
    before = read_person_page(demo, mayor.person_id)
    arrived = hand_over(demo, mayor.membership_id, handover).value
    page = read_person_page(demo, mayor.person_id)
    assert [fact.draft.last_day for fact in page.offices][:1] == [BEFORE]
    assert [fact.draft.last_day for fact in page.parties][:1] == [BEFORE]
    assert arrived is not None
    take_back_seat(demo, arrived)
    after = read_person_page(demo, mayor.person_id)
    for facts, kept in (
        (after.offices, before.offices),
        (after.parties, before.parties),
        (after.memberships, before.memberships),
    ):
        assert [(fact.name, fact.draft.valid_from, fact.draft.last_day) for fact in facts] == [
            (fact.name, fact.draft.valid_from, fact.draft.last_day) for fact in kept
        ]


def test_the_deputy_mayor_takes_over_as_the_same_person(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    deputy = known(demo, body, mayor.substitute)
    assert deputy.stands_in_for == mayor.membership_id
    moving = taking_over(handover, person_id=deputy.person_id, given_name="", family_name="")
    arrived = hand_over(demo, mayor.membership_id, moving).value
    assert arrived is not None
    new = seated(demo, body, lambda row: row.membership_id == arrived, DAY)
    assert (new.person_id, new.name, new.title) == (
        deputy.person_id,
        mayor.substitute,
        "Borgmester",
    )
    assert new.substitute == "Bo Vice"
    titles = [
        (fact.name, fact.draft.last_day) for fact in read_person_page(demo, new.person_id).offices
    ]
    assert titles[0][1] is None
    assert all(last_day is not None for _, last_day in titles[1:])
    undo_end(demo, mayor.membership_id)
    assert known(demo, body, mayor.substitute, DAY) == deputy


def test_a_sitting_member_becomes_mayor_and_leaves_a_seat_for_the_party(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    other = seated(demo, body, lambda row: row.type is PostKind.SUPPLEMENTARY)
    moving = taking_over(handover, person_id=other.person_id)
    assert f"{other.name}s nuværende plads i rådet bliver ledig." in what_follows(
        demo, mayor.membership_id, other.person_id, DAY
    )
    before = as_shown(demo, body, DAY)
    arrived = hand_over(demo, mayor.membership_id, moving).value
    rows = [row for row in members_on(demo, body, DAY) if row.person_id == other.person_id]
    assert [(row.membership_id, row.type, row.title) for row in rows] == [
        (arrived, PostKind.EX_OFFICIO, "Borgmester")
    ]
    assert len(members_on(demo, body, DAY)) == len(before) - 1
    assert arrived is not None
    take_back_seat(demo, arrived)
    assert as_shown(demo, body, DAY) == before


def test_the_mayors_office_follows_to_the_new_mayor_in_the_address_lists(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    contacts = read_contacts(demo, mayor.person_id)
    own, secretary, chief = contacts.contacts
    office = (
        own,
        replace(secretary, name="Ida Sekretær", email="ida@by.example", copy_agenda=True),
        replace(chief, name="Kim Direktør", email="kim@by.example", copy_agenda=True),
    )
    save_contacts(demo, replace(contacts, contacts=office))
    assert contacts_of_the_office(demo, mayor.membership_id) == ("Ida Sekretær", "Kim Direktør")
    hand_over(demo, mayor.membership_id, handover)
    everybody = frozenset(Part)

    def addresses(day: date) -> set[str]:
        found = address_list(demo, body, Purpose.AGENDA, everybody, day)
        return {addressee.address for addressee in found.addressees}

    assert {"aase@nyborg.example", "ida@by.example", "kim@by.example"} <= addresses(DAY)
    assert mayor.email not in addresses(DAY)
    assert {mayor.email, "ida@by.example"} <= addresses(BEFORE)
    assert "aase@nyborg.example" not in addresses(BEFORE)


def test_a_party_fills_the_seat_of_a_supplementary_member_from_another_municipality(
    demo: Database, body: int
) -> None:
    leaver = seated(demo, body, lambda row: row.type is PostKind.SUPPLEMENTARY)
    towns = member_choices(demo, body, DAY).municipalities
    town = next(town for town in towns if town.name != leaver.municipality)
    party = known(demo, body, leaver.name).party_id
    arrival = Arrival(
        DAY,
        "Byrådsmedlem",
        party,
        municipality_id=town.id,
        given_name="Ny",
        family_name="Valgt",
    )
    arrived = hand_over(demo, leaver.membership_id, Handover(BEFORE, arrival, rev=leaver.rev)).value
    new = seated(demo, body, lambda row: row.membership_id == arrived, DAY)
    assert (new.municipality, new.party_letter, new.title, new.type) == (
        town.name,
        leaver.party_letter,
        "Byrådsmedlem",
        PostKind.SUPPLEMENTARY,
    )


def test_a_chair_who_leaves_is_chair_no_longer_and_comes_back_only_where_there_is_room(
    demo: Database, body: int, handover: Handover
) -> None:
    chair = seated(demo, body, lambda row: row.role is MemberRole.CHAIR)
    assert f"{chair.name} er ikke længere formand for KKR Hovedstaden." in what_follows(
        demo, chair.membership_id, None, DAY
    )

    def chairs(day: date) -> list[str]:
        return [row.name for row in members_on(demo, body, day) if row.role is MemberRole.CHAIR]

    arrived = hand_over(demo, chair.membership_id, replace(handover, rev=chair.rev)).value
    assert (chairs(BEFORE), chairs(DAY)) == ([chair.name], [])
    other = seated(demo, body, lambda row: row.role is MemberRole.MEMBER and is_mayor(row), DAY)
    read = read_member(demo, other.membership_id, DAY)
    change_member(demo, other.membership_id, replace(read, role=MemberRole.CHAIR), DAY)
    assert chairs(DAY) == [other.name]
    assert arrived is not None
    take_back_seat(demo, arrived)
    assert chairs(DAY) == [other.name], "never two"
    assert chair.name in {row.name for row in members_on(demo, body, DAY)}


def test_a_role_that_was_still_to_begin_goes_and_comes_with_the_seat(
    demo: Database, body: int, mayor: MemberRow
) -> None:
    read = read_member(demo, mayor.membership_id, DAY)
    change_member(demo, mayor.membership_id, replace(read, role=MemberRole.CHAIR), DAY)

    def chairs() -> list[str]:
        return [row.name for row in members_on(demo, body, DAY) if row.role is MemberRole.CHAIR]

    assert chairs() == [mayor.name]
    row = seated(demo, body, lambda row: row.membership_id == mayor.membership_id)
    end_membership(demo, mayor.membership_id, BEFORE, "", row.rev)
    assert chairs() == []
    undo_end(demo, mayor.membership_id)
    assert chairs() == [mayor.name]


def test_the_seat_in_the_chairmanship_follows(demo: Database, body: int) -> None:
    chairmanship = body_named(demo, "Formandskab Hovedstaden").id
    chair = seated(demo, body, lambda row: row.role is MemberRole.CHAIR)

    def leaders(day: date) -> dict[str, MemberRole]:
        return {row.name: row.role for row in members_on(demo, chairmanship, day)}

    before = leaders(DAY)
    assert before[chair.name] is MemberRole.CHAIR
    assert what_follows(demo, chair.membership_id, None, DAY) == (
        f"{chair.name} er ikke længere formand for KKR Hovedstaden.",
        f"{chair.name} er ikke længere medlem af Formandskabet for KKR Hovedstaden.",
    )
    end_membership(demo, chair.membership_id, BEFORE, "", chair.rev)
    assert leaders(BEFORE) == before
    assert leaders(DAY) == {name: role for name, role in before.items() if name != chair.name}
    undo_end(demo, chair.membership_id)
    assert leaders(DAY) == before


def test_what_ended_for_itself_on_the_same_day_does_not_come_back(
    demo: Database, body: int, mayor: MemberRow
) -> None:
    read = read_member(demo, mayor.membership_id, DAY)
    change_member(demo, mayor.membership_id, replace(read, substitute="", substitute_id=None), DAY)
    row = seated(demo, body, lambda row: row.membership_id == mayor.membership_id, DAY)
    end_membership(demo, mayor.membership_id, BEFORE, "", row.rev)
    undo_end(demo, mayor.membership_id)
    again = seated(demo, body, lambda row: row.membership_id == mayor.membership_id, DAY)
    assert (again.substitute, again.last_day) == ("", None)


def test_a_seat_can_be_left_vacant(demo: Database, body: int, mayor: MemberRow) -> None:
    written = hand_over(demo, mayor.membership_id, Handover(BEFORE, None, rev=mayor.rev))
    assert written.value is None
    assert mayor.name not in {row.name for row in members_on(demo, body, DAY)}
    undo_end(demo, mayor.membership_id)
    assert mayor.name in {row.name for row in members_on(demo, body, DAY)}


def test_a_change_is_not_taken_back_over_the_heads_of_those_who_came_later(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    first = hand_over(demo, mayor.membership_id, handover).value
    assert first is not None
    later = date(2027, 8, 1)
    row = seated(demo, body, lambda row: row.membership_id == first, DAY)
    third = replace(
        taking_over(handover, from_day=later, given_name="Tredje", family_name="Mand"),
        last_day=later - timedelta(days=1),
        rev=row.rev,
    )
    hand_over(demo, first, third)
    before = as_shown(demo, body, later)
    with pytest.raises(InvalidValue, match="Tredje Mand"):
        undo_end(demo, mayor.membership_id)
    assert as_shown(demo, body, later) == before
    undo_end(demo, first)
    undo_end(demo, mayor.membership_id)
    assert mayor.name in {row.name for row in members_on(demo, body, later)}


def prepare_minutes(demo: Database, meeting_id: int, state: MeetingState) -> None:
    if state is MeetingState.PLANNED:
        advance(demo, meeting_id, MeetingState.DRAFTING)
    if not any(section.items for section in agenda_outline(demo, meeting_id).sections):
        section = add_section(demo, meeting_id, "Sager").value
        add_item(demo, section, ItemDraft("Budget", ItemKind.DECISION))
    dispatch_agenda(demo, meeting_id, sent_at=APPROVED)
    advance(demo, meeting_id, MeetingState.HELD)
    advance(demo, meeting_id, MeetingState.MINUTES_DRAFTED)
    everybody_present(demo, meeting_id)


def hold_meeting(demo: Database, meeting_id: int, state: MeetingState) -> None:
    prepare_minutes(demo, meeting_id, state)
    approve_minutes(demo, meeting_id, approved_at=APPROVED)


def of_the_town(demo: Database, meeting_id: int, mayor: MemberRow) -> AttendanceContent:
    """Return who stands in the minutes as the municipality's mayor."""
    return next(
        person
        for person in minutes_content(demo, meeting_id).attendance
        if person.municipality == mayor.official_municipality and person.title == "Borgmester"
    )


def test_minutes_before_the_change_keep_the_old_mayor_and_those_after_have_the_new(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    meetings = [row for row in list_meetings(demo) if row.body_id == body]
    earlier = next(row for row in meetings if row.state is MeetingState.DRAFTING)
    later = next(row for row in meetings if row.held_on >= DAY)
    hold_meeting(demo, earlier.id, earlier.state)
    content, pdf = minutes_content(demo, earlier.id), preview_minutes(demo, earlier.id)
    old = of_the_town(demo, earlier.id, mayor)
    assert (old.name, old.party_letter) == (mayor.name, mayor.party_letter)
    arrived = hand_over(demo, mayor.membership_id, handover).value
    hold_meeting(demo, later.id, later.state)
    new_row = seated(demo, body, lambda row: row.membership_id == arrived, DAY)
    new = of_the_town(demo, later.id, mayor)
    assert (new.name, new.party_letter) == ("Åse Nyborg", new_row.party_letter)
    assert mayor.name not in {one.name for one in minutes_content(demo, later.id).attendance}
    assert minutes_content(demo, earlier.id) == content
    assert preview_minutes(demo, earlier.id) == pdf
    assert arrived is not None
    with pytest.raises(InvalidValue, match="deltagelse"):
        take_back_seat(demo, arrived)
    assert of_the_town(demo, later.id, mayor) == new


def test_a_change_written_late_takes_nobody_out_of_minutes_that_are_not_settled(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    meetings = [row for row in list_meetings(demo) if row.body_id == body]
    earlier = next(row for row in meetings if row.state is MeetingState.DRAFTING)
    later = next(row for row in meetings if row.held_on >= DAY)
    for meeting in (earlier, later):
        prepare_minutes(demo, meeting.id, meeting.state)
    bring_substitute(demo, later.id, mayor.membership_id, None)
    set_status(demo, later.id, [mayor.membership_id], AttendanceStatus.ONLINE)
    before = minutes_content(demo, later.id)
    told = what_follows(demo, mayor.membership_id, None, DAY)
    named = f"{mayor.name} står på deltagerlisten til mødet {long_date(later.held_on)}. "
    stays = "Det bliver stående; ret listen under Referat, hvis den er forkert."
    assert named + stays in told
    arrived = hand_over(demo, mayor.membership_id, handover).value
    assert of_the_town(demo, earlier.id, mayor).name == mayor.name
    assert {one.name: one for one in minutes_content(demo, later.id).attendance} == {
        one.name: one for one in before.attendance
    }
    rows = {row.name: row for row in attendance(demo, later.id)}
    assert not rows[mayor.name].is_member
    assert rows["Åse Nyborg"].status is None
    assert (
        f"{mayor.name} er noteret på deltagerlisten, men var ikke medlem på mødets dag."
        in remarks_before_approval(demo, later.id)
    )
    assert arrived is not None
    set_status(demo, later.id, [mayor.membership_id], None)
    set_status(demo, later.id, [arrived], AttendanceStatus.PRESENT)
    assert of_the_town(demo, later.id, mayor).name == "Åse Nyborg"
    assert mayor.name not in {row.name for row in attendance(demo, later.id)}


def test_a_reservation_noted_before_a_late_change_keeps_its_name(
    demo: Database, body: int, mayor: MemberRow, handover: Handover
) -> None:
    later = next(row for row in list_meetings(demo) if row.body_id == body and row.held_on >= DAY)
    prepare_minutes(demo, later.id, later.state)
    item = next(item for one in agenda_outline(demo, later.id).sections for item in one.items)
    voice = Voice(mayor.name, membership_id=mayor.membership_id)
    add_stances(demo, later.id, item.id, StanceKind.RESERVATION, [voice], "finder prisen for høj")
    before = minutes_content(demo, later.id).sections
    assert mayor.name in str(before)
    hand_over(demo, mayor.membership_id, handover)
    assert minutes_content(demo, later.id).sections == before


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"given_name": "", "family_name": " "}, "Tiltræder"),
        ({"title": " "}, "Titel"),
        ({"email": "aase(at)nyborg.example"}, "E-mail"),
        ({"substitute": StandIn("010101-1234")}, "CPR"),
        ({"from_day": date(2026, 3, 1)}, "Tiltræder"),
    ],
)
def test_a_wrong_handover_is_refused_and_nothing_is_changed(
    demo: Database,
    body: int,
    mayor: MemberRow,
    handover: Handover,
    wrong: dict[str, object],
    says: str,
) -> None:
    before = members_on(demo, body, DAY)
    with pytest.raises(InvalidValue, match=says):
        hand_over(demo, mayor.membership_id, taking_over(handover, **wrong))
    with pytest.raises(InvalidValue, match="første dag"):
        hand_over(demo, mayor.membership_id, replace(handover, last_day=date(2020, 1, 1)))
    with pytest.raises(ChangedElsewhere):
        hand_over(demo, mayor.membership_id, replace(handover, rev=mayor.rev + 1))
    other = next(row for row in before if is_mayor(row) and row.person_id != mayor.person_id)
    with pytest.raises(InvalidValue, match="allerede en plads"):
        hand_over(demo, mayor.membership_id, taking_over(handover, person_id=other.person_id))
    with pytest.raises(InvalidValue, match="sig selv"):
        hand_over(demo, mayor.membership_id, taking_over(handover, person_id=mayor.person_id))
    assert members_on(demo, body, DAY) == before
    with demo.read() as session:
        assert not session.scalars(select(Person.id).filter_by(family_name="Nyborg")).all()
