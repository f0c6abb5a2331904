"""The secretariat knows where each item is, and can ask for those that are late."""

from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.item_work import WorkStatus
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.agenda_outline import agenda_outline
from kkr_desktop.services.chasing import chase_texts, for_clipboard, write_chase_drafts
from kkr_desktop.services.dispatch_checklist import dispatch_findings
from kkr_desktop.services.drafting import ItemDraft, add_item, remove_item
from kkr_desktop.services.item_work import (
    BoardItem,
    WorkDraft,
    add_comment,
    board_items,
    comments_on,
    proposed_due,
    resolve_comment,
    save_work,
    set_due_where_missing,
    set_status,
    take_back_due,
)
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database

TODAY = date(2026, 11, 25)
DUE = date(2026, 11, 20)


@pytest.fixture
def coming(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


def row(database: Database, meeting_id: int, number: str) -> BoardItem:
    return next(item for item in board_items(database, meeting_id) if item.number == number)


def test_an_items_way_is_kept_and_shown_on_the_board(demo: Database, coming: int) -> None:
    item_id = row(demo, coming, "4.1").item_id
    draft = WorkDraft(
        "Bo Ærø", "bo@eksempel.dk", WorkStatus.RECEIVED, DUE, "Fagdirektørforum 12. nov."
    )
    rev = save_work(demo, item_id, draft).value
    shown = row(demo, coming, "4.1")
    assert shown.work == WorkDraft(
        "Bo Ærø", "bo@eksempel.dk", WorkStatus.RECEIVED, DUE, "Fagdirektørforum 12. nov.", rev
    )
    assert shown.lateness(TODAY).days == 5
    assert set_status(demo, item_id, WorkStatus.READY).value is WorkStatus.RECEIVED
    assert not row(demo, coming, "4.1").lateness(TODAY).is_late


def test_two_who_write_at_once_do_not_overwrite_each_other(demo: Database, coming: int) -> None:
    item_id = row(demo, coming, "4.1").item_id
    save_work(demo, item_id, WorkDraft(owner="Åse"))
    with pytest.raises(ChangedElsewhere):
        save_work(demo, item_id, WorkDraft(owner="Bo"))
    with pytest.raises(InvalidValue, match="mailserver"):
        save_work(demo, item_id, WorkDraft(owner_email="bo hos kl", rev=1))


def test_comments_say_who_when_and_whether_they_were_dealt_with(
    demo: Database, coming: int
) -> None:
    item_id = row(demo, coming, "4.1").item_id
    first = add_comment(demo, item_id, "Skriv kortere", "Formanden").value
    add_comment(demo, item_id, "Tjek tallet")
    assert row(demo, coming, "4.1").open_comments == 2
    resolve_comment(demo, first, is_resolved=True)
    said = comments_on(demo, item_id)
    assert [(one.author, one.text, one.is_resolved) for one in said] == [
        ("Formanden", "Skriv kortere", True),
        (demo.user, "Tjek tallet", False),
    ]
    assert row(demo, coming, "4.1").open_comments == 1
    with pytest.raises(InvalidValue):
        add_comment(demo, item_id, "  ")


def test_no_document_reads_the_board(demo: Database, coming: int) -> None:
    before = agenda_content(demo, coming)
    item_id = row(demo, coming, "4.1").item_id
    save_work(demo, item_id, WorkDraft(owner="Bo", whereabouts="K-forum"))
    add_comment(demo, item_id, "Internt")
    assert agenda_content(demo, coming) == before


def test_a_deadline_is_set_for_all_items_that_somebody_writes(demo: Database, coming: int) -> None:
    own = row(demo, coming, "4.1").item_id
    save_work(demo, own, WorkDraft(due_on=TODAY))
    given = set_due_where_missing(demo, coming, DUE).value
    rows = board_items(demo, coming)
    assert len(given) == sum(item.needs_author for item in rows) - 1
    assert row(demo, coming, "4.1").work.due_on == TODAY
    assert row(demo, coming, "1.1").work.due_on is None
    moved = row(demo, coming, "4.2")
    save_work(demo, moved.item_id, replace(moved.work, due_on=TODAY))
    assert take_back_due(demo, coming, DUE, given).value == len(given) - 1
    kept = {item.number for item in board_items(demo, coming) if item.work.due_on is not None}
    assert kept == {"4.1", "4.2"}


def test_the_deadline_that_is_proposed_is_the_next_of_those_who_write(
    demo: Database, coming: int
) -> None:
    by_label = {row.label: row.due_on for row in milestones_of(demo, coming)}
    first = by_label["Frist for 1. udkast til punkter og bilag"]
    assert proposed_due(demo, coming, first) == first
    assert (
        proposed_due(demo, coming, first + timedelta(days=1))
        == by_label["Frist for reviderede punkter"]
    )
    last = max(by_label.values())
    assert proposed_due(demo, coming, last + timedelta(days=1)) == last + timedelta(days=1)


def test_each_owner_of_late_items_gets_one_reminder(
    demo: Database, coming: int, tmp_path: Path
) -> None:
    for number, owner, email in (
        ("4.1", "Bo Ærø", "bo@eksempel.dk"),
        ("4.2", "Bo Ærø", "bo@eksempel.dk"),
        ("5.1", "", ""),
    ):
        item_id = row(demo, coming, number).item_id
        save_work(demo, item_id, WorkDraft(owner, email, due_on=DUE))
    first, second = chase_texts(demo, coming, TODAY)
    assert (first.address, second.address) == ("bo@eksempel.dk", "")
    assert first.subject == "Vi mangler 2 punkter til KKR Hovedstaden den 11. december 2026"
    assert first.text.startswith("Kære Bo Ærø\n\nTil mødet i KKR Hovedstaden fredag den 11.")
    assert first.text.count("(fristen var 20. november 2026)") == 2
    assert "Kære kollega" in second.text
    assert "Til: bo@eksempel.dk\nEmne: Vi mangler" in for_clipboard([first])
    paths = write_chase_drafts((first, second), tmp_path)
    message = message_from_bytes(paths[0].read_bytes(), policy=policy.default)
    assert (message["To"], message["X-Unsent"]) == ("bo@eksempel.dk", "1")
    assert message["Subject"] == first.subject


def test_an_item_that_nobody_writes_is_on_the_checklist(demo: Database, coming: int) -> None:
    section = agenda_outline(demo, coming).sections[3]
    item_id = add_item(demo, section.id, ItemDraft("Sag", ItemKind.DISCUSSION)).value
    told = [f.words for f in dispatch_findings(demo, coming, TODAY) if f.item_id == item_id]
    assert told == ["Ingen er ansvarlig for punktet, og det har ingen oplægsholder."]
    save_work(demo, item_id, WorkDraft(owner="Bo"))
    assert [f for f in dispatch_findings(demo, coming, TODAY) if f.item_id == item_id] == []
    remove_item(demo, item_id)
    assert item_id not in {item.item_id for item in board_items(demo, coming)}
