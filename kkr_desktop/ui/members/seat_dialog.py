"""The form in which a seat changes hands: a new mayor, a party's new choice, a vacant seat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.services.change_of_mayor import Handover
from kkr_desktop.services.member_choices import MemberChoices
from kkr_desktop.services.people_choices import PersonChoice
from kkr_desktop.services.register import MemberRow
from kkr_desktop.services.roles_and_substitutes import StandIn
from kkr_desktop.services.seat_filling import Arrival
from kkr_desktop.services.vacant_seats import VacantSeat
from kkr_desktop.ui.members.member_dialog import choose_in, chooser, chosen_day, date_edit
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.person_box import PersonBox
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_entry

_WIDTH = 580
_SOMEBODY_NEW, _NOBODY = -1, -2
_USUAL_TITLES = {
    PostKind.EX_OFFICIO: "Borgmester",
    PostKind.SUPPLEMENTARY: "Medlem af kommunalbestyrelsen",
}


@dataclass(frozen=True, slots=True)
class SeatChoices:
    """What the form is filled from, and what it asks and tells."""

    people: tuple[PersonChoice, ...]
    facts: MemberChoices
    what_follows: Callable[[MemberRow, int | None, date], tuple[str, ...]]
    office_contacts: Callable[[MemberRow], tuple[str, ...]]


class SeatDialog(FormDialog):
    """Says who leaves a seat and who comes, or who comes to a vacant one."""

    def __init__(
        self,
        members: Sequence[MemberRow],
        leaving: MemberRow | None,
        vacant: VacantSeat | None,
        choices: SeatChoices,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._vacant = vacant
        self._choices = choices
        self._shown_for: int | None = None
        self._members = {row.membership_id: row for row in members}
        self.leaver = QComboBox()
        for row in members:
            self.leaver.addItem(_described(row), row.membership_id)
        if leaving is not None:
            self.leaver.setCurrentIndex(self.leaver.findData(leaving.membership_id))
        self.from_day = date_edit(chosen_day(QDate.currentDate()))
        self.successor = PersonBox()
        self.given_name = QLineEdit()
        self.family_name = QLineEdit()
        self.email = QLineEdit()
        self.phone = QLineEdit()
        self.municipality = chooser(choices.facts.municipalities, None)
        self.party = chooser(choices.facts.parties, None)
        self.title = QLineEdit()
        self.substitute = PersonBox()
        self.contacts_follow = QCheckBox()
        self.contacts_follow.setChecked(True)
        self.reason = QLineEdit()
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self._form = QFormLayout()
        self._lay_out()
        self.leaver.currentIndexChanged.connect(self._take_leaver)
        self.successor.person_changed.connect(self._see_successor)
        self.from_day.dateChanged.connect(self._tell)
        self._take_leaver()

    def asks(self, save: Callable[["SeatDialog"], None]) -> None:
        """Let `save` be called with the form; it may refuse with a KkrError."""
        self.finish(self._form, lambda: save(self), _WIDTH)

    def _lay_out(self) -> None:
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self._vacant is None:
            form.addRow(self.tr("&Leaves:"), self.leaver)
        else:
            seat = PlainLabel(seat_words(self._vacant))
            seat.setWordWrap(True)
            form.addRow(self.tr("Vacant seat:"), seat)
        form.addRow(self.tr("New from (first d&ay):"), self.from_day)
        form.addRow(self.tr("&Takes over:"), self.successor)
        form.addRow(self.tr("&Given name:"), self.given_name)
        form.addRow(self.tr("&Family name:"), self.family_name)
        form.addRow(self.tr("&E-mail:"), self.email)
        form.addRow(self.tr("P&hone:"), self.phone)
        form.addRow(self.tr("&Municipality:"), self.municipality)
        form.addRow(self.tr("&Party:"), self.party)
        form.addRow(self.tr("T&itle:"), self.title)
        form.addRow(self.tr("S&ubstitute:"), self.substitute)
        form.addRow("", self.contacts_follow)
        form.addRow(self.tr("&Reason (may be empty):"), self.reason)
        form.setRowVisible(self.reason, self._vacant is None)
        form.addRow(self.told)
        self.substitute.setToolTip(self.tr("Choose from the register, or write a new name."))

    def leaving(self) -> MemberRow | None:
        """Return who leaves; nobody leaves a vacant seat."""
        return None if self._vacant else self._members.get(self.leaver.currentData())

    def _kind(self) -> PostKind:
        leaving = self.leaving()
        if self._vacant is not None:
            return self._vacant.kind
        return leaving.type if leaving is not None else PostKind.SUPPLEMENTARY

    def _take_leaver(self) -> None:
        """Offer those who may come, the substitute first, and what the seat says already."""
        leaving, people = self.leaving(), self._choices.people
        is_mayor = self._kind() is PostKind.EX_OFFICIO
        self.setWindowTitle(self._heading(is_mayor=is_mayor))
        mine = leaving.membership_id if leaving is not None else None
        deputies = [one for one in people if mine is not None and one.stands_in_for == mine]
        others = [one for one in people if one.seat_id != mine or mine is None]
        others = [one for one in others if one not in deputies]
        first: list[tuple[str, int | None]] = [(self.tr("A new person"), _SOMEBODY_NEW)]
        if leaving is not None:
            first.append((self.tr("Nobody yet: the seat stands vacant"), _NOBODY))
        self.successor.offer(first, [*deputies, *others])
        self.substitute.offer([("", None)], [*deputies, *others])
        self._form.setRowVisible(self.municipality, not is_mayor)
        contacts = self._choices.office_contacts(leaving) if leaving is not None else ()
        told = self.tr("Follows the post: {names}").format(names=", ".join(contacts))
        self.contacts_follow.setText(as_entry(told) if contacts else "")
        self.substitute.choose(deputies[0].person_id if deputies else None)
        self.successor.choose(_SOMEBODY_NEW)
        self._take_successor()

    def _heading(self, *, is_mayor: bool) -> str:
        if self._vacant is not None:
            return self.tr("Fill vacant seat")
        return self.tr("Change of mayor") if is_mayor else self.tr("Change of member")

    def _see_successor(self) -> None:
        """Keep what was corrected by hand while the same one stands in the field."""
        if self.successor.chosen() != self._shown_for:
            self._take_successor()

    def _take_successor(self) -> None:
        """Show what has to be asked about the one chosen, with what is known."""
        chosen, person = self.successor.chosen(), self.successor.person()
        self._shown_for = chosen
        is_new, is_somebody = chosen == _SOMEBODY_NEW, chosen != _NOBODY
        is_mayor = self._kind() is PostKind.EX_OFFICIO
        for field in (self.given_name, self.family_name, self.email, self.phone):
            self._form.setRowVisible(field, is_new)
        for field in (self.title, self.substitute):
            self._form.setRowVisible(field, is_somebody)
        self._form.setRowVisible(self.party, is_somebody and self._choices.facts.may_have_party)
        self._form.setRowVisible(self.municipality, is_somebody and not is_mayor)
        self._form.setRowVisible(
            self.contacts_follow, is_somebody and bool(self.contacts_follow.text())
        )
        self.title.setText(self._usual_title(person))
        party = person.party_id if person is not None else self._seat_party()
        self._set(self.party, party if self._choices.facts.may_have_party else None)
        self._set(self.municipality, person.municipality_id if person is not None else None)
        if person is not None and self.substitute.chosen() == person.person_id:
            self.substitute.choose(None)
        self._tell()
        self.adjustSize()
        self.resize(max(_WIDTH, self.width()), self.sizeHint().height())

    def _usual_title(self, person: PersonChoice | None) -> str:
        leaving, kind = self.leaving(), self._kind()
        if kind is PostKind.EX_OFFICIO:
            return leaving.title if leaving is not None and leaving.title else _USUAL_TITLES[kind]
        usual = _USUAL_TITLES[kind] if self._choices.facts.may_have_party else ""
        return person.title if person is not None and person.title else usual

    def _seat_party(self) -> int | None:
        """Return the party that fills the seat; a mayor's may go to any."""
        if self._vacant is not None:
            return self._vacant.party_id
        leaving = self.leaving()
        if leaving is None or leaving.type is PostKind.EX_OFFICIO:
            return None
        people = self._choices.people
        return next((one.party_id for one in people if one.person_id == leaving.person_id), None)

    @staticmethod
    def _set(box: QComboBox, data: int | None) -> None:
        choose_in(box, data)

    def _tell(self) -> None:
        """Say what else the change brings with it."""
        leaving, person = self.leaving(), self.successor.person()
        lines: tuple[str, ...] = ()
        if leaving is not None:
            successor = person.person_id if person is not None else None
            first_day = chosen_day(self.from_day.date())
            lines = self._choices.what_follows(leaving, successor, first_day)
        self.told.setText("\n".join(lines))
        self._form.setRowVisible(self.told, bool(lines))

    def handover(self) -> Handover:
        """Return what the form says of a seat that someone leaves."""
        leaving = self.leaving()
        return Handover(
            last_day=chosen_day(self.from_day.date()) - timedelta(days=1),
            arrival=None if self.successor.chosen() == _NOBODY else self.arrival(),
            reason=self.reason.text(),
            contacts_follow=self.contacts_follow.isChecked(),
            rev=leaving.rev if leaving is not None else 0,
        )

    def who_comes(self) -> str:
        """Return the name of the one who comes, empty for nobody yet."""
        arrival, person = self.arrival(), self.successor.person()
        return person.name if person else f"{arrival.given_name} {arrival.family_name}".strip()

    def arrival(self) -> Arrival:
        """Return what the form says of the one who comes."""
        person, stand_in = self.successor.person(), self.substitute.person()
        is_new = self.successor.chosen() == _SOMEBODY_NEW
        return Arrival(
            from_day=chosen_day(self.from_day.date()),
            title=self.title.text(),
            party_id=self.party.currentData(),
            municipality_id=self.municipality.currentData(),
            person_id=person.person_id if person is not None else None,
            given_name=self.given_name.text() if is_new else "",
            family_name=self.family_name.text() if is_new else "",
            email=self.email.text() if is_new else "",
            phone=self.phone.text() if is_new else "",
            substitute=StandIn(stand_in.name, stand_in.person_id)
            if stand_in is not None
            else StandIn(self.substitute.currentText()),
        )


def seat_words(seat: VacantSeat) -> str:
    """Return whose a vacant seat is to fill and since when, in Danish."""
    if seat.kind is PostKind.EX_OFFICIO:
        whose = f"Borgmesteren i {seat.municipality}"
    elif not seat.of_council:
        whose = "Plads"
    elif seat.party_name:
        whose = f"{seat.party_name} ({seat.party_letter})"
    else:
        whose = "Partierne, supplerende medlem"
    since = f"ledig siden {long_date(seat.since)}"
    after = f"efter {seat.last_holder}" if seat.last_holder else ""
    coming = f"besættes {long_date(seat.taken_from)}" if seat.taken_from else ""
    return " · ".join(part for part in (whose, since, after, coming) if part)


def _described(row: MemberRow) -> str:
    known = ", ".join(part for part in (row.title, row.municipality) if part)
    return f"{row.name} – {known}" if known else row.name
