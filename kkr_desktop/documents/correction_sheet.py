"""The correction sheet (rettelsesblad): what changed in an agenda that members have."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.platypus import Flowable

from kkr_desktop.documents.content import MeetingContent, correction_title
from kkr_desktop.documents.flowables import Rule, heading, set_off
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.front_page import fact_table
from kkr_desktop.documents.layout import typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.meeting_furniture import meeting_furniture
from kkr_desktop.documents.styles import BODY, DOCUMENT_HEADING, ITEM, PART
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.diff_excerpts import excerpts
from kkr_desktop.model.word_diff import Fate, Piece

_LEGEND = (
    "Det, der er taget ud, er gennemstreget efter ordet »udgår«. Det, der er sat ind, er "
    "understreget efter ordet »indsat«. Tre prikker står for uændret tekst. Alle numre er de "
    "samme som i den udsendte dagsorden."
)
_ONLY_LOOK = "Ordene er de samme; et billede eller opsætningen er ændret."


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """A text that changed, under its heading."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class CorrectedItem:
    """An item with what changed in it; `remarks` are whole sentences, such as on appendices."""

    number: str
    title: str
    texts: tuple[CorrectedText, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionContent:
    """A correction sheet. `corrects_sent_on` is when members got what it corrects."""

    document_uid: str
    dated: datetime
    meeting: MeetingContent
    corrects_sent_on: date
    items: tuple[CorrectedItem, ...]
    is_draft: bool = False

    @property
    def title(self) -> str:
        """The title: "Rettelsesblad til dagsorden til møde i KKR X den 26. januar 2026"."""
        return correction_title(self.meeting)


def render_correction(content: CorrectionContent) -> bytes:
    """Return the sheet as PDF. Pure: the same content gives the same bytes, on any thread."""
    register()
    furniture = meeting_furniture(
        content, "Rettelsesblad", is_draft=content.is_draft, has_front_page=False, part="correction"
    )
    return typeset(furniture, _story(content))


def _story(content: CorrectionContent) -> Iterator[Flowable]:
    meeting = content.meeting
    yield from heading("", "Rettelsesblad", DOCUMENT_HEADING, 0, "correction")
    yield Rule(10, strong=True)
    yield fact_table(
        [
            ("Råd", meeting.body_name),
            ("Møde", long_date(meeting.held_on)),
            ("Retter", f"Dagsordenen, som den blev sendt ud {long_date(content.corrects_sent_on)}"),
        ]
    )
    yield from set_off("", [Paragraph(plain(_LEGEND), BODY)])
    for place, item in enumerate(content.items):
        yield from heading(item.number, item.title or "(uden overskrift)", ITEM, 1, f"item-{place}")
        for text in item.texts:
            yield Paragraph(plain(text.name), PART).as_heading(3)
            yield from _text(text)
        if item.remarks:
            yield Paragraph("Bilag", PART).as_heading(3)
        for remark in item.remarks:
            yield Paragraph(plain(remark), BODY)


def _text(text: CorrectedText) -> Iterator[Flowable]:
    found = excerpts(text.pieces)
    if not found:
        yield Paragraph(_ONLY_LOOK, BODY)
    for excerpt in found:
        yield Paragraph(_excerpt(excerpt), BODY)


def _excerpt(pieces: tuple[Piece, ...]) -> str:
    made: list[str] = []
    for before, piece in zip((None, *pieces), pieces, strict=False):
        follows = before is not None and before.fate is Fate.REMOVED
        made.append(" " if follows and piece.fate is Fate.ADDED else "")
        made.append(_piece(piece))
    return "".join(made)


def _piece(piece: Piece) -> str:
    if piece.fate is Fate.KEPT:
        return plain(piece.text)
    before, words, after = _apart(piece.text)
    shown = plain(words.replace("\n", " ¶ "))
    if piece.fate is Fate.REMOVED:
        return f"{plain(before)}[<b>udgår:</b> <strike>{shown}</strike>]{plain(after)}"
    return f"{plain(before)}[<b>indsat:</b> <u>{shown}</u>]{plain(after)}"


def _apart(text: str) -> tuple[str, str, str]:
    """Return the blanks before the words of a text, the words, and the blanks after them."""
    words = text.strip()
    if not words:
        return "", text, ""
    start = text.index(words)
    return text[:start], words, text[start + len(words) :]
