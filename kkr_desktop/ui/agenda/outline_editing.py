"""Changes the structure of an agenda: items and sections come, move and go, and back again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services import drafting
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.agenda.outline_tree import OutlineTree
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.workspace import Workspace


class OutlineEditing(QObject):
    """Does at once what is asked of the outline, so that it can be undone."""

    item_added = Signal(int)

    def __init__(self, workspace: Workspace, tree: OutlineTree, tab: QWidget) -> None:
        super().__init__(tab)
        self._tab = tab
        self._workspace = workspace
        self._tree = tree
        self._model = tree.outline
        self.undo_stack = QUndoStack(self)
        self._model.item_dropped.connect(self.move_item)
        self._model.section_dropped.connect(self.move_section)
        self._model.section_renamed.connect(self._rename_section)

    def add_item(self) -> None:
        """Add an item after the chosen one, or at the end of the chosen section."""
        section = self._model.section_at(self._tree.currentIndex())
        sections = self._model.sections
        if section is None and sections:
            section = sections[-1]
        if section is None:
            return
        item = self._model.item_at(self._tree.currentIndex())
        after = [row.id for row in section.items].index(item.id) + 1 if item is not None else None
        database = self._workspace.database
        draft = drafting.ItemDraft("", ItemKind.DECISION)
        added = self.attempt(lambda: drafting.add_item(database, section.id, draft, after))
        if added is None:
            return
        self.push(
            self.tr("Add item"),
            lambda: drafting.restore_item(database, added),
            lambda: drafting.remove_item(database, added),
            is_done=True,
        )
        self.item_added.emit(added)

    def add_section(self) -> None:
        """Add a section after the chosen one and let it be named."""
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None:
            return
        section = self._model.section_at(self._tree.currentIndex())
        ids = [row.id for row in self._model.sections]
        after = ids.index(section.id) + 1 if section is not None else None
        database, title = self._workspace.database, self.tr("New section")
        added = self.attempt(lambda: drafting.add_section(database, meeting_id, title, after))
        if added is None:
            return
        self.push(
            self.tr("Add section"),
            lambda: drafting.restore_section(database, added),
            lambda: drafting.remove_section(database, added),
            is_done=True,
        )
        place = self._model.index_of_section(added)
        self._tree.setCurrentIndex(place)
        self._tree.edit(place)

    def _rename_section(self, section_id: int, title: str) -> None:
        section = self._model.section_at(self._model.index_of_section(section_id))
        if section is not None:
            database = self._workspace.database
            self.attempt(lambda: drafting.rename_section(database, section_id, title, section.rev))

    def move_item(self, item_id: int, section_id: int, position: int) -> None:
        """Move an item; the numbers follow at once."""
        place = self._model.index_of_item(item_id)
        section = self._model.section_at(place)
        if section is None:
            return
        came_from, old_position = section.id, place.row()
        if (came_from, old_position) == (section_id, position):
            return
        database = self._workspace.database
        self.push(
            self.tr("Move item"),
            lambda: drafting.move_item(database, item_id, section_id, position),
            lambda: drafting.move_item(database, item_id, came_from, old_position),
        )

    def move_section(self, section_id: int, position: int) -> None:
        """Move a section with its items."""
        old_position = self._model.index_of_section(section_id).row()
        if old_position == position:
            return
        database = self._workspace.database
        self.push(
            self.tr("Move section"),
            lambda: drafting.move_section(database, section_id, position),
            lambda: drafting.move_section(database, section_id, old_position),
        )

    def move_up(self) -> None:
        """Move what is chosen one place up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move what is chosen one place down."""
        self._move(1)

    def _move(self, step: int) -> None:
        """Move the chosen row one place; an item at an end goes to the next section."""
        index = self._tree.currentIndex()
        item, section = self._model.item_at(index), self._model.section_at(index)
        if section is None:
            return
        sections = self._model.sections
        at = [row.id for row in sections].index(section.id)
        if item is None:
            if 0 <= at + step < len(sections):
                self.move_section(section.id, at + step)
            return
        position = index.row() + step
        if 0 <= position < len(section.items):
            self.move_item(item.id, section.id, position)
        elif 0 <= at + step < len(sections):
            target = sections[at + step]
            self.move_item(item.id, target.id, 0 if step > 0 else len(target.items))

    def remove(self) -> None:
        """Remove the chosen item or empty section; undo brings it back."""
        index = self._tree.currentIndex()
        item, section = self._model.item_at(index), self._model.section_at(index)
        database = self._workspace.database
        if item is not None:
            self.push(
                self.tr("Remove item"),
                lambda: drafting.remove_item(database, item.id),
                lambda: drafting.restore_item(database, item.id),
            )
        elif section is not None:
            self.push(
                self.tr("Remove section"),
                lambda: drafting.remove_section(database, section.id),
                lambda: drafting.restore_section(database, section.id),
            )

    def push(
        self,
        text: str,
        do: Callable[[], Written[T]],
        take_back: Callable[[], Written[T]],
        *,
        is_done: bool = False,
    ) -> None:
        """Do a change of structure so that it can be undone."""
        self.undo_stack.push(
            TwoWayCommand(
                text, lambda: self.attempt(do), lambda: self.attempt(take_back), is_done=is_done
            )
        )

    def attempt(self, write: Callable[[], Written[T]]) -> T | None:
        """Write, announce what changed, and return what came of it; None after telling why not."""
        try:
            return self._workspace.announcer.announce(write())
        except KkrError as error:
            show_error(self._tab, error)
            return None
