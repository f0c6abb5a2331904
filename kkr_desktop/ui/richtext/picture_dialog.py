"""What a picture shows, its caption and its width."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from kkr_desktop.model.richtext import PICTURE_WIDTHS, Picture, Run
from kkr_desktop.ui.spelling.plain_text import SpelledText
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_SHOWN = QSize(320, 200)


class PictureDialog(FormDialog):
    """Describes a picture."""

    def __init__(self, picture: Picture, save: Callable[[Picture], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Picture"))
        self._picture = picture
        self._save = save
        shown = PlainLabel()
        image = QImage.fromData(picture.image)
        shown.setPixmap(
            QPixmap.fromImage(image).scaled(
                _SHOWN,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        self.alternate = SpelledText(picture.alternate)
        self.alternate.setFixedHeight(4 * self.fontMetrics().lineSpacing())
        self.alternate.setPlaceholderText(
            self.tr("For those who cannot see it: what is the point of the picture?")
        )
        self.caption = QLineEdit("".join(run.text for run in picture.runs))
        self.width_box = QSpinBox()
        self.width_box.setRange(PICTURE_WIDTHS.start, PICTURE_WIDTHS.stop - 1)
        self.width_box.setSingleStep(10)
        self.width_box.setSuffix(" %")
        self.width_box.setValue(picture.width)
        form = QFormLayout()
        form.addRow(shown)
        form.addRow(self.tr("&Description:"), self.alternate)
        form.addRow(self.tr("&Caption:"), self.caption)
        form.addRow(self.tr("&Width of the text:"), self.width_box)
        self.finish(form, self._accept, 520)
        self.alternate.setFocus()

    def _accept(self) -> None:
        caption = self.caption.text()
        is_same = caption == "".join(run.text for run in self._picture.runs)
        self._save(
            replace(
                self._picture,
                alternate=self.alternate.toPlainText(),
                runs=self._picture.runs if is_same else (Run(caption),),
                width=self.width_box.value(),
            )
        )
