"""The preview of an import: what becomes of each row, and answers to what is unclear."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.import_preview import ImportPreview
from kkr_desktop.services.import_rows import Answers, ImportRow, Question, RowOutcome
from kkr_desktop.services.member_columns import MemberColumn
from kkr_desktop.services.member_import import (
    Imported,
    MemberRows,
    counts,
    import_members,
)
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.members.import_table import ImportColumn, ImportModel
from kkr_desktop.ui.members.member_dialog import chosen_day, date_edit
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.row_table import RowTable

_SIZE = QSize(1040, 640)
_MANY_ROWS = 200
_WIDTHS = {
    ImportColumn.OUTCOME: 110,
    ImportColumn.NUMBER: 56,
    ImportColumn.NAME: 200,
    ImportColumn.MUNICIPALITY: 140,
    ImportColumn.PARTY: 150,
}


class ImportDialog(QDialog):
    """Shows the preview; `imported` tells the file's name and what was written."""

    imported = Signal(str, object)  # Written[Imported]

    def __init__(
        self, database: Database, body_id: int, rows: MemberRows, file_name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._body_id = body_id
        self._rows = rows
        self._day = date.today()  # noqa: DTZ011
        self._trial = ImportPreview(database, body_id, rows, self._day)
        self._found: tuple[ImportRow, ...] = ()
        self._job: Job[object] | None = None
        self._is_answering = True
        self._file_name = file_name
        self.setWindowTitle(self.tr("Import members from {name}").format(name=file_name))
        self.summary = PlainLabel()
        self.left_out = PlainLabel()
        self.left_out.setWordWrap(True)
        self.left_out.hide()
        self.only_unclear = QCheckBox(self.tr("&Show only what is unclear or refused"))
        self.model = ImportModel(self)
        self.table = RowTable()
        self.reason = PlainLabel()
        self.choice = QComboBox()
        self.words = QLineEdit()
        self.answers = QStackedWidget()
        self.for_all = QCheckBox()
        self.use_answer = QPushButton(self.tr("&Use answer"))
        self.panel = QFrame()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.import_button = self.buttons.addButton(
            self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.from_day = date_edit(self._day)
        self.from_day.setKeyboardTracking(False)
        self.from_day.setToolTip(
            self.tr("New members begin, and changes hold, on this day where the file names none.")
        )
        self._set_up_table()
        self._lay_out()
        self.from_day.dateChanged.connect(self._choose_day)
        self.only_unclear.toggled.connect(self._show_only_unclear)
        self.use_answer.clicked.connect(self._answer)
        self.words.returnPressed.connect(self._answer)
        self.buttons.accepted.connect(self._import)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._let_go)
        self._preview({})

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Rows of the file"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.selectionModel().selectionChanged.connect(self._ask)

    def _lay_out(self) -> None:
        self.reason.setWordWrap(True)
        self.choice.setAccessibleName(self.tr("Answer"))
        self.words.setAccessibleName(self.tr("Answer"))
        self.answers.addWidget(self.choice)
        self.answers.addWidget(self.words)
        self.answers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.use_answer.setAutoDefault(False)
        answer = QHBoxLayout()
        answer.addWidget(self.answers, 1)
        answer.addWidget(self.use_answer)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.addWidget(self.reason)
        inside.addLayout(answer)
        inside.addWidget(self.for_all)
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        day = PlainLabel(self.tr("&Holds from:"))
        day.setBuddy(self.from_day)
        top.addWidget(day)
        top.addWidget(self.from_day)
        top.addWidget(self.only_unclear)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.left_out)
        column.addWidget(self.table, 1)
        column.addWidget(self.panel)
        column.addWidget(self.buttons)
        self.resize(_SIZE)

    def tell_left_out(self, headings: Sequence[str]) -> None:
        """Say which columns of the file are not read."""
        named = ", ".join(f"»{heading}«" for heading in headings)
        self.left_out.setText(self.tr("Columns that are not read: {names}").format(names=named))
        self.left_out.setVisible(bool(headings))

    def _choose_day(self, chosen: QDate) -> None:
        self._day = chosen_day(chosen)
        self._let_go()
        answers = self._trial.answers
        self._trial = ImportPreview(self._database, self._body_id, self._rows, self._day)
        self._preview(answers)

    def _preview(self, answers: Answers) -> None:
        trial = self._trial
        self._work(lambda progress: trial.answer(answers, progress.step), self._show)

    def _work(self, run: Callable[[Progress], object], on_done: Callable[..., None]) -> None:
        self.import_button.setEnabled(False)
        self.panel.setEnabled(False)
        self._stop()
        self._job = run_in_background(self, run, on_done, self._fail)
        self._job.progressed.connect(self._tell_progress)

    def _tell_progress(self, done: int, total: int) -> None:
        if total > _MANY_ROWS:
            told = self.tr("Looking at row {row} of {total} …")
            self.summary.setText(told.format(row=done + 1, total=total))

    def _stop(self) -> None:
        if self._job is not None and isValid(self._job):
            self._job.cancel()
        self._job = None

    def _let_go(self) -> None:
        self._stop()
        self._trial.close()

    def _fail(self, error: KkrError) -> None:
        show_error(self, error)
        self.from_day.setEnabled(True)
        self._show(self._found)

    def _show(self, found: tuple[ImportRow, ...]) -> None:
        chosen = self._chosen()
        self._found = found
        counted = counts(found)
        self.summary.setText(
            " · ".join(
                f"{self.model.outcome_name(outcome)}: {counted[outcome]}" for outcome in RowOutcome
            )
        )
        to_write = counted[RowOutcome.ADDED] + counted[RowOutcome.CHANGED]
        self.import_button.setText(self.tr("Import %n row(s)", "", to_write))
        self.import_button.setEnabled(to_write > 0)
        self.panel.setEnabled(True)
        self.model.set_rows(found)
        self._select_after(chosen)
        if self._is_answering:
            self._is_answering = False
            self._answer_field().setFocus()

    def _select_after(self, chosen: ImportRow | None) -> None:
        """Go to the next row that asks, from the one that was just answered."""
        asking = [row.number for row in self._found if row.question is not None]
        after = chosen.number if chosen is not None else 0
        number = next((one for one in asking if one >= after), asking[0] if asking else after)
        if self.model.rowCount():
            self.table.selectRow(self.model.place_of(number))
        self._ask()

    def _show_only_unclear(self, only: bool) -> None:  # noqa: FBT001  (a slot)
        self.model.show_only_unclear(only)
        self._select_after(None)

    def _chosen(self) -> ImportRow | None:
        found = self.table.selectionModel().selectedRows()
        return self.model.row_at(found[0].row()) if found else None

    def _question(self) -> Question | None:
        row = self._chosen()
        return None if row is None else row.question

    def _ask(self) -> None:
        row, question = self._chosen(), self._question()
        self.reason.setText("" if row is None else row.words)
        self.answers.setVisible(question is not None)
        self.use_answer.setVisible(question is not None)
        self.for_all.setVisible(False)
        if question is None:
            return
        self.answers.setCurrentWidget(self.choice if question.choices else self.words)
        self.words.setText(question.text)
        self.choice.clear()
        for choice in question.choices:
            self.choice.addItem(choice.label, choice.value)
        alike = len(self._asking_the_same(question))
        self.for_all.setText(self.tr("Same answer for all %n row(s) that ask this", "", alike))
        self.for_all.setChecked(True)
        self.for_all.setVisible(alike > 1)

    def _answer_field(self) -> QWidget:
        """Return where the next answer is given; the way on, when nothing is asked any more."""
        question = self._question()
        if question is None:
            return self.import_button
        return self.choice if question.choices else self.words

    def _asking_the_same(self, question: Question) -> list[int]:
        if question.column is MemberColumn.PERSON:
            return []
        return [
            row.number
            for row in self._found
            if row.question is not None
            and (row.question.column, row.question.text) == (question.column, question.text)
        ]

    def _answer(self) -> None:
        row, question = self._chosen(), self._question()
        if row is None or question is None:
            return
        answer = self.choice.currentData() if question.choices else self.words.text()
        numbers = {row.number}
        if self.for_all.isChecked():
            numbers.update(self._asking_the_same(question))
        self._is_answering = True
        self._preview({(number, question.column): answer for number in numbers})

    def _import(self) -> None:
        self.from_day.setEnabled(False)
        rows, answers = self._trial.clear_rows(), self._trial.answers
        self._work(
            lambda _progress: import_members(
                self._database, self._body_id, rows, answers, self._day
            ),
            self._finish,
        )

    def _finish(self, written: Written[Imported]) -> None:
        self.accept()
        self.imported.emit(self._file_name, written)
