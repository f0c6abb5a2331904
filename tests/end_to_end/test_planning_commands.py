"""Deadlines and the plan of a year on the command line."""

import json
from datetime import date, time

import pytest

from kkr_desktop.cli import main
from kkr_desktop.model.meetings import MeetingKind
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.storage.database import Database


def test_the_deadlines_of_a_meeting_today_are_listed(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    today = date.today()  # noqa: DTZ011
    draft = MeetingDraft(MeetingKind.ORDINARY, today, time(9, 30), time(12, 30))
    plan_meeting(database, body_named(database, "Sjælland").id, draft)
    folder = ["--data-dir", str(database.path.parent)]
    assert main(["deadlines", "--json", *folder]) == 0
    listed = json.loads(capsys.readouterr().out)
    meeting = next(entry for entry in listed if entry["milestone"] == "KKR-møde")
    assert meeting["date"] == meeting["meeting_date"] == today.isoformat()
    assert (meeting["when"], meeting["body"]) == ("this_week", "KKR Sjælland")
    assert main(["deadlines", "--body", "KKR Hovedstaden", *folder]) == 0
    assert "ingen frister" in capsys.readouterr().out
