"""What address labels and place cards say, and the sheets they are printed on."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

_MM = 72 / 25.4
_A4_WIDTH, _A4_HEIGHT = 210 * _MM, 297 * _MM


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """How labels stand on a sheet of A4, in points; the whole of them is in its middle."""

    name: str
    columns: int
    rows: int
    label_width: float
    label_height: float
    gap: float = 0.0

    @property
    def measure(self) -> str:
        """The size of a label in millimetres, for example "63.5x38.1"."""
        return f"{self.label_width / _MM:g}x{self.label_height / _MM:g}"

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Return the lower left corner of the label at a place, 0 being the first."""
        row, column = divmod(place, self.columns)
        across = self.columns * self.label_width + (self.columns - 1) * self.gap
        left = (_A4_WIDTH - across) / 2 + column * (self.label_width + self.gap)
        top = (_A4_HEIGHT + self.rows * self.label_height) / 2 - row * self.label_height
        return left, top - self.label_height


def _sheet(columns: int, rows: int, width: float, height: float, gap: float = 0.0) -> LabelSheet:
    size = f"{width:g} × {height:g} mm".replace(".", ",")
    name = f"{columns} × {rows} pr. ark ({size})"
    return LabelSheet(name, columns, rows, width * _MM, height * _MM, gap * _MM)


class LabelSize(Enum):
    """The sheets that offices buy.

    Avery calls them 3475, 3474, L7159, L7160, L7162, L7163 and 3425.
    """

    THREE_BY_EIGHT = _sheet(3, 8, 70, 36)
    THREE_BY_EIGHT_FULL = _sheet(3, 8, 70, 37)
    THREE_BY_EIGHT_ROUNDED = _sheet(3, 8, 63.5, 33.9, 2.54)
    THREE_BY_SEVEN = _sheet(3, 7, 63.5, 38.1, 2.54)
    TWO_BY_EIGHT = _sheet(2, 8, 99.1, 33.9, 2.54)
    TWO_BY_SEVEN = _sheet(2, 7, 99.1, 38.1, 2.54)
    TWO_BY_FIVE = _sheet(2, 5, 105, 57)


@dataclass(frozen=True, slots=True)
class LabelsContent:
    """Address labels: each is the lines of one, a name first.

    `first_place` is the first label of the first sheet that is still there, 0 for a new sheet.
    """

    document_uid: str
    dated: datetime
    title: str
    author: str
    labels: tuple[tuple[str, ...], ...]
    first_place: int = 0


class CardSize(Enum):
    """The place cards that a sheet of A4 is folded to; the value is how many there are on one."""

    LARGE = 1
    SMALL = 2


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A card: the name, and the lines below it."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceCardsContent:
    """The place cards of a meeting."""

    document_uid: str
    dated: datetime
    title: str
    body_name: str
    accent: str
    cards: tuple[PlaceCard, ...]
