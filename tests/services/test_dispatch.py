"""What was sent to members never changes behind their backs."""

import hashlib
from datetime import UTC, date, datetime

import pytest

from kkr_desktop.documents.frozen import agenda_from_json
from kkr_desktop.model.agenda import AgendaVersion, ItemKind, PartType
from kkr_desktop.model.errors import NotAllowedNow
from kkr_desktop.model.meetings import MeetingState
from kkr_desktop.model.richtext import Paragraph, Run, from_plain_text, rich_text
from kkr_desktop.services.agenda_content import agenda_content, preview_agenda
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.dispatch import checklist, dispatch_agenda
from kkr_desktop.services.drafting import (
    ItemDraft,
    add_item,
    change_item,
    move_item,
    remove_item,
    save_part,
)
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database

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


def test_the_checklist_names_what_a_careful_secretary_would_see(
    demo: Database, coming: int
) -> None:
    assert checklist(demo, coming, date(2026, 12, 4)) == ()
    assert checklist(demo, coming, date(2026, 12, 5)) == (
        "Dagsordenen skulle være sendt senest den 4. december 2026.",
    )
    section = agenda_outline(demo, coming).sections[1]
    item = add_item(demo, section.id, ItemDraft("", ItemKind.DECISION)).value
    remarks = " ".join(checklist(demo, coming, date(2026, 12, 1)))
    assert "har ingen overskrift" in remarks
    assert "mangler en indstilling" in remarks
    rev = read_item(demo, item).draft.rev
    change_item(demo, item, ItemDraft("Sag", ItemKind.INFORMATION, is_public=False, rev=rev))
    (remark,) = checklist(demo, coming, date(2026, 12, 1))
    assert remark.endswith("er lukket og mangler en offentlig overskrift.")


def test_the_checklist_counts_what_is_hard_to_read(demo: Database, coming: int) -> None:
    item = agenda_outline(demo, coming).sections[1].items[0]
    hard = rich_text([Paragraph((Run("Baggrund", bold=True),)), Paragraph((Run("Tekst"),))])
    save_part(demo, item.id, PartType.ECONOMY, hard, 0)
    assert checklist(demo, coming, date(2026, 12, 1)) == (
        "1 sted er svært at læse op. F7 viser hvor.",
    )
