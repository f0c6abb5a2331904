"""The choices of a pack: what it holds, how it is printed, and whom it is for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGroupBox, QRadioButton, QVBoxLayout, QWidget

from kkr_desktop.services.pack_content import PackChoices


class PackForm(QWidget):
    """Choices that exclude each other cannot both be made."""

    public_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.everything = QRadioButton(self.tr("The agenda with all appendices"))
        self.everything.setChecked(True)
        self.agenda_only = QRadioButton(self.tr("The agenda alone"))
        self.appendices_only = QRadioButton(self.tr("The appendices alone"))
        self.public = QCheckBox(
            self.tr("Public version: closed items, closed appendices and metadata are removed")
        )
        self.dividers = QCheckBox(self.tr("A divider before the appendices of each item"))
        self.dividers.setChecked(True)
        self.right_hand = QCheckBox(
            self.tr("Each appendix begins on a right-hand page (printing on both sides)")
        )
        self.greyscale = QCheckBox(self.tr("Black and white"))
        self.booklet = QCheckBox(self.tr("Booklet: two pages on each A4 sheet, to be folded"))
        self.personal = QCheckBox(self.tr("A copy for each member, with the name on every page"))
        self.passwords = QCheckBox(self.tr("Each copy opens with a password of its own"))
        self.passwords.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        held = (self.everything, self.agenda_only, self.appendices_only, self.public)
        printed = (self.dividers, self.right_hand, self.greyscale, self.booklet)
        for title, boxes in (
            (self.tr("What it holds"), held),
            (self.tr("How it is printed"), printed),
            (self.tr("Whom it is for"), (self.personal, self.passwords)),
        ):
            group = QGroupBox(title)
            inside = QVBoxLayout(group)
            for box in boxes:
                inside.addWidget(box)
            column.addWidget(group)
        self.agenda_only.toggled.connect(self._see_parts)
        self.public.toggled.connect(self._see_public)
        self.personal.toggled.connect(self._see_personal)

    def _see_parts(self) -> None:
        has_appendices = not self.agenda_only.isChecked()
        self.dividers.setEnabled(has_appendices)
        self.right_hand.setEnabled(has_appendices)

    def _see_public(self) -> None:
        is_public = self.public.isChecked()
        if is_public:
            self.personal.setChecked(False)
        self.personal.setEnabled(not is_public)
        self.public_changed.emit(is_public)

    def _see_personal(self) -> None:
        self.passwords.setEnabled(self.personal.isChecked())

    def choices(self) -> PackChoices:
        """Return what was chosen."""
        return PackChoices(
            agenda_only=self.agenda_only.isChecked(),
            appendices_only=self.appendices_only.isChecked(),
            public=self.public.isChecked(),
            dividers=self.dividers.isChecked(),
            right_hand_starts=self.right_hand.isChecked(),
            booklet=self.booklet.isChecked(),
            greyscale=self.greyscale.isChecked(),
        )
