"""Deadlines and the plan of a year on the command line."""

import json
from datetime import date, time

import pytest

from kkr_desktop.cli import main
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.planning import MeetingDraft, body_named, list_meetings, plan_meeting
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


def test_a_year_is_proposed_and_put_into_the_calendar_once(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = ["plan", "--body", "KKR Sjælland", "--year", "2028", "--json"]
    folder = ["--data-dir", str(database.path.parent)]
    assert main([*plan, *folder]) == 0
    proposed = json.loads(capsys.readouterr().out)
    assert [date.fromisoformat(one["date"]).isocalendar().week for one in proposed] == [
        6, 16, 25, 36, 47,
    ]  # fmt: skip
    assert all(one["starts_at"] == "09:30" and one["reason"] for one in proposed)
    assert list_meetings(database) == ()
    assert main([*plan, "--apply", *folder]) == 0
    assert json.loads(capsys.readouterr().out) == proposed
    held = [row.held_on.isoformat() for row in list_meetings(database)]
    assert held == [one["date"] for one in proposed]
    assert main([*plan, "--apply", *folder]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("year", ["1900", "99999", "næste"])
def test_a_year_that_cannot_be_planned_is_wrong_usage(
    database: Database, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["plan", "--year", year, "--data-dir", str(database.path.parent)])
    assert "skriv et årstal mellem 2007 og 2099" in capsys.readouterr().err
