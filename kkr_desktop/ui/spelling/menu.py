"""What the context menu offers for a word that is spelled wrong."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from kkr_desktop.ui.spelling.checker import spell_checker
from kkr_desktop.ui.spelling.squiggles import Squiggles
from kkr_desktop.ui.widgets.plain_label import as_entry

_MOST_SUGGESTIONS = 7


class SpellingChoices(QObject):
    """Stands at the top of a menu; suggestions come when they are found."""

    def __init__(self, menu: QMenu, word: QTextCursor) -> None:
        super().__init__(menu)
        self._menu = menu
        self._word = word
        self._looking = QAction(self.tr("Looking for suggestions…"), menu)
        self._looking.setEnabled(False)
        add = QAction(
            self.tr("&Add »{word}« to the dictionary").format(word=as_entry(self._text)), menu
        )
        add.triggered.connect(self._add)
        first = menu.actions()[0] if menu.actions() else None
        separator = QAction(menu)
        separator.setSeparator(True)
        for action in (self._looking, add, separator):
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)
        spell_checker().suggested.connect(self._show)
        spell_checker().suggest(self._text)

    @property
    def _text(self) -> str:
        return self._word.selectedText()

    def _show(self, word: str, suggestions: list[str]) -> None:
        if word != self._text:
            return
        spell_checker().suggested.disconnect(self._show)
        if not suggestions:
            self._looking.setText(self.tr("No suggestions"))
            return
        made: list[QAction] = []
        for suggestion in suggestions[:_MOST_SUGGESTIONS]:
            choice = QAction(as_entry(suggestion), self._menu)
            font = choice.font()
            font.setBold(True)
            choice.setFont(font)
            choice.setData(suggestion)
            choice.triggered.connect(self._replace)
            self._menu.insertAction(self._looking, choice)
            made.append(choice)
        self._menu.removeAction(self._looking)
        self._menu.setActiveAction(made[0])

    def _replace(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self._word.insertText(chosen.data(), self._word.charFormat())

    def _add(self) -> None:
        spell_checker().add(self._text)


def show_editor_menu(
    editor: QTextEdit | QPlainTextEdit, squiggles: Squiggles, event: QContextMenuEvent
) -> None:
    """Offer what every editor does, and above it what a wrongly spelled word should be."""
    by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
    place = editor.textCursor() if by_keyboard else editor.cursorForPosition(event.pos())
    menu = editor.createStandardContextMenu(event.pos())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not editor.isReadOnly():
        offer_spelling(menu, squiggles, place)
    below = editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
    menu.popup(below if by_keyboard else event.globalPos())


def offer_spelling(menu: QMenu, squiggles: Squiggles, place: QTextCursor) -> None:
    """Put into a menu what can be done about the word at a place."""
    wrong = squiggles.word_at(place)
    if wrong is not None:
        SpellingChoices(menu, wrong)
        return
    word = QTextCursor(place)
    word.select(QTextCursor.SelectionType.WordUnderCursor)
    if word.selectedText() and spell_checker().is_own(word.selectedText()):
        _Removal(menu, word.selectedText())


class _Removal(QObject):
    """The way back for a word that was added by mistake."""

    def __init__(self, menu: QMenu, word: str) -> None:
        super().__init__(menu)
        self._word = word
        told = self.tr("&Remove »{word}« from the dictionary").format(word=as_entry(word))
        menu.addSeparator()
        menu.addAction(told).triggered.connect(self._remove)

    def _remove(self) -> None:
        spell_checker().remove(self._word)
