"""What is to be done after the meetings, on the command line."""

import json
from datetime import date

import pytest

from kkr_desktop.cli import main
from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.services.follow_up import FollowUpDraft, add_follow_up
from kkr_desktop.services.minute_taking import minutes_outline
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database


def test_follow_ups_are_listed_with_the_late_ones_marked(
    demo: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting_id = list_meetings(demo)[0].id
    item = minutes_outline(demo, meeting_id).items[0]
    late = FollowUpDraft("Send brev", owner="Sekretariatet", due_on=date(2020, 1, 31))
    add_follow_up(demo, meeting_id, item.id, late)
    add_follow_up(demo, meeting_id, None, FollowUpDraft("Ryddet op", state=FollowUpState.DONE))
    folder = ["--data-dir", str(demo.path.parent)]
    assert main(["follow-ups", "--json", *folder]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed[0]["text"] == "Send brev"
    assert (listed[0]["due_on"], listed[0]["late"]) == ("2020-01-31", True)
    assert (listed[0]["owner"], listed[0]["item"]) == ("Sekretariatet", item.number)
    assert "Ryddet op" not in {row["text"] for row in listed}

    assert main(["follow-ups", "--all", "--body", "KKR Hovedstaden", *folder]) == 0
    said = capsys.readouterr().out
    assert said.startswith("!  31-01-2020   Sekretariatet")
    assert "Ryddet op (udført)" in said
    assert main(["follow-ups", "--body", "KKR Sjælland", *folder]) == 0
    assert "ingen åbne opfølgninger" in capsys.readouterr().out
