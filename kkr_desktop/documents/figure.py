"""Pictures: one with its caption, on one page together, and the logo of a front page."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from kkr_desktop.documents.content import LogoContent
from kkr_desktop.documents.styles import CAPTION, TEXT_HEIGHT, TEXT_WIDTH
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.documents.tagging.structure import Element, StructureBuilder
from kkr_desktop.model.richtext import Picture

_TALLEST = TEXT_HEIGHT * 0.7
_GAP = 5.0
_WITHOUT_WORDS = "Billede uden beskrivelse"
_WIDEST_LOGO = TEXT_WIDTH * 0.55
_LOGO_WITHOUT_WORDS = "Logo"


class Figure(Flowable):
    """A picture as wide as it is asked to be, and its caption below it."""

    def __init__(self, picture: Picture, caption: str, text_width: float) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = 6, 10
        self._alternate = picture.alternate or _WITHOUT_WORDS
        self._image = ImageReader(io.BytesIO(picture.image))
        across, down = self._image.getSize()
        wanted = text_width * picture.width / 100
        self._drawn_width = min(wanted, _TALLEST * across / down)
        self._drawn_height = self._drawn_width * down / across
        self._caption = Paragraph(caption, CAPTION) if caption else None

    def tag(self, structure: StructureBuilder) -> None:
        """Take an element for the picture, with its words, and one for the caption."""
        self._element = structure.paragraph("Figure")
        self._element.alternate = self._alternate
        if self._caption is not None:
            self._caption.draws_for(structure.paragraph("Caption"))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        below = _GAP + self._caption.wrap(aW, aH)[1] if self._caption is not None else 0
        self.width, self.height = aW, self._drawn_height + below
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas: Any = self.canv
        bottom = self.height - self._drawn_height
        size = self._drawn_width, self._drawn_height
        _draw_image(canvas, self._element, self._image, bottom, size)
        if self._caption is not None:
            self._caption.drawOn(canvas, 0, 0)


class Logo(Flowable):
    """A body's logo, within a height that leaves the rest of a front page where it was."""

    def __init__(self, logo: LogoContent, tallest: float) -> None:
        super().__init__()
        self._alternate = logo.alternate or _LOGO_WITHOUT_WORDS
        self._image = ImageReader(io.BytesIO(logo.image))
        across, down = self._image.getSize()
        self.height = min(tallest, _WIDEST_LOGO * down / across)
        self.width = self.height * across / down

    def tag(self, structure: StructureBuilder) -> None:
        """Take an element with the logo's words."""
        self._element = structure.paragraph("Figure")
        self._element.alternate = self._alternate

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        _draw_image(self.canv, self._element, self._image, 0, (self.width, self.height))


def _draw_image(
    canvas: Any,  # noqa: ANN401
    element: Element,
    image: ImageReader,
    bottom: float,
    size: tuple[float, float],
) -> None:
    """Draw an image at the left, `bottom` above the flowable's foot, and say where it stands."""
    left, low = canvas.absolutePosition(0, bottom)
    corners = (left, low, left + size[0], low + size[1])
    box = " ".join(f"{corner:.2f}" for corner in corners)
    element.attributes = f"<< /O /Layout /Placement /Block /BBox [{box}] >>"
    with canvas.tagged_drawing(element):
        canvas.drawImage(image, 0, bottom, *size)
