"""Words as large as the room for them allows."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.model.text import one_line

_STEP = 0.95
_LONGEST_LINE = 160
_ENDLESS = 10_000.0


def fitted(
    lines: Sequence[tuple[str, ParagraphStyle]], width: float, height: float, smallest: float
) -> list[Paragraph]:
    """Return lines as paragraphs below each other, all smaller by as much as it takes.

    They are made smaller until they take no more than `height`, and until no line has to be
    broken or the first of them is as small as `smallest` points; then lines are broken.
    """
    shown = [(_shortened(words), style) for words, style in lines if one_line(words)]
    scale = 1.0
    while True:
        made = [_scaled(words, style, scale) for words, style in shown]
        whole = sum(paragraph.wrap(width, _ENDLESS)[1] for paragraph in made)
        is_smallest = bool(shown) and shown[0][1].fontSize * scale <= smallest
        is_broken = any(paragraph.height > paragraph.style.leading * 1.5 for paragraph in made)
        if whole <= height and (is_smallest or not is_broken):
            return made
        scale *= _STEP


def _shortened(words: str) -> str:
    clean = one_line(words)
    return clean if len(clean) <= _LONGEST_LINE else f"{clean[:_LONGEST_LINE].rstrip()}…"


def _scaled(words: str, style: ParagraphStyle, scale: float) -> Paragraph:
    size, leading = style.fontSize * scale, style.leading * scale
    return Paragraph(plain(words), style.clone(style.name, fontSize=size, leading=leading))
