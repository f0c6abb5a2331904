"""Text can be read by tired eyes and on a black-and-white printer; numbers stand in columns."""

# pypdfium2 is typed in part only.
# pyright: reportUnknownMemberType=false, reportArgumentType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from dataclasses import replace
from typing import Any

import pytest
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from kkr_desktop.documents import styles
from kkr_desktop.documents.fonts import SEMIBOLD, TEXT, register
from kkr_desktop.documents.markup import LINK_COLOUR
from kkr_desktop.documents.minutes import render_minutes
from kkr_desktop.model.colours import can_be_read, contrast
from tests.documents.test_minutes_pdf import MINUTES
from tests.pdf_reading import pdfium


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#336699", "#336699") == 1


@pytest.mark.parametrize("text", [styles.INK, styles.QUIET, styles.ACCENT, HexColor(LINK_COLOUR)])
def test_every_text_colour_stands_out_from_every_ground(text: Color) -> None:
    assert can_be_read(f"#{text.hexval()[2:]}")


def test_a_councils_own_colour_takes_the_place_of_the_usual_one() -> None:
    own = replace(MINUTES, meeting=replace(MINUTES.meeting, accent="#7a1020"))
    assert (0x7A, 0x10, 0x20) in colours_of_first_page(render_minutes(own))
    assert (0x7A, 0x10, 0x20) not in colours_of_first_page(render_minutes(MINUTES))


def colours_of_first_page(pdf: bytes) -> set[object]:
    with pdfium(pdf) as document:
        image: Any = document[0].render(scale=2).to_pil().convert("RGB")
    return set(image.get_flattened_data())


@pytest.mark.parametrize("face", [TEXT, SEMIBOLD, "SourceSans3-Bold"])
def test_all_figures_are_equally_wide(face: str) -> None:
    register()
    assert len({stringWidth(figure, face, 1000) for figure in "0123456789"}) == 1
