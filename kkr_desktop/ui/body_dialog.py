"""The dialog of a council's settings: its colour, its front page, how appendices are numbered."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kkr_desktop.model.bodies import AppendixNumbering
from kkr_desktop.model.colours import STANDARD_ACCENT
from kkr_desktop.services.body_settings import BodySettings
from kkr_desktop.ui.logo_field import LogoField
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class BodyDialog(FormDialog):
    """`save` is called with what was chosen, and may refuse with a KkrError."""

    def __init__(
        self, settings: BodySettings, save: Callable[[BodySettings], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self.setWindowTitle(self.tr("Settings of {name}").format(name=settings.name))
        self.mission = QLineEdit(settings.mission)
        self.group_meetings = QLineEdit(settings.group_meeting_note)
        for field in (self.mission, self.group_meetings):
            field.setCursorPosition(0)
        self.numbering = QComboBox()
        self.numbering.addItem(self.tr("Anew for each item"), AppendixNumbering.PER_ITEM)
        self.numbering.addItem(self.tr("Straight through"), AppendixNumbering.THROUGH)
        self.numbering.setCurrentIndex(self.numbering.findData(settings.appendix_numbering))
        self.accent = QLineEdit(settings.accent)
        self.accent.setPlaceholderText(STANDARD_ACCENT)
        self.accent.setMaximumWidth(110)
        self._sample = PlainLabel(self.tr("Heading"))
        self.logo = LogoField(settings.logo)
        self.logo_alternate = QLineEdit(settings.logo_alternate)
        self.logo_alternate.setPlaceholderText(
            self.tr("For those who cannot see it: Logo of {name}").format(name=settings.name)
        )
        self.hyphenates = QCheckBox(self.tr("&Divide long words at the ends of lines"))
        self.hyphenates.setChecked(settings.hyphenates)
        self._lay_out()
        self.accent.textChanged.connect(self._show_sample)
        self.logo.changed.connect(self._describe_logo)
        self.logo.refused.connect(self.refuse)
        self._show_sample()

    def _lay_out(self) -> None:
        choose = QPushButton(self.tr("&Choose…"))
        choose.clicked.connect(self._choose_colour)
        colour = QHBoxLayout()
        colour.addWidget(self.accent)
        colour.addWidget(choose)
        colour.addWidget(self._sample, 1)
        colour_label = PlainLabel(self.tr("C&olour of documents:"))
        colour_label.setBuddy(self.accent)
        form = QFormLayout()
        form.addRow(self.tr("&Line on the front page:"), self.mission)
        form.addRow(self.tr("&Group meetings:"), self.group_meetings)
        form.addRow(self.tr("&Number appendices:"), self.numbering)
        form.addRow(colour_label, colour)
        form.addRow(self.tr("Logo on the front page:"), self.logo)
        form.addRow(self.tr("The logo in &words:"), self.logo_alternate)
        form.addRow("", self.hyphenates)
        self.finish(form, lambda: self._save(self.settings()), 560)

    def _choose_colour(self) -> None:
        now = QColor(self.accent.text() or STANDARD_ACCENT)
        chosen = QColorDialog.getColor(now, self)
        if chosen.isValid():
            self.accent.setText(chosen.name())

    def _describe_logo(self) -> None:
        """Propose the words that fit most logos; they can be changed."""
        self.problem.hide()
        if self.logo.logo and not self.logo_alternate.text():
            self.logo_alternate.setText(self.tr("Logo of {name}").format(name=self._settings.name))

    def _show_sample(self) -> None:
        colour = QColor(self.accent.text() or STANDARD_ACCENT)
        shown = colour.name() if colour.isValid() else "transparent"
        self._sample.setStyleSheet(
            f"color: {shown}; background: white; font-weight: 600; font-size: 15pt; padding: 4px"
        )

    def settings(self) -> BodySettings:
        """Return what the form says."""
        return replace(
            self._settings,
            mission=self.mission.text(),
            group_meeting_note=self.group_meetings.text(),
            appendix_numbering=self.numbering.currentData(),
            accent=self.accent.text(),
            logo=self.logo.logo,
            logo_alternate=self.logo_alternate.text(),
            hyphenates=self.hyphenates.isChecked(),
        )
