"""The part of a form where a council's logo is chosen, shown and described."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.richtext.pictures import read_picture_file
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_SHOWN = QSize(180, 56)


class LogoField(QWidget):
    """Holds the bytes of a logo, empty for none; `refused` tells why a file cannot be one."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, logo: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.logo = logo
        self._shown = PlainLabel()
        self._shown.setFixedSize(_SHOWN + QSize(8, 8))
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # A logo is made for paper, so it is shown on paper in the dark too.
        self._shown.setStyleSheet("background: white; color: #46525a; border: 1px solid #b9c3c9")
        self.choose = QPushButton(self.tr("Choose &file…"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._shown)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        self._show()

    def take(self, path: Path) -> None:
        """Read a logo's file."""

        def work(_progress: Progress) -> bytes:
            return read_picture_file(path)

        run_in_background(self, work, self._take_picture, self._tell)

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Logo"), str(Path.home()), self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if chosen:
            self.take(Path(chosen))

    def _take_picture(self, logo: bytes) -> None:
        self.logo = logo
        self._show()
        self.changed.emit()

    def _remove(self) -> None:
        self._take_picture(b"")

    def _tell(self, error: KkrError) -> None:
        self.refused.emit(error.explain())

    def _show(self) -> None:
        self.remove.setEnabled(bool(self.logo))
        if not self.logo:
            self._shown.clear()
            self._shown.setText(self.tr("No logo"))
            return
        ratio = self.devicePixelRatioF()
        image = QImage.fromData(self.logo).scaled(
            _SHOWN * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image.setDevicePixelRatio(ratio)
        self._shown.setPixmap(QPixmap.fromImage(image))
