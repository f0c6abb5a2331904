"""A bar in the margin beside what changed, over as many pages as that takes."""

from typing import cast

from reportlab.platypus import Flowable

from kkr_desktop.documents.layout import PageCanvas
from kkr_desktop.documents.tagging.flowables import Decoration


class _Mark(Decoration, Flowable):
    """Takes no room; what it means stands in words beside it, so it is for the eye only."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it: nothing."""
        self.width, self.height = aW, 0
        return aW, 0


class MarkBegins(_Mark):
    """From here on there is a bar in the margin."""

    opens = True

    def draw(self) -> None:
        """Tell the canvas."""
        cast("PageCanvas", self.canv).begin_margin_mark()


class MarkEnds(_Mark):
    """The bar ends here."""

    def draw(self) -> None:
        """Tell the canvas."""
        cast("PageCanvas", self.canv).end_margin_mark()


def beside_a_bar(flowables: list[Flowable], *, is_changed: bool) -> list[Flowable]:
    """Put a bar in the margin beside flowables when they are of what changed."""
    return [MarkBegins(), *flowables, MarkEnds()] if is_changed and flowables else flowables
