"""After the dispatch: nothing is renumbered, and members get just what they lack."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kkr_desktop.documents.frozen import agenda_from_json
from kkr_desktop.model.agenda import AgendaVersion, SentKind
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.errors import InvalidValue, NotAllowedNow
from kkr_desktop.model.log import AuditEvent
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_content import preview_agenda
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.amending import (
    NothingChanged,
    close_amendment,
    open_for_amendment,
    pending_amendment,
    send_amendment,
)
from kkr_desktop.services.appendices import add_appendix, replace_appendix
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.drafting import (
    ItemDraft,
    add_item,
    change_item,
    remove_item,
    save_part,
)
from kkr_desktop.services.meeting_states import advance
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.sent_versions import sent_versions
from kkr_desktop.storage.database import Database
from tests.appendix_files import pdf
from tests.pdf_reading import bookmarks_of, words_of

SENT = datetime(2026, 12, 3, 9, tzinfo=UTC)
LATER = datetime(2026, 12, 7, 9, tzinfo=UTC)
EVERYTHING = frozenset(
    {SentKind.SUPPLEMENT, SentKind.CORRECTION, SentKind.CHANGED_PAGES, SentKind.PACK}
)


@pytest.fixture
def sent(demo: Database) -> int:
    """Return the coming meeting, dispatched and opened for an amendment."""
    meeting_id = next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    dispatch_agenda(demo, meeting_id, sent_at=SENT)
    open_for_amendment(demo, meeting_id, "Hastesag fra Movia")
    return meeting_id


def item_id(database: Database, meeting_id: int, number: str) -> int:
    outline = agenda_outline(database, meeting_id)
    return next(i.id for s in outline.sections for i in s.items if i.number == number)


def numbers(database: Database, meeting_id: int) -> dict[str, str]:
    outline = agenda_outline(database, meeting_id)
    return {i.title: i.number for s in outline.sections for i in s.items}


def add_late_item(database: Database, meeting_id: int) -> int:
    """Put a late item between 4.1 and 4.2."""
    section = agenda_outline(database, meeting_id).sections[3]
    draft = ItemDraft("Hastesag om nattog", ItemKind.DECISION)
    late = add_item(database, section.id, draft, position=1).value
    words = from_plain_text("Det indstilles, at KKR drøfter nattoget.")
    save_part(database, late, PartType.RECOMMENDATION, words, 0)
    return late


def correct(database: Database, meeting_id: int, number: str, old: str, new: str) -> None:
    item = read_item(database, item_id(database, meeting_id, number))
    part = item.parts[PartType.RECOMMENDATION]
    words = part.text.plain_text()
    assert old in words
    text = from_plain_text(words.replace(old, new))
    save_part(database, item.id, PartType.RECOMMENDATION, text, part.rev)


def document(database: Database, meeting_id: int, kind: SentKind) -> bytes:
    version = sent_versions(database, meeting_id)[-1]
    (row,) = [row for row in version.documents if row.kind is kind]
    return database.files.read(row.sha256)


def test_a_sent_agenda_is_opened_with_a_reason_that_is_logged(demo: Database, sent: int) -> None:
    outline = agenda_outline(demo, sent)
    assert (outline.state, outline.can_be_edited) == (MeetingState.DISPATCHED, True)
    with demo.read() as session:
        reasons = [event.reason for event in session.query(AuditEvent)]
    assert "Hastesag fra Movia" in reasons
    with pytest.raises(InvalidValue):
        open_for_amendment(demo, sent, " ")


def test_it_is_closed_again_when_nothing_was_changed(demo: Database, sent: int) -> None:
    with pytest.raises(NothingChanged):
        send_amendment(demo, sent, EVERYTHING, sent_at=LATER)
    close_amendment(demo, sent)
    assert not agenda_outline(demo, sent).can_be_edited
    open_for_amendment(demo, sent, "Endnu en sag")
    add_late_item(demo, sent)
    with pytest.raises(InvalidValue, match=r"4\.1a"):
        close_amendment(demo, sent)


def test_an_agenda_that_was_not_sent_is_not_amended(demo: Database) -> None:
    draft = next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    with pytest.raises(NotAllowedNow):
        open_for_amendment(demo, draft, "Fordi")


def test_a_late_item_becomes_a_supplement_and_renumbers_nothing(
    demo: Database, sent: int, tmp_path: Path
) -> None:
    before = numbers(demo, sent)
    late = add_late_item(demo, sent)
    (tmp_path / "Tidsplan for nattog.pdf").write_bytes(pdf(pages=2))
    add_appendix(demo, late, tmp_path / "Tidsplan for nattog.pdf")
    (tmp_path / "Sent bilag.pdf").write_bytes(pdf(size=(500, 700)))
    add_appendix(demo, item_id(demo, sent, "3.1"), tmp_path / "Sent bilag.pdf")
    remove_item(demo, item_id(demo, sent, "5.2"))
    found = pending_amendment(demo, sent)
    assert found.usual_documents() == {SentKind.SUPPLEMENT}
    assert send_amendment(demo, sent, found.usual_documents(), sent_at=LATER).value == 2
    after = numbers(demo, sent)
    assert {title: after[title] for title in before} == before
    assert after["Hastesag om nattog"] == "4.1a"
    supplement = document(demo, sent, SentKind.SUPPLEMENT)
    told = words_of(supplement)
    assert "TILLÆGSDAGSORDEN 2026" in told
    assert "3. december 2026" in told
    assert "Det indstilles, at KKR drøfter nattoget." in told
    assert told.count("Bilagets side") == 3
    assert "Bilag 3.1.1" not in told  # members have it
    titles = bookmarks_of(supplement)
    assert "4.1a Hastesag om nattog" in titles
    assert [title for title in titles if title.endswith("(udgået)")] != []
    assert not agenda_outline(demo, sent).can_be_edited
    assert preview_agenda(demo, sent) == demo.files.read(
        sent_versions(demo, sent)[-1].agenda_sha256
    )


def test_a_correction_is_told_word_by_word(demo: Database, sent: int) -> None:
    correct(demo, sent, "4.1", "indstiller", "foreslår")
    found = pending_amendment(demo, sent)
    assert found.usual_documents() == {SentKind.CORRECTION}
    send_amendment(demo, sent, frozenset({SentKind.CORRECTION}), sent_at=LATER, note="Fejl")
    sheet = words_of(document(demo, sent, SentKind.CORRECTION))
    assert "[udgår: indstiller][indsat: foreslår]" in sheet.replace("] [", "][")
    assert "sendt ud 3. december 2026" in sheet
    versions = sent_versions(demo, sent)
    assert [row.note for row in versions] == ["", "Fejl"]
    with demo.read() as session:
        kept = session.query(AgendaVersion).filter_by(id=versions[0].id).one()
        assert "foreslår" not in agenda_from_json(kept.content_json).sections[3].items[0].title


def test_a_replaced_appendix_and_new_facts_are_corrections(
    demo: Database, sent: int, tmp_path: Path
) -> None:
    item = read_item(demo, item_id(demo, sent, "3.1"))
    (tmp_path / "Ny.pdf").write_bytes(pdf(pages=3))
    replace_appendix(demo, item.appendices[0].id, tmp_path / "Ny.pdf")
    theme = read_item(demo, item_id(demo, sent, "4.1")).draft
    change_item(
        demo,
        item_id(demo, sent, "4.1"),
        ItemDraft(f"{theme.title} – nyt", theme.kind, presenter="Bo Ærø", rev=theme.rev),
    )
    send_amendment(demo, sent, frozenset({SentKind.CORRECTION}), sent_at=LATER)
    sheet = words_of(document(demo, sent, SentKind.CORRECTION))
    assert "er erstattet af en nyere fil" in sheet
    assert "Oplægsholder" in sheet
    assert "Bo Ærø" in sheet


def test_a_new_pack_marks_what_changed_in_contents_and_headings(demo: Database, sent: int) -> None:
    correct(demo, sent, "4.1", "indstiller", "foreslår")
    add_late_item(demo, sent)
    assert "(ændret)" in words_of(preview_agenda(demo, sent))
    send_amendment(demo, sent, EVERYTHING, sent_at=LATER)
    titles = bookmarks_of(document(demo, sent, SentKind.PACK))
    assert [title[:4] for title in titles if title.endswith("(ændret)")] == ["4.1 "]
    assert [title for title in titles if title.endswith("(nyt punkt)")] == [
        "4.1a Hastesag om nattog (nyt punkt)"
    ]
    whole = words_of(preview_agenda(demo, sent))
    assert "(ændret)" not in whole
    kinds = [row.kind for row in sent_versions(demo, sent)[-1].documents]
    assert set(kinds) == EVERYTHING
    pages = words_of(document(demo, sent, SentKind.CHANGED_PAGES))
    assert "foreslår" in pages
    assert "Eventuelt Meddelelser" not in pages
    assert len(pages) < len(whole)


def test_what_is_not_sent_before_the_meeting_is_closed_with_it(demo: Database, sent: int) -> None:
    advance(demo, sent, MeetingState.HELD)
    assert not agenda_outline(demo, sent).can_be_edited
    assert not agenda_outline(demo, sent).is_amending
