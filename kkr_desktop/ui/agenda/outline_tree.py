"""The tree of an agenda's sections and items, which keeps its place when it is read anew."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from kkr_desktop.services.agenda_outline import AgendaOutline
from kkr_desktop.ui.agenda.outline_model import OutlineModel


class OutlineTree(QTreeView):
    """Shows the outline; rows are dragged within it and titles of sections edited in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlineModel(self)
        self.setModel(self.outline)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Items of the agenda"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setIconSize(QSize(14, 14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_outline(self, outline: AgendaOutline | None) -> None:
        """Show another agenda, or the same one changed at the place that was chosen."""
        section = self.outline.section_at(self.currentIndex())
        item = self.outline.item_at(self.currentIndex())
        self.selectionModel().blockSignals(True)
        self.outline.set_outline(outline)
        self.expandAll()
        place = (
            self.outline.index_of_item(item.id)
            if item is not None
            else self.outline.index_of_section(section.id if section else None)
        )
        self.setCurrentIndex(place)
        self.selectionModel().blockSignals(False)
