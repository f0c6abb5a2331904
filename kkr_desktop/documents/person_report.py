"""Everything that is kept of a person, as a document for that person (GDPR, article 15)."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from kkr_desktop.documents.data_table import data_table
from kkr_desktop.documents.flowables import Rule, heading, shortened
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.layout import Furniture, typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.member_content import PersonReportContent
from kkr_desktop.documents.styles import BODY, DOCUMENT_HEADING, QUIET_LINE, SECTION
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.model.dates import long_date, short_date
from kkr_desktop.model.text import one_line

_LONGEST_TITLE = 180
_WORDS_IN_HEAD = 6
_SECTION = SECTION.clone("report-section", leftIndent=0, fontSize=14, leading=18, spaceBefore=14)


def render_person_report(content: PersonReportContent) -> bytes:
    """Return the report as PDF. The same content gives the same bytes, on any thread."""
    register()
    furniture = Furniture(
        title=shortened(_title(content), _LONGEST_TITLE),
        author="KKR Desktop",
        head_left=_in_head(content.name),
        head_right=short_date(content.dated.date()),
        dated=content.dated,
        document_uid=content.document_uid,
        is_draft=False,
        has_front_page=False,
    )
    return typeset(furniture, _story(content))


def _in_head(name: str) -> str:
    """Return a name short enough that no checker takes the running head for a line of prose."""
    words = name.split()
    return " ".join(words[:_WORDS_IN_HEAD]) + ("…" if len(words) > _WORDS_IN_HEAD else "")


def _title(content: PersonReportContent) -> str:
    return f"Oplysninger om {one_line(content.name)}"


def _story(content: PersonReportContent) -> Iterator[Flowable]:
    yield Paragraph(plain(_title(content)), DOCUMENT_HEADING).as_title()
    yield Rule(12)
    yield Paragraph(
        plain(
            "Dette er alt, hvad sekretariatets medlemsregister har om personen, opgjort "
            f"{long_date(content.dated.date())}. Godkendte referater beholder navn og titel, som "
            "de var på mødets dag."
        ),
        BODY,
    )
    for number, table in enumerate(content.tables):
        yield from heading("", table.title, _SECTION, 0, f"table-{number}")
        if table.rows:
            yield data_table(table.headings, table.shares, table.rows)
        else:
            yield Paragraph("Intet.", QUIET_LINE)
