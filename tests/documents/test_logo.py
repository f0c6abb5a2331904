"""A council's logo stands on its front pages, and is told to those who cannot see it."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from kkr_desktop.documents.agenda import render_agenda
from kkr_desktop.documents.content import LogoContent, SectionContent
from kkr_desktop.documents.directory import render_directory
from kkr_desktop.documents.extract import render_extract
from kkr_desktop.documents.frozen import agenda_from_json, to_json
from kkr_desktop.documents.minutes import render_minutes
from kkr_desktop.model.richtext import from_plain_text
from tests.documents.test_accessible_documents import judge
from tests.documents.test_agenda_pdf import agenda, item
from tests.documents.test_member_documents import member, members
from tests.documents.test_minutes_pdf import with_decision
from tests.pdf_speech import spoken
from tests.rich_texts import png

WIDE, TALL = (
    LogoContent(png(400, 80, "teal"), "Logo for KKR Æøå"),
    LogoContent(png(60, 300, "navy"), "Logo for KKR Æøå"),
)


def with_logo(kind: str, logo: LogoContent) -> bytes:
    text = from_plain_text("Det indstilles, at KKR godkender.")
    match kind:
        case "minutes":
            content = with_decision(text)
            return render_minutes(replace(content, meeting=replace(content.meeting, logo=logo)))
        case "extract":
            content = with_decision(text)
            headed = replace(content, meeting=replace(content.meeting, logo=logo))
            return render_extract(headed, headed.sections[0].items[0])
        case "directory":
            return render_directory(replace(members(member("Åse Dal")), logo=logo))
        case _:
            made = agenda(SectionContent("1", "Sager", (item("1.1", "Sag", text),)))
            return render_agenda(replace(made, meeting=replace(made.meeting, logo=logo)))


@pytest.mark.parametrize("kind", ["agenda", "minutes", "extract", "directory"])
@pytest.mark.parametrize("logo", [WIDE, TALL])
def test_a_front_page_shows_the_logo_and_says_it(
    kind: str, logo: LogoContent, tmp_path: Path
) -> None:
    pdf = with_logo(kind, logo)
    assert judge(pdf, tmp_path / "logo.pdf") == []
    assert [figure.words for figure in spoken(pdf).all("Figure")] == ["Logo for KKR Æøå"]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert [len(page.get_images()) for page in document.pages][:2] == [1, 0][
            : len(document.pages)
        ]


def test_what_is_sent_keeps_the_logo_of_its_day() -> None:
    made = agenda()
    sent = replace(made, meeting=replace(made.meeting, logo=WIDE, hyphenates=True))
    assert agenda_from_json(to_json(sent)) == sent
