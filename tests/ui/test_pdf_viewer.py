"""The secretary reads, searches and prints a pack in the window."""

# pytest-qt and pypdfium2 are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

import io
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from kkr_desktop.documents.pdf_pages import PdfPages
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.packs import export_pack
from kkr_desktop.services.paper_copies import PaperReader
from kkr_desktop.ui.pdf.print_dialog import PrintDialog
from kkr_desktop.ui.pdf.viewer import PdfViewer
from kkr_desktop.ui.pdf.window import PdfWindow
from kkr_desktop.ui.workspace import Workspace
from tests import appendix_files
from tests.pdf_reading import pdfium

LONG = 30_000


def showing(qtbot: QtBot, pdf: bytes) -> PdfViewer:
    viewer = PdfViewer()
    qtbot.addWidget(viewer)
    viewer.resize(700, 800)
    viewer.show()
    viewer.set_pages(PdfPages(pdf))
    return viewer


def test_a_thousand_pages_are_shown_one_by_one(qtbot: QtBot) -> None:
    viewer = showing(qtbot, appendix_files.pdf(pages=1000))
    viewer.thumbnails_action.setChecked(True)
    viewer.page_box.setValue(700)
    qtbot.waitUntil(lambda: viewer.pages.is_sharp(699), timeout=LONG)
    assert viewer.pages.page == 699
    assert viewer.thumbnails.currentIndex().row() == 699
    assert not viewer.pages.is_sharp(300)
    viewer.thumbnails.setCurrentIndex(viewer.thumbnails.model().index(2, 0))
    assert viewer.pages.page == 2
    qtbot.keyClick(viewer.pages, Qt.Key.Key_End)
    assert viewer.page_box.value() == 1000
    qtbot.keyClick(viewer.pages, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: viewer.pages.is_sharp(0), timeout=LONG)


def test_words_are_found_and_marked_with_the_keyboard_alone(qtbot: QtBot) -> None:
    viewer = showing(qtbot, appendix_files.pdf(pages=120))
    viewer.find_action.trigger()
    bar = viewer.find_bar
    qtbot.keyClicks(bar.field, "side 11")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not viewer.search.is_searching, timeout=LONG)
    assert len(viewer.search.hits) == 11  # 11 and 110 to 119
    assert viewer.pages.page == 10
    assert bar.told.text() == "1 of 11"
    viewer.next_action.trigger()
    assert viewer.pages.page == 109
    viewer.previous_action.trigger()
    viewer.previous_action.trigger()
    assert (bar.told.text(), viewer.pages.page) == ("11 of 11", 118)
    qtbot.waitUntil(lambda: viewer.pages.is_sharp(118), timeout=LONG)
    shown = viewer.pages.viewport().grab().toImage()
    colours = {
        shown.pixelColor(x, y).name()
        for x in range(0, shown.width(), 4)
        for y in range(0, shown.height(), 4)
    }
    assert QColor(255, 150, 40).name() in colours
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert viewer.search.hits == ()
    viewer.find_action.trigger()
    bar.field.setText("findes ikke")
    qtbot.waitUntil(lambda: bar.told.text() == "Not found", timeout=LONG)


def test_a_link_in_the_contents_leads_to_its_page(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    meeting = demo_workspace.selection.meeting_id
    assert meeting is not None
    path = tmp_path / "pakke.pdf"
    export_pack(demo_workspace.database, meeting, path, PackChoices())
    viewer = showing(qtbot, path.read_bytes())
    pages = viewer.pages.pages
    assert pages is not None
    bookmark = next(found for found in pages.bookmarks if found.title.startswith("Bilag 3"))
    viewer.pages.show_item("3.1")
    assert viewer.pages.page == next(b.page for b in pages.bookmarks if b.title[:4] == "3.1 ")
    viewer.pages.go_to(1)
    (left, top, right, bottom), *_ = pages.find(1, bookmark.title)[0]
    place = viewer.pages.place_on_screen(1, (left + right) / 2, (top + bottom) / 2)
    qtbot.mouseClick(viewer.pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert viewer.pages.page == bookmark.page


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def print_to(qtbot: QtBot, dialog: PrintDialog, printer: QPrinter) -> None:
    dialog.print_on(printer)
    qtbot.waitUntil(dialog.told.isVisible, timeout=60_000)


def drawn(pdf: bytes | Path) -> Image.Image:
    with pdfium(pdf) as document:
        return document[0].render(scale=0.5, grayscale=True).to_pil()


def test_pages_are_printed_as_they_look_turned_and_made_smaller_where_the_paper_asks(
    qtbot: QtBot, tmp_path: Path
) -> None:
    standing, lying = appendix_files.pdf(), appendix_files.pdf(size=(1191, 842))
    for name, pdf in (("a4", standing), ("a3", lying)):
        pages = PdfPages(pdf)
        dialog = PrintDialog(pages, "Pakke")
        qtbot.addWidget(dialog)
        dialog.show()
        print_to(qtbot, dialog, printer_to(tmp_path / f"{name}.pdf"))
        pages.close()
    with pdfium(tmp_path / "a3.pdf") as document:
        assert [round(side) for side in document.get_page_size(0)] == [595, 842]
    difference = ImageChops.difference(drawn(standing), drawn(tmp_path / "a4.pdf"))
    assert ImageStat.Stat(difference).mean[0] < 1
    assert min(drawn(tmp_path / "a3.pdf").tobytes()) < 128


def test_one_copy_is_printed_for_each_who_wants_paper(qtbot: QtBot, tmp_path: Path) -> None:
    pages = PdfPages(appendix_files.pdf(pages=3))
    readers = [PaperReader("Ida Dal", False), PaperReader("Bo Lund", True)]
    dialog = PrintDialog(pages, "Pakke", readers)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.one_each.setChecked(True)
    printer = printer_to(tmp_path / "ud.pdf")
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    print_to(qtbot, dialog, printer)
    with pdfium(tmp_path / "ud.pdf") as document:
        assert len(document) == 2 * 3
    pages.close()


def test_enter_goes_on_to_the_printer(qtbot: QtBot) -> None:
    pages = PdfPages(appendix_files.pdf())
    dialog = PrintDialog(pages, "Pakke")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.print_button.isDefault()
    pages.close()


def test_ranges_and_paper_of_each_pages_own_size(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        pikepdf.open(io.BytesIO(appendix_files.pdf(pages=2))) as whole,
        pikepdf.open(io.BytesIO(appendix_files.pdf(size=(1191, 842)))) as large,
    ):
        whole.pages.append(large.pages[0])
        pages = PdfPages(appendix_files.saved(whole))
    dialog = PrintDialog(pages, "Pakke")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.own_sizes.setChecked(True)
    printer = printer_to(tmp_path / "ud.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_to(qtbot, dialog, printer)
    with pdfium(tmp_path / "ud.pdf") as document:
        sizes = [tuple(round(side) for side in document.get_page_size(n)) for n in range(2)]
    assert sizes == [(595, 842), (842, 1191)]
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait
    pages.close()


def test_a_print_that_is_cancelled_ends_and_the_window_stays(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "pakke.pdf"
    path.write_bytes(appendix_files.pdf(pages=40))
    window = PdfWindow(path, "Pakke")
    window.show()
    qtbot.waitUntil(window.print_action.isEnabled, timeout=LONG)
    pages = window.viewer.pages.pages
    assert pages is not None
    dialog = PrintDialog(pages, "Pakke", (), window)
    dialog.show()
    dialog.print_on(printer_to(tmp_path / "ud.pdf"))
    qtbot.waitUntil(lambda: dialog.bar.value() > 1, timeout=LONG)
    dialog.reject()
    assert not dialog.isVisible()
    assert window.isVisible()
    assert dialog.bar.value() < 40
    window.reject()
    window.close_pages()
    window.deleteLater()
