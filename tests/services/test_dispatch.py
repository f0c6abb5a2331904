"""What was sent to members never changes behind their backs."""

import hashlib
from datetime import UTC, datetime

import pytest

from kkr_desktop.documents.frozen import agenda_from_json
from kkr_desktop.model.agenda import AgendaVersion, SentKind
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.errors import ChangedElsewhere, NotAllowedNow
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.agenda_content import agenda_content, preview_agenda
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.dispatch import NothingToSend, dispatch_agenda
from kkr_desktop.services.drafting import (
    ItemDraft,
    add_item,
    move_item,
    remove_item,
    save_part,
)
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.sent_versions import sent_versions
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of

SENT = datetime(2026, 12, 3, 9, tzinfo=UTC)


@pytest.fixture
def coming(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


def numbers(database: Database, meeting_id: int) -> dict[str, str]:
    outline = agenda_outline(database, meeting_id)
    return {item.title: item.number for section in outline.sections for item in section.items}


def test_the_sent_agenda_is_kept_byte_for_byte_and_word_for_word(
    demo: Database, coming: int
) -> None:
    sent = dispatch_agenda(demo, coming, sent_at=SENT)
    assert sent.value == 1
    pdf = preview_agenda(demo, coming)
    with demo.read() as session:
        version = session.query(AgendaVersion).filter_by(meeting_id=coming).one()
    assert hashlib.sha256(pdf).hexdigest() == version.pdf_sha256
    kept = agenda_from_json(version.content_json)
    assert kept.sections == agenda_content(demo, coming).sections
    assert not kept.is_draft


def test_a_dispatched_agenda_is_closed_until_it_is_taken_back(demo: Database, coming: int) -> None:
    item = agenda_outline(demo, coming).sections[0].items[0]
    dispatch_agenda(demo, coming, sent_at=SENT)
    with pytest.raises(NotAllowedNow, match="tilbage til udkastet"):
        save_part(demo, item.id, PartType.SUMMARY, from_plain_text("x"), 0)
    with pytest.raises(NotAllowedNow):
        dispatch_agenda(demo, coming, sent_at=SENT)
    go_back(demo, coming, "Et punkt manglede")
    assert agenda_outline(demo, coming).can_be_edited


def test_numbers_that_members_have_stay_when_items_come_go_and_move(
    demo: Database, coming: int
) -> None:
    before = numbers(demo, coming)
    dispatch_agenda(demo, coming, sent_at=SENT)
    go_back(demo, coming, "Et punkt manglede")
    section = agenda_outline(demo, coming).sections[2]
    add_item(demo, section.id, ItemDraft("Nyt punkt", ItemKind.DECISION), position=1)
    remove_item(demo, section.items[0].id)
    move_item(demo, section.items[-1].id, section.id, 0)
    after = numbers(demo, coming)
    assert {title: after[title] for title in before} == before
    assert after["Nyt punkt"] not in before.values()
    outline = agenda_outline(demo, coming)
    assert [item.title for item in outline.sections[2].items if item.withdrawn] == [
        section.items[0].title
    ]
    assert dispatch_agenda(demo, coming, sent_at=SENT).value == 2


def test_the_pack_that_was_sent_is_kept_with_its_hash_and_its_recipients(
    demo: Database, coming: int
) -> None:
    told = ("Åse Ærø <aase@eksempel.dk> (Medlem)", "Bo Østergård <bo@eksempel.dk> (Medlem)")
    dispatch_agenda(demo, coming, sent_at=SENT, note="Sendt torsdag", recipients=told)
    (version,) = sent_versions(demo, coming)
    assert (version.sent_at, version.note, version.recipients) == (SENT, "Sendt torsdag", told)
    assert [row.kind for row in version.documents] == [SentKind.AGENDA, SentKind.PACK]
    for row in version.documents:
        kept = demo.files.read(row.sha256)
        assert hashlib.sha256(kept).hexdigest() == row.sha256
        assert len(kept) == row.size
    pack = words_of(demo.files.read(version.documents[1].sha256))
    assert "Bilag 3.1.1" in pack
    assert "UDKAST" not in pack


def test_an_agenda_without_items_is_not_sent(demo: Database) -> None:
    planned = next(row.id for row in list_meetings(demo) if row.state is MeetingState.PLANNED)
    begin_agenda(demo, planned)
    for section in agenda_outline(demo, planned).sections:
        for item in section.items:
            remove_item(demo, item.id)
    with pytest.raises(NothingToSend):
        dispatch_agenda(demo, planned, sent_at=SENT)
    assert agenda_outline(demo, planned).state is MeetingState.DRAFTING
    assert sent_versions(demo, planned) == ()


def test_what_somebody_writes_while_the_documents_are_made_is_not_sent_unseen(
    demo: Database, coming: int
) -> None:
    item = agenda_outline(demo, coming).sections[0].items[0]

    def write_meanwhile(_done: int, _total: int) -> None:
        if not read_item(demo, item.id).parts.get(PartType.ECONOMY):
            save_part(demo, item.id, PartType.ECONOMY, from_plain_text("Nyt beløb"), 0)

    with pytest.raises(ChangedElsewhere):
        dispatch_agenda(demo, coming, sent_at=SENT, step=write_meanwhile)
    assert agenda_outline(demo, coming).state is MeetingState.DRAFTING
    assert sent_versions(demo, coming) == ()
