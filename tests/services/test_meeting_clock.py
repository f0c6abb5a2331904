"""The meeting's clock is kept item for item, through breaks, skipped items and crashes."""

from datetime import datetime, time, timedelta

import pytest

from kkr_desktop.model.errors import NotAllowedNow, NotFound
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.attendance import attendance
from kkr_desktop.services.attendance_changes import everybody_present
from kkr_desktop.services.attendance_moves import came_at, left_at
from kkr_desktop.services.meeting_clock import MeetingClock, begin_item, meeting_clock, pause
from kkr_desktop.services.minute_taking import minutes_outline
from kkr_desktop.services.minutes_content import minutes_content
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database

START = datetime(2026, 12, 11, 9, 30).astimezone()


def minute(number: int) -> datetime:
    return START + timedelta(minutes=number)


@pytest.fixture
def meeting_id(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


@pytest.fixture
def ids(demo: Database, meeting_id: int) -> dict[str, int]:
    return {item.number: item.id for item in minutes_outline(demo, meeting_id).items}


def used(clock: MeetingClock, number: str, moment: datetime) -> int:
    item = next(found for found in clock.items if found.number == number)
    return round(clock.used(item, moment) / timedelta(minutes=1))


def test_used_minutes_leave_out_breaks_and_survive_a_restart(
    demo: Database, meeting_id: int, ids: dict[str, int]
) -> None:
    assert meeting_clock(demo, meeting_id).following is not None
    begin_item(demo, meeting_id, ids["1.1"], minute(0))
    begin_item(demo, meeting_id, ids["1.2"], minute(4))
    pause(demo, meeting_id, minute(10))
    assert meeting_clock(demo, meeting_id).running is None
    begin_item(demo, meeting_id, ids["1.2"], minute(25))
    again = open_database(DataFolder(demo.path.parent))
    clock = meeting_clock(again, meeting_id)
    again.close()
    assert clock.running is not None
    assert clock.running.number == "1.2"
    assert clock.following is not None
    assert clock.following.number == "2.1"
    assert (used(clock, "1.1", minute(30)), used(clock, "1.2", minute(30))) == (4, 11)


def test_how_far_behind_counts_what_is_left_by_the_plan(
    demo: Database, meeting_id: int, ids: dict[str, int]
) -> None:
    begin_item(demo, meeting_id, ids["1.1"], minute(0))
    clock = meeting_clock(demo, meeting_id)
    assert clock.behind(minute(0)) == timedelta()
    planned = clock.items[0].minutes_planned or 0
    assert clock.behind(minute(planned)) == timedelta()
    assert clock.behind(minute(planned + 7)) == timedelta(minutes=7)


def test_an_item_that_was_skipped_and_taken_later_is_told_to_be_moved(
    demo: Database, meeting_id: int, ids: dict[str, int]
) -> None:
    for place, number in enumerate(("1.1", "3.1", "2.1")):
        begin_item(demo, meeting_id, ids[number], minute(10 * place))
    content = minutes_content(demo, meeting_id)
    told = {item.number: item.before for section in content.sections for item in section.items}
    assert told["2.1"] == ("Punktet blev behandlet efter punkt 3.1.",)
    assert told["3.1"] == ()
    begin_item(demo, meeting_id, ids["3.1"], minute(40))
    clock = meeting_clock(demo, meeting_id)
    assert [item.number for item in clock.items if item.is_moved] == ["2.1"]


def test_who_comes_or_leaves_is_noted_at_the_item_that_runs(
    demo: Database, meeting_id: int, ids: dict[str, int]
) -> None:
    rows = attendance(demo, meeting_id)
    late, early, in_break = (row.membership_id for row in rows[:3])
    came_at(demo, meeting_id, [early], time(9, 20))
    begin_item(demo, meeting_id, ids["1.1"], minute(0))
    begin_item(demo, meeting_id, ids["3.1"], minute(20))
    came_at(demo, meeting_id, [late], time(9, 55))
    pause(demo, meeting_id, minute(40))
    came_at(demo, meeting_id, [in_break], time(10, 20))
    left_at(demo, meeting_id, [early], time(10, 5))
    everybody_present(demo, meeting_id)
    numbers = {item.uid: item.number for item in minutes_outline(demo, meeting_id).items}
    stays = {row.membership_id: row.stays for row in attendance(demo, meeting_id)}
    assert numbers[stays[late][0].first or ""] == "3.1"
    assert (stays[early][0].first, stays[early][0].arrived_at) == (None, None)
    assert numbers[stays[early][0].last or ""] == "3.1"
    assert numbers[stays[in_break][0].first or ""] == "4.1"


def test_only_what_may_be_minuted_is_begun(demo: Database, meeting_id: int) -> None:
    with pytest.raises(NotFound):
        begin_item(demo, meeting_id, 999999, START)
    done = next(row.id for row in list_meetings(demo) if row.state is MeetingState.PUBLISHED)
    with pytest.raises(NotAllowedNow):
        begin_item(demo, done, minutes_outline(demo, done).items[0].id, START)
