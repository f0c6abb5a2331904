"""What nobody expected is told in plain words and written down for support."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from kkr_desktop.ui.crash_log import CrashLog

pytestmark = pytest.mark.usefixtures("qapp")


def test_an_unexpected_error_is_told_once_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_parent: object, _title: str, text: str) -> None:
        told.append(text)

    monkeypatch.setattr(QMessageBox, "warning", tell)
    log = CrashLog(tmp_path)
    log.install()
    for word in ("ærgerligt", "igen"):
        sys.excepthook(ValueError, ValueError(word), None)

    def fail() -> None:
        raise LookupError("i en tråd")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    QCoreApplication.processEvents()
    log.remove()
    (text,) = told
    assert str(tmp_path / "crash.log") in text
    written = (tmp_path / "crash.log").read_text(encoding="utf-8")
    for word in ("ValueError: ærgerligt", "ValueError: igen", "LookupError: i en tråd"):
        assert word in written


def test_a_day_without_errors_leaves_no_file(tmp_path: Path) -> None:
    log = CrashLog(tmp_path)
    log.install()
    log.remove()
    assert not (tmp_path / "crash.log").exists()
    assert sys.excepthook is sys.__excepthook__
