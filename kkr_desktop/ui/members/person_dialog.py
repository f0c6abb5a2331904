"""A person over time: titles, parties and memberships with their days, and the history."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
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

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.member_choices import MemberChoices
from kkr_desktop.services.person_facts import FactDraft, FactKind, remove_fact, save_fact
from kkr_desktop.services.person_memberships import (
    MembershipDraft,
    MembershipFact,
    remove_membership,
    save_membership,
)
from kkr_desktop.services.person_page import Fact, HistoryLine, PersonPage, read_person_page
from kkr_desktop.services.written import Written
from kkr_desktop.ui.members.fact_dialog import FactDialog
from kkr_desktop.ui.members.member_dialog import chosen_day
from kkr_desktop.ui.members.membership_dialog import MembershipDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed
from kkr_desktop.ui.widgets.undo_banner import UndoBanner, taking_back
from kkr_desktop.ui.workspace import Workspace

_SIZE = (760, 520)
_DAY_WIDTH = 150


class PersonDialog(QDialog):
    """Shows a person over time; every change is written at once."""

    def __init__(
        self, workspace: Workspace, page: PersonPage, choices: MemberChoices, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._page = page
        self._choices = choices
        self.setWindowTitle(page.name)
        self.facts = QTreeWidget()
        self.facts.setHeaderLabels([self.tr("What"), self.tr("From"), self.tr("Last day")])
        self.facts.setAccessibleName(self.tr("Titles, parties and memberships"))
        self.history = QTreeWidget()
        self.history.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What")])
        self.history.setAccessibleName(self.tr("History"))
        self.history.setRootIsDecorated(False)
        self.history.setWordWrap(True)
        self.add_office = QPushButton(self.tr("New t&itle…"))
        self.add_party = QPushButton(self.tr("New &party…"))
        self.add_membership = QPushButton(self.tr("New &membership…"))
        self.edit = QPushButton(self.tr("&Edit…"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.banner = UndoBanner(self)
        self._lay_out()
        self._connect()
        self._show()
        self.facts.setFocus()

    def _lay_out(self) -> None:
        header = self.facts.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.facts.setColumnWidth(column, _DAY_WIDTH)
        self.history.setColumnWidth(0, _DAY_WIDTH)
        self.history.setColumnWidth(1, _DAY_WIDTH)
        tools = QHBoxLayout()
        for button in (
            self.add_office,
            self.add_party,
            self.add_membership,
            self.edit,
            self.remove,
        ):
            button.setAutoDefault(False)
            tools.addWidget(button)
        tools.addStretch(1)
        over_time = QWidget()
        column = QVBoxLayout(over_time)
        column.addLayout(tools)
        column.addWidget(self.facts, 1)
        tabs = QTabWidget()
        tabs.addTab(over_time, self.tr("&Over time"))
        told = QWidget()
        QVBoxLayout(told).addWidget(self.history)
        tabs.addTab(told, self.tr("&History"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        name = PlainLabel(self._page.name)
        font = name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.3)
        name.setFont(font)
        outer = QVBoxLayout(self)
        outer.addWidget(name)
        outer.addWidget(self.banner)
        outer.addWidget(tabs, 1)
        outer.addWidget(close)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        today = chosen_day(QDate.currentDate())
        self.add_office.clicked.connect(lambda: self._open_form(FactDraft(FactKind.OFFICE, today)))
        self.add_party.clicked.connect(lambda: self._open_form(FactDraft(FactKind.PARTY, today)))
        self.add_membership.clicked.connect(self._add_membership)
        self.edit.clicked.connect(self._edit_chosen)
        self.remove.clicked.connect(self._remove_chosen)
        self.banner.taken_back.connect(self._read_again)
        self.facts.itemActivated.connect(self._edit_chosen)
        self.facts.itemSelectionChanged.connect(self._enable)

    def _show(self) -> None:
        self.facts.clear()
        self._add_facts(self.tr("Titles"), self._page.offices)
        self._add_facts(self.tr("Parties"), self._page.parties)
        self._add_facts(self.tr("Memberships"), self._page.memberships)
        self.facts.expandAll()
        self.history.clear()
        for line in self._page.history:
            self._add_line(line)
        self._enable()

    def _group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.facts, [name])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _add_facts(self, name: str, facts: Sequence[Fact | MembershipFact]) -> None:
        group = self._group(name)
        for fact in facts:
            last_day = long_date(fact.draft.last_day) if fact.draft.last_day else ""
            item = QTreeWidgetItem(group, [fact.name, long_date(fact.draft.valid_from), last_day])
            item.setData(0, Qt.ItemDataRole.UserRole, fact.draft)

    def _add_line(self, line: HistoryLine) -> None:
        when = line.at.astimezone().strftime("%d-%m-%Y %H.%M")
        item = QTreeWidgetItem(self.history, [when, line.by, line.what])
        item.setToolTip(2, as_typed(line.what))

    def _chosen(self) -> FactDraft | MembershipDraft | None:
        items = self.facts.selectedItems()
        draft = items[0].data(0, Qt.ItemDataRole.UserRole) if items else None
        return draft if isinstance(draft, FactDraft | MembershipDraft) else None

    def _enable(self) -> None:
        can_change = self._chosen() is not None
        self.add_party.setEnabled(self._page.may_have_party)
        told = "" if self._page.may_have_party else self.tr("Parties are kept of the elected only.")
        self.add_party.setToolTip(told)
        self.edit.setEnabled(can_change)
        self.remove.setEnabled(can_change)

    def _edit_chosen(self) -> None:
        match self._chosen():
            case FactDraft() as draft:
                self._open_form(draft)
            case MembershipDraft() as draft:
                self._open_membership(draft)
            case _:
                pass

    def _add_membership(self) -> None:
        body_id = self._workspace.selection.body_id
        if body_id is not None:
            today = chosen_day(QDate.currentDate())
            town = next((fact.draft.municipality_id for fact in self._page.offices), None)
            self._open_membership(
                MembershipDraft(body_id, PostKind.SUPPLEMENTARY, today, municipality_id=town)
            )

    def _open_membership(self, draft: MembershipDraft) -> None:
        database = self._workspace.database

        def save(written: MembershipDraft, takes_over: bool) -> None:  # noqa: FBT001
            self._take_in(
                save_membership(database, self._page.person_id, written, takes_over=takes_over)
            )

        MembershipDialog(database, draft, save, self).exec()

    def _open_form(self, draft: FactDraft) -> None:
        def save(written: FactDraft) -> None:
            self._take_in(save_fact(self._workspace.database, self._page.person_id, written))

        FactDialog(draft, self._choices, save, self).exec()

    def _remove_chosen(self) -> None:
        database = self._workspace.database
        try:
            match self._chosen():
                case FactDraft(kind=kind, fact_id=int(fact_id), rev=rev):
                    done = remove_fact(database, kind, fact_id, rev)
                case MembershipDraft(membership_id=int(membership_id), rev=rev):
                    done = remove_membership(database, membership_id, rev)
                case _:
                    return
        except KkrError as error:
            show_error(self, error)
            self._read_again()
        else:
            self._take_in(done)

    def _take_in(self, written: Written[int] | Written[None]) -> None:
        """Show what was written, and offer the way back."""
        self._workspace.announcer.announce(written)
        self._read_again()
        if written.undo is not None:
            way_back = taking_back(self._workspace, written.undo)
            self.banner.offer(self._page.history[0].what, way_back)

    def _read_again(self) -> None:
        self._page = read_person_page(self._workspace.database, self._page.person_id)
        self._show()
