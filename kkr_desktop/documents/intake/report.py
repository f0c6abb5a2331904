"""What is told of a file that was looked at, between the worker and who asked it."""

import json
from dataclasses import asdict, dataclass
from typing import Any

LAYERS = "Filen har skjulte lag. De ses ikke, men står stadig i filen."
"""The note on a file that the public gets without what its layers hide."""


class Refusal(Exception):
    """A file cannot become pages; `reason` goes on after its name, in Danish.

    One that `needs_pdf` could be added as a PDF that the user makes of it.
    """

    def __init__(self, reason: str, *, is_locked: bool = False, needs_pdf: bool = False) -> None:
        super().__init__(reason)
        self.needs_pdf = needs_pdf
        self.reason = reason
        self.is_locked = is_locked


@dataclass(frozen=True, slots=True)
class Report:
    """What the pages are that a file became.

    `notes` say in Danish what was changed in them or is worth knowing.
    `free_edges` has a letter for each page: "b" where the bottom edge has room
    for a line of the pack's own, "t" where only the top edge has, "n" where none has.
    `is_unchanged` means that the file serves as it came.
    """

    pages: int
    notes: tuple[str, ...]
    is_tagged: bool
    free_edges: str
    is_unchanged: bool


def to_line(told: Report | Refusal) -> str:
    """Return what is told as one line of plain ASCII."""
    if isinstance(told, Refusal):
        return json.dumps({"refused": told.reason, "locked": told.is_locked})
    return json.dumps(asdict(told))


def from_line(line: str) -> Report | Refusal:
    """Read what `to_line` made. Raises ValueError for anything else."""
    data: dict[str, Any] = json.loads(line)
    if "refused" in data:
        return Refusal(str(data["refused"]), is_locked=bool(data["locked"]))
    try:
        return Report(
            pages=int(data["pages"]),
            notes=tuple(str(note) for note in data["notes"]),
            is_tagged=bool(data["is_tagged"]),
            free_edges=str(data["free_edges"]),
            is_unchanged=bool(data["is_unchanged"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(line) from error
