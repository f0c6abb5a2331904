"""Where the seats of a half circle stand, as in a parliament seen from above."""

import math
from dataclasses import dataclass

_INNER = 0.42
"""The radius of the innermost row, of the outermost, which is 1."""
_GAP = 0.86
"""How much of its room a seat takes up."""


@dataclass(frozen=True, slots=True)
class Hemicycle:
    """The middles of the seats, from left to right, and their common radius.

    The circle's middle is (0, 0), its radius to the middle of the outermost row
    1; y grows upwards.
    """

    places: tuple[tuple[float, float], ...]
    radius: float


def hemicycle(seats: int) -> Hemicycle:
    """Place so many seats in the number of rows that lets them be largest."""
    if seats <= 0:
        return Hemicycle((), 0.0)
    return max((_in_rows(seats, rows) for rows in range(1, 9)), key=lambda made: made.radius)


def _in_rows(seats: int, rows: int) -> Hemicycle:
    radii = [1 - (1 - _INNER) * row / max(1, rows - 1) for row in range(rows)]
    counts = _shared_out(seats, radii)
    between_rows = (1 - _INNER) / (rows - 1) if rows > 1 else 2 * (1 - _INNER)
    widths = [
        2 * radius * math.sin(math.pi / (2 * (count - 1)))
        for radius, count in zip(radii, counts, strict=True)
        if count > 1
    ]
    radius = _GAP * min([between_rows, *widths, 2 * _INNER]) / 2
    angles = sorted(
        (
            (math.pi * (1 - place / (count - 1)) if count > 1 else math.pi / 2, ring)
            for ring, count in zip(radii, counts, strict=True)
            for place in range(count)
        ),
        key=lambda seat: (-round(seat[0], 9), seat[1]),
    )
    places = tuple((ring * math.cos(angle), ring * math.sin(angle)) for angle, ring in angles)
    return Hemicycle(places, radius)


def _shared_out(seats: int, radii: list[float]) -> list[int]:
    """Share seats out over rows by their length, so that the sum is right."""
    whole = sum(radii)
    wanted = [seats * radius / whole for radius in radii]
    counts = [int(share) for share in wanted]
    for row in sorted(range(len(radii)), key=lambda row: counts[row] - wanted[row]):
        if sum(counts) == seats:
            break
        counts[row] += 1
    return counts
