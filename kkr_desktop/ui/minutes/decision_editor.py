"""Writes the decision on one item, with its recommendation in view and phrases at hand."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES
from kkr_desktop.model.minutes_terms import OUTCOME_NAMES, Outcome
from kkr_desktop.model.richtext import RichText
from kkr_desktop.model.text_versions import TextField
from kkr_desktop.services.minute_taking import (
    DecisionDraft,
    MinutesItem,
    read_decision,
    save_decision,
)
from kkr_desktop.services.phrases import phrases_for
from kkr_desktop.services.text_history import EarlierText, decision_history
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.follow_ups.panel import FollowUpPanel
from kkr_desktop.ui.minutes.stance_panel import StancePanel
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.saving import DelayedSave
from kkr_desktop.ui.widgets.flow_layout import FlowLayout
from kkr_desktop.ui.widgets.following_area import FollowingArea
from kkr_desktop.ui.widgets.keyed_choices import KEYS, KeyedChoices
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.proposal_panel import ProposalPanel
from kkr_desktop.ui.workspace import Workspace

_MOST_NUMBERED = 9
_PLACE = re.compile(r"\{[^{}]+\}")


class DecisionEditor(FollowingArea):
    """Shows one item at a time; what is typed is on disk within a second."""

    editor_focused = Signal(object)  # RichTextEditor

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id: int | None = None
        self._item: MinutesItem | None = None
        self._rev = 0
        self._can_edit = False
        self._is_filling = False
        self.title = PlainLabel()
        self.title.setWordWrap(True)
        self._size_title()
        self.facts = PlainLabel()
        self.facts.setWordWrap(True)
        self.recommendation = RichTextEditor()
        self.recommendation.set_accessible_name(self.tr("Recommendation"))
        self.recommendation.set_read_only(True)
        self.outcome = QComboBox()
        self.text = RichTextEditor()
        self.text.set_accessible_name(self.tr("Decision"))
        self.text.set_placeholder(self.tr("What was decided"))
        self.public_text = RichTextEditor()
        self.public_text.set_accessible_name(self.tr("Decision for the public"))
        self.text.earlier_versions = self._history_reader(TextField.TEXT)
        self.public_text.earlier_versions = self._history_reader(TextField.PUBLIC_TEXT)
        self.proposal = ProposalPanel()
        self.stances = StancePanel(workspace)
        self.follow_ups = FollowUpPanel(workspace)
        self.phrases = QListWidget()
        self._save = DelayedSave(workspace.saves, self._write, self)
        self._fill_outcomes()
        self._lay_out()
        self._connect()

    def _size_title(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.title.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size_title()

    def _fill_outcomes(self) -> None:
        self.outcome.addItem("–", None)
        for outcome in Outcome:
            self.outcome.addItem(OUTCOME_NAMES[outcome], outcome)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 16)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(_heading(self.tr("Recommendation")))
        column.addWidget(self.recommendation)
        line = QHBoxLayout()
        line.addWidget(_heading(self.tr("Decision")))
        line.addStretch(1)
        outcome_label = PlainLabel(self.tr("&Outcome:"))
        outcome_label.setBuddy(self.outcome)
        line.addWidget(outcome_label)
        line.addWidget(self.outcome)
        column.addLayout(line)
        column.addWidget(self.text)
        column.addWidget(self.proposal)
        self._public_heading = _heading(self.tr("Decision for the public"))
        column.addWidget(self._public_heading)
        column.addWidget(self.public_text)
        column.addWidget(self.stances)
        column.addWidget(self.follow_ups)
        phrases_line = FlowLayout()
        phrases_line.addWidget(_heading(self.tr("Phrases (Ctrl+Space)")))
        self.own_phrases = QPushButton(self.tr("&Own phrases…"))
        phrases_line.addWidget(self.own_phrases)
        column.addLayout(phrases_line)
        self.phrases.setAccessibleName(self.tr("Phrases"))
        self.phrases.setWordWrap(True)
        self.phrases.setMinimumHeight(190)
        column.addWidget(self.phrases, 1)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.text.edited.connect(self._touch)
        self.public_text.edited.connect(self._touch)
        self.outcome.activated.connect(self._touch)
        self.phrases.itemActivated.connect(self._use_chosen_phrase)
        self.proposal.taken.connect(self._take_proposal)
        self.text.focused.connect(self._tell_text_focused)
        self.public_text.focused.connect(self._tell_public_focused)
        self.own_phrases.clicked.connect(self._edit_phrases)
        self._workspace.announcer.changed.connect(self._see_change)
        menu = QShortcut(QKeySequence("Ctrl+Space"), self)
        menu.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        menu.setWhatsThis(self.tr("Choose a phrase"))
        menu.activated.connect(self.offer_phrases)
        for number in range(1, _MOST_NUMBERED + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self.tr("Phrase {number}").format(number=number))
            shortcut.activated.connect(self._phrase_user(number - 1))

    def _phrase_user(self, place: int) -> Callable[[], None]:
        def run() -> None:
            self.use_phrase(place)

        return run

    def _history_reader(self, field: TextField) -> Callable[[], tuple[EarlierText, ...]]:
        def read() -> tuple[EarlierText, ...]:
            if self._meeting_id is None or self._item is None:
                return ()
            database = self._workspace.database
            return decision_history(database, self._meeting_id, self._item.id, field)

        return read

    def _tell_text_focused(self) -> None:
        self.editor_focused.emit(self.text)

    def _tell_public_focused(self) -> None:
        self.editor_focused.emit(self.public_text)

    @property
    def item_id(self) -> int | None:
        """The item shown."""
        return self._item.id if self._item else None

    def show_item(self, meeting_id: int, item: MinutesItem, *, can_edit: bool) -> bool:
        """Save what is shown and show another item; False when it cannot be saved."""
        if not self.flush():
            return False
        found = read_decision(self._workspace.database, meeting_id, item.id)
        self._is_filling = True
        self._meeting_id, self._item, self._rev = meeting_id, item, found.decision.rev
        self.title.setText(f"{item.number}  {item.title}")
        facts = [ITEM_KIND_NAMES[item.kind]]
        if not item.is_public:
            facts.insert(0, self.tr("Closed item"))
        if item.minutes_planned is not None:
            facts.append(f"{item.minutes_planned} min.")
        if item.presenter:
            facts.append(item.presenter)
        self.facts.setText(" · ".join(facts))
        self.recommendation.set_rich_text(found.recommendation)
        self.text.set_rich_text(found.decision.text)
        self.public_text.set_rich_text(found.decision.public_text)
        self.outcome.setCurrentIndex(self.outcome.findData(found.decision.outcome))
        for editor in (self.text, self.public_text):
            editor.set_read_only(not can_edit)
        self._public_heading.setVisible(not item.is_public)
        self.public_text.setVisible(not item.is_public)
        self.outcome.setEnabled(can_edit)
        self.phrases.setEnabled(can_edit)
        self.proposal.show_proposal(found.proposal if can_edit else None)
        self.proposal.set_wanted(not item.withdrawn and found.decision.text.is_empty)
        self._can_edit = can_edit
        self.stances.show_item(meeting_id, item, can_edit=can_edit)
        self.follow_ups.show_item(meeting_id, item.id)
        self._fill_phrases(item)
        self._is_filling = False
        self.verticalScrollBar().setValue(0)
        return True

    def _fill_phrases(self, item: MinutesItem) -> None:
        self.phrases.clear()
        for place, phrase in enumerate(phrases_for(self._workspace.database, item.id)):
            key = KEYS[place].upper() if place < len(KEYS) else " "
            self.phrases.addItem(f"{key}  {phrase}")
            self.phrases.item(place).setData(Qt.ItemDataRole.UserRole, phrase)

    def offer_phrases(self) -> None:
        """Show the phrases at the cursor; one more key puts one in."""
        if not self.phrases.isEnabled() or not self.phrases.count():
            return
        surface = self.text.text_edit
        choices = KeyedChoices(surface, self.tr("Phrases"))
        for place in range(self.phrases.count()):
            phrase: str = self.phrases.item(place).data(Qt.ItemDataRole.UserRole)
            choices.offer(KEYS[place] if place < len(KEYS) else "", phrase, place)
        choices.taken.connect(self.use_phrase)
        self.ensureWidgetVisible(self.text)
        choices.open_at(surface.cursorRect().translated(surface.viewport().pos()))
        choices.choose()

    def _edit_phrases(self) -> None:
        from kkr_desktop.ui.minutes.phrase_dialog import PhraseDialog

        item = self._item
        dialog = PhraseDialog(self._workspace, item.kind if item is not None else None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFont(self.font())
        dialog.finished.connect(self._offer_new_phrases)
        dialog.show()

    def _offer_new_phrases(self) -> None:
        if self._item is not None:
            self._fill_phrases(self._item)

    def flush(self) -> bool:
        """Save now what waits; tell whether it is on disk."""
        self._save.flush()
        return self.follow_ups.line.flush() and not self._save.is_pending

    def use_phrase(self, place: int) -> None:
        """Put a phrase into the decision at the cursor."""
        entry = self.phrases.item(place) if place < self.phrases.count() else None
        if entry is None or not self.phrases.isEnabled():
            return
        phrase: str = entry.data(Qt.ItemDataRole.UserRole)
        cursor = self.text.text_edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        blank = " " if before and not before.endswith(" ") else ""
        start = cursor.selectionStart() + len(blank)
        self.text.insert_text(f"{blank}{phrase}")
        first = _PLACE.search(phrase)
        if first is not None:
            cursor = self.text.text_edit.textCursor()
            cursor.setPosition(start + first.start())
            cursor.setPosition(start + first.end(), cursor.MoveMode.KeepAnchor)
            self.text.text_edit.setTextCursor(cursor)
        self.text.setFocus()

    def _see_change(self, change: Change) -> None:
        """Show what was written of this item elsewhere, unless something typed here waits."""
        item, meeting_id = self._item, self._meeting_id
        if item is None or meeting_id is None or self._save.is_pending:
            return
        if change.area is Area.MINUTES and change.item_id == item.id:
            found = read_decision(self._workspace.database, meeting_id, item.id)
            if found.decision.rev != self._rev:
                self.show_item(meeting_id, item, can_edit=self._can_edit)

    def _use_chosen_phrase(self) -> None:
        self.use_phrase(self.phrases.currentRow())

    def _take_proposal(self, text: RichText) -> None:
        self.text.append_rich_text(text)
        self.text.setFocus()

    def _touch(self) -> None:
        if not self._is_filling:
            self._save.touch()
            self.proposal.set_wanted(self.text.text_edit.document().isEmpty())

    def _write(self) -> None:
        if self._meeting_id is None or self._item is None:
            return
        draft = DecisionDraft(
            self.text.rich_text(),
            self.public_text.rich_text(),
            self.outcome.currentData(),
            self._rev,
        )
        written = save_decision(self._workspace.database, self._meeting_id, self._item.id, draft)
        self._rev = written.value
        self._workspace.announcer.announce(written)


def _heading(words: str) -> QLabel:
    label = PlainLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
