"""The screen for the room shows what is needed in any size of type, and waits for nothing."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.services.follow_up import FollowUpDraft, add_follow_up
from kkr_desktop.ui.follow_ups.dialog import FollowUpDialog
from kkr_desktop.ui.meeting_room.screen import MeetingScreen
from kkr_desktop.ui.minutes.phrase_dialog import PhraseDialog
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def screen(qtbot: QtBot, demo_workspace: Workspace) -> Iterator[MeetingScreen]:
    meeting_id = demo_workspace.selection.meeting_id
    assert meeting_id is not None
    screen = MeetingScreen(demo_workspace, meeting_id)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    yield screen
    screen.close()


def size(screen: MeetingScreen, width: int, height: int, points: float) -> None:
    screen.set_points(points)
    screen.resize(width, height)
    QApplication.processEvents()


@pytest.mark.parametrize(("width", "height"), [(1100, 700), (1366, 768), (1360, 860), (1920, 1080)])
@pytest.mark.parametrize("points", [10.0, 13.0, 18.0, 22.0, 28.0])
def test_the_decision_never_scrolls_sideways(
    screen: MeetingScreen, width: int, height: int, points: float
) -> None:
    size(screen, width, height, points)
    assert screen.width() == width
    assert screen.decision.horizontalScrollBar().maximum() == 0
    assert screen.decision.isVisible()


def test_in_large_type_the_people_take_turns_with_the_decision_and_are_counted(
    screen: MeetingScreen,
) -> None:
    size(screen, 1366, 768, 13)
    assert screen.people.isVisible()
    assert not screen.here.isVisible()
    size(screen, 1100, 768, 28)
    assert not screen.people.isVisible()
    assert screen.here.isVisible()
    assert "58" in screen.here.text()
    assert [screen.items.item(row).text() for row in range(2)] == ["1.1", "1.2"]
    screen.go_to_people()
    assert screen.people.isVisible()
    assert not screen.decision.isVisible()
    screen.leave()
    assert screen.decision.isVisible()
    size(screen, 1366, 768, 13)
    assert screen.people.isVisible()
    assert screen.items.item(0).text().startswith("1.1  ")


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_T])
def test_whatever_gets_the_keyboard_is_in_view(
    screen: MeetingScreen, qtbot: QtBot, key: Qt.Key
) -> None:
    size(screen, 1100, 700, 28)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow, timeout=10000)
    screen.go_to_people()
    qtbot.keyClick(screen.people.search, key, Qt.KeyboardModifier.ControlModifier)
    at = screen.focusWidget()
    assert at is not None
    assert screen.decision.isAncestorOf(at)
    qtbot.waitUntil(lambda: is_in_view(at, screen.decision.viewport()))


def is_in_view(widget: QWidget, viewport: QWidget) -> bool:
    top = widget.mapTo(viewport, widget.rect().topLeft()).y()
    return 0 <= top <= viewport.height() - widget.height()


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_Escape])
def test_the_names_below_a_field_are_large_and_hold_no_key_of_the_room(
    screen: MeetingScreen, qtbot: QtBot, key: Qt.Key
) -> None:
    size(screen, 1366, 768, 18)
    who = screen.decision.stances.who
    who.setFocus()
    qtbot.keyClicks(who, "Vens")
    found = who.completer().popup()
    assert found is not None
    assert found.isVisible()
    assert found.font().pointSizeF() == 18
    assert found.width() >= found.sizeHintForColumn(0)
    qtbot.keyClick(found, key)
    assert not found.isVisible()
    assert who.text() == "Vens"


def test_own_phrases_and_a_follow_up_are_edited_beside_the_meeting_that_goes_on(
    screen: MeetingScreen, demo_workspace: Workspace
) -> None:
    size(screen, 1366, 768, 22)
    meeting_id, item_id = demo_workspace.selection.meeting_id, screen.decision.item_id
    assert meeting_id is not None
    assert item_id is not None
    draft = FollowUpDraft("Brev til Movia", "Formanden", None, None)
    written = add_follow_up(demo_workspace.database, meeting_id, item_id, draft)
    demo_workspace.announcer.announce(written)
    panel = screen.decision.follow_ups
    panel.list.setCurrentRow(0)
    panel.edit()
    screen.decision.own_phrases.click()
    assert QApplication.activeModalWidget() is None
    for kind in (FollowUpDialog, PhraseDialog):
        (dialog,) = screen.findChildren(kind)
        assert dialog.isVisible()
        assert dialog.font().pointSizeF() == 22
        dialog.close()
    screen.begin_next()
    assert screen.clock.minutes.text()
