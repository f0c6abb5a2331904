"""The floors of the house hold where the import contracts cannot look."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "kkr_desktop"


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def entities() -> set[str]:
    from kkr_desktop.model import every_entity
    from kkr_desktop.model.base import Base

    assert every_entity  # importing it fills the registry
    return {
        f"{mapper.class_.__module__}.{mapper.class_.__name__}" for mapper in Base.registry.mappers
    }


def test_the_window_holds_no_entity() -> None:
    assert len(entities()) > 20
    for path in (PACKAGE / "ui").rglob("*.py"):
        assert imports_of(path) & entities() == set(), path


def test_tabs_do_not_know_each_other() -> None:
    tabs = {"members", "calendar", "agenda", "minutes"}
    for tab in tabs:
        for path in (PACKAGE / "ui" / tab).rglob("*.py"):
            others = {f"kkr_desktop.ui.{other}." for other in tabs - {tab}}
            assert not [name for name in imports_of(path) if name.startswith(tuple(others))], path


def test_no_document_reads_internal_notes() -> None:
    readers = {
        path.name
        for path in PACKAGE.rglob("*.py")
        if "kkr_desktop.model.agenda.InternalNote" in imports_of(path)
    }
    assert not {name for name in readers if "content" in name or "dispatch" in name}
