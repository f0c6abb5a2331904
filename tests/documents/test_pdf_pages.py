"""Pages are drawn, searched and followed along their links as a reader sees them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kkr_desktop.documents.pdf_pages import PdfPages
from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.richtext import Paragraph, Run, rich_text
from tests import appendix_files

NOTE = rich_text(
    [Paragraph((Run("Kommunekvoter på Ærø og i Østerbro drøftes i foråret. " * 30),))] * 6
)


def test_words_are_found_over_line_breaks_and_whatever_their_case() -> None:
    pages = PdfPages(
        render_text_document(
            "Notat", NOTE, document_uid="n", dated=datetime(2026, 11, 25, tzinfo=UTC)
        )
    )
    hits = pages.find(0, "kvoter på ærø og")
    text = " ".join(pages.text(0).split()).casefold()
    assert len(hits) == text.count("kvoter på ærø og") > 5
    assert any(len(boxes) > 1 for boxes in hits)
    for boxes in hits:
        for left, top, right, bottom in boxes:
            assert 0 < left < right < 1
            assert 0 < top < bottom < 1
    assert pages.find(0, "findes ikke") == pages.find(0, "  ") == []
    pages.close()
    assert pages.find(0, "Ærø") == []


def test_what_is_found_on_a_turned_page_is_marked_where_it_is_shown() -> None:
    upright, turned = (PdfPages(appendix_files.pdf(rotate=turn)) for turn in (0, 90))
    ((plain,),), ((quarter,),) = (found.find(0, "Bilagets side") for found in (upright, turned))
    # A quarter clockwise: what was at the left is at the top.
    assert quarter[1] == pytest.approx(plain[0], abs=0.01)
    assert quarter[0] == pytest.approx(1 - plain[3], abs=0.01)
    assert turned.sizes[0] == upright.sizes[0][::-1]
    for pages in (upright, turned):
        pages.close()


def test_strips_of_a_page_are_together_the_page() -> None:
    pages = PdfPages(appendix_files.pdf())
    size = (300, 424)
    whole = pages.strip(0, size, 0, 424, is_turned=False, is_grey=True)
    parts = [
        pages.strip(0, size, first, min(100, 424 - first), is_turned=False, is_grey=True)
        for first in range(0, 424, 100)
    ]
    assert whole is not None
    assert b"".join(part.data for part in parts if part is not None) == whole.data
    assert min(whole.data) < 100
    pages.close()
    assert pages.picture(0, 100) is None


def test_a_file_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="kan ikke vises"):
        PdfPages(tmp_path / "ingen.pdf")
