"""The minutes go to the chair, to the members, to the next meeting and to the public."""

from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes, policy
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import select

from kkr_desktop.model.errors import InvalidValue, NotAllowedNow
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.minutes import MinutesStage, MinutesVersion
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.meeting_states import advance, go_back
from kkr_desktop.services.minute_taking import DecisionDraft, minutes_outline, save_decision
from kkr_desktop.services.minutes_approval import (
    approve_minutes,
    give_to_chair,
    publish_minutes,
    send_minutes,
)
from kkr_desktop.services.minutes_content import minutes_content, preview_minutes
from kkr_desktop.services.minutes_mail import PDF, WORD, draft_to_chair, draft_to_members
from kkr_desktop.services.minutes_progress import minutes_progress
from kkr_desktop.services.planning import MeetingDraft, list_meetings, plan_meeting
from kkr_desktop.storage.database import Database

AT = datetime(2026, 12, 13, 9, tzinfo=UTC)


@pytest.fixture
def held(demo: Database) -> int:
    """Return a meeting whose minutes are drafted, with one decision."""
    meeting_id = next(r.id for r in list_meetings(demo) if r.state is MeetingState.DRAFTING)
    dispatch_agenda(demo, meeting_id, sent_at=AT - timedelta(days=9))
    for state in (MeetingState.HELD, MeetingState.MINUTES_DRAFTED):
        advance(demo, meeting_id, state)
    item = minutes_outline(demo, meeting_id).items[0]
    save_decision(demo, meeting_id, item.id, DecisionDraft(from_plain_text("KKR godkendte.")))
    return meeting_id


def versions(demo: Database) -> list[tuple[MinutesStage, str]]:
    with demo.read() as session:
        rows = session.scalars(select(MinutesVersion).order_by(MinutesVersion.id))
        return [(row.stage, row.pdf_sha256) for row in rows][-4:]


def test_the_chair_gets_the_draft_as_pdf_and_word_and_it_can_still_be_corrected(
    demo: Database, held: int
) -> None:
    give_to_chair(demo, held, given_at=AT)
    message = message_from_bytes(
        draft_to_chair(demo, held, date(2026, 12, 16)), policy=policy.default
    )
    assert message["X-Unsent"] == "1"
    assert "@" in message["To"]
    assert "@" in message["Cc"]
    assert message["Subject"].startswith("Til godkendelse: Referat af møde i KKR Hovedstaden")
    body = message.get_body()
    assert body is not None
    assert "senest onsdag den 16. december 2026" in body.get_content()
    files = {part.get_content_type(): part for part in message.iter_attachments()}
    assert files[PDF].get_content().startswith(b"%PDF-")
    word = Document(BytesIO(files[WORD].get_content()))
    assert "KKR godkendte." in [paragraph.text for paragraph in word.paragraphs]
    assert str(files[WORD].get_filename()).endswith(".docx")

    item = minutes_outline(demo, held).items[1]
    save_decision(demo, held, item.id, DecisionDraft(from_plain_text("Rettet efter formanden.")))
    send_minutes(demo, held, sent_at=AT + timedelta(days=3))
    assert "Rettet efter formanden." in str(minutes_content(demo, held))
    with pytest.raises(NotAllowedNow):
        save_decision(demo, held, item.id, DecisionDraft(from_plain_text("For sent."), rev=1))


def test_the_members_get_the_minutes_and_do_not_see_each_other(demo: Database, held: int) -> None:
    send_minutes(demo, held, sent_at=AT)
    draft = draft_to_members(demo, held, date(2026, 12, 16))
    message = message_from_bytes(draft, policy=policy.default)
    assert (message["To"], message["Cc"]) == (None, None)
    assert message["Bcc"].count("@") > 50
    assert [part.get_content_type() for part in message.iter_attachments()] == [PDF]


def test_what_was_sent_is_approved_word_for_word_at_the_next_meeting(
    demo: Database, held: int
) -> None:
    send_minutes(demo, held, sent_at=AT)
    sent = preview_minutes(demo, held)
    body_id = list_meetings(demo)[0].body_id
    days = (date(2027, 2, 5), time(9, 30), time(12, 30))
    following = plan_meeting(demo, body_id, MeetingDraft(MeetingKind.ORDINARY, *days)).value
    begin_agenda(demo, following)
    assert minutes_progress(demo, held).approving_meeting == "5. februar 2027"
    approve_minutes(demo, held, approved_at=AT + timedelta(days=54))
    assert preview_minutes(demo, held) == sent
    publish_minutes(demo, held, published_at=AT + timedelta(days=55))
    assert [stage for stage, _ in versions(demo)][-3:] == [
        MinutesStage.SENT,
        MinutesStage.APPROVED,
        MinutesStage.PUBLISHED,
    ]
    assert preview_minutes(demo, held) == sent
    with demo.read() as session:
        approved = session.scalars(
            select(MinutesVersion).where(
                MinutesVersion.meeting_id == held, MinutesVersion.stage == MinutesStage.APPROVED
            )
        ).one()
    items = {item.id: item.title for item in minutes_outline(demo, following).items}
    assert approved.approved_item_id is not None
    assert "11. december 2026" in items[approved.approved_item_id]


def test_minutes_can_be_published_before_the_next_meeting_approves_them(
    demo: Database, held: int
) -> None:
    send_minutes(demo, held, sent_at=AT)
    publish_minutes(demo, held, published_at=AT)
    progress = minutes_progress(demo, held)
    assert progress.next_step is MeetingState.MINUTES_APPROVED
    approve_minutes(demo, held, approved_at=AT + timedelta(days=54))
    progress = minutes_progress(demo, held)
    assert progress.state is MeetingState.PUBLISHED
    assert progress.next_step is None
    assert progress.has_taken(MeetingState.MINUTES_APPROVED)
    with pytest.raises(NotAllowedNow):
        approve_minutes(demo, held, approved_at=AT)


def test_going_back_asks_why_leads_where_it_came_from_and_keeps_what_was_sent(
    demo: Database, held: int
) -> None:
    send_minutes(demo, held, sent_at=AT)
    publish_minutes(demo, held, published_at=AT)
    before = versions(demo)
    with pytest.raises(InvalidValue):
        go_back(demo, held, " ")
    assert go_back(demo, held, "Forkert bilag").value is MeetingState.MINUTES_SENT
    assert go_back(demo, held, "Fejl i punkt 4.2").value is MeetingState.MINUTES_DRAFTED
    assert versions(demo) == before
    progress = minutes_progress(demo, held)
    assert progress.back_reason == "Fejl i punkt 4.2"
    assert progress.next_step is MeetingState.MINUTES_WITH_CHAIR
    assert not progress.has_taken(MeetingState.MINUTES_SENT)
    send_minutes(demo, held, sent_at=AT)
    assert minutes_progress(demo, held).back_reason == ""


def test_every_step_tells_who_took_it_and_when(demo: Database, held: int) -> None:
    give_to_chair(demo, held, given_at=AT)
    drafted, given, sent, *_ = minutes_progress(demo, held).steps
    assert drafted.at is not None
    assert given.at is not None
    assert given.at >= drafted.at
    assert (given.by, sent.at) == (demo.user, None)
