"""What the preview shows is the page, line of pixels for line of pixels."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.richtext import Paragraph, Run, rich_text
from kkr_desktop.ui.pdf.preview import PdfPreview

PAGE = rich_text([Paragraph((Run("Kommunekvoter på Ærø og i Østerbro. " * 12),))] * 6)


@pytest.mark.parametrize("width", [401, 433, 467, 512, 555])
def test_no_line_of_text_is_cut(qtbot: QtBot, width: int) -> None:
    """At a width where the page's height was rounded, one row of pixels used to be left out."""
    pdf = render_text_document(
        "Notat", PAGE, document_uid="notat", dated=datetime(2026, 11, 25, tzinfo=UTC)
    )
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(width, 900)
    preview.set_pdf(pdf)
    preview.show()
    qtbot.waitUntil(lambda: preview.is_sharp(0), timeout=30_000)
    page = preview.page_image(0)
    shown = preview.viewport().grab().toImage()
    left = (shown.width() - page.width()) // 2
    differing = [
        y
        for y in range(min(page.height(), shown.height() - 12))
        if any(page.pixel(x, y) != shown.pixel(left + x, 12 + y) for x in range(0, page.width(), 2))
    ]
    assert differing == []
