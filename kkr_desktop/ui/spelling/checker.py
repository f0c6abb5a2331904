"""Knows how words are spelled, by asking a process of its own; one for the whole program."""

import json
import sys
from collections.abc import Iterable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from shiboken6 import isValid

from kkr_desktop.model.spelling import is_known
from kkr_desktop.services.own_words import (
    add_own_word,
    known_words,
    own_words,
    remove_own_word,
)
from kkr_desktop.services.written import Area, Change
from kkr_desktop.spelling_worker import FLAG
from kkr_desktop.ui.workspace import Workspace

_MOST_STARTS = 3
_PAUSE_MILLISECONDS = 150
_NAMES_CHANGE = frozenset({Area.MEMBERS, Area.WORDS, Area.CALENDAR})


class SpellChecker(QObject):
    """Answers at once from what it has learned, and tells when it has learned more.

    Until a workspace is opened nothing is checked and no process runs. When the process dies it
    is started again, a few times; without it there are no marks, and nothing else is amiss.
    """

    learned = Signal()
    suggested = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self._workspace: Workspace | None = None
        self._known: frozenset[str] | None = None
        self._is_wrong: dict[str, bool] = {}
        self._waiting: set[str] = set()
        self._asked: set[str] = set()
        self._process: QProcess | None = None
        self._starts = 0
        self._rest = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._ask)

    def open(self, workspace: Workspace) -> None:
        """Check the spelling from now on, with the names and words of this secretariat."""
        self.close()
        self._workspace = workspace
        workspace.announcer.changed.connect(self._see_change)

    def close(self) -> None:
        """Check nothing any more, and let the process end."""
        if self._workspace is not None and isValid(self._workspace.announcer):
            self._workspace.announcer.changed.disconnect(self._see_change)
        self._workspace = None
        self._known = None
        self._starts = 0
        self._is_wrong.clear()
        self._waiting.clear()
        self._asked.clear()
        self._timer.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._see_end)
            process.closeWriteChannel()
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    @property
    def is_open(self) -> bool:
        """Whether there is anything to check against."""
        return self._workspace is not None and self._starts <= _MOST_STARTS

    def wrong_among(self, words: Iterable[str]) -> set[str]:
        """Return those that are known to be wrong, and find out about those not yet met."""
        if not self.is_open:
            return set()
        known = self._names()
        wrong: set[str] = set()
        for word in words:
            if is_known(word, known):
                continue
            found = self._is_wrong.get(word)
            if found is None:
                self._waiting.add(word)
            elif found:
                wrong.add(word)
        if self._waiting - self._asked and not self._timer.isActive():
            self._timer.start()
        return wrong

    def suggest(self, word: str) -> None:
        """Look for what `word` should have been; `suggested` tells it."""
        self._send({"suggest": word})

    def is_own(self, word: str) -> bool:
        """Tell whether the secretariat added the word itself."""
        workspace = self._workspace
        return workspace is not None and word.casefold() in own_words(workspace.database)

    def add(self, word: str) -> None:
        """Take a word into the secretariat's dictionary."""
        if self._workspace is not None:
            self._workspace.announcer.announce(add_own_word(self._workspace.database, word))

    def remove(self, word: str) -> None:
        """Take a word out of the secretariat's dictionary."""
        if self._workspace is not None:
            self._workspace.announcer.announce(remove_own_word(self._workspace.database, word))

    def _names(self) -> frozenset[str]:
        if self._known is None and self._workspace is not None:
            self._known = known_words(self._workspace.database)
        return self._known or frozenset()

    def _see_change(self, change: Change) -> None:
        if change.area in _NAMES_CHANGE:
            self._known = None
        if change.area is Area.WORDS:
            self.learned.emit()

    def _ask(self) -> None:
        words = sorted(self._waiting - self._asked)
        if words and self._send({"check": words}):
            self._asked.update(words)

    def _send(self, question: dict[str, object]) -> bool:
        process = self._process or self._start()
        if process is None:
            return False
        process.write(json.dumps(question).encode() + b"\n")
        return True

    def _start(self) -> QProcess | None:
        self._starts += 1
        if not self.is_open:
            return None
        process = QProcess(self)
        frozen = bool(getattr(sys, "frozen", False))
        process.setProgram(sys.executable)
        process.setArguments([FLAG] if frozen else ["-m", "kkr_desktop", FLAG])
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._see_end)
        process.errorOccurred.connect(self._see_error)
        self._process, self._rest = process, b""
        process.start()
        return process

    def _see_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._see_end()

    def _see_end(self) -> None:
        process, self._process = self._process, None
        self._asked.clear()
        if process is not None:
            process.deleteLater()
        if self._waiting and self.is_open:
            self._timer.start()

    def _read(self) -> None:
        process = self._process
        if process is None:
            return
        *lines, self._rest = (self._rest + process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            answer: dict[str, list[str]] = json.loads(line)
            if "suggestions" in answer:
                self.suggested.emit(answer["suggest"], answer["suggestions"])
            else:
                wrong = set(answer["wrong"])
                self._is_wrong.update((word, word in wrong) for word in answer["check"])
                self._waiting.difference_update(answer["check"])
                self._asked.difference_update(answer["check"])
                self._starts = 1
                self.learned.emit()


_checkers: list[SpellChecker] = []


def spell_checker() -> SpellChecker:
    """Return the program's one checker."""
    if not _checkers:
        _checkers.append(SpellChecker())
    return _checkers[0]
