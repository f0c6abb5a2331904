"""Edits one item of an agenda: facts, parts, internal note, appendices. Saves by itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QUndoStack
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES, PART_NAMES, ItemKind, PartType
from kkr_desktop.model.richtext import EMPTY
from kkr_desktop.services.agenda_outline import ItemToEdit, read_item
from kkr_desktop.services.drafting import (
    MOST_MINUTES,
    ItemDraft,
    change_item,
    save_note,
    save_part,
)
from kkr_desktop.services.text_history import EarlierText, part_history
from kkr_desktop.ui.agenda.appendix_list import AppendixList
from kkr_desktop.ui.agenda.item_history import ItemHistory
from kkr_desktop.ui.agenda.since_last_panel import SinceLastPanel
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.saving import DelayedSave
from kkr_desktop.ui.spelling.plain_text import SpelledText
from kkr_desktop.ui.widgets.flow_layout import FlowLayout
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace

_ALWAYS_SHOWN = (PartType.RECOMMENDATION, PartType.CASE_PRESENTATION)


class ItemEditor(QScrollArea):
    """Shows one item at a time; what is typed is on disk within a second."""

    editor_focused = Signal(object)  # RichTextEditor

    def __init__(
        self, workspace: Workspace, undo_stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._item_id: int | None = None
        self._draft_rev = 0
        self._part_revs: dict[PartType, int] = {}
        self._note_rev = 0
        self._is_filling = False
        self._can_edit = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_facts()
        self.parts: dict[PartType, RichTextEditor] = {}
        self._part_rooms: dict[PartType, QWidget] = {}
        self._part_buttons: dict[PartType, QPushButton] = {}
        self.history = ItemHistory(workspace.database)
        self.since_last = SinceLastPanel(workspace.database, self.parts)
        self.note = SpelledText()
        self.appendices = AppendixList(workspace, undo_stack)
        self._lay_out()
        saves = workspace.saves
        self._facts_save = DelayedSave(saves, self._write_facts, self)
        self._note_save = DelayedSave(saves, self._write_note, self)
        self._part_saves = {
            kind: DelayedSave(saves, self._part_writer(kind), self) for kind in PartType
        }
        self._connect()

    def _make_facts(self) -> None:
        self.title = QLineEdit()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.title.setFont(font)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("Title of the item"))
        self.kind = QComboBox()
        for kind in ItemKind:
            self.kind.addItem(ITEM_KIND_NAMES[kind], kind)
        self.presenter = QLineEdit()
        self.minutes = QSpinBox()
        self.minutes.setRange(-1, MOST_MINUTES)
        self.minutes.setSpecialValueText("–")
        self.minutes.setSuffix(self.tr(" min."))
        self.case_number = QLineEdit()
        self.is_public = QCheckBox(self.tr("P&ublic"))
        self.public_title = QLineEdit()
        self.public_title.setPlaceholderText(
            self.tr("What the public reads instead of the title while the item is closed")
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 16)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.history)
        column.addLayout(self._facts_form())
        buttons = FlowLayout()
        for kind in PartType:
            column.addWidget(self._part_room(kind))
            button = QPushButton(f"+ {PART_NAMES[kind]}")
            button.setFlat(True)
            button.clicked.connect(self._part_shower(kind))
            buttons.addWidget(button)
            self._part_buttons[kind] = button
        column.addWidget(self.since_last)
        column.addLayout(buttons)
        column.addWidget(_heading(self.tr("Appendices")))
        column.addWidget(self.appendices)
        column.addWidget(self._note_room())
        column.addStretch(1)
        self.setWidget(inside)

    def _facts_form(self) -> QFormLayout:
        first = QHBoxLayout()
        first.addWidget(self.kind)
        first.addWidget(self.minutes)
        first.addWidget(self.is_public)
        first.addStretch(1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        kind_label = PlainLabel(self.tr("&Kind and time:"))
        kind_label.setBuddy(self.kind)
        form.addRow(kind_label, first)
        form.addRow(self.tr("&Presenter:"), self.presenter)
        form.addRow(self.tr("Case nu&mber:"), self.case_number)
        self._public_label = PlainLabel(self.tr("Public t&itle:"))
        self._public_label.setBuddy(self.public_title)
        form.addRow(self._public_label, self.public_title)
        return form

    def _part_room(self, kind: PartType) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(_heading(PART_NAMES[kind]))
        editor = RichTextEditor()
        editor.set_accessible_name(PART_NAMES[kind])
        editor.earlier_versions = self._history_reader(kind)
        column.addWidget(editor)
        self.parts[kind] = editor
        self._part_rooms[kind] = room
        return room

    def _note_room(self) -> QWidget:
        room = QFrame()
        room.setAutoFillBackground(True)
        room.setBackgroundRole(QPalette.ColorRole.Midlight)
        column = QVBoxLayout(room)
        column.setContentsMargins(10, 8, 10, 10)
        column.addWidget(_heading(self.tr("Internal note – never part of any document")))
        self.note.setAccessibleName(self.tr("Internal note"))
        self.note.setMaximumHeight(110)
        column.addWidget(self.note)
        return room

    def _connect(self) -> None:
        for line in (self.title, self.presenter, self.case_number, self.public_title):
            line.textEdited.connect(self._touch_facts)
        self.kind.activated.connect(self._touch_facts)
        self.minutes.valueChanged.connect(self._touch_facts)
        self.is_public.toggled.connect(self._touch_facts)
        self.is_public.toggled.connect(self._show_public_title)
        self.note.textChanged.connect(self._touch_note)
        for kind, editor in self.parts.items():
            editor.edited.connect(self._part_saves[kind].touch)
            editor.focused.connect(self._focus_teller(editor))

    def _history_reader(self, kind: PartType) -> Callable[[], tuple[EarlierText, ...]]:
        def read() -> tuple[EarlierText, ...]:
            item_id = self._item_id
            return part_history(self._workspace.database, item_id, kind) if item_id else ()

        return read

    def _focus_teller(self, editor: RichTextEditor) -> Callable[[], None]:
        def tell() -> None:
            self.editor_focused.emit(editor)

        return tell

    def _part_shower(self, kind: PartType) -> Callable[[], None]:
        def show() -> None:
            self._show_part(kind, is_shown=True)
            self.parts[kind].setFocus()

        return show

    def go_to(self, kind: PartType, block: int) -> None:
        """Go to a block of a part of the item that is shown."""
        self._show_part(kind, is_shown=True)
        self.parts[kind].go_to_block(block)

    def _show_part(self, kind: PartType, *, is_shown: bool) -> None:
        self._part_rooms[kind].setVisible(is_shown)
        self._part_buttons[kind].setVisible(not is_shown and self._can_edit)

    def _show_public_title(self) -> None:
        is_closed = not self.is_public.isChecked()
        self.public_title.setVisible(is_closed)
        self._public_label.setVisible(is_closed)

    @property
    def item_id(self) -> int | None:
        """The item shown."""
        return self._item_id

    def show_item(self, item_id: int, *, can_edit: bool) -> bool:
        """Save what is shown and show another item; False when it cannot be saved."""
        if not self.flush():
            return False
        self._fill(read_item(self._workspace.database, item_id), can_edit=can_edit)
        self.verticalScrollBar().setValue(0)
        return True

    def show_appendices(self) -> None:
        """Bring the appendices into view."""
        QTimer.singleShot(0, self._scroll_to_appendices)

    def _scroll_to_appendices(self) -> None:
        self.ensureWidgetVisible(self.appendices)

    def refresh_appendices(self) -> None:
        """Read the shown item's appendices anew."""
        if self._item_id is not None:
            found = read_item(self._workspace.database, self._item_id)
            self.appendices.show_rows(found.id, found.appendices, can_edit=self._can_edit)

    def flush(self) -> bool:
        """Save now what waits; tell whether all of it is on disk."""
        saves = (self._facts_save, self._note_save, *self._part_saves.values())
        for save in saves:
            save.flush()
        return not any(save.is_pending for save in saves)

    def _fill(self, item: ItemToEdit, *, can_edit: bool) -> None:
        self._is_filling = True
        self._item_id, self._can_edit = item.id, can_edit
        draft = item.draft
        self._draft_rev, self._note_rev = draft.rev, item.note_rev
        self.title.setText(draft.title)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.presenter.setText(draft.presenter)
        self.minutes.setValue(-1 if draft.minutes_planned is None else draft.minutes_planned)
        self.case_number.setText(draft.case_number)
        self.public_title.setText(draft.public_title)
        self.is_public.setChecked(draft.is_public)
        self._show_public_title()
        self.note.setPlainText(item.note)
        for kind, editor in self.parts.items():
            part = item.parts.get(kind)
            self._part_revs[kind] = part.rev if part else 0
            if part is not None:
                editor.set_rich_text(part.text)
            else:
                editor.set_rich_text(EMPTY)
            editor.set_read_only(not can_edit)
            has_text = part is not None and not part.text.is_empty
            self._show_part(kind, is_shown=has_text or (can_edit and kind in _ALWAYS_SHOWN))
        for field in (self.title, self.presenter, self.case_number, self.public_title):
            field.setReadOnly(not can_edit)
            field.setCursorPosition(0)
        for field in (self.kind, self.minutes, self.is_public):
            field.setEnabled(can_edit)
        self.appendices.show_rows(item.id, item.appendices, can_edit=can_edit)
        self.history.show_item(item.id)
        self.since_last.show_item(item.id, can_edit=can_edit)
        self._is_filling = False

    def _touch_facts(self) -> None:
        if not self._is_filling:
            self._facts_save.touch()

    def _touch_note(self) -> None:
        if not self._is_filling:
            self._note_save.touch()

    def draft(self) -> ItemDraft:
        """Return the facts as the form shows them."""
        minutes = self.minutes.value()
        return ItemDraft(
            title=self.title.text(),
            kind=self.kind.currentData(),
            is_public=self.is_public.isChecked(),
            public_title=self.public_title.text(),
            presenter=self.presenter.text(),
            minutes_planned=None if minutes < 0 else minutes,
            case_number=self.case_number.text(),
            rev=self._draft_rev,
        )

    def _write_facts(self) -> None:
        if self._item_id is not None:
            written = change_item(self._workspace.database, self._item_id, self.draft())
            self._draft_rev = written.value
            self._workspace.announcer.announce(written)

    def _write_note(self) -> None:
        if self._item_id is not None:
            text = self.note.toPlainText()
            written = save_note(self._workspace.database, self._item_id, text, self._note_rev)
            self._note_rev = written.value

    def _part_writer(self, kind: PartType) -> Callable[[], None]:
        def write() -> None:
            if self._item_id is None:
                return
            text = self.parts[kind].rich_text()
            rev = self._part_revs[kind]
            written = save_part(self._workspace.database, self._item_id, kind, text, rev)
            self._part_revs[kind] = written.value
            self._workspace.announcer.announce(written)

        return write


def _heading(words: str) -> QLabel:
    label = PlainLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
