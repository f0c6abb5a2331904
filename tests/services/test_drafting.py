"""The agenda keeps the order that was given to it, and every text in it."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.richtext import RichText, from_plain_text
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.drafting import (
    ItemDraft,
    add_item,
    add_section,
    change_item,
    move_item,
    move_section,
    remove_item,
    remove_section,
    rename_section,
    restore_item,
    save_note,
    save_part,
)
from kkr_desktop.services.planning import MeetingDraft, plan_meeting
from kkr_desktop.storage.database import Database
from tests.rich_texts import rich_texts

DRAFT = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12, 30))


@pytest.fixture
def meeting_id(database: Database, body_id: int) -> int:
    return plan_meeting(database, body_id, DRAFT).value


def titles(database: Database, meeting_id: int) -> list[list[str]]:
    outline = agenda_outline(database, meeting_id)
    return [[item.title for item in section.items] for section in outline.sections]


def new_item(database: Database, section: int, title: str) -> int:
    return add_item(database, section, ItemDraft(title, ItemKind.DECISION)).value


def test_a_new_agenda_has_the_standing_sections_with_numbers(
    database: Database, meeting_id: int
) -> None:
    begin_agenda(database, meeting_id)
    outline = agenda_outline(database, meeting_id)
    assert [section.number for section in outline.sections] == list("123456789")[
        : len(outline.sections)
    ]
    assert outline.sections[0].items[0].number == "1.1"
    assert outline.can_be_edited


moves = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 2), st.integers(-2, 12)), min_size=1, max_size=60
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves)
def test_items_stay_where_they_are_dropped_however_often(
    database: Database, body_id: int, steps: list[tuple[int, int, int]]
) -> None:
    meeting = plan_meeting(database, body_id, DRAFT).value
    sections = [add_section(database, meeting, f"Del {n}").value for n in range(3)]
    items = [new_item(database, sections[n % 3], str(n)) for n in range(9)]
    expected = [[str(n) for n in range(9) if n % 3 == place] for place in range(3)]
    for moved, target, position in steps:
        came_from = move_item(database, items[moved], sections[target], position).value
        source = next(row for row in expected if str(moved) in row)
        assert came_from == (sections[expected.index(source)], source.index(str(moved)))
        source.remove(str(moved))
        expected[target].insert(max(position, 0), str(moved))
        assert titles(database, meeting) == expected


def test_a_hundred_items_can_be_put_in_the_same_place(database: Database, meeting_id: int) -> None:
    section = add_section(database, meeting_id, "Sager").value
    for number in range(100):
        add_item(database, section, ItemDraft(str(number), ItemKind.DECISION), position=0)
    assert titles(database, meeting_id) == [[str(number) for number in reversed(range(100))]]


def test_a_section_is_moved_renamed_and_removed_only_when_empty(
    database: Database, meeting_id: int
) -> None:
    first, second = (add_section(database, meeting_id, name).value for name in "AB")
    item = new_item(database, second, "Sag")
    assert move_section(database, second, 0).value == 1
    assert titles(database, meeting_id) == [["Sag"], []]
    with pytest.raises(InvalidValue, match="Flyt eller slet"):
        remove_section(database, second)
    remove_section(database, first)
    rev = agenda_outline(database, meeting_id).sections[0].rev
    rename_section(database, second, "  Nyt\tnavn ", rev)
    assert [s.title for s in agenda_outline(database, meeting_id).sections] == ["Nyt navn"]
    remove_item(database, item)
    assert titles(database, meeting_id) == [[]]
    restore_item(database, item)
    assert titles(database, meeting_id) == [["Sag"]]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rich_texts)
def test_every_text_is_read_back_as_it_was_typed(
    database: Database, body_id: int, text: RichText
) -> None:
    meeting = plan_meeting(database, body_id, DRAFT).value
    item = new_item(database, add_section(database, meeting, "Sager").value, "Sag")
    save_part(database, item, PartType.CASE_PRESENTATION, text, 0)
    assert read_item(database, item).parts[PartType.CASE_PRESENTATION].text == text


def test_a_text_that_someone_else_changed_is_not_overwritten(
    database: Database, meeting_id: int
) -> None:
    item = new_item(database, add_section(database, meeting_id, "Sager").value, "Sag")
    part = PartType.RECOMMENDATION
    rev = save_part(database, item, part, from_plain_text("Første"), 0).value
    save_part(database, item, part, from_plain_text("Kollegas"), rev)
    with pytest.raises(ChangedElsewhere):
        save_part(database, item, part, from_plain_text("Min"), rev)
    assert read_item(database, item).parts[part].text == from_plain_text("Kollegas")
    save_note(database, item, "Husk\x00 kaffe", 0)
    assert read_item(database, item).note == "Husk kaffe"


def test_facts_of_an_item_are_checked(database: Database, meeting_id: int) -> None:
    item = new_item(database, add_section(database, meeting_id, "Sager").value, "Sag")
    rev = read_item(database, item).draft.rev
    with pytest.raises(InvalidValue, match="Minutter"):
        change_item(
            database, item, ItemDraft("Sag", ItemKind.DECISION, minutes_planned=601, rev=rev)
        )
    changed = ItemDraft("Ny", ItemKind.INFORMATION, minutes_planned=20, presenter="Ida", rev=rev)
    change_item(database, item, changed)
    outline = agenda_outline(database, meeting_id)
    assert outline.planned_minutes == 20
    assert outline.sections[0].items[0].presenter == "Ida"
    remove_item(database, item)
    with pytest.raises(NotFound):
        change_item(database, item, changed)
