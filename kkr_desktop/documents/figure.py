"""A picture with its caption, on one page together."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from kkr_desktop.documents.styles import CAPTION, TEXT_HEIGHT
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.documents.tagging.structure import StructureBuilder
from kkr_desktop.model.richtext import Picture

_TALLEST = TEXT_HEIGHT * 0.7
_GAP = 5.0
_WITHOUT_WORDS = "Billede uden beskrivelse"


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
        left, low = canvas.absolutePosition(0, bottom)
        corners = (left, low, left + self._drawn_width, low + self._drawn_height)
        box = " ".join(f"{corner:.2f}" for corner in corners)
        self._element.attributes = f"<< /O /Layout /Placement /Block /BBox [{box}] >>"
        with canvas.tagged_drawing(self._element):
            canvas.drawImage(self._image, 0, bottom, self._drawn_width, self._drawn_height)
        if self._caption is not None:
            self._caption.drawOn(canvas, 0, 0)
