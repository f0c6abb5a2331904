"""Whom an agenda is sent to, and how it goes along."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.address_lists import USUAL_PARTS, Part, Purpose, address_list
from kkr_desktop.services.dispatch_mail import (
    MailList,
    attachment_limit,
    mail_lists,
    set_attachment_limit,
)
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_MEGABYTE = 1_000_000


class RecipientsPage(QWidget):
    """Chooses the lists; the counts follow at once."""

    changed = Signal()

    def __init__(self, database: Database, body_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._body_id = body_id
        self.lists: tuple[MailList, ...] = ()
        self.parts = {part: QCheckBox() for part in Part}
        self.missing = PlainLabel()
        self.on_paper = PlainLabel()
        for label in (self.missing, self.on_paper):
            label.setWordWrap(True)
        self.limit = QSpinBox()
        self.limit.setRange(1, 150)
        self.limit.setSuffix(" MB")
        self.limit.setValue(max(attachment_limit(database) // _MEGABYTE, 1))
        self.link = QLineEdit()
        self.link.setPlaceholderText(self.tr("Used when the material is larger than that"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Kept with the version, for yourselves only"))
        self._lay_out()
        for part, box in self.parts.items():
            box.setChecked(part in USUAL_PARTS[Purpose.AGENDA])
            box.toggled.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        who = QGroupBox(self.tr("One e-mail draft for each list, in which nobody sees the others"))
        inside = QVBoxLayout(who)
        for box in self.parts.values():
            inside.addWidget(box)
        inside.addWidget(self.missing)
        inside.addWidget(self.on_paper)
        how = QGroupBox(self.tr("How the material goes along"))
        form = QFormLayout(how)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add(form, self.tr("&Attach up to:"), self.limit)
        self._add(form, self.tr("&Link to the material:"), self.link)
        self._add(form, self.tr("&Note:"), self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(who)
        column.addWidget(how)
        column.addStretch(1)

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = PlainLabel(words)
        label.setBuddy(field)
        form.addRow(label, field)

    def _show(self) -> None:
        today = date.today()  # noqa: DTZ011
        chosen = frozenset(part for part, box in self.parts.items() if box.isChecked())
        self.lists = mail_lists(self._database, self._body_id, chosen, today)
        counts = {row.part: len(row.addresses.addressees) for row in self.lists}
        names: dict[Part, Callable[[int], str]] = {
            Part.MEMBERS: lambda count: self.tr("&Members (%n)", "", count),
            Part.ATTACHED: lambda count: self.tr(
                "O&bservers and the council's secretary (%n)", "", count
            ),
            Part.SECRETARIES: lambda count: self.tr("&Secretaries (%n)", "", count),
            Part.COPIES: lambda count: self.tr("C&opies that the contacts ask for (%n)", "", count),
        }
        for part, box in self.parts.items():
            box.setText(names[part](counts.get(part, 0)))
        whole = address_list(self._database, self._body_id, Purpose.AGENDA, chosen, today)
        self._tell(self.missing, self.tr("No e-mail address: {names}"), whole.missing)
        self._tell(self.on_paper, self.tr("Also on paper: {names}"), whole.on_paper)
        self.changed.emit()

    def _tell(self, label: QLabel, words: str, names: tuple[str, ...]) -> None:
        label.setText(words.format(names=", ".join(names)))
        label.setVisible(bool(names))

    def keep_limit(self) -> int:
        """Keep the limit for the next time; return it in bytes."""
        limit = self.limit.value() * _MEGABYTE
        if limit != attachment_limit(self._database):
            set_attachment_limit(self._database, limit)
        return limit
