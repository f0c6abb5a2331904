"""What a window owes those who work by keys alone, or who listen to it."""

import re
from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)


def faults(window: QWidget) -> list[str]:
    """Tell what cannot be heard, which letters mean two things, and where Enter does nothing."""
    return [*_unnamed(window), *_letters_meant_twice(window), *_lost_enter(window)]


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisibleTo(window):
            yield widget


def _unnamed(window: QWidget) -> Iterator[str]:
    for widget in _shown(window):
        inner = isinstance(widget, QLineEdit) and isinstance(
            widget.parent(), QAbstractSpinBox | QComboBox
        )
        is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if inner or not is_reached or widget.focusProxy() is not None:
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        if not heard.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} has no name to read aloud"


def _letters_meant_twice(window: QWidget) -> Iterator[str]:
    meanings: dict[str, list[str]] = defaultdict(list)
    for words in _words_with_letters(window):
        letter = re.search(r"&([^&\s])", words.replace("&&", ""))
        if letter is not None:
            meanings[letter.group(1).lower()].append(words)
    for letter, said in meanings.items():
        if len(said) > 1:
            yield f"Alt+{letter} means {' and '.join(said)}"


def _words_with_letters(window: QWidget) -> Iterator[str]:
    for widget in _shown(window):
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(place) for place in range(widget.count()))


def _lost_enter(window: QWidget) -> Iterator[str]:
    """Tell where there is an answer to give, and Enter does not give it."""
    for box in window.findChildren(QDialogButtonBox):
        answers = [
            button
            for button in box.buttons()
            if box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
            and isinstance(button, QPushButton)
            and button.isVisibleTo(window)
        ]
        if answers and not any(button.isDefault() for button in answers):
            yield f"Enter does not press {answers[0].text()}"
