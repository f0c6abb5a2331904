"""The minutes as a Word file with real headings, lists and tables."""

# python-docx is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false

from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kkr_desktop.documents.content import (
    AttendanceContent,
    GuestContent,
    MinutesContent,
    MinutesItemContent,
)
from kkr_desktop.documents.word_anchors import anchor_name
from kkr_desktop.model import richtext
from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES
from kkr_desktop.model.dates import clock_range, weekday_date
from kkr_desktop.model.minutes_terms import ATTENDANCE_NAMES, OUTCOME_NAMES, AttendanceStatus
from kkr_desktop.model.richtext import ListItem, ListKind, Picture, RichText, Run, Table

_UNTITLED = "(uden overskrift)"
_ITEM_LEVEL = 2
_LAST_HEADING = 9
_LIST_DEPTH = 3
_MARGIN = 22
_WIDTHS = (58, 18, 52, 38)
"""The columns of the attendance, in millimetres: each holds its heading on one line."""
_ROW_AIR = Pt(3)


def minutes_in_word(content: MinutesContent) -> bytes:
    """Return the minutes as DOCX: the same words as the PDF, for who corrects them in Word."""
    document: Any = Document()
    _set_up(document, content)
    meeting = content.meeting
    document.add_heading(content.title, 0)
    facts = [
        weekday_date(meeting.held_on).capitalize(),
        clock_range(meeting.starts_at, meeting.ends_at),
        meeting.place,
    ]
    document.add_paragraph(" · ".join(fact for fact in facts if fact))
    if content.is_draft:
        document.add_paragraph("Udkast. Ikke godkendt.").runs[0].bold = True
    _add_attendance(document, content.attendance)
    _add_guests(document, content.guests)
    for section in content.sections:
        document.add_heading(f"{section.number} {section.title or _UNTITLED}", 1)
        for item in section.items:
            _add_item(document, item)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document: Any, content: MinutesContent) -> None:  # noqa: ANN401
    """Say what the file is, and that it is Danish."""
    properties = document.core_properties
    properties.title = content.title
    properties.author = content.meeting.body_name
    properties.language = "da-DK"
    properties.created = properties.modified = content.dated.replace(tzinfo=None)
    properties.comments = ""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "da-DK")
    normal.element.get_or_add_rPr().append(language)
    colour = RGBColor.from_string((content.meeting.accent or "#1f4e5f").lstrip("#").upper())
    for level in range(1, 5):
        document.styles[f"Heading {level}"].font.color.rgb = colour


def _add_attendance(document: Any, rows: tuple[AttendanceContent, ...]) -> None:  # noqa: ANN401
    if not rows:
        return
    document.add_heading("Deltagere", 1)
    for status in AttendanceStatus:
        group = [row for row in rows if row.status is status]
        if not group:
            continue
        document.add_heading(f"{ATTENDANCE_NAMES[status]} ({len(group)})", 2)
        table = document.add_table(rows=1, cols=4, style="Table Grid")
        for cell, name in zip(
            table.rows[0].cells, ("Navn", "Parti", "Kommune", "Bemærkning"), strict=True
        ):
            cell.paragraphs[0].add_run(name).bold = True
        _repeat_header(table.rows[0])
        for row in group:
            name = f"{row.name}, {row.role.lower()}" if row.role else row.name
            words = (name, row.party_letter, row.municipality, row.note)
            for cell, text in zip(table.add_row().cells, words, strict=True):
                cell.text = text
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
                _air(cell.paragraphs[0])


def _air(paragraph: Any) -> None:  # noqa: ANN401
    """Keep the words of a row as far from the line above as from the one below."""
    spacing = paragraph.paragraph_format
    spacing.space_before = spacing.space_after = _ROW_AIR
    spacing.line_spacing = 1


def _add_guests(document: Any, guests: tuple[GuestContent, ...]) -> None:  # noqa: ANN401
    if guests:
        document.add_heading(f"Øvrige deltagere ({len(guests)})", 2)
    for guest in guests:
        words = ", ".join(word for word in (guest.name, guest.title, guest.note) if word)
        document.add_paragraph(words, style="List Bullet")


def _add_item(document: Any, item: MinutesItemContent) -> None:  # noqa: ANN401
    document.add_heading(f"{item.number} {item.title or _UNTITLED}", _ITEM_LEVEL)
    facts = [ITEM_KIND_NAMES[item.kind]]
    if item.outcome is not None and not item.withdrawn:
        facts.append(OUTCOME_NAMES[item.outcome])
    if not item.is_public:
        facts.insert(0, "Lukket punkt")
    document.add_paragraph(" · ".join(facts))
    for sentence in item.before:
        document.add_paragraph(sentence)
    if item.withdrawn:
        document.add_paragraph("Punktet udgik.")
        return
    if not item.recommendation.is_empty:
        document.add_heading("Indstilling", _ITEM_LEVEL + 1)
        add_rich_text(document, item.recommendation)
    _anchor(document.add_heading("Beslutning", _ITEM_LEVEL + 1), item)
    add_rich_text(document, item.decision)
    if item.after:
        document.add_heading("Bemærkninger til protokollen", _ITEM_LEVEL + 1)
    for sentence in item.after:
        document.add_paragraph(sentence)


def _anchor(heading: Any, item: MinutesItemContent) -> None:  # noqa: ANN401
    """Mark where a decision begins, so that a corrected file is understood when it comes back."""
    identity = str(sum(1 for _ in heading.part.element.iter(qn("w:bookmarkStart"))) + 1)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), identity)
    start.set(qn("w:name"), anchor_name(item.uid, item.decision))
    heading.runs[0]._r.addprevious(start)
    heading._p.append(end)


def add_rich_text(document: Any, text: RichText) -> None:  # noqa: ANN401
    """Add the blocks of a text to a document."""
    is_list_open = False
    numbering: int | None = None
    for block in text.blocks:
        match block:
            case richtext.Paragraph(runs):
                _add_runs(document.add_paragraph(), runs)
            case richtext.Heading(level, runs):
                level = min(_ITEM_LEVEL + 1 + level, _LAST_HEADING)
                _add_runs(document.add_heading("", level), runs)
            case ListItem(kind, level, runs):
                is_numbered = kind is ListKind.NUMBERED
                if is_numbered and not is_list_open:
                    numbering = _new_numbering(document)
                paragraph = document.add_paragraph(style=_list_style(kind, level))
                if is_numbered and numbering is not None and not level:
                    _number(paragraph, numbering)
                _add_runs(paragraph, runs)
            case Table():
                _add_table(document, block)
            case Picture():
                _add_picture(document, block)
        is_list_open = isinstance(block, ListItem)


def _add_picture(document: Any, picture: Picture) -> None:  # noqa: ANN401
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    width = room * picture.width // 100
    drawn = document.add_picture(BytesIO(picture.image), width=width)
    drawn._inline.docPr.set("descr", picture.alternate)
    if picture.runs:
        _add_runs(document.add_paragraph(style="Caption"), picture.runs)


def _list_style(kind: ListKind, level: int) -> str:
    name = "List Bullet" if kind is ListKind.BULLET else "List Number"
    depth = min(level + 1, _LIST_DEPTH)
    return name if depth == 1 else f"{name} {depth}"


def _new_numbering(document: Any) -> int:  # noqa: ANN401
    """Begin a list at 1: without a numbering of its own it would go on from the one before."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    own: int = style.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(own).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return made.numId


def _number(paragraph: Any, numbering: int) -> None:  # noqa: ANN401
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def _add_runs(paragraph: Any, runs: tuple[Run, ...]) -> None:  # noqa: ANN401
    for run in runs:
        if run.link is None:
            _look(paragraph.add_run(run.text), run)
            continue
        address = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), address)
        made = paragraph.add_run(run.text)
        _look(made, run)
        made.font.underline = True
        link.append(made._r)
        paragraph._p.append(link)


def _look(made: Any, run: Run) -> None:  # noqa: ANN401
    made.bold, made.italic, made.underline = run.bold or None, run.italic or None, run.underline
    if run.language is not None:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), run.language)
        made._r.get_or_add_rPr().append(language)


def _add_table(document: Any, table: Table) -> None:  # noqa: ANN401
    made = document.add_table(rows=len(table.rows), cols=table.column_count, style="Table Grid")
    for index, row in enumerate(table.rows):
        for cell, content in zip(made.rows[index].cells, row, strict=True):
            for place, block in enumerate(content.blocks):
                paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
                if isinstance(block, ListItem):
                    paragraph.style = _list_style(block.kind, block.level)
                _add_runs(paragraph, block.runs)
                if index < table.header_rows:
                    for run in paragraph.runs:
                        run.bold = True
        if index < table.header_rows:
            _repeat_header(made.rows[index])


def _repeat_header(row: Any) -> None:  # noqa: ANN401
    """Name the row as the table's header, for screen readers and for the next page."""
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(header)
