"""A plain note (notat) on A4: a heading and a text."""

from datetime import datetime

from kkr_desktop.documents.flowables import Rule
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.layout import Furniture, typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.styles import DOCUMENT_HEADING
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.documents.text_blocks import text_blocks
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.richtext import RichText


def render_text_document(
    title: str, text: RichText, *, document_uid: str, dated: datetime, author: str = ""
) -> bytes:
    """Return a note as PDF. The same words give the same bytes, on any thread."""
    register()
    furniture = Furniture(
        title=title,
        author=author,
        head_left=author,
        head_right=long_date(dated.date()),
        dated=dated,
        document_uid=document_uid,
        is_draft=False,
        has_front_page=False,
    )
    heading = Paragraph(plain(title), DOCUMENT_HEADING).as_heading(1)
    return typeset(furniture, [heading, Rule(12), *text_blocks(text, above=1)])
