"""An agenda is sent without a window, and what stands in the way is told."""

import hashlib
from pathlib import Path

import pytest

from kkr_desktop.cli import main
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from tests import appendix_files


def test_the_checklist_is_printed_and_the_agenda_is_frozen(
    demo: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coming = next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    command = ["dispatch", "--data-dir", str(demo.path.parent), "--meeting", str(coming)]
    assert main([*command, "--check"]) == 0
    assert "Bilag 7.2.2" in capsys.readouterr().out
    mail, portal = tmp_path / "mail", tmp_path / "portal"
    portal.mkdir()
    assert main([*command, "--mail", str(mail), "--portal", str(portal)]) == 1
    assert "findes allerede" in capsys.readouterr().err
    (tmp_path / "optaget").write_text("en fil", encoding="utf-8")
    assert main([*command, "--mail", str(tmp_path / "optaget")]) == 1
    assert "kan ikke laves som mappe" in capsys.readouterr().err
    portal.rmdir()
    assert main([*command, "--mail", str(mail), "--portal", str(portal)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "Udsendt som version 1" in said.out
    (agenda,) = portal.glob("*.pdf")
    assert hashlib.sha256(agenda.read_bytes()).hexdigest() in said.out
    assert len(list(mail.glob("*.eml"))) == 2
    assert main(command) == 1
    assert "Vælg »Tillæg eller rettelse…«" in capsys.readouterr().err
    late = tmp_path / "Sent.pdf"
    late.write_bytes(appendix_files.pdf())
    add = ["add-appendix", *command[1:], "--item", "4.1", str(late)]
    assert main(add) == 1
    assert "Vælg »Tillæg eller rettelse…«" in capsys.readouterr().err
    with pytest.raises(SystemExit) as refused:
        main(["dispatch"])
    assert refused.value.code == 2
