"""What a meeting wants done is with somebody, by a day, and is not forgotten."""

from dataclasses import replace
from datetime import date

import pytest

from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.follow_up import (
    FollowUpDraft,
    add_follow_up,
    change_follow_up,
    follow_ups,
    owner_choices,
    read_follow_up,
    remove_follow_up,
    restore_follow_up,
    set_follow_up_state,
)
from kkr_desktop.services.minute_taking import minutes_outline
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database


@pytest.fixture
def past(demo: Database) -> int:
    """Return the last meeting whose minutes are approved."""
    return [row for row in list_meetings(demo) if row.state is MeetingState.MINUTES_APPROVED][-1].id


def texts(demo: Database, *, with_closed: bool = False) -> list[str]:
    return [row.draft.text for row in follow_ups(demo, with_closed=with_closed)]


def test_late_ones_stand_first_and_those_without_a_day_last(demo: Database, past: int) -> None:
    for text, due_on in (
        ("Uden frist", None),
        ("Til januar", date(2027, 1, 15)),
        ("Overskredet", date(2026, 9, 18)),
    ):
        add_follow_up(demo, past, None, FollowUpDraft(text, due_on=due_on))
    found = follow_ups(demo)
    days = [row.draft.due_on or date.max for row in found]
    assert days == sorted(days)
    late = found[0]
    assert (late.draft.text, found[-1].draft.text) == ("Overskredet", "Uden frist")
    assert late.is_late(date(2026, 9, 19))
    assert not late.is_late(date(2026, 9, 18))


def test_a_follow_up_knows_its_item_meeting_and_owner(demo: Database, past: int) -> None:
    item = minutes_outline(demo, past).items[0]
    owner = next(one for one in owner_choices(demo, past) if one.person_id is not None)
    draft = FollowUpDraft("  Send  brev\ntil kommunerne ", owner_person_id=owner.person_id)
    made = add_follow_up(demo, past, item.id, draft).value
    row = read_follow_up(demo, made)
    assert (row.draft.text, row.owner_name) == ("Send brev til kommunerne", owner.name)
    assert (row.item_number, row.item_title) == (item.number, item.title)
    assert (row.body_name, row.held_on) == ("KKR Hovedstaden", date(2026, 9, 4))
    assert [found.id for found in follow_ups(demo, item_id=item.id)] == [made]
    with pytest.raises(InvalidValue, match="hvad der skal gøres"):
        add_follow_up(demo, past, item.id, FollowUpDraft("  "))


def test_owners_in_words_are_offered_again(demo: Database, past: int) -> None:
    add_follow_up(demo, past, None, FollowUpDraft("Undersøg", owner="K29's sekretariat"))
    offered = [one.name for one in owner_choices(demo, past) if one.person_id is None]
    assert {"K29's sekretariat", "Sekretariatet"} <= set(offered)


def test_what_is_done_leaves_the_list_and_can_be_opened_again(demo: Database, past: int) -> None:
    made = add_follow_up(demo, past, None, FollowUpDraft("Undersøg")).value
    before = set_follow_up_state(demo, read_follow_up(demo, made), FollowUpState.DONE).value
    assert "Undersøg" not in texts(demo)
    assert "Undersøg" in texts(demo, with_closed=True)
    assert read_follow_up(demo, made).closed_at is not None
    change_follow_up(demo, made, before)
    assert read_follow_up(demo, made).closed_at is None
    assert "Undersøg" in texts(demo)


def test_a_change_is_never_lost_to_an_older_one(demo: Database, past: int) -> None:
    made = add_follow_up(demo, past, None, FollowUpDraft("Undersøg")).value
    old = read_follow_up(demo, made).draft
    change_follow_up(demo, made, replace(old, owner="Sekretariatet"))
    with pytest.raises(ChangedElsewhere):
        change_follow_up(demo, made, replace(old, owner="Formanden"))
    assert read_follow_up(demo, made).owner_name == "Sekretariatet"


def test_a_removed_follow_up_comes_back(demo: Database, past: int) -> None:
    made = add_follow_up(demo, past, None, FollowUpDraft("En fejl")).value
    remove_follow_up(demo, made)
    with pytest.raises(NotFound):
        read_follow_up(demo, made)
    restore_follow_up(demo, made)
    assert read_follow_up(demo, made).draft.text == "En fejl"
