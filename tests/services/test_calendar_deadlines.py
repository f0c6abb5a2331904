"""Deadlines in somebody else's calendar stay the same ones, and follow their meeting."""

# vobject has no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import vobject

from kkr_desktop.documents.calendar_file import CalendarEntry
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.calendar_export import (
    calendar_entries,
    deadline_entries,
    export_calendar,
)
from kkr_desktop.services.meeting_changes import cancel_meeting, move_meeting, reinstate_meeting
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.milestone_changes import (
    MilestoneDraft,
    add_milestone,
    change_milestone,
    mark_done,
    remove_milestone,
)
from kkr_desktop.services.milestone_states import milestone_state, put_back
from kkr_desktop.services.milestone_templates import read_templates, save_templates
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.planning import MeetingDraft, plan_meeting, read_meeting
from kkr_desktop.storage.database import Database

THURSDAY = date(2027, 1, 7)  # T-7 is 31 December, in ISO week 53, on which no office is open


@pytest.fixture
def meeting_id(database: Database, body_id: int) -> int:
    draft = MeetingDraft(MeetingKind.ORDINARY, THURSDAY, time(9, 30), time(12, 30))
    return plan_meeting(database, body_id, draft).value


def entries(database: Database, meeting_id: int) -> dict[str, CalendarEntry]:
    return {entry.uid: entry for entry in deadline_entries(database, meeting_id=meeting_id)}


def test_another_program_reads_every_deadline_on_its_working_day(
    database: Database, meeting_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "frister.ics"
    export_calendar(database, path, meeting_id=meeting_id)
    calendar = cast("Any", vobject).readOne(path.read_text("utf-8"))
    found = {event.uid.value: event for event in calendar.vevent_list}
    rows = {f"{row.uid}@kkr-desktop": row for row in milestones_of(database, meeting_id)}
    deadlines = {uid: row for uid, row in rows.items() if row.offset_days}
    (meeting,) = calendar_entries(database, meeting_id=meeting_id)
    assert set(found) == {*deadlines, f"{meeting.uid}@kkr-desktop"}
    for uid, row in deadlines.items():
        event = found[uid]
        assert (event.dtstart.value, event.dtend.value - event.dtstart.value) == (
            row.due_on,
            timedelta(days=1),
        )
        assert event.summary.value == f"KKR Nordjylland: {row.label}"
        assert event.transp.value == "TRANSPARENT"
    dispatch = found[next(uid for uid, row in deadlines.items() if row.offset_days == -7)]
    assert dispatch.dtstart.value == date(2026, 12, 30)
    assert "Rykket fra torsdag den 31. december 2026" in dispatch.description.value
    assert "Ansvarlig: Sekretariatet" in dispatch.description.value


def test_the_members_get_the_meeting_without_the_secretariats_deadlines(
    database: Database, meeting_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "møde.ics"
    export_calendar(database, path, meeting_id=meeting_id, with_deadlines=False)
    assert path.read_text("utf-8").count("BEGIN:VEVENT") == 1


def to_friday(database: Database, meeting_id: int, rev: int) -> None:
    move_meeting(database, meeting_id, date(2027, 1, 8), rev)


def off(database: Database, meeting_id: int, rev: int) -> None:
    cancel_meeting(database, meeting_id, "Sne", rev)


@pytest.mark.parametrize("change", [to_friday, off])
def test_what_happens_to_the_meeting_raises_the_sequence_of_all_its_deadlines(
    database: Database, meeting_id: int, change: Callable[[Database, int, int], object]
) -> None:
    before = entries(database, meeting_id)
    change(database, meeting_id, read_meeting(database, meeting_id).rev)
    after = entries(database, meeting_id)
    assert set(after) == set(before)
    assert all(after[uid].sequence > before[uid].sequence for uid in before)


def test_a_cancelled_meeting_takes_its_deadlines_out_and_a_reinstated_one_puts_them_back(
    database: Database, meeting_id: int
) -> None:
    def rev() -> int:
        return read_meeting(database, meeting_id).rev

    seen: list[dict[str, CalendarEntry]] = [entries(database, meeting_id)]
    for change in (
        lambda: cancel_meeting(database, meeting_id, "Sne", rev()),
        lambda: reinstate_meeting(database, meeting_id, rev()),
        lambda: cancel_meeting(database, meeting_id, "Mere sne", rev()),
        lambda: go_back(database, meeting_id, "Solskin"),
    ):
        change()
        seen.append(entries(database, meeting_id))
    assert [{entry.is_cancelled for entry in chain.values()} for chain in seen] == [
        {False},
        {True},
        {False},
        {True},
        {False},
    ]
    for uid in seen[0]:
        sequences = [chain[uid].sequence for chain in seen]
        assert sequences == sorted(set(sequences))


def test_a_deadline_that_is_changed_taken_out_or_put_back_is_heard_of_and_no_other(
    database: Database, meeting_id: int
) -> None:
    def row(milestone_id: int) -> Any:  # noqa: ANN401
        return next(row for row in milestones_of(database, meeting_id) if row.id == milestone_id)

    first = milestones_of(database, meeting_id)[0]
    before = entries(database, meeting_id)
    draft = MilestoneDraft(first.label, first.due_on, first.responsible, "Bodil", rev=first.rev)
    change_milestone(database, first.id, draft)
    assert entries(database, meeting_id)[first.uid].sequence == before[first.uid].sequence + 1
    assert "Tovholder: Bodil" in entries(database, meeting_id)[first.uid].description
    mark_done(database, first.id, row(first.id).rev, done=True)
    assert entries(database, meeting_id)[first.uid].sequence == before[first.uid].sequence + 1
    there = milestone_state(database, first.id)
    remove_milestone(database, first.id, row(first.id).rev)
    removed = entries(database, meeting_id)[first.uid]
    assert (removed.is_cancelled, removed.sequence) == (True, before[first.uid].sequence + 2)
    put_back(database, first.id, milestone_state(database, first.id), there)
    restored = entries(database, meeting_id)[first.uid]
    assert (restored.is_cancelled, restored.sequence) == (False, before[first.uid].sequence + 3)
    after = entries(database, meeting_id)
    assert [uid for uid in before if after[uid].sequence != before[uid].sequence] == [first.uid]


def test_an_own_deadline_goes_along(database: Database, meeting_id: int) -> None:
    add_milestone(database, meeting_id, MilestoneDraft("Bus bestilles", date(2026, 12, 1)))
    titles = [entry.title for entry in entries(database, meeting_id).values()]
    assert "KKR Nordjylland: Bus bestilles" in titles


def test_a_changed_template_is_heard_of_only_where_it_changed(
    database: Database, body_id: int, meeting_id: int
) -> None:
    before = entries(database, meeting_id)
    rows = list(read_templates(database, body_id))
    rows[0] = replace(rows[0], offset_days=rows[0].offset_days - 7)
    save_templates(database, body_id, rows, date(2026, 11, 1))
    after = entries(database, meeting_id)
    raised = [uid for uid in before if after[uid].sequence > before[uid].sequence]
    assert raised == [milestones_of(database, meeting_id)[0].uid]
