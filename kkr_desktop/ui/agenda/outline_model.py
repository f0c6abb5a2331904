"""The agenda as a tree of sections and items that can be dragged."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES
from kkr_desktop.services.agenda_outline import AgendaOutline, OutlineItem, OutlineSection
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import as_typed

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MIME = "application/x-kkr-agenda-row"
_SECTION = 0


class OutlineModel(QAbstractItemModel):
    """Shows an `AgendaOutline`; drops and new section titles are told, never done, here."""

    item_dropped = Signal(int, int, int)  # item, section, position
    section_dropped = Signal(int, int)  # section, position
    section_renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[OutlineSection, ...] = ()
        self._can_be_edited = False

    def set_outline(self, outline: AgendaOutline | None) -> None:
        """Show another agenda, or the same one changed."""
        self.beginResetModel()
        self._sections = outline.sections if outline else ()
        self._can_be_edited = outline is not None and outline.can_be_edited
        self.endResetModel()

    @property
    def sections(self) -> Sequence[OutlineSection]:
        """All sections in order."""
        return self._sections

    @property
    def can_be_edited(self) -> bool:
        """Whether the agenda can be changed now."""
        return self._can_be_edited

    def section_at(self, index: _Index) -> OutlineSection | None:
        """Return the section that an index stands for, or that its item is in."""
        if not index.isValid():
            return None
        place = index.row() if index.internalId() == _SECTION else index.internalId() - 1
        return self._sections[place]

    def item_at(self, index: _Index) -> OutlineItem | None:
        """Return the item that an index stands for; None for a section."""
        if not index.isValid() or index.internalId() == _SECTION:
            return None
        return self._sections[index.internalId() - 1].items[index.row()]

    def index_of_item(self, item_id: int | None) -> QModelIndex:
        """Return where an item stands."""
        for place, section in enumerate(self._sections):
            for row, item in enumerate(section.items):
                if item.id == item_id:
                    return self.createIndex(row, 0, place + 1)
        return QModelIndex()

    def index_of_section(self, section_id: int | None) -> QModelIndex:
        """Return where a section stands."""
        for place, section in enumerate(self._sections):
            if section.id == section_id:
                return self.createIndex(place, 0, _SECTION)
        return QModelIndex()

    def items_in_order(self) -> Sequence[OutlineItem]:
        """Return all items."""
        return [item for section in self._sections for item in section.items]

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        inner = parent.row() + 1 if parent.isValid() else _SECTION
        return self.createIndex(row, column, inner)

    def parent(self, child: _Index = _NOWHERE) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not child.isValid() or child.internalId() == _SECTION:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _SECTION)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._sections)
        if parent.internalId() == _SECTION and parent.column() == 0:
            return len(self._sections[parent.row()].items)
        return 0

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        section, item = self.section_at(index), self.item_at(index)
        if section is None:
            return None
        if item is None:
            return self._section_data(section, role)
        return self._item_data(item, role)

    def _section_data(self, section: OutlineSection, role: int) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole:
            title = section.title or self.tr("(no title)")
            return f"{section.number}  {title}"
        if role == Qt.ItemDataRole.EditRole:
            return section.title
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _item_data(self, item: OutlineItem, role: int) -> Any:  # noqa: ANN401
        title = item.title or self.tr("(no title)")
        if role == Qt.ItemDataRole.DisplayRole:
            withdrawn = self.tr(" (withdrawn)") if item.withdrawn else ""
            return f"{item.number}  {title}{withdrawn}"
        if role == Qt.ItemDataRole.DecorationRole:
            if not item.is_public:
                return icon("lock")
            return icon("paperclip") if item.appendix_count else None
        if role == Qt.ItemDataRole.ToolTipRole:
            facts = [title, ITEM_KIND_NAMES[item.kind]]
            if item.minutes_planned is not None:
                facts.append(f"{item.minutes_planned} min.")
            if item.appendix_count:
                facts.append(self.tr("%n appendix(es)", "", item.appendix_count))
            return as_typed("\n".join(facts))
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        section = self.section_at(index)
        if role != Qt.ItemDataRole.EditRole or section is None or self.item_at(index) is not None:
            return False
        if str(value).strip() != section.title:
            self.section_renamed.emit(section.id, str(value))
        return False

    def flags(self, index: _Index) -> Qt.ItemFlag:
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._can_be_edited:
            return shown if index.isValid() else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        dragged = shown | Qt.ItemFlag.ItemIsDragEnabled
        if self.item_at(index) is not None:
            return dragged
        return dragged | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        item, section = self.item_at(indexes[0]), self.section_at(indexes[0])
        row = f"item {item.id}" if item else f"section {section.id if section else 0}"
        carried.setData(_MIME, row.encode())
        return carried

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if not self._can_be_edited or not data.hasFormat(_MIME):
            return False
        kind, _ = self._carried(data)
        if kind == "section":
            return True
        return parent.isValid() and self.item_at(parent) is None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Tell where something was dropped; False, since the tree is read anew afterwards."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        kind, dragged = self._carried(data)
        if kind == "section":
            place = row if not parent.isValid() else parent.row()
            self._tell_section(dragged, len(self._sections) if place < 0 else place)
        else:
            target = self._sections[parent.row()]
            self._tell_item(dragged, target, len(target.items) if row < 0 else row)
        return False

    def _carried(self, data: QMimeData) -> tuple[str, int]:
        kind, dragged = bytes(data.data(_MIME).data()).decode().split()
        return kind, int(dragged)

    def _tell_item(self, item_id: int, target: OutlineSection, position: int) -> None:
        """Tell a drop; its position counts the siblings without the item itself."""
        inside = [item.id for item in target.items]
        if item_id in inside and inside.index(item_id) < position:
            position -= 1
        self.item_dropped.emit(item_id, target.id, position)

    def _tell_section(self, section_id: int, position: int) -> None:
        ids = [section.id for section in self._sections]
        if ids.index(section_id) < position:
            position -= 1
        self.section_dropped.emit(section_id, position)
