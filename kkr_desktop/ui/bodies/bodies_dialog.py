"""The councils and forums with their days and seats, closed ones too, and the election terms."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.dates import short_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.body_register import (
    KIND_NAMES,
    BodyDraft,
    BodyLine,
    add_body,
    body_lines,
    change_body,
    close_body,
    reopen_body,
    what_closes,
)
from kkr_desktop.services.terms import TermDraft, save_term, terms
from kkr_desktop.ui.bodies.body_form import BodyForm, CloseForm
from kkr_desktop.ui.bodies.term_form import TermForm
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.workspace import Workspace

_SIZE = (900, 560)
_YEARS_OF_A_TERM = 4


class BodiesDialog(QDialog):
    """Every change is written at once; `show_body` brings a body into the window."""

    def __init__(
        self, workspace: Workspace, show_body: Callable[[int], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._show_body = show_body
        self._lines: tuple[BodyLine, ...] = ()
        self.setWindowTitle(self.tr("Councils and election terms"))
        self.bodies = QTreeWidget()
        self.bodies.setHeaderLabels(
            [
                self.tr("Council or forum"),
                self.tr("Kind"),
                self.tr("Seats"),
                self.tr("From"),
                self.tr("Last day"),
                self.tr("Successor"),
            ]
        )
        self.bodies.setAccessibleName(self.tr("Councils and forums"))
        self.show_closed = QCheckBox(self.tr("Show &closed ones"))
        self.terms = QTreeWidget()
        self.terms.setHeaderLabels(
            [self.tr("Election term"), self.tr("First day"), self.tr("Last day")]
        )
        self.terms.setAccessibleName(self.tr("Election terms"))
        self.terms.setRootIsDecorated(False)
        self.new_body = self._button(self.tr("&New council or forum…"), self._add_body)
        self.edit_body = self._button(self.tr("&Edit…"), self._edit_body)
        self.close_it = self._button(self.tr("C&lose…"), self._close_body)
        self.reopen = self._button(self.tr("Let it go &on"), self._reopen_body)
        self.show_it = self._button(self.tr("&Show"), self._open_body)
        self.new_term = self._button(self.tr("&New election term…"), self._add_term)
        self.edit_term = self._button(self.tr("&Edit…"), self._edit_term)
        self._lay_out()
        self.show_closed.toggled.connect(self._list)
        self.bodies.itemSelectionChanged.connect(self._enable)
        self.bodies.itemActivated.connect(self._edit_body)
        self.terms.itemSelectionChanged.connect(self._enable)
        self.terms.itemActivated.connect(self._edit_term)
        self._read()

    def _button(self, words: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        columns = self.bodies.header()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.terms.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.terms.header().setMinimumSectionSize(140)
        tabs = QTabWidget()
        tabs.addTab(
            self._page(
                self.bodies,
                (self.new_body, self.edit_body, self.close_it, self.reopen, self.show_it),
                self.show_closed,
            ),
            self.tr("Councils and forums"),
        )
        tabs.addTab(
            self._page(self.terms, (self.new_term, self.edit_term)), self.tr("Election terms")
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.addWidget(tabs, 1)
        outer.addWidget(close)
        self.resize(*_SIZE)

    @staticmethod
    def _page(
        tree: QTreeWidget, buttons: tuple[QPushButton, ...], right: QWidget | None = None
    ) -> QWidget:
        tools = QHBoxLayout()
        for button in buttons:
            tools.addWidget(button)
        tools.addStretch(1)
        if right is not None:
            tools.addWidget(right)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addLayout(tools)
        column.addWidget(tree, 1)
        return page

    def _read(self) -> None:
        try:
            self._lines = body_lines(self._workspace.database, _today())
        except KkrError as error:
            show_error(self, error)
        self._list()
        self.terms.clear()
        for term in terms(self._workspace.database):
            item = QTreeWidgetItem(
                self.terms, [term.name, short_date(term.starts_on), short_date(term.ends_on)]
            )
            item.setData(0, Qt.ItemDataRole.UserRole, term)
        self._enable()

    def _list(self) -> None:
        chosen = self.chosen_body()
        self.bodies.clear()
        items: dict[int, QTreeWidgetItem] = {}
        quiet = self.palette().brush(QPalette.ColorRole.PlaceholderText)
        waiting = [
            line for line in self._lines if self.show_closed.isChecked() or not _is_closed(line)
        ]
        waiting.sort(key=lambda line: line.draft.parent_id is not None)
        for line in waiting:
            draft = line.draft
            item = QTreeWidgetItem(
                [
                    draft.name,
                    KIND_NAMES[draft.kind],
                    str(draft.seats or ""),
                    short_date(draft.valid_from) if draft.valid_from else "",
                    short_date(line.last_day) if line.last_day else "",
                    line.successor_name,
                ]
            )
            item.setData(0, Qt.ItemDataRole.UserRole, line)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight)
            if _is_closed(line):
                for column in range(item.columnCount()):
                    item.setForeground(column, quiet)
            above = items.get(draft.parent_id) if draft.parent_id is not None else None
            if above is None:
                self.bodies.addTopLevelItem(item)
            else:
                above.addChild(item)
            items[line.id] = item
            if chosen is not None and line.id == chosen.id:
                self.bodies.setCurrentItem(item)
        self.bodies.expandAll()
        self._enable()

    def chosen_body(self) -> BodyLine | None:
        """Return the body that is chosen."""
        items = self.bodies.selectedItems()
        line = items[0].data(0, Qt.ItemDataRole.UserRole) if items else None
        return line if isinstance(line, BodyLine) else None

    def _chosen_term(self) -> TermDraft | None:
        items = self.terms.selectedItems()
        term = items[0].data(0, Qt.ItemDataRole.UserRole) if items else None
        return term if isinstance(term, TermDraft) else None

    def _enable(self) -> None:
        line = self.chosen_body()
        self.edit_body.setEnabled(line is not None)
        self.show_it.setEnabled(line is not None)
        self.close_it.setEnabled(line is not None and line.last_day is None)
        self.reopen.setEnabled(line is not None and line.last_day is not None)
        self.edit_term.setEnabled(self._chosen_term() is not None)

    def _others(self, line: BodyLine | None) -> list[BodyLine]:
        return [
            one
            for one in self._lines
            if not _is_closed(one) and (line is None or one.id != line.id)
        ]

    def _add_body(self) -> None:
        line = self.chosen_body()
        above = line.id if line is not None and line.draft.kind is BodyKind.KKR else None
        kind = BodyKind.DIRECTORS_FORUM if above is not None else BodyKind.KKR

        def save(draft: BodyDraft) -> None:
            written = add_body(self._workspace.database, draft, _today())
            self._workspace.announcer.announce(written)

        draft = BodyDraft("", "", kind, above, _today(), None)
        if BodyForm(draft, self._others(None), save, self).exec():
            self._read()

    def _edit_body(self) -> None:
        line = self.chosen_body()
        if line is None:
            return

        def save(draft: BodyDraft) -> None:
            written = change_body(self._workspace.database, line.id, draft, _today())
            self._workspace.announcer.announce(written)

        if BodyForm(line.draft, self._others(line), save, self).exec():
            self._read()

    def _close_body(self) -> None:
        line, database = self.chosen_body(), self._workspace.database
        if line is None or line.last_day is not None:
            return

        def close(last_day: date, successor: int | None) -> None:
            written = close_body(database, line.id, last_day, successor, line.draft.rev)
            self._workspace.announcer.announce(written)

        def below(last_day: date) -> tuple[str, ...]:
            return what_closes(database, line.id, last_day)

        if CloseForm(line, self._others(line), below, close, self).exec():
            self._read()

    def _reopen_body(self) -> None:
        line = self.chosen_body()
        if line is None:
            return
        try:
            written = reopen_body(self._workspace.database, line.id)
        except KkrError as error:
            show_error(self, error)
        else:
            self._workspace.announcer.announce(written)
        self._read()

    def _open_body(self) -> None:
        line = self.chosen_body()
        if line is not None:
            self._show_body(line.id)
            self.accept()

    def _add_term(self) -> None:
        known = terms(self._workspace.database)
        year = known[0].ends_on.year + 1 if known else _today().year
        last = year + _YEARS_OF_A_TERM
        draft = TermDraft(f"{year}–{last}", date(year, 1, 1), date(last - 1, 12, 31))
        self._open_term(draft)

    def _edit_term(self) -> None:
        term = self._chosen_term()
        if term is not None:
            self._open_term(term)

    def _open_term(self, term: TermDraft) -> None:
        def save(draft: TermDraft) -> None:
            self._workspace.announcer.announce(save_term(self._workspace.database, draft))

        if TermForm(term, save, self).exec():
            self._read()


def _is_closed(line: BodyLine) -> bool:
    return line.last_day is not None and line.last_day < _today()


def _today() -> date:
    return date.today()  # noqa: DTZ011
