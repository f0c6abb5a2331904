"""A pack of what several programs write leads every reader to the right page."""

# pikepdf and pypdfium2 are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from kkr_desktop.documents.pdf_pages import PdfPages
from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_outline import read_item
from kkr_desktop.services.appendices import add_appendix
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section
from kkr_desktop.services.office_conversion import libre_office
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.packs import export_pack
from kkr_desktop.services.planning import MeetingDraft, plan_meeting
from kkr_desktop.storage.database import Database
from tests import appendix_files
from tests.pdf_reading import pdfium


def by_qt() -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(target)
    painter = QPainter(writer)
    painter.drawText(2000, 3000, "Skrevet af Qt")
    writer.newPage()
    painter.drawText(2000, 3000, "Skrevet af Qt, side to")
    painter.end()
    return bytes(target.data().data())


def by_pillow() -> bytes:
    target = io.BytesIO()
    pages = [Image.new("RGB", (400, 560), "white") for _ in range(2)]
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:])
    return target.getvalue()


def by_pdfium() -> bytes:
    target = io.BytesIO()
    with pdfium(appendix_files.pdf(pages=2)) as source:
        made = pypdfium2.PdfDocument.new()
        made.import_pages(source)
        made.save(target)
        made.close()
    return target.getvalue()


def by_qpdf_linearized() -> bytes:
    with pikepdf.open(io.BytesIO(appendix_files.pdf(pages=2))) as document:
        return appendix_files.saved(document, linearize=True)


def by_this_program() -> bytes:
    text = from_plain_text("Et opmærket notat. " * 400)
    dated = datetime(2026, 11, 25, tzinfo=UTC)
    return render_text_document("Notat", text, document_uid="n", dated=dated)


def with_odd_boxes() -> bytes:
    """Return pages whose boxes are turned over, begin below nothing, and count in larger units."""
    with pikepdf.open(io.BytesIO(appendix_files.pdf(pages=3))) as document:
        first, second, third = (page.obj for page in document.pages)
        first.MediaBox = Array([595, 842, 0, 0])
        second.MediaBox, second.CropBox = Array([-100, -50, 595, 842]), Array([-50, 0, 700, 900])
        second.Rotate = -90
        third.UserUnit = 2
        return appendix_files.saved(document)


SAMPLES = Path(__file__).parent.parent / "data" / "producers"
PRODUCERS: dict[str, Callable[[], bytes]] = {
    "ReportLab": lambda: appendix_files.pdf(pages=2),
    "MuPDF": appendix_files.by_pymupdf,
    "Qt": by_qt,
    "Pillow": by_pillow,
    "PDFium": by_pdfium,
    "qpdf": by_qpdf_linearized,
    "Dette program": by_this_program,
    "Skæve sider": with_odd_boxes,
    **{
        path.stem: path.read_bytes
        for path in sorted(SAMPLES.glob("*.pdf"))
        if path.stem not in {"weasyprint", "typst"}
    },
}


@pytest.fixture
def agenda(database: Database, body_id: int) -> tuple[int, int]:
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12, 30))
    meeting = plan_meeting(database, body_id, draft).value
    section = add_section(database, meeting, "Sager").value
    return meeting, add_item(database, section, ItemDraft("Sag", ItemKind.DECISION)).value


def test_every_bookmark_link_and_page_number_leads_to_the_right_page(
    database: Database, agenda: tuple[int, int], tmp_path: Path, qapp: QApplication
) -> None:
    assert qapp  # Qt's own writer needs an application
    meeting, item = agenda
    for name, make in PRODUCERS.items():
        (tmp_path / f"{name}.pdf").write_bytes(make())
        add_appendix(database, item, tmp_path / f"{name}.pdf")
    rows = read_item(database, item).appendices
    path = tmp_path / "pakke.pdf"
    built = export_pack(database, meeting, path, PackChoices()).value
    pages = PdfPages(path)
    assert len(pages) == built.pages
    texts = [" ".join(pages.text(page).split()) for page in range(len(pages))]
    firsts: dict[str, int] = {}
    for place, row in enumerate(rows, start=1):
        stamp = f"Bilag 1.1.{place} · side 1 af {row.pages} · Side "
        (first,) = (page for page, text in enumerate(texts) if stamp in text)
        firsts[f"Bilag 1.1.{place} {row.title}"] = first
        for number in range(row.pages):
            assert (
                f"side {number + 1} af {row.pages} · Side {first + number + 1} af"
                in (texts[first + number])
            )
    marked = {mark.title: mark.page for mark in pages.bookmarks}
    assert firsts.items() <= marked.items()
    for title, first in firsts.items():
        hits = pages.find(1, title)
        assert hits, title
        left, top, right, bottom = hits[0][0]
        assert pages.link_at(1, (left + right) / 2, (top + bottom) / 2) == first
        back = pages.find(first, f"{title.split(' ')[1]} · side 1")
        across, up, _, down = back[-1][-1]
        assert pages.link_at(first, across + 0.002, (up + down) / 2) == 1
    pages.close()
    export_pack(database, meeting, tmp_path / "igen.pdf", PackChoices())
    assert (tmp_path / "igen.pdf").read_bytes() == path.read_bytes()
    untagged, not_archivable = built.remarks
    assert untagged.startswith("8 af 13 bilag er ikke tilgængelige: Bilag 1.1.1, ")
    assert re.search(r"ikke PDF/A, fordi 10 af 13 bilag", not_archivable)


def test_ten_thousand_pages_are_refused_with_a_reason(
    database: Database, agenda: tuple[int, int], tmp_path: Path
) -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    tree: Any = document.Root.Pages
    # The same page in the tree again and again, as a careless program may write it.
    leaf = document.make_indirect(
        pikepdf.Dictionary(Type=Name.Pages, Parent=tree, Kids=Array([]), Count=0)
    )
    tree.Kids, tree.Count = Array([leaf]), 10_000
    kids = [
        document.make_indirect(
            pikepdf.Dictionary(Type=Name.Page, Parent=leaf, MediaBox=Array([0, 0, 595, 842]))
        )
        for _ in range(10_000)
    ]
    leaf.Kids, leaf.Count = Array(kids), 10_000
    path = tmp_path / "mange sider.pdf"
    path.write_bytes(appendix_files.saved(document))
    with pytest.raises(FileProblem, match="har 10000 sider"):
        add_appendix(database, agenda[1], path)


@pytest.mark.skipif(libre_office() is None, reason="LibreOffice is not installed")
def test_a_word_document_becomes_tagged_pages_by_the_real_libre_office(
    database: Database, agenda: tuple[int, int], tmp_path: Path
) -> None:
    written = docx.Document()
    written.add_heading("Høringssvar", 1)
    written.add_paragraph("Kommunerne på Ærø og i Østerbro er enige.")
    written.save(str(tmp_path / "Høringssvar.docx"))
    add_appendix(database, agenda[1], tmp_path / "Høringssvar.docx")
    (row,) = read_item(database, agenda[1]).appendices
    assert (row.title, row.pages, row.is_tagged) == ("Høringssvar", 1, True)
    pages = PdfPages(database.files.path_of(row.sha256))
    assert "Ærø og i Østerbro" in pages.text(0)
    pages.close()
