"""Pages that come into a document after it was typeset, and what that does to its page numbers."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Pages that stand in place of one typeset page; `caption` is what they say they are."""

    key: str
    pages: int
    caption: str


@dataclass(slots=True)
class PagePlan:
    """Which typeset pages have an empty page before them, and which give way to others.

    With `right_hand_starts`, what asks for it begins on a right-hand page. `stamps` are the
    lines that the pages of a place bear, by the typeset page, as code.
    """

    right_hand_starts: bool = False
    blank_before: set[int] = field(default_factory=set[int])
    places: dict[int, Place] = field(default_factory=dict[int, Place])
    stamps: dict[int, tuple[bytes, ...]] = field(default_factory=dict[int, tuple[bytes, ...]])

    def shown(self, page: int) -> int:
        """Return the number that a typeset page has in the end, or the first of its pages."""
        blank = sum(at <= page for at in self.blank_before)
        more = sum(place.pages - 1 for at, place in self.places.items() if at < page)
        return page + blank + more

    def last(self, page: int) -> int:
        """Return the last number in the end, when `page` is the last typeset page."""
        place = self.places.get(page)
        return self.shown(page) + (place.pages - 1 if place else 0)

    def begin(self, page: int) -> None:
        """Begin something on a page: on a right-hand one if that is wanted."""
        if self.right_hand_starts and self.shown(page) % 2 == 0:
            self.blank_before.add(page)
