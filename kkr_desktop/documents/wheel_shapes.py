"""The few shapes that a year wheel is drawn with, on screen and on paper.

Lengths are in the unit of whoever draws; y grows downwards; angles are in
degrees, clockwise from the top.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class Ink(StrEnum):
    """What a colour is for. The bodies have one each, again from the first after the sixth."""

    TEXT = "text"
    QUIET = "quiet"
    RULE = "rule"
    BAND = "band"
    BAND_OTHER = "band_other"
    ROUND = "round"
    HOLIDAY = "holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    SCHOOL_HOLIDAY_GROUND = "school_holiday_ground"
    EVENT = "event"
    BODY_1 = "body_1"
    BODY_2 = "body_2"
    BODY_3 = "body_3"
    BODY_4 = "body_4"
    BODY_5 = "body_5"
    BODY_6 = "body_6"


PAPER_COLOURS: Mapping[Ink, str] = {
    Ink.TEXT: "#1b2429",
    Ink.QUIET: "#46525a",
    Ink.RULE: "#b9c3c9",
    Ink.BAND: "#dce8ec",
    Ink.BAND_OTHER: "#eaf1f4",
    Ink.ROUND: "#eef3f5",
    Ink.HOLIDAY: "#9f1d16",
    Ink.SCHOOL_HOLIDAY: "#694900",
    Ink.SCHOOL_HOLIDAY_GROUND: "#e6bf73",
    Ink.EVENT: "#6b3fa0",
    Ink.BODY_1: "#12485a",
    Ink.BODY_2: "#863c0a",
    Ink.BODY_3: "#265a26",
    Ink.BODY_4: "#8a2a5b",
    Ink.BODY_5: "#3d52a1",
    Ink.BODY_6: "#554f18",
}
"""The colours on white; those that text is set in have a contrast of at least 7:1."""


_BODIES = (Ink.BODY_1, Ink.BODY_2, Ink.BODY_3, Ink.BODY_4, Ink.BODY_5, Ink.BODY_6)


def ink_of_body(place: int) -> Ink:
    """Return the colour of a body by its place among those shown."""
    return _BODIES[place % len(_BODIES)]


class Anchor(StrEnum):
    """Which part of a text stands at its point."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of a ring, between two radii and two angles."""

    centre: Point
    inner: float
    outer: float
    begins: float
    ends: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[Point, ...]
    width: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle's line."""

    centre: Point
    radius: float
    width: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc, or with `is_hollow` only its edge."""

    centre: Point
    radius: float
    ink: Ink
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text, its middle height at `point`, turned clockwise by `turn` degrees."""

    text: str
    point: Point
    size: float
    ink: Ink
    anchor: Anchor = Anchor.MIDDLE
    turn: float = 0.0
    is_strong: bool = False


Shape = Sector | Line | Ring | Dot | Label


def on_circle(centre: Point, radius: float, angle: float) -> Point:
    """Return the point at an angle of a circle."""
    radians = math.radians(angle)
    return centre[0] + radius * math.sin(radians), centre[1] - radius * math.cos(radians)


def upright(angle: float) -> float:
    """Return how far to turn a text along the circle so that it is not upside down."""
    turn = angle % 360
    return turn - 180 if 90 < turn < 270 else (turn - 360 if turn >= 270 else turn)
