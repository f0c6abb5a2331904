"""Pages that were taken out of a document are read, heard and led through as the whole is."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Name

from kkr_desktop.documents.agenda import render_agenda
from kkr_desktop.documents.changed_pages import changed_pages
from kkr_desktop.documents.content import SectionContent
from kkr_desktop.documents.page_excerpt import excerpt
from kkr_desktop.model.richtext import (
    Cell,
    Heading,
    Paragraph,
    RichText,
    Run,
    Table,
    from_plain_text,
    rich_text,
)
from tests.documents.test_accessible_documents import FULL, judge
from tests.documents.test_agenda_pdf import agenda, item
from tests.pdf_reading import bookmarks_of, texts_of, words_of


def long_table() -> RichText:
    """Return a heading and a table over several pages, its header told on the first only."""
    rows = [("Kommune", "Kvote"), *((f"Kommune nr. {number}", "ord " * 40) for number in range(40))]
    cells = tuple(tuple(Cell((Paragraph((Run(word),)),)) for word in row) for row in rows)
    return rich_text([Heading(2, (Run("Fordeling"),)), Table(cells), *FULL.blocks])


@pytest.fixture(scope="module")
def whole() -> bytes:
    texts = (("1.1", FULL), ("1.2", long_table()), ("1.3", from_plain_text("Kort")))
    items = tuple(item(number, f"Sag {number}", text) for number, text in texts)
    return render_agenda(agenda(SectionContent("1", "Sager", items)))


def test_any_pages_pass_both_judges(whole: bytes, tmp_path: Path) -> None:
    count = len(texts_of(whole))
    assert count > 5
    for numbers in [*combinations(range(count), 1), *combinations(range(1, count), 2)]:
        made = excerpt(whole, numbers, "Ændrede sider")
        assert judge(made, tmp_path / "pages.pdf") == [], numbers


def test_the_pages_say_the_same_and_lead_only_to_each_other(whole: bytes) -> None:
    made = excerpt(whole, [1, 2, 4], "Ændrede sider <til> KKR & alle")
    texts = texts_of(whole)
    assert texts_of(made) == [texts[1], texts[2], texts[4]]
    assert made == excerpt(whole, [1, 2, 4], "Ændrede sider <til> KKR & alle")
    assert len(made) < len(whole)
    with pikepdf.open(io.BytesIO(made)) as document:
        pages = {page.obj.objgen for page in document.pages}
        links = [link for page in document.pages for link in page.obj.get(Name.Annots, [])]
        places = [link.Dest for link in links if isinstance(link.get(Name.Dest), Array)]
        assert all(place[0].objgen in pages for place in places)
        assert [page.label for page in document.pages] == ["2", "3", "5"]
        with document.open_metadata() as told:
            assert told["dc:title"] == "Ændrede sider <til> KKR & alle"
    assert 0 < len(bookmarks_of(made)) < len(bookmarks_of(whole))


def test_only_pages_with_other_words_are_changed_ones() -> None:
    def with_word(word: str) -> bytes:
        texts = (FULL, from_plain_text(f"{word} " * 5), long_table())
        items = tuple(item(f"1.{n}", f"Sag {n}", text) for n, text in enumerate(texts, start=1))
        return render_agenda(agenda(SectionContent("1", "Sager", items)))

    made = changed_pages(with_word("før"), with_word("efter"), "Ændrede sider")
    assert made is not None
    assert "efter" in words_of(made)
    assert len(texts_of(made)) == 1
    assert changed_pages(with_word("før"), with_word("før"), "Ændrede sider") is None
