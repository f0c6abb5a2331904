"""Shows a text that the program proposes, to be taken over."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kkr_desktop.model.decision_draft import DecisionProposal
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.widgets.flow_layout import FlowLayout
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_KEY = "Ctrl+Return"
_ICON = QSize(16, 16)


class ProposalPanel(QFrame):
    """Stands under a text; its words are the secretary's only when she takes them.

    `heading` says what is proposed, a decision unless told otherwise.
    """

    taken = Signal(object)  # RichText

    def __init__(self, parent: QWidget | None = None, *, heading: str = "") -> None:
        super().__init__(parent)
        title = heading or self.tr("Proposed decision")
        self._proposal: DecisionProposal | None = None
        self._is_wanted = False
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        words = PlainLabel(title)
        font = words.font()
        font.setBold(True)
        words.setFont(font)
        self.text = RichTextEditor()
        self.text.set_read_only(True)
        self.text.set_accessible_name(title)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(2)
        self.take = QPushButton(icon("check"), self.tr("&Take over the proposal (Ctrl+Enter)"))
        self.take.clicked.connect(self._take)
        shortcut = QShortcut(QKeySequence(_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setWhatsThis(self.tr("Take over the proposal"))
        shortcut.activated.connect(self._take)
        self._shortcut = shortcut
        line = FlowLayout()
        line.addWidget(words)
        line.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.text)
        column.addLayout(self._reasons)
        self._update()

    def show_proposal(self, proposal: DecisionProposal | None) -> None:
        """Show what is proposed, with why it wants a check."""
        self._proposal = proposal
        while (entry := self._reasons.takeAt(0)) is not None:
            line = entry.widget()
            if line is not None:
                line.deleteLater()
        if proposal is not None:
            self.text.set_rich_text(proposal.text)
            for reason in proposal.reasons:
                self._reasons.addWidget(_Reason(reason))
        self._update()

    def set_wanted(self, is_wanted: bool) -> None:  # noqa: FBT001
        """Be there while there is no decision yet."""
        self._is_wanted = is_wanted
        self._update()

    @property
    def is_offered(self) -> bool:
        """Whether there is a proposal to take."""
        return self._is_wanted and self._proposal is not None and not self._proposal.text.is_empty

    def _update(self) -> None:
        self.setVisible(self.is_offered)
        self._shortcut.setEnabled(self.is_offered)

    def _take(self) -> None:
        if self.is_offered and self._proposal is not None:
            self.taken.emit(self._proposal.text)


class _Reason(QWidget):
    """A line that says what to look at before the proposal is taken over."""

    def __init__(self, words: str) -> None:
        super().__init__()
        mark = PlainLabel()
        mark.setPixmap(icon("circle-alert").pixmap(_ICON))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = PlainLabel(words)
        text.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(mark)
        line.addWidget(text, 1)
