"""Two versions of an agenda are told apart item by item."""

from dataclasses import replace
from datetime import time

from kkr_desktop.documents.content import AppendixContent, ChangeMark, ItemContent, SectionContent
from kkr_desktop.model.richtext import Cell, Paragraph, Run, Table, from_plain_text, rich_text
from kkr_desktop.model.word_diff import Fate
from kkr_desktop.services.agenda_comparison import (
    ItemFate,
    compare_agendas,
    every_item,
    marked_agenda,
    supplement_of,
)
from tests.documents.test_agenda_pdf import agenda, item

FIRST = item("1.1", "Første", from_plain_text("Alt er som før."))
SECOND = item("1.2", "Anden", from_plain_text("Mødet er fredag."))
BEFORE = agenda(SectionContent("1", "Sager", (FIRST, SECOND)))
APPENDIX = AppendixContent("Bilag 1.1.1", "Kort", 2, 1000, True, uid="a", sha256="1")


def test_equal_agendas_do_not_differ() -> None:
    assert compare_agendas(BEFORE, BEFORE) == ()
    assert [change.fate for change in every_item(BEFORE, BEFORE)] == [ItemFate.SAME] * 2


def test_what_came_changed_and_went_is_told_in_the_agendas_order() -> None:
    late = item("1.1a", "Sen sag", from_plain_text("Ny."))
    changed = replace(FIRST, title="Første sag", appendices=(APPENDIX,))
    after = agenda(SectionContent("1", "Sager", (changed, late, replace(SECOND, withdrawn=True))))
    found = compare_agendas(BEFORE, after)
    assert [(change.number, change.fate) for change in found] == [
        ("1.1", ItemFate.CHANGED),
        ("1.1a", ItemFate.NEW),
        ("1.2", ItemFate.WITHDRAWN),
    ]
    assert [text.name for text in found[0].texts] == ["Overskrift"]
    assert [row.told for row in found[0].appendices] == ["Bilag 1.1.1 »Kort« er nyt."]


def test_a_supplement_holds_just_what_members_lack() -> None:
    late = item("1.1a", "Sen sag", from_plain_text("Ny."))
    with_appendix = replace(FIRST, appendices=(APPENDIX,))
    after = agenda(SectionContent("1", "Sager", (with_appendix, late, SECOND)))
    supplement = supplement_of(BEFORE, after)
    assert supplement.title.startswith("Tillægsdagsorden til møde")
    ((first, second),) = [section.items for section in supplement.sections]
    assert (first.parts, first.appendices, first.mark) == (
        (),
        (APPENDIX,),
        ChangeMark.NEW_APPENDICES,
    )
    assert second == late


def test_another_day_or_place_is_a_change_of_the_meeting() -> None:
    meeting = replace(BEFORE.meeting, starts_at=time(10), place="Et andet sted")
    (change,) = compare_agendas(BEFORE, replace(BEFORE, meeting=meeting))
    assert [text.name for text in change.texts] == ["Tidspunkt", "Sted"]
    assert change.is_correction


def test_the_cells_of_a_table_are_told_apart() -> None:
    def rooms(*places: str) -> ItemContent:
        cells = tuple(Cell((Paragraph((Run(place),)),)) for place in places)
        return item("1.1", "Første", rich_text([Table((cells,))]))

    before = agenda(SectionContent("1", "Sager", (rooms("Mål", "Mål 2026", "8,5"),)))
    after = agenda(SectionContent("1", "Sager", (rooms("Mål", "Mål 2026", "9,5"),)))
    ((change,),) = [found.texts for found in compare_agendas(before, after)]
    kept = "".join(piece.text for piece in change.pieces if piece.fate is not Fate.REMOVED)
    assert kept == "Mål | Mål 2026 | 9,5"


def test_marks_stand_on_the_parts_that_changed_and_never_in_what_is_kept() -> None:
    text = replace(SECOND.parts[0], text=from_plain_text("Mødet er torsdag."))
    after = agenda(SectionContent("1", "Sager", (FIRST, replace(SECOND, parts=(text,)))))
    marked = marked_agenda(BEFORE, after).sections[0].items
    assert [one.mark for one in marked] == [None, ChangeMark.CHANGED]
    assert [part.is_changed for part in marked[1].parts] == [True]
    assert compare_agendas(after, marked_agenda(BEFORE, after)) == ()
