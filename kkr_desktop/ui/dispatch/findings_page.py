"""The checklist before a dispatch: what to look at, each with a jump to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.dispatch_checklist import DispatchFinding, Weight
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_FINDING = Qt.ItemDataRole.UserRole
_ICONS = {Weight.STOPS: "x", Weight.TO_CONFIRM: "circle-alert", Weight.WARNS: "eye"}


class FindingsPage(QWidget):
    """Lists the findings; tells when one is to be mended, and whether the dispatch may go on."""

    place_wanted = Signal(object)  # DispatchFinding
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: set[Weight] = set()
        self.summary = PlainLabel()
        self.summary.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What to look at before the agenda is sent"))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.itemActivated.connect(self.go)
        self.hint = PlainLabel(self.tr("Enter or a double click goes to the place."))
        self.confirmed = QCheckBox(self.tr("I have looked: there are no CPR numbers in it"))
        self.confirmed.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(self.confirmed)
        column.addStretch(0)

    def show_findings(self, findings: Sequence[DispatchFinding]) -> None:
        """Show what was found."""
        self._weights = {finding.weight for finding in findings}
        names = {
            Weight.STOPS: self.tr("Must be mended"),
            Weight.TO_CONFIRM: self.tr("Must be confirmed"),
            Weight.WARNS: "",
        }
        self.list.clear()
        for finding in findings:
            head = " · ".join(filter(None, (names[finding.weight], finding.place)))
            entry = QListWidgetItem(icon(_ICONS[finding.weight]), f"{head}\n{finding.words}")
            entry.setData(_FINDING, finding)
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(findings))
        self.hint.setVisible(any(finding.item_id is not None for finding in findings))
        self.confirmed.setVisible(Weight.TO_CONFIRM in self._weights)
        self.summary.setText(self._summary(len(findings)))
        self.changed.emit()

    def _summary(self, count: int) -> str:
        if not count:
            return self.tr("Nothing to remark. The agenda can be sent.")
        told = self.tr("%n thing(s) to look at.", "", count)
        if Weight.STOPS in self._weights:
            meaning = self.tr("What must be mended stands first.")
        elif Weight.TO_CONFIRM in self._weights:
            meaning = self.tr("What looks like a CPR number must be confirmed.")
        else:
            meaning = self.tr("None of it stands in the way.")
        return f"{told} {meaning}"

    @property
    def can_go_on(self) -> bool:
        """Whether nothing stands in the way of the dispatch."""
        if Weight.STOPS in self._weights:
            return False
        return Weight.TO_CONFIRM not in self._weights or self.confirmed.isChecked()

    def go(self) -> None:
        """Ask to be taken to the place of the chosen finding."""
        entry = self.list.currentItem()
        finding: DispatchFinding = entry.data(_FINDING)
        if finding.item_id is not None:
            self.place_wanted.emit(finding)
