"""An extract of the minutes (protokoludskrift): one item, to send to a forum."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from kkr_desktop.documents.content import MinutesContent, MinutesItemContent, extract_title
from kkr_desktop.documents.figure import Logo
from kkr_desktop.documents.flowables import Rule, heading
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.front_page import fact_table
from kkr_desktop.documents.hyphenation import hyphenated
from kkr_desktop.documents.layout import typeset
from kkr_desktop.documents.meeting_furniture import meeting_furniture
from kkr_desktop.documents.minutes import minutes_item
from kkr_desktop.documents.styles import DOCUMENT_HEADING
from kkr_desktop.model.dates import long_date

_LOGO_HEIGHT = 48.0


def render_extract(content: MinutesContent, item: MinutesItemContent) -> bytes:
    """Return the extract as PDF. Pure: the same content gives the same bytes, on any thread."""
    register()
    furniture = meeting_furniture(
        content,
        "Protokoludskrift",
        is_draft=content.is_draft,
        has_front_page=False,
        title=extract_title(content, item),
        part=item.uid,
    )
    return typeset(furniture, _story(content, item))


def _story(content: MinutesContent, item: MinutesItemContent) -> Iterator[Flowable]:
    meeting = content.meeting
    if meeting.logo is not None:
        yield Logo(meeting.logo, _LOGO_HEIGHT)
        yield Spacer(1, 18)
    yield from heading("", "Protokoludskrift", DOCUMENT_HEADING, 0, "extract")
    yield Rule(10, strong=True)
    state = "Udkast, endnu ikke godkendt" if content.is_draft else "Godkendt"
    yield fact_table(
        [
            ("Råd", meeting.body_name),
            ("Møde", long_date(meeting.held_on)),
            ("Referat", state),
        ]
    )
    yield from minutes_item(hyphenated(item) if meeting.hyphenates else item)
