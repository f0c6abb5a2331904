"""A meeting is called by an e-mail draft that the mail program opens ready to send."""

# vobject has no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from dataclasses import replace
from datetime import date, time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
import vobject

from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.invitations import invitation, write_invitation
from kkr_desktop.services.meeting_changes import cancel_meeting, move_meeting
from kkr_desktop.services.planning import MeetingDraft, plan_meeting, read_meeting
from kkr_desktop.storage.database import Database

DRAFT = MeetingDraft(
    MeetingKind.EXTRAORDINARY,
    date(2026, 12, 11),
    time(9, 30),
    time(12),
    "Ærø Rådhus",
    "https://kl.dk/møde",
    notes="Kun til os",
    group_meetings="8.30–9.20",
)


@pytest.fixture
def meeting_id(database: Database, body_id: int) -> int:
    return plan_meeting(database, body_id, DRAFT).value


def opened(database: Database, meeting_id: int, path: Path, *addresses: str) -> EmailMessage:
    write_invitation(invitation(database, meeting_id), addresses, path)
    return message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)


def event_in(message: EmailMessage) -> Any:  # noqa: ANN401
    (part,) = message.iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "KKR Nordjylland 11. december 2026.ics"
    text = part.get_payload(decode=True)
    assert isinstance(text, bytes)
    return cast("Any", vobject).readOne(text.decode("utf-8")).vevent


def test_the_draft_tells_when_and_where_and_brings_the_meeting_along(
    database: Database, meeting_id: int, tmp_path: Path
) -> None:
    message = opened(database, meeting_id, tmp_path / "a.eml", "anne@ærø.dk", "bo@kl.dk")
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == (
        "Indkaldelse: ekstraordinært møde i KKR Nordjylland den 11. december 2026"
    )
    assert [a.addr_spec for a in message["Bcc"].addresses] == ["anne@xn--r-3fa9c.dk", "bo@kl.dk"]
    body = message.get_body()
    assert body is not None
    text: str = body.get_content()
    for words in (
        "Fredag den 11. december 2026 (uge 50), kl. 9.30–12.00",
        "Sted: Ærø Rådhus",
        "Deltag virtuelt: https://kl.dk/møde",
        "Gruppemøder: 8.30–9.20",
        "Dagsordenen udsendes fredag den 4. december 2026.",
    ):
        assert words in text
    assert "Kun til os" not in (tmp_path / "a.eml").read_text("utf-8")
    event = event_in(message)
    assert event.dtstart.value.isoformat() == "2026-12-11T09:30:00+01:00"
    assert event.status.value == "CONFIRMED"
    assert "Gruppemøder: 8.30–9.20" in event.description.value


def test_a_later_draft_moves_the_meeting_and_the_last_one_calls_it_off(
    database: Database, meeting_id: int, tmp_path: Path
) -> None:
    first = event_in(opened(database, meeting_id, tmp_path / "1.eml"))
    rev = move_meeting(
        database, meeting_id, DRAFT.held_on.replace(day=11), read_meeting(database, meeting_id).rev
    ).value
    second = event_in(opened(database, meeting_id, tmp_path / "2.eml"))
    cancel_meeting(database, meeting_id, "For få punkter", rev)
    message = opened(database, meeting_id, tmp_path / "3.eml")
    third = event_in(message)
    assert first.uid.value == second.uid.value == third.uid.value
    assert int(first.sequence.value) < int(second.sequence.value) < int(third.sequence.value)
    assert third.status.value == "CANCELLED"
    assert message["Subject"].startswith("Aflysning: ekstraordinært møde")
    body = message.get_body()
    assert body is not None
    assert "Begrundelse: For få punkter" in body.get_content()


def test_nobody_to_write_to_is_still_a_draft(
    database: Database, meeting_id: int, tmp_path: Path
) -> None:
    message = opened(database, meeting_id, tmp_path / "a.eml")
    assert message["Bcc"] is None
    assert message["To"] is None


def test_what_was_rewritten_in_the_form_is_what_is_sent(
    database: Database, meeting_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.eml"
    sent = replace(invitation(database, meeting_id), subject="Kom!", text="Kære alle æøå")
    write_invitation(sent, (), path)
    message = message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
    body = message.get_body()
    assert body is not None
    assert (message["Subject"], body.get_content().strip()) == ("Kom!", "Kære alle æøå")


def test_a_meeting_that_is_gone_is_said(database: Database) -> None:
    with pytest.raises(NotFound):
        invitation(database, 4711)
