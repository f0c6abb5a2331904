"""One item of the board: its owner, deadline and whereabouts, and what was said of it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.item_work import (
    BoardItem,
    WorkDraft,
    add_comment,
    comments_on,
    resolve_comment,
    save_work,
)
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.saving import DelayedSave
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace

_COMMENT = Qt.ItemDataRole.UserRole


class ItemDetails(QWidget):
    """Saves by itself, as the editor of the item does."""

    open_wanted = Signal(int)  # item id

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._item: BoardItem | None = None
        self._rev = 0
        self._is_filling = False
        self.title = PlainLabel()
        self.title.setWordWrap(True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.owner = QLineEdit()
        self.email = QLineEdit()
        self.has_due = QCheckBox(self.tr("&Due:"))
        self.due = QDateEdit()
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("dd-MM-yyyy")
        self.whereabouts = QLineEdit()
        self.whereabouts.setPlaceholderText(self.tr("Such as: to the chief executives on 12 Nov."))
        self.comments = QListWidget()
        self.comments.setWordWrap(True)
        self.comments.setAccessibleName(self.tr("Comments; tick those that are dealt with"))
        self.new_comment = QLineEdit()
        self.new_comment.setPlaceholderText(self.tr("What was said of the item"))
        self.author = QLineEdit()
        self.author.setPlaceholderText(self.tr("By whom"))
        for line in (self.new_comment, self.author):
            line.setAccessibleName(line.placeholderText())
        self.author.setMaximumWidth(140)
        self.add_button = QPushButton(self.tr("&Add"))
        self.open_button = QPushButton(self.tr("&Open the item"))
        self._save = DelayedSave(workspace.saves, self._write, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (self.tr("&Responsible:"), self.owner),
            (self.tr("E-&mail:"), self.email),
        ):
            self._add(form, words, field)
        form.addRow(self.has_due, self.due)
        self._add(form, self.tr("Where it &is:"), self.whereabouts)
        comment = QHBoxLayout()
        comment.addWidget(self.author)
        comment.addWidget(self.new_comment, 1)
        comment.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(form)
        heading = PlainLabel(self.tr("Comments"))
        heading.setBuddy(self.comments)
        column.addWidget(heading)
        column.addWidget(self.comments, 1)
        column.addLayout(comment)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = PlainLabel(words)
        label.setBuddy(field)
        form.addRow(label, field)

    def _connect(self) -> None:
        for line in (self.owner, self.email, self.whereabouts):
            line.textEdited.connect(self._touch)
        self.has_due.toggled.connect(self.due.setEnabled)
        self.has_due.toggled.connect(self._touch)
        self.due.dateChanged.connect(self._touch)
        self.comments.itemChanged.connect(self._resolve)
        self.add_button.clicked.connect(self.add_comment)
        self.new_comment.returnPressed.connect(self.add_comment)
        self.open_button.clicked.connect(self._open)
        self.add_button.setAutoDefault(False)
        self.open_button.setAutoDefault(False)

    def show_item(self, item: BoardItem | None) -> None:
        """Show an item, after what was typed of the last one is on disk."""
        self.flush()
        if self._save.is_pending:
            return
        self._item = item
        self.setEnabled(item is not None)
        work = item.work if item is not None else WorkDraft()
        self._is_filling = True
        self._rev = work.rev
        self.title.setText(f"{item.number}  {item.title}" if item is not None else "")
        self.owner.setText(work.owner)
        self.owner.setPlaceholderText(item.presenter if item is not None else "")
        self.email.setText(work.owner_email)
        self.whereabouts.setText(work.whereabouts)
        self.has_due.setChecked(work.due_on is not None)
        self.due.setEnabled(work.due_on is not None)
        day = work.due_on or date.today()  # noqa: DTZ011
        self.due.setDate(QDate(day.year, day.month, day.day))
        self._is_filling = False
        self._show_comments()

    def follow(self, item: BoardItem | None) -> None:
        """Take up what was written elsewhere, such as another column; what is typed stays."""
        if self._save.is_pending or item is None or self._item is None:
            return
        told = replace(self.draft(), status=item.work.status, rev=item.work.rev)
        if item.item_id != self._item.item_id or told != item.work:
            self.show_item(item)
            return
        self._item, self._rev = item, item.work.rev

    def _show_comments(self) -> None:
        self._is_filling = True
        self.comments.clear()
        rows = comments_on(self._workspace.database, self._item.item_id) if self._item else ()
        for row in rows:
            said = row.said_at.astimezone().strftime("%d-%m-%Y")
            entry = QListWidgetItem(f"{row.text}\n{row.author}, {said}")
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(
                Qt.CheckState.Checked if row.is_resolved else Qt.CheckState.Unchecked
            )
            entry.setData(_COMMENT, row.id)
            self.comments.addItem(entry)
        self._is_filling = False

    def _touch(self) -> None:
        if not self._is_filling and self._item is not None:
            self._save.touch()

    def flush(self) -> None:
        """Save now what waits."""
        self._save.flush()

    def draft(self) -> WorkDraft:
        """Return what the form says."""
        day = self.due.date()
        due = date(day.year(), day.month(), day.day()) if self.has_due.isChecked() else None
        status = self._item.work.status if self._item is not None else WorkDraft().status
        return WorkDraft(
            self.owner.text(),
            self.email.text(),
            status,
            due,
            self.whereabouts.text(),
            self._rev,
        )

    def _write(self) -> None:
        if self._item is None:
            return
        written = save_work(self._workspace.database, self._item.item_id, self.draft())
        self._rev = written.value
        self._workspace.announcer.announce(written)

    def add_comment(self) -> None:
        """Note what was typed as a comment."""
        if self._item is None or not self.new_comment.text().strip():
            return
        text, author = self.new_comment.text(), self.author.text()
        try:
            written = add_comment(self._workspace.database, self._item.item_id, text, author)
        except KkrError as error:
            show_error(self, error)
            return
        self.new_comment.clear()
        self._workspace.announcer.announce(written)
        self._show_comments()

    def _resolve(self, entry: QListWidgetItem) -> None:
        if self._is_filling:
            return
        is_resolved = entry.checkState() is Qt.CheckState.Checked
        try:
            written = resolve_comment(
                self._workspace.database, entry.data(_COMMENT), is_resolved=is_resolved
            )
        except KkrError as error:
            show_error(self, error)
        else:
            self._workspace.announcer.announce(written)

    def _open(self) -> None:
        if self._item is not None:
            self.open_wanted.emit(self._item.item_id)
