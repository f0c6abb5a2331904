"""Offers what holds the typed letters anywhere, in the type of the field."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView, QWidget


class _Found(QListView):
    """The list below the field; it would keep the usual type where the field has a larger one."""

    def sizeHintForRow(self, row: int) -> int:
        field = self.focusProxy()
        if field is not None and self.font() != field.font():
            self.setFont(field.font())
        return super().sizeHintForRow(row)


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
