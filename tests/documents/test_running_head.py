"""The line above each page names the document, in whatever letters its name has."""

from datetime import UTC, datetime

import pytest

from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.member_content import PersonReportContent, ReportTable
from kkr_desktop.documents.person_report import render_person_report
from kkr_desktop.documents.single_line import fitted_line
from tests.pdf_reading import words_of


def report_on(name: str) -> bytes:
    table = ReportTable("Hverv", ("Titel",), (1.0,), (("Borgmester",),))
    moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    return render_person_report(PersonReportContent("uid", moment, name, (table,)))


@pytest.mark.parametrize("name", ["Søren Ærø", "Łukasz Żółć", "Ελένη ☂ Παππά"])
def test_the_head_of_a_persons_report_names_the_person(name: str) -> None:
    assert words_of(report_on(name)).startswith(f"{name} 24-11-2026 ")


def test_a_name_too_long_for_the_head_is_cut_there_and_whole_in_the_title() -> None:
    name = " ".join(["Anna"] * 60)
    said = words_of(report_on(name))
    assert f"Oplysninger om {name}" in said
    assert said.startswith("Anna Anna Anna Anna Anna Anna… 24-11-2026 ")


@pytest.mark.parametrize("words", ["", "kort", "x" * 400, "Ж ☂ " * 90])
def test_a_fitted_line_never_leaves_its_room(words: str) -> None:
    register()
    line = fitted_line(words, 9, 200)
    shown = "".join(part for _, part in line)
    whole = " ".join(words.split())
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1].rstrip()))
    assert sum(len(part) for _, part in line) <= 80
