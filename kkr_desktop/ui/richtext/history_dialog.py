"""The earlier versions of one text: compare word by word, take the whole or a part back."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import clock, long_date
from kkr_desktop.model.richtext import RichText
from kkr_desktop.model.text_changes import BlockChange, take_over, text_changes
from kkr_desktop.services.text_history import EarlierText
from kkr_desktop.ui.widgets.change_list import ChangeList
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_LIST_WIDTH = 260


class HistoryDialog(QDialog):
    """`result_text` is the text to go on with after the dialog was accepted.

    A text that cannot be changed is only compared: nothing can be ticked or taken back.
    """

    def __init__(
        self,
        current: RichText,
        versions: Sequence[EarlierText],
        parent: QWidget,
        *,
        can_change: bool = True,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._can_change = can_change
        self._versions = tuple(one for one in versions if one.text != current)
        self.result_text = current
        self.setWindowTitle(self.tr("Earlier versions"))
        self.versions = QListWidget()
        self.versions.setAccessibleName(self.tr("Earlier versions"))
        self.versions.setMaximumWidth(_LIST_WIDTH)
        for version in self._versions:
            self.versions.addItem(self._when(version))
        self.changes = ChangeList()
        legend = PlainLabel(self._legend())
        legend.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        accept = QDialogButtonBox.ButtonRole.ActionRole
        self.part_button = buttons.addButton(self.tr("Take back what is &ticked"), accept)
        self.whole_button = buttons.addButton(self.tr("Take back the &whole version"), accept)
        self.part_button.clicked.connect(self.take_part)
        self.whole_button.clicked.connect(self.take_whole)
        self.part_button.setVisible(can_change)
        self.whole_button.setVisible(can_change)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.versions)
        row.addWidget(self.changes, 1)
        column = QVBoxLayout(self)
        column.addWidget(legend)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.resize(860, 520)
        self.versions.currentRowChanged.connect(self._show_version)
        self.changes.chosen_changed.connect(self._enable)
        self.versions.setCurrentRow(0)
        self._enable()

    def _legend(self) -> str:
        if not self._versions and not self._can_change:
            return self.tr("No earlier versions of the text are kept.")
        if not self._can_change:
            return self.tr(
                "The text cannot be changed now. Struck through is what stands in the text; "
                "underlined is what stood in the earlier version."
            )
        if not self._versions:
            return self.tr(
                "There are no earlier versions yet. One is kept when you pause, every five "
                "minutes, and before much of the text goes."
            )
        return self.tr(
            "Struck through is what stands in the text now and would go; underlined is what "
            "would come back."
        )

    def _when(self, version: EarlierText) -> str:
        at: datetime = version.written_at.astimezone()
        today = date.today()  # noqa: DTZ011
        day = self.tr("Today") if at.date() == today else long_date(at.date())
        when = self.tr("{day} at {time}").format(day=day, time=clock(at.time()))
        return f"{when} · {version.written_by}" if version.written_by else when

    def _show_version(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            changes = text_changes(self._current, self._versions[row].text)
            self.changes.show_changes(changes, can_choose=self._can_change)

    def _enable(self) -> None:
        self.part_button.setEnabled(self._can_change and bool(self.changes.chosen()))
        self.whole_button.setEnabled(self._can_change and bool(self._versions))

    def take_part(self) -> None:
        """Take back the ticked changes and close."""
        self._take(self.changes.chosen())

    def take_whole(self) -> None:
        """Take back all of the version and close."""
        self._take([change for _, change in self.changes.boxes])

    def _take(self, changes: list[BlockChange]) -> None:
        self.result_text = take_over(self._current, changes)
        self.accept()
