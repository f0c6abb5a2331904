"""The appendices of one item: add, drop, rename, order, make public or not."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.file_names import file_size
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.agenda_outline import AppendixRow
from kkr_desktop.services.appendices import (
    change_appendix,
    move_appendix,
    remove_appendix,
)
from kkr_desktop.services.redacted_appendices import (
    remove_redacted_version,
    rename_redacted_version,
)
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.agenda.appendix_adding import PATTERNS, AppendixAdding
from kkr_desktop.ui.agenda.appendix_delegate import FACTS, AppendixDelegate
from kkr_desktop.ui.agenda.redacted_dialog import RedactedDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.flow_layout import FlowLayout
from kkr_desktop.ui.workspace import Workspace


class AppendixList(QWidget):
    """Lists appendices; what is done to them is written at once and announced."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._item_id: int | None = None
        self._rows: tuple[AppendixRow, ...] = ()
        self._is_filling = False
        self.setAcceptDrops(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Appendices"))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(AppendixDelegate(self.list))
        self.list.itemChanged.connect(self._change)
        self.list.setEditTriggers(
            QListWidget.EditTrigger.EditKeyPressed | QListWidget.EditTrigger.DoubleClicked
        )
        self._hint = QLabel(self.tr("Drop files here: PDF, pictures, Office. A tick means public."))
        self._hint.setEnabled(False)
        self.adding = AppendixAdding(workspace)
        buttons = FlowLayout()
        self._buttons: list[QPushButton] = []
        for words, run in (
            (self.tr("Add appendix…"), self._ask_for_files),
            (self.tr("Move up"), self._move_up),
            (self.tr("Move down"), self._move_down),
            (self.tr("Replace…"), self._ask_for_newer),
            (self.tr("Public version…"), self._show_redacted),
            (self.tr("Remove"), self._remove),
        ):
            button = QPushButton(words)
            button.clicked.connect(run)
            buttons.addWidget(button)
            self._buttons.append(button)
        self.redacted_button = self._buttons[-2]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.adding)
        column.addWidget(self._hint)
        column.addLayout(buttons)

    @property
    def item_id(self) -> int | None:
        """The item whose appendices are shown."""
        return self._item_id

    def show_rows(self, item_id: int, rows: Sequence[AppendixRow], *, can_edit: bool) -> None:
        """Show the appendices of an item."""
        self._item_id = item_id
        self._rows = tuple(rows)
        self._is_filling = True
        chosen = self.list.currentRow()
        self.list.clear()
        for row in rows:
            entry = QListWidgetItem(row.title)
            entry.setCheckState(Qt.CheckState.Checked if row.is_public else Qt.CheckState.Unchecked)
            entry.setData(FACTS, self._facts(row))
            entry.setToolTip("\n".join([row.original_name, *row.notes, *self._public_words(row)]))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if can_edit:
                flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
            entry.setFlags(flags)
            self.list.addItem(entry)
        self.list.setCurrentRow(min(chosen, len(rows) - 1))
        height = max(self.list.sizeHintForRow(0), 22) * len(rows) + 6
        self.list.setFixedHeight(height)
        self.list.setVisible(bool(rows))
        self._is_filling = False
        for place, button in enumerate(self._buttons):
            button.setEnabled(can_edit and (place == 0 or bool(rows)))
        self._hint.setVisible(can_edit)
        self.setAcceptDrops(can_edit)

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
        place = self.list.currentRow()
        if place < 0:
            return
        row = self._rows[place]
        dialog = RedactedDialog(row, self)
        if dialog.exec():
            self._save_redacted(row, dialog)
        dialog.deleteLater()

    def _save_redacted(self, row: AppendixRow, dialog: RedactedDialog) -> None:
        database, known = self._workspace.database, row.redacted
        if dialog.file is not None:
            self.redact_chosen(dialog.file)
        elif known is not None and dialog.is_removed:
            self._try(lambda: remove_redacted_version(database, known.id))
        elif known is not None and dialog.title.text() != known.title:
            self._try(lambda: rename_redacted_version(database, known.id, dialog.title.text()))

    def redact_chosen(self, path: Path) -> None:
        """Give the chosen appendix a public version, in the background."""
        place = self.list.currentRow()
        if self._item_id is not None and place >= 0:
            self.adding.redact(self._item_id, self._rows[place].id, path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls()])

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
        place = self.list.currentRow()
        if place < 0:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Replace »{title}« by a newer file").format(title=self._rows[place].title),
            "",
            self.tr("Documents and pictures ({patterns})").format(patterns=PATTERNS),
        )
        if chosen:
            self.replace_chosen(Path(chosen))

    def replace_chosen(self, path: Path) -> None:
        """Give the chosen appendix a newer file, in the background; the old one is kept."""
        place = self.list.currentRow()
        if self._item_id is not None and place >= 0:
            self.adding.replace(self._item_id, self._rows[place].id, path)

    def _change(self, entry: QListWidgetItem) -> None:
        if self._is_filling:
            return
        row = self._rows[self.list.row(entry)]
        self._try(
            lambda: change_appendix(
                self._workspace.database,
                row.id,
                entry.text(),
                is_public=entry.checkState() is Qt.CheckState.Checked,
                rev=row.rev,
            )
        )

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        place = self.list.currentRow()
        if place >= 0 and 0 <= place + step < len(self._rows):
            row = self._rows[place]
            self.list.setCurrentRow(place + step)
            self._try(lambda: move_appendix(self._workspace.database, row.id, place + step))

    def _remove(self) -> None:
        place = self.list.currentRow()
        if place >= 0:
            row = self._rows[place]
            self._try(lambda: remove_appendix(self._workspace.database, row.id))

    def _try(self, write: Callable[[], Written[T]]) -> None:
        try:
            self._workspace.announcer.announce(write())
        except KkrError as error:
            show_error(self, error)
