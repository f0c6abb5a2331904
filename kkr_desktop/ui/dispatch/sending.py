"""What the agenda tab offers of sending: the first dispatch, and what comes after it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meeting_terms import STATE_NAMES, MeetingState
from kkr_desktop.services.agenda_outline import AgendaOutline
from kkr_desktop.services.amending import open_for_amendment
from kkr_desktop.ui.dispatch.amendment_dialog import AmendmentDialog
from kkr_desktop.ui.dispatch.compare_dialog import CompareDialog
from kkr_desktop.ui.dispatch.dispatch_dialog import DispatchDialog
from kkr_desktop.ui.dispatch.sent_dialog import SentDialog
from kkr_desktop.ui.messages import ask_reason, show_error
from kkr_desktop.ui.widgets.banner import Banner
from kkr_desktop.ui.workspace import Workspace


class Sending(QObject):
    """Opens the dialogs, and says in the banner how the agenda stands with the members."""

    place_wanted = Signal(object)  # DispatchFinding
    ended = Signal()

    def __init__(self, workspace: Workspace, banner: Banner, tab: QWidget) -> None:
        super().__init__(tab)
        self.workspace = workspace
        self._banner = banner
        self._tab = tab
        self._outline: AgendaOutline | None = None
        banner.accepted.connect(self._accept)

    def tell(self, outline: AgendaOutline | None) -> None:
        """Let the banner follow the agenda's state."""
        self._outline = outline
        if outline is None:
            self._banner.tell("")
        elif self._is_amending:
            self._banner.tell(
                self.tr(
                    "The sent agenda is open for a supplement or a correction. "
                    "Its numbers stay, and nothing is sent yet."
                ),
                self.tr("Send a supplement or a correction…"),
            )
        elif outline.can_be_edited:
            self._banner.tell("")
        else:
            told = self.tr("The meeting's state is »{state}«. Its agenda cannot be changed now.")
            is_sent = outline.state is MeetingState.DISPATCHED
            self._banner.tell(
                told.format(state=STATE_NAMES[outline.state]),
                self.tr("Late item or correction…") if is_sent else "",
            )

    @property
    def _is_amending(self) -> bool:
        outline = self._outline
        if outline is None or outline.state is not MeetingState.DISPATCHED:
            return False
        return outline.is_amending

    @property
    def can_send(self) -> bool:
        """Whether there is an agenda to send, or something to send after it."""
        outline = self._outline
        is_draft = outline is not None and outline.state is MeetingState.DRAFTING
        return is_draft or self._is_amending

    def run(self) -> None:
        """Walk through the dispatch, or through what comes after it."""
        meeting_id = self.workspace.selection.meeting_id
        if meeting_id is None or not self.can_send:
            return
        kind = AmendmentDialog if self._is_amending else DispatchDialog
        dialog = kind(self.workspace, meeting_id, self._tab)
        dialog.exec()
        wanted = dialog.wanted
        dialog.deleteLater()
        self.ended.emit()
        if wanted is not None:
            self.place_wanted.emit(wanted)

    def compare(self) -> None:
        """Show what differs between versions."""
        meeting_id = self.workspace.selection.meeting_id
        if meeting_id is not None:
            dialog = CompareDialog(self.workspace.database, meeting_id, self._tab)
            dialog.exec()
            dialog.deleteLater()

    def show_sent(self) -> None:
        """Show what was sent, when and to whom."""
        meeting_id = self.workspace.selection.meeting_id
        if meeting_id is not None:
            dialog = SentDialog(self.workspace.database, meeting_id, self._tab)
            dialog.exec()
            dialog.deleteLater()

    def _accept(self) -> None:
        if self._is_amending:
            self.run()
        else:
            self.ask_to_open()

    def ask_to_open(self) -> None:
        """Ask why the sent agenda is changed, and open it for that."""
        meeting_id = self.workspace.selection.meeting_id
        reason = ask_reason(
            self._tab,
            self.tr("Late item or correction"),
            self.tr("Why is the agenda changed after the dispatch?"),
        )
        if reason is None or meeting_id is None:
            return
        try:
            written = open_for_amendment(self.workspace.database, meeting_id, reason)
        except KkrError as error:
            show_error(self._tab, error)
        else:
            self.workspace.announcer.announce(written)
            self.ended.emit()
