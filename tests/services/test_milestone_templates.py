"""A council may have milestones of its own, and its coming meetings follow them."""

from dataclasses import replace
from datetime import date, time

import pytest

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.milestones import MilestoneStep
from kkr_desktop.services.milestone_changes import MilestoneDraft, change_milestone, mark_done
from kkr_desktop.services.milestone_templates import (
    TemplateRow,
    read_templates,
    save_templates,
    standard_templates,
)
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.storage.database import Database

TODAY = date(2027, 1, 4)
DRAFT = MeetingDraft(MeetingKind.ORDINARY, date(2027, 4, 21), time(9, 30), time(12, 30))


def labels(database: Database, meeting_id: int) -> list[tuple[str, int]]:
    return [(row.label, row.offset_days) for row in milestones_of(database, meeting_id)]


def test_a_change_reaches_coming_meetings_but_not_what_is_done_nor_other_councils(
    database: Database, body_id: int
) -> None:
    ours = plan_meeting(database, body_id, DRAFT).value
    other = body_named(database, "Sjælland").id
    theirs = plan_meeting(database, other, DRAFT).value
    untouched = labels(database, theirs)
    first = milestones_of(database, ours)[0]
    mark_done(database, first.id, first.rev, done=True)
    rows = list(read_templates(database, body_id))
    rows[0] = replace(rows[0], label="Temaer samles", offset_days=-80)
    rows[1] = replace(rows[1], label="Formandskabet prioriterer", offset_days=-60)
    del rows[2]
    rows.append(TemplateRow("Kaffe bestilles", "Kantinen", -3))
    save_templates(database, body_id, rows, TODAY)
    now = labels(database, ours)
    assert now[:3] == [
        ("Bruttoliste og årshjul gennemgås", -70),
        ("Formandskabet prioriterer", -60),
        ("Frist for 1. udkast til punkter og bilag", -35),
    ]
    assert ("Kaffe bestilles", -3) in now
    assert len(now) == 17
    assert labels(database, theirs) == untouched
    assert len(read_templates(database, other)) == 17
    later = plan_meeting(database, body_id, replace(DRAFT, held_on=date(2027, 6, 23))).value
    assert labels(database, later)[0] == ("Temaer samles", -80)


def test_saving_twice_changes_nothing_more(database: Database, body_id: int) -> None:
    meeting_id = plan_meeting(database, body_id, DRAFT).value
    before = labels(database, meeting_id)
    for _ in range(2):
        save_templates(database, body_id, read_templates(database, body_id), TODAY)
    assert labels(database, meeting_id) == before


def test_a_dispatch_in_the_last_week_and_a_nameless_milestone_are_refused(
    database: Database, body_id: int
) -> None:
    rows = read_templates(database, body_id)
    late = [
        replace(row, offset_days=-6) if row.step is MilestoneStep.DISPATCH else row for row in rows
    ]
    with pytest.raises(InvalidValue, match="senest 7 dage før"):
        save_templates(database, body_id, late, TODAY)
    with pytest.raises(InvalidValue, match="Milepæl"):
        save_templates(database, body_id, [*rows, TemplateRow(" ", "", -3)], TODAY)
    assert read_templates(database, body_id) == rows


def test_back_to_the_standard_gives_the_usual_chain_and_keeps_owners_and_what_is_done(
    database: Database, body_id: int
) -> None:
    meeting_id = plan_meeting(database, body_id, DRAFT).value
    usual = labels(database, meeting_id)
    rows = list(read_templates(database, body_id))
    rows[0] = replace(rows[0], offset_days=-80)
    rows[3] = replace(rows[3], label="Kladder afleveres")
    del rows[4]
    rows.append(TemplateRow("Kaffe bestilles", "Kantinen", -3))
    save_templates(database, body_id, rows, TODAY)
    first = milestones_of(database, meeting_id)[0]
    draft = MilestoneDraft(first.label, first.due_on, first.responsible, "Bodil", rev=first.rev)
    change_milestone(database, first.id, draft)
    save_templates(database, body_id, standard_templates(database, body_id), TODAY)
    assert labels(database, meeting_id) == usual
    again = milestones_of(database, meeting_id)[0]
    assert (again.uid, again.owner) == (first.uid, "Bodil")
    own = [replace(row, id=0) for row in read_templates(database, body_id)]
    assert own == [replace(row, id=0) for row in standard_templates(database, body_id)]
