"""What a day of the month holds is written out in its cell as far as there is room."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from kkr_desktop.ui.calendar.cell_layout import Entry, laid_out
from kkr_desktop.ui.widgets.broken_lines import broken


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    return QFontMetrics(qapp.font())


def shown(names: Sequence[str], room: QRect, metrics: QFontMetrics) -> list[tuple[str, ...]]:
    placed = laid_out([Entry(name, metrics) for name in names], room)
    assert all(room.contains(one.room) for one in placed)
    tops_and_bottoms = [y for one in placed for y in (one.room.top(), one.room.bottom())]
    assert tops_and_bottoms == sorted(tops_and_bottoms)
    return [one.lines for one in placed]


def test_a_long_name_takes_the_lines_that_there_is_room_for(metrics: QFontMetrics) -> None:
    words = "9.30 Formandskab Hovedstaden"
    width = metrics.horizontalAdvance("Formandskab") + 12
    line = metrics.height()
    assert shown([words], QRect(0, 0, width, 4 * line), metrics) == [
        ("9.30", "Formandskab", "Hovedstaden")
    ]
    (lines,) = shown([words], QRect(0, 0, width, line + 5), metrics)
    assert len(lines) == 1
    assert lines[0].endswith("…")


def test_every_meeting_has_a_line_before_one_has_two(
    metrics: QFontMetrics,
) -> None:
    names = [f"9.30 Kreds {number}" for number in range(9)]
    room = QRect(0, 0, metrics.horizontalAdvance("Kreds 10") + 12, 4 * (metrics.height() + 6))
    assert [len(lines) for lines in shown(names[:4], room, metrics)] == [1, 1, 1, 1]
    assert len(shown(names, room, metrics)) == 4
    assert shown(names, QRect(0, 0, 90, 3), metrics) == []


def test_a_long_word_is_divided_where_danish_divides_it(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance("Socialdirektør-")
    assert broken("Socialdirektørforum", width, 2, metrics) == ("Socialdirektør-", "forum")
