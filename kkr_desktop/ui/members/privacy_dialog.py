"""The dialog of what a council keeps of people beside their office, and for how long."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import short_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.privacy import (
    FormerMember,
    PrivacyRules,
    anonymise,
    former_with_contacts,
    private_kept,
    read_privacy,
    save_privacy,
)
from kkr_desktop.ui.messages import PlainBox, show_error
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.workspace import Workspace

_SIZE = QSize(760, 520)
_USUAL_MONTHS = 12
_NAME_WIDTH, _DAY_WIDTH = 240, 110


class FormerMembers(HeadedModel):
    """Whose contact data are to go, and what is kept of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[FormerMember, ...] = ()

    def set_rows(self, rows: tuple[FormerMember, ...]) -> None:
        """Show other people."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def headers(self) -> tuple[str, ...]:
        return self.tr("Name"), self.tr("Last day"), self.tr("What is kept")

    def count(self) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        row = self.rows[index.row()]
        words = (row.name, short_date(row.last_day), row.kept)[index.column()]
        return as_typed(words) if role == Qt.ItemDataRole.ToolTipRole else words


class PrivacyDialog(QDialog):
    """Writes the rules at once, and wipes contact data out after a question."""

    def __init__(self, workspace: Workspace, body_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._body_id = body_id
        self._rules = read_privacy(workspace.database, body_id)
        self.setWindowTitle(self.tr("Personal data"))
        self.private = QCheckBox(self.tr("&Keep private phone, e-mail and address of the members"))
        self.private.setChecked(self._rules.private_contacts)
        self.limited = QCheckBox(self.tr("Contacts of &former members are kept for"))
        self.limited.setChecked(self._rules.kept_months is not None)
        self.months = QSpinBox()
        self.months.setRange(1, 240)
        self.months.setValue(self._rules.kept_months or _USUAL_MONTHS)
        self.months.setKeyboardTracking(False)
        self.months.setSuffix(self.tr(" months"))
        self.months.setAccessibleName(self.tr("Months that contacts are kept"))
        self.model = FormerMembers(self)
        self.table = RowTable()
        self.told = PlainLabel()
        self.anonymise_button = QPushButton()
        self._lay_out()
        self._list()
        self.private.toggled.connect(self._save)
        self.limited.toggled.connect(self._save)
        self.months.valueChanged.connect(self._save)
        self.anonymise_button.clicked.connect(self._anonymise)

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Former members whose contacts are to go"))
        self.table.setColumnWidth(0, _NAME_WIDTH)
        self.table.setColumnWidth(1, _DAY_WIDTH)
        never = PlainLabel(
            self.tr("They are for the secretariat only: no list, file, label or e-mail has them.")
        )
        never.setWordWrap(True)
        never.setContentsMargins(24, 0, 0, 8)
        self.told.setWordWrap(True)
        kept = QHBoxLayout()
        kept.addWidget(self.limited)
        kept.addWidget(self.months)
        kept.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.anonymise_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.anonymise_button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.private)
        column.addWidget(never)
        column.addLayout(kept)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(_SIZE)

    def _save(self) -> None:
        months = self.months.value() if self.limited.isChecked() else None
        rules = replace(self._rules, private_contacts=self.private.isChecked(), kept_months=months)
        if self._rules.private_contacts and not rules.private_contacts:
            count = private_kept(self._workspace.database, self._body_id)
            if count and not self._confirms(
                self.tr("Private contacts of %n person(s) are wiped out for good.", "", count),
                self.tr("&Wipe out"),
            ):
                self._show_rules(self._rules)
                return
        try:
            written = save_privacy(self._workspace.database, self._body_id, rules)
        except KkrError as error:
            show_error(self, error)
            rules = read_privacy(self._workspace.database, self._body_id)
        else:
            rules = replace(rules, rev=self._workspace.announcer.announce(written))
        self._show_rules(rules)

    def _show_rules(self, rules: PrivacyRules) -> None:
        self._rules = rules
        self.private.blockSignals(True)
        self.private.setChecked(rules.private_contacts)
        self.private.blockSignals(False)
        self._list()

    def _list(self) -> None:
        months = self._rules.kept_months
        self.months.setEnabled(months is not None)
        rows: tuple[FormerMember, ...] = ()
        if months is not None:
            rows = former_with_contacts(self._workspace.database, self._body_id, months, _today())
        self.model.set_rows(rows)
        if months is None:
            self.told.setText(self.tr("Contacts of former members are kept for ever."))
        elif rows:
            self.told.setText(
                self.tr(
                    "The contacts of these former members are to go. Names, titles and "
                    "memberships stay, and so do the minutes."
                )
            )
        else:
            self.told.setText(self.tr("Nobody's contacts are older than that."))
        self.anonymise_button.setText(self.tr("&Anonymise %n person(s)…", "", len(rows)))
        self.anonymise_button.setEnabled(bool(rows))

    def _anonymise(self) -> None:
        people = [row.person_id for row in self.model.rows]
        if not self._confirms(
            self.tr("The contacts of %n person(s) are wiped out for good.", "", len(people)),
            self.tr("&Wipe out"),
        ):
            return
        database = self._workspace.database
        try:
            written = anonymise(database, self._body_id, people, _today())
        except KkrError as error:
            show_error(self, error)
        else:
            self._workspace.announcer.announce(written)
        self._list()

    def _confirms(self, words: str, yes: str) -> bool:
        detail = self.tr("It cannot be undone. That it was done is kept in the history.")
        kind = QMessageBox.Icon.Warning
        box = PlainBox(kind, self.windowTitle(), words, detail, parent=self)
        accept = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is accept


def _today() -> date:
    return date.today()  # noqa: DTZ011
