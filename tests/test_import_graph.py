"""The window opens quickly: it loads nothing heavy before it is painted."""

import json
import subprocess
import sys

HEAVY = {
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "alembic",
    "holidays",
    "PIL",
    "lxml",
    "openpyxl",
    "platformdirs",
    "icalendar",
}


def loaded_by(module: str) -> set[str]:
    script = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8"
    )
    modules: list[str] = json.loads(done.stdout)
    return {name.split(".")[0] for name in modules}


def test_the_window_and_its_tabs_load_nothing_heavy() -> None:
    for module in (
        "kkr_desktop.app",
        "kkr_desktop.ui.members.tab",
        "kkr_desktop.ui.calendar.tab",
        "kkr_desktop.ui.agenda.tab",
        "kkr_desktop.ui.minutes.tab",
    ):
        assert loaded_by(module) & HEAVY == set(), module


def test_the_command_line_loads_no_qt_and_no_database_to_show_its_help() -> None:
    assert loaded_by("kkr_desktop.cli") & {"PySide6", "sqlalchemy", *HEAVY} == set()
