"""Looks for words in a PDF, off the GUI thread, a few pages at a time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import Box, PdfPages

_AT_A_TIME = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the page, and boxes as `documents.pdf_pages.Box`."""

    page: int
    place: int
    boxes: "tuple[Box, ...]"


class PdfSearch(QObject):
    """Finds every place; what is nearest after the page in view is found first."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: dict[int, list[Hit]] = {}
        self._hits: tuple[Hit, ...] = ()
        self._waiting: list[int] = []
        self._pages: PdfPages | None = None
        self._words = ""
        self._job: Job[dict[int, list[Hit]]] | None = None
        self._at = -1

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What was found so far, in the order of the pages."""
        return self._hits

    @property
    def current(self) -> Hit | None:
        """The one that is looked at."""
        return self._hits[self._at] if 0 <= self._at < len(self._hits) else None

    @property
    def number(self) -> int:
        """Which of the hits that is; the first is 1, none is 0."""
        return self._at + 1

    @property
    def is_searching(self) -> bool:
        """Whether there is more to look through."""
        return self._job is not None

    def begin(self, pages: "PdfPages | None", words: str, page: int) -> None:
        """Look for words from a page on, to the end and then from the beginning."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._pages, self._words = pages, words
        self._found, self._hits, self._at = {}, (), -1
        self._waiting = []
        if pages is not None and words.strip():
            self._waiting = [*range(page, len(pages)), *range(min(page, len(pages)))]
        self._go_on()
        self.changed.emit()

    def _go_on(self) -> None:
        pages, words = self._pages, self._words
        some, self._waiting = self._waiting[:_AT_A_TIME], self._waiting[_AT_A_TIME:]
        if pages is None or not some:
            return

        def work(progress: Progress) -> dict[int, list[Hit]]:
            found: dict[int, list[Hit]] = {}
            for done, page in enumerate(some):
                progress.step(done, len(some))
                boxes = pages.find(page, words)
                found[page] = [Hit(page, place, box) for place, box in enumerate(boxes)]
            return found

        self._job = run_in_background(self, work, self._take, self._leave)

    def _take(self, found: dict[int, list[Hit]]) -> None:
        self._job = None
        looked_at = self.current
        first = next((hits[0] for hits in found.values() if hits), None)
        self._found |= {page: hits for page, hits in found.items() if hits}
        self._hits = tuple(hit for page in sorted(self._found) for hit in self._found[page])
        chosen = looked_at or first
        self._at = self._hits.index(chosen) if chosen is not None else -1
        self._go_on()
        self.changed.emit()

    def _leave(self, _error: KkrError) -> None:
        self._job = None
        self._waiting = []
        self.changed.emit()

    def step(self, by: int) -> None:
        """Look at the next hit, or with -1 at the one before; after the last comes the first."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self.changed.emit()
