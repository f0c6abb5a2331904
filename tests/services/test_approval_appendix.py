"""The members find the minutes that they are to approve beside the item that approves them."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.redaction import RedactedVersion
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.agenda_outline import AppendixRow, read_item
from kkr_desktop.services.appendices import appendix_path, remove_appendix
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.meeting_states import advance, go_back
from kkr_desktop.services.minute_taking import (
    DecisionDraft,
    minutes_outline,
    read_decision,
    save_decision,
)
from kkr_desktop.services.minutes_approval import approve_minutes, send_minutes
from kkr_desktop.services.minutes_content import preview_minutes
from kkr_desktop.services.planning import MeetingDraft, list_meetings, plan_meeting
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of

AT = datetime(2026, 12, 13, 9, tzinfo=UTC)
CLOSED = "Det fortrolige tilbud blev antaget."


@pytest.fixture
def held(demo: Database) -> int:
    """Return a meeting whose minutes are drafted, with a decision on every item."""
    meeting_id = next(r.id for r in list_meetings(demo) if r.state is MeetingState.DRAFTING)
    dispatch_agenda(demo, meeting_id, sent_at=AT - timedelta(days=9))
    for state in (MeetingState.HELD, MeetingState.MINUTES_DRAFTED):
        advance(demo, meeting_id, state)
    for item in minutes_outline(demo, meeting_id).items:
        words = "KKR godkendte sagen." if item.is_public else CLOSED
        save_decision(demo, meeting_id, item.id, DecisionDraft(from_plain_text(words)))
    return meeting_id


@pytest.fixture
def following(demo: Database, held: int) -> int:
    """Return the meeting after it, whose agenda is not begun."""
    body_id = next(r.body_id for r in list_meetings(demo) if r.id == held)
    draft = MeetingDraft(
        MeetingKind.ORDINARY, date(2027, 2, 5), time(9, 30), time(12, 0), "Rådhuset"
    )
    return plan_meeting(demo, body_id, draft).value


def attached(demo: Database, meeting_id: int) -> tuple[AppendixRow, ...]:
    """Return the appendices of the item that approves minutes."""
    items = minutes_outline(demo, meeting_id).items
    (approving,) = [item.id for item in items if "11. december 2026" in item.title]
    return read_item(demo, approving).appendices


def test_sent_minutes_come_with_the_agenda_that_is_begun_after_them(
    demo: Database, held: int, following: int
) -> None:
    send_minutes(demo, held, sent_at=AT)
    begin_agenda(demo, following)
    (appendix,) = attached(demo, following)
    assert appendix.title == "Referat af møde i KKR Hovedstaden den 11. december 2026"
    assert appendix_path(demo, appendix.id).read_bytes() == preview_minutes(demo, held)


def test_minutes_sent_later_come_beside_the_item_that_waits_for_them(
    demo: Database, held: int, following: int
) -> None:
    begin_agenda(demo, following)
    assert attached(demo, following) == ()
    written = send_minutes(demo, held, sent_at=AT)
    assert following in {change.meeting_id for change in written.changes}
    assert len(attached(demo, following)) == 1
    approve_minutes(demo, held, approved_at=AT)
    assert len(attached(demo, following)) == 1


def test_corrected_minutes_take_the_place_of_those_that_were_sent_first(
    demo: Database, held: int, following: int
) -> None:
    begin_agenda(demo, following)
    send_minutes(demo, held, sent_at=AT)
    go_back(demo, held, "En fejl i punkt 1.1")
    item = minutes_outline(demo, held).items[0]
    rev = read_decision(demo, held, item.id).decision.rev
    draft = DecisionDraft(from_plain_text("Rettet beslutning."), rev=rev)
    save_decision(demo, held, item.id, draft)
    send_minutes(demo, held, sent_at=AT + timedelta(days=1))
    (appendix,) = attached(demo, following)
    assert "Rettet beslutning." in words_of(appendix_path(demo, appendix.id).read_bytes())


def test_the_public_reads_them_without_what_is_closed(
    demo: Database, held: int, following: int
) -> None:
    begin_agenda(demo, following)
    send_minutes(demo, held, sent_at=AT)
    (appendix,) = attached(demo, following)
    assert CLOSED in words_of(appendix_path(demo, appendix.id).read_bytes())
    assert appendix.is_public
    with demo.read() as session:
        redacted = session.scalars(select(RedactedVersion)).all()
    (made,) = [version for version in redacted if version.appendix_id == appendix.id]
    public = words_of(demo.files.read(made.file_sha256))
    assert CLOSED not in public
    assert "KKR godkendte sagen." in public


def test_minutes_that_the_secretary_took_away_stay_away(
    demo: Database, held: int, following: int
) -> None:
    begin_agenda(demo, following)
    send_minutes(demo, held, sent_at=AT)
    (appendix,) = attached(demo, following)
    remove_appendix(demo, appendix.id)
    approve_minutes(demo, held, approved_at=AT)
    assert attached(demo, following) == ()


def test_an_agenda_that_was_sent_is_not_changed(demo: Database, held: int, following: int) -> None:
    begin_agenda(demo, following)
    dispatch_agenda(demo, following, sent_at=AT)
    send_minutes(demo, held, sent_at=AT)
    assert attached(demo, following) == ()


def test_the_demo_has_the_last_minutes_beside_the_item_that_approves_them(demo: Database) -> None:
    meetings = [row for row in list_meetings(demo) if row.state is not MeetingState.PLANNED]
    for before, meeting in pairwise(meetings):
        items = minutes_outline(demo, meeting.id).items
        (approving,) = [i.id for i in items if long_date(before.held_on) in i.title]
        (minutes,) = read_item(demo, approving).appendices
        assert appendix_path(demo, minutes.id).read_bytes() == preview_minutes(demo, before.id)
