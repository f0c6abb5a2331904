"""The form in which a meeting is planned or changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from kkr_desktop.model.dates import WEEKDAYS, week_name
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.meetings import Severity
from kkr_desktop.services.conflicts import DayWarning
from kkr_desktop.services.planning import MeetingDraft, RoundKey
from kkr_desktop.ui.spelling.plain_text import SpelledText
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class MeetingDialog(FormDialog):
    """Edits a draft; warns of the day, and `save` may refuse it with a KkrError."""

    def __init__(
        self,
        draft: MeetingDraft,
        warn: Callable[[date, time, time], tuple[DayWarning, ...]],
        save: Callable[[MeetingDraft], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._warn = warn
        self._save = save
        self.setWindowTitle(self.tr("Plan meeting") if not draft.rev else self.tr("Edit meeting"))
        self.held_on = QDateEdit(QDate(draft.held_on.year, draft.held_on.month, draft.held_on.day))
        self.held_on.setDisplayFormat("d. MMMM yyyy")
        self.held_on.setCalendarPopup(True)
        self.starts_at = _time_edit(draft.starts_at)
        self.ends_at = _time_edit(draft.ends_at)
        self.kind = QComboBox()
        for kind, words in (
            (MeetingKind.ORDINARY, self.tr("Ordinary meeting")),
            (MeetingKind.CONSTITUTING, self.tr("Constituting meeting")),
            (MeetingKind.EXTRAORDINARY, self.tr("Extraordinary meeting")),
            (MeetingKind.WRITTEN, self.tr("Written procedure")),
        ):
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.place = QLineEdit(draft.place)
        self.online_url = QLineEdit(draft.online_url)
        for field in (self.place, self.online_url):
            field.setCursorPosition(0)
        self.group_meetings = QLineEdit(draft.group_meetings)
        self.group_meetings.setPlaceholderText(self.tr("e.g. 8.30–9.20 in rooms on site"))
        self.catering_count = QSpinBox()
        self.catering_count.setRange(0, 999)
        self.catering_count.setSpecialValueText(self.tr("not ordered"))
        self.catering_count.setValue(draft.catering_count or 0)
        self.round = QComboBox()
        self._list_rounds()
        self.notes = SpelledText(draft.notes)
        self.notes.setMaximumHeight(80)
        self.week = PlainLabel()
        self.warnings = PlainLabel()
        self.warnings.setWordWrap(True)
        self._lay_out()
        self.held_on.dateChanged.connect(self._show_day)
        self.starts_at.timeChanged.connect(self._show_day)
        self.ends_at.timeChanged.connect(self._show_day)
        self._show_day()

    def _list_rounds(self) -> None:
        """List no round, and the rounds of the meeting's year and the next."""
        self.round.addItem(self.tr("None"), None)
        year, present = self._draft.held_on.year, self._draft.round
        keys = [RoundKey(shown, number) for shown in (year, year + 1) for number in range(1, 6)]
        if present is not None and present not in keys:
            keys.insert(0, present)
        for key in keys:
            name = self.tr("Round {number}, {year}").format(number=key.number, year=key.year)
            self.round.addItem(name, key)
        self.round.setCurrentIndex(0 if present is None else keys.index(present) + 1)

    def _lay_out(self) -> None:
        day = QHBoxLayout()
        day.addWidget(self.held_on)
        day.addWidget(self.week, 1)
        hours = QHBoxLayout()
        hours.addWidget(self.starts_at)
        hours.addWidget(PlainLabel("–"))
        hours.addWidget(self.ends_at)
        hours.addStretch(1)
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        day_label = PlainLabel(self.tr("&Date:"))
        day_label.setBuddy(self.held_on)
        form.addRow(day_label, day)
        form.addRow("", self.warnings)
        hours_label = PlainLabel(self.tr("&Time:"))
        hours_label.setBuddy(self.starts_at)
        self.ends_at.setAccessibleName(self.tr("Ends at"))
        form.addRow(hours_label, hours)
        form.addRow(self.tr("&Kind:"), self.kind)
        form.addRow(self.tr("&Place:"), self.place)
        form.addRow(self.tr("&Link for those who take part online:"), self.online_url)
        form.addRow(self.tr("Part&y group meetings:"), self.group_meetings)
        form.addRow(self.tr("&Catering for:"), self.catering_count)
        form.addRow(self.tr("&Round:"), self.round)
        form.addRow(self.tr("&Notes:"), self.notes)
        self.finish(form, lambda: self._save(self.draft()), 600)

    def _show_day(self) -> None:
        day = self._day()
        self.week.setText(f"{WEEKDAYS[day.weekday()]}, {week_name(day)}")
        found = self._warn(day, _time_of(self.starts_at), _time_of(self.ends_at))
        marks = {
            Severity.BLOCK: self.tr("⚠ Serious:"),
            Severity.WARN: "⚠",
            Severity.DEADLINE: "⚠",
            Severity.INFO: self.tr("For information:"),
        }
        self.warnings.setText("\n".join(f"{marks[one.severity]} {one.text}" for one in found))
        self._form.setRowVisible(self.warnings, bool(found))

    def _day(self) -> date:
        chosen = self.held_on.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def draft(self) -> MeetingDraft:
        """Return what the form says."""
        return replace(
            self._draft,
            kind=self.kind.currentData(),
            held_on=self._day(),
            starts_at=_time_of(self.starts_at),
            ends_at=_time_of(self.ends_at),
            place=self.place.text(),
            online_url=self.online_url.text(),
            notes=self.notes.toPlainText(),
            group_meetings=self.group_meetings.text(),
            catering_count=self.catering_count.value() or None,
            round=self.round.currentData(),
        )


def _time_edit(moment: time) -> QTimeEdit:
    edit = QTimeEdit(QTime(moment.hour, moment.minute))
    edit.setDisplayFormat("HH.mm")
    return edit


def _time_of(edit: QTimeEdit) -> time:
    chosen = edit.time()
    return time(chosen.hour(), chosen.minute())
