"""Prints a PDF: how many copies and on what paper, then the system's dialog, then progress."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.print_plan import sides
from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.pdf.print_run import PrintRun
from kkr_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PdfPages
    from kkr_desktop.services.paper_copies import PaperReader

_WIDTH = 460


class PrintDialog(QDialog):
    """Asks, hands over to the system's dialog for printer and pages, and prints."""

    def __init__(
        self,
        pages: "PdfPages",
        title: str,
        readers: "Sequence[PaperReader]" = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._title = title
        self._readers = tuple(readers)
        self._run: PrintRun | None = None
        self.setWindowTitle(self.tr("Print »{title}«").format(title=title))
        self.as_chosen = QRadioButton(self.tr("As many as the printer's dialog says"))
        self.as_chosen.setChecked(True)
        self.one_each = QRadioButton(
            self.tr("One for each of the %n member(s) who want paper", "", len(self._readers))
        )
        self.one_each.setEnabled(bool(self._readers))
        self.one_size = QRadioButton(
            self.tr("One size for all pages; larger ones are made smaller")
        )
        self.one_size.setChecked(True)
        self.own_sizes = QRadioButton(self.tr("Each page on paper of its own size (A4, A3)"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Pages sent to the printer"))
        self.bar.hide()
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self.told.hide()
        self.print_button = QPushButton(self.tr("Choose printer…"))
        self.print_button.clicked.connect(self._choose_printer)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(12)
        names = PlainLabel(self._names())
        names.setWordWrap(True)
        names.setContentsMargins(24, 0, 0, 0)
        names.setEnabled(False)
        names.setVisible(bool(self._readers))
        for words, widgets in (
            (self.tr("Copies"), (self.as_chosen, self.one_each, names)),
            (self.tr("Paper"), (self.one_size, self.own_sizes)),
        ):
            group = QGroupBox(words)
            inside = QVBoxLayout(group)
            choice = QButtonGroup(group)
            for widget in widgets:
                inside.addWidget(widget)
                if isinstance(widget, QRadioButton):
                    choice.addButton(widget)
            column.addWidget(group)
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.print_button.setDefault(True)
        self.resize(_WIDTH, self.sizeHint().height())

    def _names(self) -> str:
        large = self.tr(" (large print)")
        return ", ".join(
            reader.name + (large if reader.wants_large_print else "") for reader in self._readers
        )

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        printer.setFromTo(1, len(self._pages))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
        dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer that was chosen and set up."""
        wanted = len(self._readers) if self.one_each.isChecked() else printer.copyCount()
        by_driver = printer.supportsMultipleCopies() and printer.collateCopies()
        printer.setCopyCount(wanted if by_driver else 1)
        order = sides(
            len(self._pages),
            _ranges(printer),
            1 if by_driver else wanted,
            is_duplex=printer.duplex() is not QPrinter.DuplexMode.DuplexNone,
            is_last_first=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
        )
        self.bar.setRange(0, len(order))
        self.bar.setValue(0)
        self.bar.show()
        self.told.hide()
        self.print_button.setEnabled(False)
        self._run = PrintRun(
            self._pages,
            order,
            printer,
            has_own_sizes=self.own_sizes.isChecked(),
            parent=self,
        )
        self._run.progressed.connect(self.bar.setValue)
        self._run.finished.connect(self._end)
        self._run.failed.connect(self._refuse)
        self._run.begin()

    def _end(self) -> None:
        self._run = None
        self.bar.hide()
        self.print_button.setEnabled(True)
        self.told.setText(self.tr("Sent to the printer."))
        self.told.show()
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Close"))

    def _refuse(self, error: KkrError) -> None:
        self._run = None
        self.bar.hide()
        self.print_button.setEnabled(True)
        show_error(self, error)

    def reject(self) -> None:
        if self._run is not None:
            self._run.cancel()
            self._run = None
        super().reject()


def _ranges(printer: QPrinter) -> list[tuple[int, int]]:
    """Return the ranges that were asked for; none means all pages."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return []
    listed = [(found.from_, found.to) for found in printer.pageRanges().toRangeList()]
    if not listed and printer.fromPage():
        listed = [(printer.fromPage(), max(printer.toPage(), printer.fromPage()))]
    return listed
