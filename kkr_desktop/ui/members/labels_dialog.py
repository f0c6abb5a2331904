"""The dialog of address labels: which sheet, from which label, for whom."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from kkr_desktop.documents.label_content import LabelSize
from kkr_desktop.services.labels import (
    export_labels,
    labels_file_name,
    member_labels,
    render_member_labels,
)
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.members.paper_dialog import Composed, PaperDialog

_MOST_NAMED = 12


class LabelsDialog(PaperDialog):
    """Makes labels for the members of a council as they are today."""

    def __init__(self, database: Database, body_id: int, parent: QWidget) -> None:
        super().__init__(self.tr("Address labels"), parent)
        self._database = database
        self._body_id = body_id
        self.size_list = QComboBox()
        for size in LabelSize:
            self.size_list.addItem(size.value.name, size)
        self.first = QSpinBox()
        self.first.setToolTip(self.tr("Leaves the labels free that a sheet has lost already."))
        self.only_on_paper = QCheckBox(self.tr("&Only who wants the agenda on paper"))
        self.form.addRow(self.tr("S&heet:"), self.size_list)
        self.form.addRow(self.tr("&First free label on the sheet:"), self.first)
        self.form.addRow(self.only_on_paper)
        self._take_size()
        self.size_list.currentIndexChanged.connect(self._take_size)
        self.first.valueChanged.connect(self.show_pages_soon)
        self.only_on_paper.toggled.connect(self.show_pages_soon)
        self.finish()

    def _take_size(self) -> None:
        size: LabelSize = self.size_list.currentData()
        self.first.setRange(1, size.value.count)
        self.show_pages_soon()

    def compose(self) -> Composed:
        """Return the labels that the choices come to."""
        size: LabelSize = self.size_list.currentData()
        labels = member_labels(
            self._database,
            self._body_id,
            date.today(),  # noqa: DTZ011
            only_on_paper=self.only_on_paper.isChecked(),
            first_place=self.first.value() - 1,
        )

        def render() -> bytes:
            return render_member_labels(labels, size)

        def export(path: Path) -> None:
            export_labels(labels, size, path)

        count = len(labels.content.labels)
        told = [self.tr("%n label(s)", "", count)]
        if labels.missing and len(labels.missing) == count:
            told.append(self.tr("None of them has a postal address yet (Contacts, F4)."))
        elif labels.missing:
            told.append(self.tr("No postal address: {names}").format(names=_named(labels.missing)))
        return Composed(render, export, labels_file_name(labels), "\n\n".join(told))


def _named(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    return shown if len(names) <= _MOST_NAMED else f"{shown} … (+{len(names) - _MOST_NAMED})"
