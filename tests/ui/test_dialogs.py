"""Every dialog that the window opens can be worked by keys, and says what its fields are."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.resource_files import resource
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.window_memory import WindowMemory
from tests.ui.manners import faults

STATES = (MeetingState.DRAFTING, MeetingState.MINUTES_APPROVED)


@pytest.fixture
def danish(qapp: QApplication) -> Iterator[None]:
    """Let the windows speak as they do to those who use them."""
    folders = (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_da"),
        (str(resource("translations")), "kkr_desktop_da"),
    )
    translators = [QTranslator() for _ in folders]
    for translator, (folder, name) in zip(translators, folders, strict=True):
        assert translator.load(name, folder)
        qapp.installTranslator(translator)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def _nothing_chosen(*_asked: object, **_more: object) -> tuple[str, bool]:
    return "", False


def _no_colour(*_asked: object) -> QColor:
    return QColor()


class Visitor:
    """Looks at each dialog that opens, presses what opens further ones, and leaves again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: dict[str, list[str]] = {}
        self.tried: set[str] = set()

        def visit(dialog: QDialog) -> int:
            return self.visit(dialog)

        monkeypatch.setattr(QDialog, "exec", visit)
        for question in ("getSaveFileName", "getOpenFileName", "getOpenFileNames"):
            monkeypatch.setattr(QFileDialog, question, _nothing_chosen)
        for question in ("getText", "getItem", "getInt"):
            monkeypatch.setattr(QInputDialog, question, _nothing_chosen)
        monkeypatch.setattr(QColorDialog, "getColor", _no_colour)

    def visit(self, dialog: QDialog) -> int:
        """Take the place of the dialog's own loop."""
        dialog.show()
        name = type(dialog).__name__
        if name not in self.seen:
            self.seen[name] = faults(dialog)
            for button in dialog.findChildren(QPushButton):
                if button.isVisible() and button.isEnabled() and button.text().endswith("…"):
                    button.click()
        dialog.reject()
        return 0

    def try_all(self, window: QWidget) -> None:
        """Choose whatever opens a dialog in what is shown now."""
        for action in _actions(window):
            opens = action.text().endswith("…")
            if opens and action.isEnabled() and action.text() not in self.tried:
                self.tried.add(action.text())
                action.trigger()
                for left in QApplication.topLevelWidgets():
                    if isinstance(left, QDialog) and left.isVisible():
                        self.visit(left)


def _actions(window: QWidget) -> list[QAction]:
    shown = [
        widget
        for widget in (window, *window.findChildren(QWidget))
        if isinstance(widget, QMenu) or widget.isVisible()
    ]
    return [action for widget in shown for action in widget.actions()]


def _choose_first_rows(window: QWidget) -> None:
    for view in window.findChildren(QAbstractItemView):
        if view.isVisible() and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))


@pytest.mark.usefixtures("danish")
def test_every_dialog_is_worked_by_keys_and_can_be_heard(
    qtbot: QtBot, demo: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(demo, WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    visitor = Visitor(monkeypatch)
    meetings = list_meetings(demo)
    for state in STATES:
        meeting = next(row for row in meetings if row.state is state)
        window.workspace.selection.choose(meeting.body_id, meeting.id)
        for place in range(window.tabs.count()):
            window.tabs.setCurrentIndex(place)
            _choose_first_rows(window)
            visitor.try_all(window)
    assert {name: found for name, found in visitor.seen.items() if found} == {}
    assert {
        *("MemberDialog", "ContactsDialog", "PersonDialog", "FactDialog", "MembershipDialog"),
        *("SeatDialog", "AddressDialog", "LabelsDialog", "PlaceCardsDialog", "PrivacyDialog"),
        *("BodiesDialog", "BodyForm", "BodyDialog", "MeetingDialog", "PlanDialog", "BoardDialog"),
        *("InvitationDialog", "PackDialog", "CompareDialog", "SentDialog", "DeadlineDialog"),
    } <= visitor.seen.keys()
    window.close()
