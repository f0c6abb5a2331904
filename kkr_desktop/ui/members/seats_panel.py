"""The panel below the members: how the seats are filled, and those that are vacant."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.seat_account import GenderBalance, PartySeats, SeatAccount
from kkr_desktop.services.vacant_seats import VacantSeat
from kkr_desktop.ui.members.parliament import ParliamentView
from kkr_desktop.ui.members.seat_dialog import seat_words
from kkr_desktop.ui.theme import warning_colour
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed

_ROWS_SHOWN = 5.6


class SeatsPanel(QFrame):
    """Shows a seat account, and asks for a vacant seat to be filled."""

    fill_wanted = Signal(object)  # VacantSeat
    party_wanted = Signal(object)  # VacantSeat

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = ParliamentView()
        self.headline = _plain_label()
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        self.parties = _plain_label()
        self.missing = _plain_label()
        self.warning = _plain_label()
        self.genders = _plain_label()
        self.vacant = QListWidget()
        self.vacant.setAccessibleName(self.tr("Vacant seats"))
        self.vacant.setAlternatingRowColors(True)
        self.vacant.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.vacant.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.fill = QPushButton(self.tr("Fill the seat…"))
        self.give_party = QPushButton(self.tr("Which party fills it…"))
        self._vacant_title = _plain_label()
        self._vacant_title.setFont(font)
        self._lay_out()
        self.fill.clicked.connect(self._ask_to_fill)
        self.give_party.clicked.connect(self._ask_for_party)
        self.vacant.itemActivated.connect(self._ask_to_fill)
        self.vacant.currentRowChanged.connect(self._enable)
        enter = QShortcut(QKeySequence(Qt.Key.Key_Return), self.vacant)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._ask_to_fill)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        told = QVBoxLayout()
        told.setSpacing(4)
        for label in (self.headline, self.parties, self.missing, self.warning, self.genders):
            told.addWidget(label)
        told.addStretch(1)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._vacant_title, 1)
        for button in (self.fill, self.give_party):
            heading.addWidget(button)
        seats = QVBoxLayout()
        seats.setSpacing(6)
        seats.addLayout(heading)
        seats.addWidget(self.vacant)
        seats.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(20)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(told, 2)
        row.addLayout(seats, 3)
        line = self.fontMetrics().height()
        self.vacant.setFixedHeight(round(line * _ROWS_SHOWN))

    def show_account(self, account: SeatAccount) -> None:
        """Show the seats as they are on a day."""
        vacant = len(account.vacant)
        self.picture.show_seats(account.parties, vacant)
        if account.seats is None:
            self.headline.setText(self.tr("%n member(s)", "", account.filled))
        else:
            self.headline.setText(
                self.tr("{filled} of {seats} seats filled").format(
                    filled=account.filled, seats=account.seats
                )
            )
        has_parties = any(party.letter for party in account.parties)
        told = "\N{NO-BREAK SPACE}· ".join(self._party(party) for party in account.parties)
        self._say(self.parties, told if has_parties else "")
        self.picture.setVisible(has_parties or not account.filled)
        self._say(self.missing, self._missing(account))
        self._say(self.genders, self._genders(account.genders))
        self._say(self.warning, self._warning(account))
        colours = self.warning.palette()
        colours.setColor(QPalette.ColorRole.WindowText, warning_colour())
        self.warning.setPalette(colours)
        self._list(account.vacant)

    def summary(self) -> str:
        """Return the account in one line, for when the panel is not shown."""
        return " · ".join(part for part in (self.headline.text(), self.missing.text()) if part)

    def _party(self, party: PartySeats) -> str:
        letter = party.letter or self.tr("No party")
        return f"{letter}\N{NO-BREAK SPACE}{party.seats}"

    def _missing(self, account: SeatAccount) -> str:
        if not account.without_mayor:
            return ""
        if not account.filled:
            return self.tr("%n mayor(s) missing", "", len(account.without_mayor))
        names = ", ".join(account.without_mayor)
        return self.tr("No mayor from {names}").format(names=names)

    def _warning(self, account: SeatAccount) -> str:
        if not account.is_over_cap:
            return ""
        return self.tr(
            "Note: more than {cap} seats, which is two for each municipality, "
            "the most that the standing orders give."
        ).format(cap=account.cap)

    def _genders(self, genders: GenderBalance) -> str:
        counted = (
            self.tr("%n woman/women", "", genders.women),
            self.tr("%n man/men", "", genders.men),
            self.tr("%n other(s)", "", genders.others) if genders.others else "",
        )
        if not (genders.women or genders.men or genders.others):
            return ""
        told = ", ".join(words for words in counted if words)
        if genders.not_recorded:
            told += " " + self.tr("(not recorded for %n)", "", genders.not_recorded)
        return self.tr("Gender: {told}").format(told=told)

    @staticmethod
    def _say(label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _list(self, seats: tuple[VacantSeat, ...]) -> None:
        chosen = self.chosen()
        self.vacant.clear()
        for seat in seats:
            item = QListWidgetItem(seat_words(seat), self.vacant)
            item.setData(Qt.ItemDataRole.UserRole, seat)
            item.setToolTip(as_typed(item.text()))
            if chosen is not None and seat.post_id == chosen.post_id:
                self.vacant.setCurrentItem(item)
        if seats and self.vacant.currentRow() < 0:
            self.vacant.setCurrentRow(0)
        self._vacant_title.setText(
            self.tr("%n vacant seat(s)", "", len(seats)) if seats else self.tr("No vacant seats")
        )
        for widget in (self.vacant, self.fill):
            widget.setVisible(bool(seats))
        self.give_party.setVisible(any(seat.of_council for seat in seats))
        self._enable()

    def chosen(self) -> VacantSeat | None:
        """Return the vacant seat that is chosen."""
        place = self.vacant.currentRow()
        item = self.vacant.item(place) if 0 <= place < self.vacant.count() else None
        seat = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return seat if isinstance(seat, VacantSeat) else None

    def _enable(self) -> None:
        seat = self.chosen()
        self.fill.setEnabled(seat is not None and seat.taken_from is None)
        self.give_party.setEnabled(seat is not None and not seat.municipality)

    def _ask_to_fill(self) -> None:
        seat = self.chosen()
        if seat is not None and seat.taken_from is None:
            self.fill_wanted.emit(seat)

    def _ask_for_party(self) -> None:
        seat = self.chosen()
        if seat is not None:
            self.party_wanted.emit(seat)


def _plain_label() -> QLabel:
    label = PlainLabel()
    label.setWordWrap(True)
    return label
