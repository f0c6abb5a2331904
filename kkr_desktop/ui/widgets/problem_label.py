"""Says in its place why something was refused; nothing opens in a box of its own."""

from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.theme import warning_colour
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class ProblemLabel(PlainLabel):
    """Hidden until there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.hide()

    def tell(self, problem: KkrError | None) -> None:
        """Show why something was refused, or hide."""
        self.say(problem.explain() if problem is not None else "")

    def say(self, words: str) -> None:
        """Show words, or hide when there are none."""
        palette = self.palette()
        palette.setColor(self.foregroundRole(), warning_colour())
        self.setPalette(palette)
        self.setText(words)
        self.setVisible(bool(words))
