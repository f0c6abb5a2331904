"""Offers what holds the typed letters anywhere, in the type of the field."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QListView, QWidget


class _Found(QListView):
    """The list below the field.

    It would keep the usual type where the field has a larger one, and stay open, with the
    keyboard, when a shortcut of the window leads elsewhere.
    """

    def event(self, e: QEvent) -> bool:
        if e.type() is QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent):
            if e.matches(QKeySequence.StandardKey.Cancel):
                e.accept()
                return True
            if not e.isAccepted() and _leads_elsewhere(e):
                self.hide()
        return super().event(e)

    def sizeHintForRow(self, row: int) -> int:
        field = self.focusProxy()
        if field is not None and self.font() != field.font():
            self.setFont(field.font())
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self.sizeHintForColumn(0) + bar)
        return super().sizeHintForRow(row)


def _leads_elsewhere(pressed: QKeyEvent) -> bool:
    """Tell whether a key is one of those that shortcuts are made of."""
    is_function_key = Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35
    with_control = bool(pressed.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return is_function_key or (with_control and pressed.key() != Qt.Key.Key_Control)


class FindingCompleter(QCompleter):
    """Finds by any part of a name, whether typed in capitals or not."""

    def __init__(self, among: QAbstractItemModel | Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        is_model = isinstance(among, QAbstractItemModel)
        self.setModel(among if is_model else QStringListModel(list(among), self))
        self.setPopup(_Found())
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
