"""Compares any two versions of an agenda on the screen, the present one included."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.model.dates import long_date
from kkr_desktop.services.agenda_comparison import ItemFate, every_item
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.sent_versions import SentVersion, sent_content, sent_versions
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.dispatch.changes_view import ChangesView
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class CompareDialog(QDialog):
    """Chooses two versions; the last that was sent against the present one to begin with."""

    def __init__(self, database: Database, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._meeting_id = meeting_id
        self.setWindowTitle(self.tr("Compare versions"))
        self.before = QComboBox()
        self.after = QComboBox()
        self.only_changes = QCheckBox(self.tr("Only what &changed"))
        self.only_changes.setChecked(True)
        self.summary = PlainLabel()
        self.view = ChangesView()
        versions = sent_versions(database, meeting_id)
        for choice in (self.before, self.after):
            for version in versions:
                choice.addItem(self._name(version), version.id)
            choice.addItem(self.tr("The agenda as it is now"), None)
        self.before.setCurrentIndex(max(self.before.count() - 2, 0))
        self.after.setCurrentIndex(self.after.count() - 1)
        self._lay_out()
        for choice in (self.before, self.after):
            choice.currentIndexChanged.connect(self._show)
        self.only_changes.toggled.connect(self._show)
        self._show()

    def _name(self, version: SentVersion) -> str:
        day = long_date(version.sent_at.astimezone().date())
        return self.tr("Version {number}, sent {day}").format(number=version.number, day=day)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for words, choice in ((self.tr("&From:"), self.before), (self.tr("&To:"), self.after)):
            label = PlainLabel(words)
            label.setBuddy(choice)
            top.addWidget(label)
            top.addWidget(choice)
            top.addSpacing(12)
        top.addWidget(self.only_changes)
        top.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.summary)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.resize(980, 640)

    def _content(self, choice: QComboBox) -> AgendaContent:
        version_id: int | None = choice.currentData()
        if version_id is None:
            return agenda_content(self._database, self._meeting_id)
        return sent_content(self._database, version_id)

    def _show(self) -> None:
        changes = every_item(self._content(self.before), self._content(self.after))
        changed = [change for change in changes if change.fate is not ItemFate.SAME]
        self.summary.setText(
            self.tr("%n place(s) differ.", "", len(changed))
            if changed
            else self.tr("The two versions are the same.")
        )
        self.view.show_changes(changed if self.only_changes.isChecked() else changes)
        self.view.setEnabled(self.view.items.count() > 0)
