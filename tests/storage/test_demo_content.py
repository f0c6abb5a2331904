import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.bodies import SEATS, PostKind
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.richtext import Table
from kkr_desktop.resource_files import resource
from kkr_desktop.storage.demo_content import (
    DemoContent,
    DemoItem,
    DemoMeeting,
    DemoMembership,
    read_demo_content,
)

CONSTITUTED = date(2026, 1, 26)
CONTENT = read_demo_content()
COMING = next(m for m in CONTENT.meetings if m.state is MeetingState.DRAFTING)
HELD = [m for m in CONTENT.meetings if m.sections and m is not COMING]


def reference(name: str) -> list[dict[str, str]]:
    with resource("reference", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


MUNICIPALITIES = {
    row["code"]: row for row in reference("municipalities.csv") if row["kkr"] == "Hovedstaden"
}


def items(meeting: DemoMeeting) -> Iterator[DemoItem]:
    for section in meeting.sections:
        yield from section.items


def seated(content: DemoContent, day: date) -> list[DemoMembership]:
    return [
        m
        for m in content.memberships
        if m.kind in SEATS and not m.substitute_for and m.holds_on(day)
    ]


@pytest.mark.parametrize("day_of_term", range(0, 400, 3))
def test_all_58_seats_are_filled_once_on_any_day(day_of_term: int) -> None:
    seats = seated(CONTENT, CONSTITUTED + timedelta(days=day_of_term))
    assert Counter(m.kind for m in seats) == {PostKind.EX_OFFICIO: 29, PostKind.SUPPLEMENTARY: 29}
    assert len({m.seat for m in seats}) == 58
    assert len({m.person for m in seats}) == 58


@pytest.mark.parametrize("day", [date(2026, 8, 31), date(2026, 9, 1), date(2026, 12, 11)])
def test_every_municipality_has_its_mayor_on_the_council(day: date) -> None:
    mayors = {
        o.municipality_code: o.person
        for o in CONTENT.offices
        if o.title in {"Borgmester", "Overborgmester"}
        and o.valid_from <= day
        and (o.valid_to is None or day < o.valid_to)
    }
    on_seats = {m.seat: m.person for m in seated(CONTENT, day) if m.kind is PostKind.EX_OFFICIO}
    assert on_seats == mayors
    assert mayors.keys() == MUNICIPALITIES.keys()


def test_council_changes_during_its_first_year() -> None:
    before = {m.person for m in seated(CONTENT, date(2026, 6, 30))}
    after = {m.person for m in seated(CONTENT, date(2026, 12, 11))}
    assert after - before == {"tina-solvang", "louise-bonderup"}
    assert before - after == {"omar-benali-krogh", "esben-hoffgaard"}


def test_chair_and_vice_chair_are_mayors_of_parties_that_the_register_knows() -> None:
    people = {person.key: person for person in CONTENT.people}
    chairs = {
        m.kind: people[m.person].party_letter
        for m in CONTENT.memberships
        if m.kind in {PostKind.CHAIR, PostKind.VICE_CHAIR}
    }
    assert chairs == {PostKind.CHAIR: "A", PostKind.VICE_CHAIR: "C"}
    national = {row["letter"] for row in reference("parties.csv")}
    local = {(entry.letter, entry.municipality_code) for entry in CONTENT.local_lists}
    for person in CONTENT.people:
        tie = (person.party_letter, person.party_municipality_code)
        assert tie in local if tie[1] else tie[0] in national


def test_a_supplementary_seat_stays_with_its_party() -> None:
    people = {person.key: person for person in CONTENT.people}
    for membership in CONTENT.memberships:
        if membership.kind is PostKind.SUPPLEMENTARY and membership.seat != "L1":
            assert people[membership.person].party_letter == membership.seat[0]


def test_everything_that_is_referred_to_is_there() -> None:
    people = {person.key for person in CONTENT.people}
    assert len(people) == len(CONTENT.people)
    assert {o.person for o in CONTENT.offices} == people == {m.person for m in CONTENT.memberships}
    assert {o.municipality_code for o in CONTENT.offices} <= MUNICIPALITIES.keys()
    for meeting in CONTENT.meetings:
        members = {m.person for m in seated(CONTENT, meeting.held_on)}
        substitutes = {
            (m.person, m.substitute_for)
            for m in CONTENT.memberships
            if m.substitute_for and m.holds_on(meeting.held_on)
        }
        for entry in meeting.attendance:
            if entry.substitute_for:
                assert (entry.person, entry.substitute_for) in substitutes
            else:
                assert entry.person in members


def test_a_substitute_takes_the_place_of_somebody_who_is_away() -> None:
    for meeting in HELD:
        away = {a.person for a in meeting.attendance if a.status.value == "apology"}
        assert {a.substitute_for for a in meeting.attendance if a.substitute_for} <= away


def test_nobody_can_be_reached_by_mistake() -> None:
    for person in CONTENT.people:
        assert person.email.endswith(".example")
        assert re.fullmatch(r"00 00 1\d \d\d", person.phone)
    assert len({person.email for person in CONTENT.people}) == len(CONTENT.people)


def test_the_year_has_its_constituting_meeting_and_five_rounds() -> None:
    this_year = [m for m in CONTENT.meetings if m.held_on.year == 2026]
    assert this_year[0].kind is MeetingKind.CONSTITUTING
    assert [m.round_number for m in this_year] == [None, 1, 2, 3, 4, 5]
    next_year = [m for m in CONTENT.meetings if m.held_on.year == 2027]
    assert [m.round_number for m in next_year if not m.body] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("forum", ["Embedsmænd Sundhed", "K29", "Formandskab Hovedstaden"])
def test_a_forum_meets_before_each_round_of_the_council(forum: str) -> None:
    council = {m.round_number: m for m in CONTENT.meetings if not m.body and m.held_on.year == 2027}
    prepared = [m for m in CONTENT.meetings if m.body == forum]
    assert [m.round_number for m in prepared] == [1, 2, 3, 4, 5]
    for meeting in prepared:
        before = council[meeting.round_number].held_on - meeting.held_on
        assert timedelta(days=7) < before < timedelta(days=70)


def test_no_meeting_lies_on_a_day_that_the_calendar_closes() -> None:
    blocks = [row for row in reference("calendar.csv") if row["severity"] in {"block", "warn"}]
    for meeting in CONTENT.meetings:
        day = meeting.held_on.isoformat()
        assert not [row["name"] for row in blocks if row["starts_on"] <= day <= row["ends_on"]]
        assert meeting.held_on.weekday() < 5


def test_the_coming_agenda_is_complete() -> None:
    assert len(COMING.sections) >= 5
    assert len(list(items(COMING))) >= 14
    assert {item.kind for item in items(COMING)} == set(ItemKind)
    minutes = sum(item.minutes_planned or 0 for item in items(COMING))
    assert 150 <= minutes <= 180
    tables = [
        block
        for item in items(COMING)
        for text in item.parts.values()
        for block in text.blocks
        if isinstance(block, Table)
    ]
    assert len(tables) >= 5
    appendices = [appendix for item in items(COMING) for appendix in item.appendices]
    assert 12 <= len(appendices) <= 18
    assert any(not appendix.is_public for appendix in appendices)
    assert all(not appendix.text.is_empty for appendix in appendices)


def test_decisions_are_asked_for_in_the_coming_agenda_and_none_is_taken_yet() -> None:
    for item in items(COMING):
        assert item.decision.is_empty
        assert item.outcome is None
        if item.kind is not ItemKind.ANY_OTHER_BUSINESS:
            assert not item.parts[PartType.RECOMMENDATION].is_empty


def test_a_closed_item_has_words_of_its_own_for_the_public() -> None:
    closed = [item for item in items(COMING) if not item.is_public]
    assert closed
    for item in closed:
        assert item.public_title
        assert item.public_title != item.title
        assert not any(appendix.is_public for appendix in item.appendices)


def test_every_item_of_a_held_meeting_was_decided() -> None:
    for meeting in HELD:
        assert meeting.dispatched_on is not None
        assert meeting.minutes_approved_on is not None
        assert meeting.dispatched_on < meeting.held_on < meeting.minutes_approved_on
        for item in items(meeting):
            assert not item.decision.is_empty, item.title


def test_totals_of_tables_are_sums() -> None:
    """A secretary adds up what she is shown."""

    def number(words: str) -> int | None:
        digits = words.replace(".", "").replace(" kr", "").strip()
        return int(digits) if re.fullmatch(r"-?\d+", digits) else None

    sums = 0
    for meeting in CONTENT.meetings:
        for item in items(meeting):
            texts = [*item.parts.values(), *(appendix.text for appendix in item.appendices)]
            for table in (b for text in texts for b in text.blocks if isinstance(b, Table)):
                grid = [
                    ["".join(run.text for run in c.blocks[0].runs) for c in row]
                    for row in table.rows
                ]
                if grid[-1][0] != "I alt":
                    continue
                for column in range(1, table.column_count):
                    figures = [number(row[column]) for row in grid[1:]]
                    if None not in figures:
                        *parts, total = [f for f in figures if f is not None]
                        assert sum(parts) == total, (item.title, grid[0][column])
                        sums += 1
    assert sums >= 15


def test_titles_and_case_numbers_look_as_in_the_files() -> None:
    numbers: set[str] = set()
    for meeting in CONTENT.meetings:
        for item in items(meeting):
            assert not item.title.endswith(".")
            if item.case_number:
                assert re.fullmatch(r"SAG-2026-\d{5}", item.case_number)
                numbers.add(item.case_number)
    assert len(numbers) > 40


def test_the_standing_agendas_name_known_kinds_in_order() -> None:
    rows = reference("agenda_template.csv")
    assert {row["meeting_kind"] for row in rows} == {"ordinary", "constituting"}
    for row in rows:
        assert bool(row["item_kind"]) == bool(row["item_title"])
        if row["item_kind"]:
            ItemKind(row["item_kind"])
    ordinary = list(
        dict.fromkeys(row["section"] for row in rows if row["meeting_kind"] == "ordinary")
    )
    assert ordinary == [section.title for section in COMING.sections]
