"""What was sent goes out as e-mail drafts, and as a folder for meeting portals."""

import email
from datetime import UTC, date, datetime
from email import policy
from pathlib import Path

import pytest

from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.address_lists import Part
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.dispatch_mail import (
    MailList,
    attachment_limit,
    dispatch_drafts,
    mail_lists,
    recipients_of,
    set_attachment_limit,
    write_drafts,
)
from kkr_desktop.services.planning import list_meetings, read_meeting
from kkr_desktop.services.portal_folder import NothingSent, export_portal_folder
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of

SENT = datetime(2026, 12, 3, 9, tzinfo=UTC)
EVERYBODY = frozenset(Part)


@pytest.fixture
def coming(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


@pytest.fixture
def sent(demo: Database, coming: int) -> int:
    dispatch_agenda(demo, coming, sent_at=SENT)
    return coming


def lists_of(database: Database, meeting_id: int) -> tuple[MailList, ...]:
    body_id = read_meeting(database, meeting_id).body_id
    return mail_lists(database, body_id, EVERYBODY, date(2026, 12, 3))


def test_nobody_is_on_two_lists(demo: Database, coming: int) -> None:
    lists = lists_of(demo, coming)
    addresses = [row.address for found in lists for row in found.addresses.addressees]
    assert len(addresses) == len(set(addresses)) > 80
    assert len(recipients_of(lists)) == len(addresses)


def test_a_draft_opens_unsent_with_the_pack_and_nobody_sees_the_others(
    demo: Database, sent: int, tmp_path: Path
) -> None:
    lists = lists_of(demo, sent)
    paths = write_drafts(dispatch_drafts(demo, sent, lists), tmp_path)
    assert len(paths) == len(lists)
    for path, found in zip(paths, lists, strict=True):
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert message["X-Unsent"] == "1"
        assert message["To"] is None
        assert str(message["Bcc"]).count("@") == len(found.addresses.addressees)
        assert message["Subject"] == (
            "Dagsorden til møde i KKR Hovedstaden den 11. december 2026 med bilag"
        )
        (attached,) = message.iter_attachments()
        assert attached.get_filename() == f"{message['Subject']}.pdf"
        assert words_of(attached.get_content()).count("Bilag 3.1.1") > 1
        body = message.get_body()
        assert body is not None
        assert "fredag den 11. december 2026 kl. 9.30" in body.get_content()
    again = write_drafts(dispatch_drafts(demo, sent, lists), tmp_path)
    assert not {*again} & {*paths}
    assert all(path.exists() for path in (*again, *paths))


def test_what_is_too_large_is_linked_to(demo: Database, sent: int) -> None:
    assert attachment_limit(demo) == 15_000_000
    set_attachment_limit(demo, 1000)
    drafts = dispatch_drafts(demo, sent, lists_of(demo, sent), link="https://kl.dk/pakke")
    assert all(not named.draft.attachments for named in drafts)
    assert "hentes her:\nhttps://kl.dk/pakke" in drafts[0].draft.text
    (first, *_) = dispatch_drafts(demo, sent, lists_of(demo, sent))
    assert "[indsæt link til materialet]" in first.draft.text


def test_the_portal_gets_a_folder_for_each_item(demo: Database, sent: int, tmp_path: Path) -> None:
    folder = export_portal_folder(demo, sent, tmp_path / "Til portalen")
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    assert names[0] == "1.1 - Godkendelse af dagsorden"
    (closed,) = [name for name in names if name.startswith("4.6")]
    assert closed.endswith("(lukket)")
    (item,) = [path for path in folder.iterdir() if path.name.startswith("7.2")]
    assert sorted(path.name for path in item.iterdir()) == [
        "Bilag 1 - Kommissorium for følgegruppe om grundvand og jordforurening.pdf",
        "Bilag 2 - Oversigt over modtagne indstillinger (ikke offentligt).pdf",
        "Punkt 7.2.pdf",
    ]
    assert "Indstilling" in words_of((item / "Punkt 7.2.pdf").read_bytes())


def test_a_folder_that_is_there_is_never_written_into(
    demo: Database, sent: int, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("min", encoding="utf-8")
    with pytest.raises(FileProblem, match="findes allerede"):
        export_portal_folder(demo, sent, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".txt"] == ["note.txt"]


def test_a_portal_folder_that_is_stopped_leaves_nothing_behind(
    demo: Database, sent: int, tmp_path: Path
) -> None:
    class Stopped(Exception): ...

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    target = tmp_path / "ud" / "mappe"
    with pytest.raises(Stopped):
        export_portal_folder(demo, sent, target, stop)
    assert not target.exists()
    assert list(tmp_path.rglob("*.part")) == []


def test_nothing_is_exported_before_something_was_sent(
    demo: Database, coming: int, tmp_path: Path
) -> None:
    with pytest.raises(NothingSent):
        export_portal_folder(demo, coming, tmp_path / "x")
