"""Every word of the window is in Danish."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from kkr_desktop.resource_files import resource

PACKAGE = Path(__file__).parent.parent / "kkr_desktop"
CATALOGUE = resource("translations", "kkr_desktop_da.ts")
PLACES = re.compile(r"\{\w*\}|%n|%\d")


def messages(catalogue: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the translations by context and source; an unfinished one has none."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            finished = translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = tuple(forms or [translation.text or ""]) if finished else ()
    return found


def test_every_source_string_has_its_danish(tmp_path: Path) -> None:
    lupdate = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert lupdate is not None
    fresh = tmp_path / "fresh_da.ts"
    sources = sorted(str(path) for path in (PACKAGE / "ui").rglob("*.py"))
    subprocess.run(
        [lupdate, "-source-language", "en", "-target-language", "da", *sources, "-ts", str(fresh)],
        check=True,
        capture_output=True,
    )
    known = messages(CATALOGUE)
    missing = [key for key in messages(fresh) if not all(known.get(key, ())) or key not in known]
    assert missing == []
    assert [key for key, forms in known.items() if not forms] == []


def test_translations_keep_the_places_to_fill_in() -> None:
    for (context, source), forms in messages(CATALOGUE).items():
        for form in forms:
            assert set(PLACES.findall(form)) <= set(PLACES.findall(source)), (context, source)
            if len(forms) == 1:
                assert set(PLACES.findall(form)) == set(PLACES.findall(source)), (context, source)


def test_no_string_is_put_together_before_it_is_translated() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                translates = node.func.attr in {"tr", "translate"}
                put_together = any(isinstance(given, ast.JoinedStr) for given in node.args)
                assert not (translates and put_together), f"{path}:{node.lineno}"


def test_no_string_is_translated_inside_another() -> None:
    """What stands in the braces of an f-string is not found, and stays English."""
    for path in PACKAGE.rglob("*.py"):
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(outer, ast.JoinedStr):
                names = [node.attr for node in ast.walk(outer) if isinstance(node, ast.Attribute)]
                assert "tr" not in names, f"{path}:{outer.lineno}"


@pytest.mark.usefixtures("qapp")
def test_the_compiled_translation_is_the_one_of_the_catalogue() -> None:
    translator = QTranslator()
    assert translator.load("kkr_desktop_da", str(CATALOGUE.parent))
    for (context, source), forms in messages(CATALOGUE).items():
        if len(forms) == 1:
            assert translator.translate(context, source) == forms[0], (context, source)


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
def test_qt_keeps_its_hands_off_none() -> None:
    """PySide6 6.12.0 loses a reference to None on each call and ends in an abort."""
    from PySide6.QtCore import QCoreApplication

    before = sys.getrefcount(None)
    for _ in range(2000):
        QCoreApplication.processEvents()
    assert before - sys.getrefcount(None) < 100
