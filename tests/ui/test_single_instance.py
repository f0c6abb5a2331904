"""One window per data folder; the second start shows the first."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kkr_desktop.ui.single_instance import SingleInstance

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_second_start_brings_the_first_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.front_wanted):
        assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_two_folders_are_two_secretariats(tmp_path: Path) -> None:
    folders = [tmp_path / "Øst", tmp_path / "Vest"]
    for folder in folders:
        folder.mkdir()
    claims = [SingleInstance(folder) for folder in folders]
    assert all(claim.claim() for claim in claims)
    for claim in claims:
        claim.release()
