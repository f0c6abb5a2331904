"""The appendices of one item: add, drop, rename, order, look at, make public or not."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.file_names import file_size
from kkr_desktop.services.agenda_outline import AppendixRow, agenda_outline
from kkr_desktop.services.appendix_history import AppendixFile, appendix_files
from kkr_desktop.services.appendix_numbers import appendix_labels
from kkr_desktop.ui.agenda.appendix_adding import PATTERNS, AppendixAdding
from kkr_desktop.ui.agenda.appendix_changes import AppendixChanges
from kkr_desktop.ui.agenda.appendix_delegate import FACTS, PICTURE, THUMBNAIL_WIDTH
from kkr_desktop.ui.agenda.appendix_rows import APPENDIX_ID, AppendixRows, dragged_files, take_copy
from kkr_desktop.ui.agenda.appendix_viewing import AppendixViewing
from kkr_desktop.ui.agenda.earlier_files_dialog import EarlierFilesDialog
from kkr_desktop.ui.agenda.redacted_dialog import RedactedDialog
from kkr_desktop.ui.pdf.first_pages import FirstPages
from kkr_desktop.ui.widgets.flow_layout import FlowLayout
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed
from kkr_desktop.ui.workspace import Workspace


class AppendixList(QWidget):
    """Lists appendices; what is done to them is written at once, announced, and undoable."""

    def __init__(
        self, workspace: Workspace, undo_stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.changes = AppendixChanges(workspace, undo_stack, self)
        self._item_id: int | None = None
        self._rows: tuple[AppendixRow, ...] = ()
        self._is_filling = False
        self._can_edit = False
        self.setAcceptDrops(True)
        self.list = AppendixRows()
        self.viewing = AppendixViewing(self)
        self._pictures = FirstPages(2 * THUMBNAIL_WIDTH, self)
        self._hint = PlainLabel(
            self.tr("Drop files here: PDF, pictures, Office. A tick means public.")
        )
        self._hint.setEnabled(False)
        self.notes = PlainLabel()
        self.notes.setWordWrap(True)
        self.adding = AppendixAdding(workspace)
        self._make_actions()
        self._lay_out()
        self.list.itemChanged.connect(self._change)
        self.list.currentRowChanged.connect(self._see_choice)
        self.list.itemActivated.connect(self.view)
        self.list.appendix_dropped.connect(self.move_to)
        self.list.files_dropped.connect(self.add_files)
        self._pictures.drawn.connect(self._take_picture)

    def _make_actions(self) -> None:
        self.view_action = self._action(self.tr("View"), self.view)
        self.up_action = self._action(self.tr("Move up"), self._move_up, "Alt+Up")
        self.down_action = self._action(self.tr("Move down"), self._move_down, "Alt+Down")
        self.elsewhere_action = self._action(
            self.tr("Move to another item…"), self._ask_for_item, "Alt+Right"
        )
        self.replace_action = self._action(self.tr("Replace by a newer file…"), self._ask_for_newer)
        self.earlier_action = self._action(self.tr("Earlier files…"), self._show_earlier)
        self.redacted_action = self._action(self.tr("Public version…"), self._show_redacted)
        self.remove_action = self._action(self.tr("Remove"), self._remove, "Del")
        self._changing = (
            self.up_action,
            self.down_action,
            self.elsewhere_action,
            self.replace_action,
            self.redacted_action,
            self.remove_action,
        )

    def _action(self, words: str, run: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(words, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(run)
        self.list.addAction(action)
        return action

    def _lay_out(self) -> None:
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        buttons = FlowLayout()
        self.add_button = QPushButton(self.tr("Add appendix…"))
        self.add_button.clicked.connect(self._ask_for_files)
        buttons.addWidget(self.add_button)
        self._more = QPushButton(self.tr("Selected appendix"))
        menu = QMenu(self._more)
        menu.addActions([self.view_action, self.up_action, self.down_action])
        menu.addActions([self.elsewhere_action, self.replace_action])
        menu.addActions([self.earlier_action, self.redacted_action])
        menu.addSeparator()
        menu.addAction(self.remove_action)
        self._more.setMenu(menu)
        buttons.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.notes)
        column.addWidget(self.adding)
        column.addWidget(self._hint)
        column.addLayout(buttons)

    @property
    def item_id(self) -> int | None:
        """The item whose appendices are shown."""
        return self._item_id

    def show_rows(self, item_id: int, rows: Sequence[AppendixRow], *, can_edit: bool) -> None:
        """Show the appendices of an item."""
        is_same = item_id == self._item_id
        self._item_id, self._can_edit = item_id, can_edit
        chosen_row = self._chosen()
        chosen = chosen_row.id if is_same and chosen_row is not None else None
        place = self.list.currentRow() if is_same else 0
        self._rows = tuple(rows)
        labels = appendix_labels(self._workspace.database, item_id) if rows else {}
        self._is_filling = True
        self.list.clear()
        for row in rows:
            self.list.addItem(self._entry(row, labels[row.id]))
        ids = [row.id for row in rows]
        self.list.setCurrentRow(
            ids.index(chosen) if chosen in ids else min(max(place, 0), len(rows) - 1)
        )
        self.list.setFixedHeight(max(self.list.sizeHintForRow(0), 22) * len(rows) + 6)
        self.list.setVisible(bool(rows))
        self._is_filling = False
        self.add_button.setEnabled(can_edit)
        self._more.setVisible(bool(rows))
        self._hint.setVisible(can_edit)
        self.setAcceptDrops(can_edit)
        self.list.setAcceptDrops(can_edit)
        self.list.setDragEnabled(can_edit)
        self._see_choice()

    def _entry(self, row: AppendixRow, label: str) -> QListWidgetItem:
        entry = QListWidgetItem(row.title)
        entry.setCheckState(Qt.CheckState.Checked if row.is_public else Qt.CheckState.Unchecked)
        entry.setData(FACTS, f"{label} · {self._facts(row)}")
        entry.setData(APPENDIX_ID, row.id)
        entry.setData(PICTURE, self._pictures.picture(self._path(row)))
        entry.setToolTip(as_typed("\n".join((row.original_name, *self._worth_knowing(row)))))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._can_edit:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        entry.setFlags(flags)
        return entry

    def _path(self, row: AppendixRow) -> Path:
        return self._workspace.database.files.path_of(row.sha256)

    def _take_picture(self, path: str) -> None:
        self._is_filling = True
        for place, row in enumerate(self._rows):
            if str(self._path(row)) == path:
                self.list.item(place).setData(PICTURE, self._pictures.picture(self._path(row)))
        self._is_filling = False

    def _chosen(self) -> AppendixRow | None:
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _worth_knowing(self, row: AppendixRow) -> list[str]:
        return [*row.notes, *self._public_words(row)]

    def _see_choice(self) -> None:
        place, row = self.list.currentRow(), self._chosen()
        told = self._worth_knowing(row) if row is not None else []
        self.notes.setText("\n".join(told))
        self.notes.setVisible(bool(told))
        for action in self._changing:
            action.setEnabled(self._can_edit and place >= 0)
        self.up_action.setEnabled(self._can_edit and place > 0)
        self.down_action.setEnabled(self._can_edit and 0 <= place < len(self._rows) - 1)

    def _facts(self, row: AppendixRow) -> str:
        facts = [self.tr("%n page(s)", "", row.pages), file_size(row.size)]
        if row.redacted is not None and row.is_public:
            current = row.redacted.is_current
            facts.append(
                self.tr("own public version") if current else self.tr("public version out of date")
            )
        if row.is_tagged is False:
            facts.append(self.tr("not accessible"))
        worth_knowing = [note for note in row.notes if "opmærket" not in note]
        if worth_knowing:
            facts.append(self.tr("%n remark(s)", "", len(worth_knowing)))
        return " · ".join(facts)

    def _public_words(self, row: AppendixRow) -> list[str]:
        if row.redacted is None:
            return []
        told = self.tr("The public reads »{name}« instead.")
        if not row.redacted.is_current:
            told = self.tr("»{name}« was made for an earlier file; the public reads nothing.")
        return [told.format(name=row.redacted.original_name)]

    def _show_redacted(self) -> None:
        """Show the public version of the chosen appendix, to be made, replaced or removed."""
        row = self._chosen()
        if row is None:
            return
        dialog = RedactedDialog(row, self)
        if dialog.exec():
            self._save_redacted(row, dialog)
        dialog.deleteLater()

    def _save_redacted(self, row: AppendixRow, dialog: RedactedDialog) -> None:
        known = row.redacted
        if dialog.file is not None:
            self.redact_chosen(dialog.file)
        elif known is not None and dialog.is_removed:
            self.changes.remove_redacted(known)
        elif known is not None and dialog.title.text() != known.title:
            self.changes.rename_redacted(known, dialog.title.text())

    def redact_chosen(self, path: Path) -> None:
        """Give the chosen appendix a public version, in the background."""
        row = self._chosen()
        if self._item_id is not None and row is not None:
            self.adding.redact(self._item_id, row.id, path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(dragged_files(event.mimeData()))
        take_copy(event)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files in, in the background; those that cannot be are told of at the end."""
        if self._item_id is not None and paths:
            self.adding.add(self._item_id, paths)

    def _ask_for_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add appendix"),
            "",
            self.tr("Documents and pictures ({patterns})").format(patterns=PATTERNS),
        )
        self.add_files([Path(name) for name in chosen])

    def _ask_for_newer(self) -> None:
        row = self._chosen()
        if row is None:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Replace »{title}« by a newer file").format(title=row.title),
            "",
            self.tr("Documents and pictures ({patterns})").format(patterns=PATTERNS),
        )
        if chosen:
            self.replace_chosen(Path(chosen))

    def replace_chosen(self, path: Path) -> None:
        """Give the chosen appendix a newer file, in the background; the old one is kept."""
        row = self._chosen()
        if self._item_id is not None and row is not None:
            self.adding.replace(self._item_id, row.id, path)

    def view(self) -> None:
        """Show the pages of the chosen appendix in a window."""
        row = self._chosen()
        if row is not None:
            self.viewing.show_file(self._path(row), row.title)

    def _show_earlier(self) -> None:
        row = self._chosen()
        if row is None:
            return
        files = appendix_files(self._workspace.database, row.id)
        dialog = EarlierFilesDialog(row.title, files, self, can_edit=self._can_edit)
        dialog.viewed.connect(self._view_earlier)
        dialog.wanted.connect(self.use_again)
        dialog.exec()
        dialog.deleteLater()

    def _view_earlier(self, file: AppendixFile) -> None:
        self.viewing.show_file(file.pdf, Path(file.original_name).stem)

    def use_again(self, number: int) -> None:
        """Let the chosen appendix have a file again that it had before."""
        row = self._chosen()
        if row is not None:
            self.changes.use_earlier(row, number)

    def _change(self, entry: QListWidgetItem) -> None:
        if self._is_filling:
            return
        row = self._rows[self.list.row(entry)]
        is_public = entry.checkState() is Qt.CheckState.Checked
        self.changes.change(row, entry.text(), is_public=is_public)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        place, row = self.list.currentRow(), self._chosen()
        if row is not None and 0 <= place + step < len(self._rows):
            self.move_to(row.id, place + step)

    def move_to(self, appendix_id: int, position: int) -> None:
        """Move an appendix to a place among those of the item that is shown."""
        if self._item_id is not None:
            self.changes.move(appendix_id, self._item_id, position)

    def _ask_for_item(self) -> None:
        """Move the chosen appendix to an item that is asked for."""
        row, meeting_id = self._chosen(), self._workspace.selection.meeting_id
        if row is None or meeting_id is None:
            return
        sections = agenda_outline(self._workspace.database, meeting_id).sections
        others = [item for section in sections for item in section.items]
        others = [item for item in others if item.id != self._item_id]
        words = [f"{item.number} {item.title}" for item in others]
        question = self.tr("Item that »{title}« moves to:").format(title=row.title)
        chosen, accepted = QInputDialog.getItem(
            self, self.tr("Move appendix"), question, words, 0, False
        )
        if accepted:
            self.changes.move_to_item(row.id, others[words.index(chosen)].id)

    def _remove(self) -> None:
        row = self._chosen()
        if row is not None:
            self.changes.remove(row)
