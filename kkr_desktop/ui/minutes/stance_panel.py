"""What is noted beside a decision: reservations, conflicts of interest, votes, changed order."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.treatment import STANCE_NAMES, StanceKind
from kkr_desktop.services.minute_taking import MinutesItem, minutes_outline
from kkr_desktop.services.stances import (
    Noted,
    Voice,
    VoteCount,
    add_stances,
    noted,
    remove_stance,
    save_vote,
    take_after,
    take_at_its_place,
    voices,
)
from kkr_desktop.services.written import Area, Change, T, Written
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.finding_completer import FindingCompleter
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace

_STANCE = Qt.ItemDataRole.UserRole
_KEY = "Ctrl+R"
_AT_ITS_PLACE, _FIRST = -1, 0
_SHOWN = (
    StanceKind.RESERVATION,
    StanceKind.DISSENT,
    StanceKind.CONFLICT,
    StanceKind.FOR,
    StanceKind.AGAINST,
    StanceKind.ABSTAINED,
)


class StancePanel(QFrame):
    """Lists what is noted; a line takes the next. Nothing opens in a box of its own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._place: tuple[int, int] | None = None
        self._voices: tuple[Voice, ...] = ()
        self._others: tuple[MinutesItem, ...] = ()
        self._is_filling = False
        self.kind = QComboBox()
        self.who = QLineEdit()
        self.text = QLineEdit()
        self.add_button = QPushButton(icon("plus"), self.tr("Note"))
        self.problem = ProblemLabel()
        self.list = QListWidget()
        self.counts = [QLineEdit() for _ in range(3)]
        self.order = QComboBox()
        self._name_parts()
        self._lay_out()
        self._connect()

    def _name_parts(self) -> None:
        for kind in _SHOWN:
            self.kind.addItem(STANCE_NAMES[kind], kind)
        self.kind.setAccessibleName(self.tr("What is noted"))
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.who.setPlaceholderText(self.tr("Party or member"))
        self.text.setPlaceholderText(self.tr("Words, as in »finansieringen«"))
        self.list.setAccessibleName(self.tr("Noted beside the decision"))
        self.list.setWordWrap(True)
        self.order.setAccessibleName(self.tr("Order"))
        for count in self.counts:
            count.setValidator(QIntValidator(0, 999, count))
            count.setAlignment(Qt.AlignmentFlag.AlignRight)
            count.setMaximumWidth(64)
        self.order.setMinimumContentsLength(12)

    def _lay_out(self) -> None:
        heading = PlainLabel(self.tr("Noted beside the decision ({key})").format(key=_KEY))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        line = QHBoxLayout()
        line.addWidget(self.kind, 1)
        line.addWidget(self.who, 1)
        words_line = QHBoxLayout()
        words_line.addWidget(self.text, 1)
        words_line.addWidget(self.add_button)
        below = QHBoxLayout()
        vote = self.tr("Vote:")
        below.addWidget(PlainLabel(vote))
        words = (self.tr("for"), self.tr("against"), self.tr("abstained"))
        for count, name in zip(self.counts, words, strict=True):
            count.setAccessibleName(f"{vote} {name}")
            below.addWidget(count)
            below.addWidget(PlainLabel(name))
        below.addStretch(1)
        place = QHBoxLayout()
        place.addWidget(PlainLabel(self.tr("Dealt with:")))
        place.addWidget(self.order)
        place.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for part in (heading, line, words_line, self.problem, self.list, below, place):
            column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.who.returnPressed.connect(self.add)
        self.text.returnPressed.connect(self.add)
        self.list.installEventFilter(self)
        self._workspace.announcer.changed.connect(self._see_change)
        self.order.activated.connect(self._write_order)
        for count in self.counts:
            count.editingFinished.connect(self._write_vote)
        begin = QAction(self.tr("Note a reservation, a conflict of interest or a vote"), self)
        begin.setShortcut(QKeySequence(_KEY))
        begin.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        begin.triggered.connect(self.kind.setFocus)
        self.addAction(begin)

    def show_item(self, meeting_id: int, item: MinutesItem, *, can_edit: bool) -> None:
        """Show what is noted beside an item."""
        database = self._workspace.database
        if self._place is None or self._place[0] != meeting_id or not self._voices:
            self._voices = voices(database, meeting_id)
            names = [voice.name for voice in self._voices]
            self.who.setCompleter(FindingCompleter(names, self.who))
        if self._place != (meeting_id, item.id):
            self.who.clear()
            self.text.clear()
            self.problem.tell(None)
        self._place = (meeting_id, item.id)
        for widget in (self.kind, self.who, self.text, self.add_button, self.order, *self.counts):
            widget.setEnabled(can_edit)
        self._others = tuple(
            other for other in minutes_outline(database, meeting_id).items if other.id != item.id
        )
        self._fill(noted(database, meeting_id, item.id))

    def _see_change(self, change: Change) -> None:
        place = self._place
        if place is None or change.area is not Area.MINUTES:
            return
        if place == (change.meeting_id, change.item_id):
            self._fill(noted(self._workspace.database, *place))

    def _fill(self, found: Noted) -> None:
        self._is_filling = True
        self.list.clear()
        for stance in found.stances:
            words = f"{STANCE_NAMES[stance.kind]}: {stance.who}"
            entry = QListWidgetItem(f"{words} – {stance.text}" if stance.text else words)
            entry.setData(_STANCE, stance.id)
            entry.setToolTip(self.tr("Delete removes it"))
            self.list.addItem(entry)
        self.list.setVisible(bool(found.stances))
        height = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(height, 160) + 6)
        vote = found.vote
        for field, count in zip(
            self.counts, (vote.in_favour, vote.against, vote.abstained), strict=True
        ):
            field.setText("" if count is None else str(count))
        self.order.clear()
        self.order.addItem(self.tr("at its place"), _AT_ITS_PLACE)
        self.order.addItem(self.tr("first of all"), _FIRST)
        for other in self._others:
            words = self.tr("after item {number}").format(number=other.number)
            self.order.addItem(words, other.id)
        place = (found.after_id or _FIRST) if found.is_moved else _AT_ITS_PLACE
        self.order.setCurrentIndex(max(self.order.findData(place), 0))
        self._is_filling = False

    def add(self) -> None:
        """Note what is typed, for the party or member that is meant."""
        voice = self._voice()
        if self._place is None or voice is None:
            self.problem.say(self.tr("Type a part of one party's or one member's name."))
            self.who.setFocus()
            return
        meeting_id, item_id = self._place
        database, kind = self._workspace.database, self.kind.currentData()
        written = self._try(
            lambda: add_stances(
                database, meeting_id, item_id, StanceKind(kind), [voice], self.text.text()
            )
        )
        if written:
            self.who.clear()
            self.text.clear()
            self.who.setFocus()

    def _voice(self) -> Voice | None:
        """Return who is meant: a name, a party's letter, or a part of only one name."""
        typed = self.who.text().strip().casefold()
        letter = f"({typed.strip('()')})"
        exact = [
            voice
            for voice in self._voices
            if voice.name.casefold() == typed
            or (voice.party_id is not None and voice.name.casefold().endswith(f" {letter}"))
        ]
        if exact:
            return exact[0]
        found = [voice for voice in self._voices if typed in voice.name.casefold()]
        return found[0] if typed and len(found) == 1 else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() is QEvent.Type.KeyPress and watched is self.list
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self.remove()
            return True
        return super().eventFilter(watched, event)

    def remove(self) -> None:
        """Remove the chosen line."""
        row = self.list.currentRow()
        if self._place is None or row < 0 or not self.add_button.isEnabled():
            return
        meeting_id, item_id = self._place
        stance_id: int = self.list.item(row).data(_STANCE)
        self._try(lambda: remove_stance(self._workspace.database, meeting_id, item_id, stance_id))

    def _write_vote(self) -> None:
        if self._place is None or self._is_filling:
            return
        meeting_id, item_id = self._place
        numbers = [int(field.text()) if field.text() else None for field in self.counts]
        count = VoteCount(*numbers)
        database = self._workspace.database
        if noted(database, meeting_id, item_id).vote != count:
            self._try(lambda: save_vote(database, meeting_id, item_id, count))

    def _write_order(self) -> None:
        if self._place is None or self._is_filling:
            return
        meeting_id, item_id = self._place
        database, after = self._workspace.database, self.order.currentData()
        if after == _AT_ITS_PLACE:
            self._try(lambda: take_at_its_place(database, meeting_id, item_id))
        else:
            self._try(lambda: take_after(database, meeting_id, item_id, after or None))

    def _try(self, write: Callable[[], Written[T]]) -> bool:
        try:
            written = write()
        except KkrError as error:
            self.problem.tell(error)
            return False
        self.problem.tell(None)
        self._workspace.announcer.announce(written)
        return True
