"""The dialog of something that is printed: choices at the left, the pages at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.pdf.preview import PdfPreview
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_SIZE = QSize(900, 640)
_CHOICES_WIDTH = 330
_PAUSE_MILLISECONDS = 250


@dataclass(frozen=True, slots=True)
class Composed:
    """What the choices come to: the pages, the file to write, and what to know about them."""

    render: Callable[[], bytes]
    export: Callable[[Path], None]
    file_name: str
    note: str


class PaperDialog(QDialog):
    """Shows the pages anew after each choice; a subclass fills the form and composes."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.note = PlainLabel()
        self.note.setWordWrap(True)
        self.preview = PdfPreview()
        self._composed: Composed | None = None
        self._job: Job[bytes] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self.show_pages)
        self.save_button = QPushButton(self.tr("&Save as PDF…"))
        self.save_button.clicked.connect(self._save_as)

    def finish(self) -> None:
        """Lay out, once the form is filled, and show the pages."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        choices = QWidget()
        choices.setFixedWidth(_CHOICES_WIDTH)
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 12, 0)
        column.addLayout(self.form)
        column.addSpacing(8)
        column.addWidget(self.note)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(choices)
        row.addWidget(self.preview, 1)
        outer = QVBoxLayout(self)
        outer.addLayout(row, 1)
        outer.addWidget(buttons)
        self.save_button.setDefault(True)
        self.resize(_SIZE)
        self.show_pages()

    def compose(self) -> Composed:
        """Return what the form's choices come to."""
        raise NotImplementedError

    def show_pages_soon(self) -> None:
        """Show the pages anew after a short pause."""
        self._timer.start()

    def show_pages(self) -> None:
        """Show the pages that the choices come to."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        try:
            composed = self.compose()
        except KkrError as error:
            self._composed = None
            self.note.setText(error.explain())
            self.save_button.setEnabled(False)
            return
        self._composed = composed
        self.note.setText(composed.note)
        self.save_button.setEnabled(True)

        def work(_progress: Progress) -> bytes:
            return composed.render()

        self._job = run_in_background(self, work, self._show, self._fail)

    def _show(self, pdf: bytes) -> None:
        self._job = None
        self.preview.set_pdf(pdf)

    def _fail(self, error: KkrError) -> None:
        self._job = None
        show_error(self, error)

    def _save_as(self) -> None:
        if self._composed is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF"),
            str(Path.home() / self._composed.file_name),
            self.tr("PDF files (*.pdf)"),
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the pages to `path` in the background, then open it, to be printed."""
        self._timer.stop()
        try:
            composed = self.compose()
        except KkrError as error:
            show_error(self, error)
            return
        target = path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")

        def work(_progress: Progress) -> Path:
            composed.export(target)
            return target

        run_in_background(self, work, self._open, self._fail)

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
