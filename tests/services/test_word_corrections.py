"""Minutes that come back from Word give their corrections, and nothing that nobody changed."""

# python-docx is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kkr_desktop.model.errors import ChangedElsewhere, FileProblem
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.model.text_changes import BlockChange
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.minute_taking import minutes_outline, read_decision, save_decision
from kkr_desktop.services.minutes_content import export_minutes
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.text_history import decision_history
from kkr_desktop.services.word_corrections import (
    ItemCorrections,
    read_corrections,
    take_corrections,
)
from kkr_desktop.storage.database import Database

WORDS = "KKR Hovedstaden tiltrådte indstillingen med den tilføjelse, at indsatsen evalueres"


@pytest.fixture
def meeting_id(demo: Database) -> int:
    """Return a meeting whose minutes are in draft, with decisions of many shapes."""
    past = next(r for r in list_meetings(demo) if r.state is MeetingState.MINUTES_APPROVED)
    go_back(demo, past.id, "Til formanden igen")
    return past.id


@pytest.fixture
def file(demo: Database, meeting_id: int, tmp_path: Path) -> Path:
    path = tmp_path / "referat.docx"
    export_minutes(demo, meeting_id, path)
    return path


def correct(path: Path, change: Callable[[Any], None]) -> None:
    """Change the paragraph of the decision on item 4.2 as one would in Word."""
    document = Document(str(path))
    change(next(p for p in document.paragraphs if p.text.startswith(WORDS)))
    document.save(str(path))


def changes_of(item: ItemCorrections) -> list[BlockChange]:
    return [change for change in item.changes if isinstance(change, BlockChange)]


def only_item(demo: Database, meeting_id: int, file: Path) -> ItemCorrections:
    found = read_corrections(demo, meeting_id, file)
    assert found.missing == ()
    (item,) = found.items
    assert item.number == "4.2"
    return item


def decision(demo: Database, meeting_id: int, number: str = "4.2") -> str:
    item = next(i for i in minutes_outline(demo, meeting_id).items if i.number == number)
    return read_decision(demo, meeting_id, item.id).decision.text.plain_text()


def test_a_file_that_nobody_changed_corrects_nothing(
    demo: Database, meeting_id: int, file: Path
) -> None:
    found = read_corrections(demo, meeting_id, file)
    assert (found.items, found.missing) == ((), ())
    Document(str(file)).save(str(file))
    assert read_corrections(demo, meeting_id, file).items == ()


def test_a_changed_word_is_shown_and_taken_over(
    demo: Database, meeting_id: int, file: Path
) -> None:
    def change(paragraph: Any) -> None:  # noqa: ANN401
        paragraph.runs[0].text = paragraph.runs[0].text.replace("tilføjelse", "bemærkning")

    correct(file, change)
    item = only_item(demo, meeting_id, file)
    (changed,) = changes_of(item)
    told = [(piece.fate.value, piece.text) for piece in changed.pieces]
    assert ("removed", "tilføjelse") in told
    assert ("added", "bemærkning") in told
    before = decision(demo, meeting_id)
    take_corrections(demo, meeting_id, item, [changed])
    assert decision(demo, meeting_id) == before.replace("tilføjelse", "bemærkning")
    newest = decision_history(demo, meeting_id, item.item_id)[0]
    assert newest.text.plain_text() == before
    assert read_corrections(demo, meeting_id, file).items == ()


def test_a_new_paragraph_can_be_left_out(demo: Database, meeting_id: int, file: Path) -> None:
    def change(paragraph: Any) -> None:  # noqa: ANN401
        paragraph.insert_paragraph_before("Nyt første afsnit.")
        paragraph.add_run(" Og mere.")

    correct(file, change)
    item = only_item(demo, meeting_id, file)
    new, longer = changes_of(item)
    assert new.current is None
    before = decision(demo, meeting_id)
    take_corrections(demo, meeting_id, item, [longer])
    assert decision(demo, meeting_id) == f"{before} Og mere."


def test_tracked_changes_are_read_as_if_they_were_accepted(
    demo: Database, meeting_id: int, file: Path
) -> None:
    def change(paragraph: Any) -> None:  # noqa: ANN401
        run = paragraph.runs[0]
        run.text, rest = run.text.split("tilføjelse")
        deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
        for tracked, words, name in (
            (deleted, "tilføjelse", "w:delText"),
            (inserted, "ændring", "w:t"),
        ):
            tracked.set(qn("w:id"), "77")
            tracked.set(qn("w:author"), "Formanden")
            inside, text = OxmlElement("w:r"), OxmlElement(name)
            text.text = words
            inside.append(text)
            tracked.append(inside)
            paragraph._p.append(tracked)
        paragraph.add_run(rest)

    correct(file, change)
    item = only_item(demo, meeting_id, file)
    before = decision(demo, meeting_id)
    take_corrections(demo, meeting_id, item, changes_of(item))
    assert decision(demo, meeting_id) == before.replace("tilføjelse", "ændring")


def test_an_item_that_the_file_has_lost_is_named_and_left_as_it_is(
    demo: Database, meeting_id: int, file: Path
) -> None:
    def change(paragraph: Any) -> None:  # noqa: ANN401
        heading = paragraph._p.getprevious()
        heading.getparent().remove(heading)

    correct(file, change)
    found = read_corrections(demo, meeting_id, file)
    assert found.missing == ("4.2",)
    assert "4.2" not in [item.number for item in found.items]


def test_a_decision_that_was_written_meanwhile_is_never_overwritten(
    demo: Database, meeting_id: int, file: Path
) -> None:
    def change(paragraph: Any) -> None:  # noqa: ANN401
        paragraph.add_run(" Fra Word.")

    correct(file, change)
    item = only_item(demo, meeting_id, file)
    assert not item.is_changed_since
    typed = replace(item.draft, text=from_plain_text("Skrevet imens."))
    save_decision(demo, meeting_id, item.item_id, typed)
    with pytest.raises(ChangedElsewhere):
        take_corrections(demo, meeting_id, item, changes_of(item))
    assert decision(demo, meeting_id) == "Skrevet imens."
    assert only_item(demo, meeting_id, file).is_changed_since


def test_files_that_are_not_these_minutes_are_explained(
    demo: Database, meeting_id: int, file: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "halv.docx"
    damaged.write_bytes(file.read_bytes()[:2000])
    foreign = tmp_path / "andet.docx"
    Document().save(str(foreign))
    text = tmp_path / "note.docx"
    text.write_text("ikke Word", encoding="utf-8")
    other = next(r.id for r in list_meetings(demo) if r.state is MeetingState.DRAFTING)
    for path, where, reason in (
        (damaged, meeting_id, "ikke en Word-fil"),
        (text, meeting_id, "ikke en Word-fil"),
        (foreign, meeting_id, "usynlige mærker"),
        (file, other, "et andet møde"),
        (tmp_path / "væk.docx", meeting_id, "kan ikke læses"),
    ):
        with pytest.raises(FileProblem, match=reason):
            read_corrections(demo, where, path)
