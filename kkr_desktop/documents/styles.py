"""The typographic scale: sizes in points, on a grid of 15-point lines."""

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from kkr_desktop.documents.fonts import SEMIBOLD, TEXT
from kkr_desktop.model.colours import PAPER_TINT, STANDARD_ACCENT

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT = 30 * mm, 28 * mm
TOP, BOTTOM = 33 * mm, 36 * mm
"""The text keeps out of the outer 12 % of the page's height, where checkers look for furniture."""

HEAD_LINE, FOOT_LINE = PAGE_HEIGHT - 21 * mm, 19 * mm
"""Where the running head and the page number stand."""

TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

INK = HexColor("#1b2429")
QUIET = HexColor("#46525a")
ACCENT = HexColor(STANDARD_ACCENT)
RULE = HexColor("#b9c3c9")
TINT = HexColor(PAPER_TINT)
"""Ink, quiet text and accent have a contrast of at least 7:1 on white and on the tint."""

NUMBER_WIDTH = 34.0
LIST_INDENT = 17.0

BODY = ParagraphStyle(
    "body",
    fontName=TEXT,
    fontSize=10.5,
    leading=15,
    textColor=INK,
    spaceAfter=6,
    allowWidows=0,
    allowOrphans=0,
    splitLongWords=1,
    bulletFontName=TEXT,
    bulletFontSize=10.5,
    bulletColor=INK,
    underlineWidth=0.5,
    underlineOffset=-1.4,
)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=12.5, spaceAfter=0, bulletFontSize=9.5)
CELL_NUMBER = ParagraphStyle("cell-number", CELL, alignment=TA_RIGHT)
CELL_HEADER = ParagraphStyle("cell-header", CELL, fontName=SEMIBOLD)
CELL_HEADER_NUMBER = ParagraphStyle("cell-header-number", CELL_HEADER, alignment=TA_RIGHT)
QUIET_LINE = ParagraphStyle("quiet", BODY, fontSize=9.5, leading=13, textColor=QUIET, spaceAfter=4)
SECTION = ParagraphStyle(
    "section",
    BODY,
    fontName=SEMIBOLD,
    fontSize=17,
    leading=22,
    textColor=ACCENT,
    spaceBefore=22,
    spaceAfter=8,
    leftIndent=NUMBER_WIDTH,
    bulletFontName=SEMIBOLD,
    bulletFontSize=17,
    bulletColor=ACCENT,
)
ITEM = ParagraphStyle(
    "item",
    SECTION,
    fontSize=13,
    leading=17,
    textColor=INK,
    spaceBefore=16,
    spaceAfter=3,
    bulletFontSize=13,
    bulletColor=INK,
)
PART = ParagraphStyle(
    "part",
    BODY,
    fontName=SEMIBOLD,
    fontSize=10.5,
    leading=15,
    textColor=ACCENT,
    spaceBefore=8,
    spaceAfter=1,
)
HEADING_IN_TEXT = ParagraphStyle(
    "heading-in-text", PART, textColor=INK, spaceBefore=6, spaceAfter=1
)
CAPTION = ParagraphStyle("caption", BODY, fontSize=9, leading=13, textColor=QUIET, spaceAfter=0)
TITLE = ParagraphStyle(
    "title",
    BODY,
    fontName=SEMIBOLD,
    fontSize=34,
    leading=40,
    textColor=ACCENT,
    spaceAfter=14,
)
DOCUMENT_HEADING = ParagraphStyle("document-heading", TITLE, fontSize=22, leading=28, spaceAfter=10)
FACT_NAME = ParagraphStyle("fact-name", BODY, fontName=SEMIBOLD, textColor=QUIET, spaceAfter=0)
FACT = ParagraphStyle("fact", BODY, fontSize=11.5, leading=15, spaceAfter=0)
CONTENTS_SECTION = ParagraphStyle(
    "contents-section",
    BODY,
    fontName=SEMIBOLD,
    leftIndent=NUMBER_WIDTH,
    spaceBefore=9,
    spaceAfter=1,
    bulletFontName=SEMIBOLD,
)
CONTENTS_ITEM = ParagraphStyle(
    "contents-item", BODY, leftIndent=NUMBER_WIDTH, spaceBefore=0, spaceAfter=1
)
CONTENTS_APPENDIX = ParagraphStyle(
    "contents-appendix",
    CONTENTS_ITEM,
    fontSize=9.5,
    leading=13.5,
    textColor=QUIET,
    leftIndent=NUMBER_WIDTH + 60,
    bulletIndent=NUMBER_WIDTH,
    bulletFontSize=9.5,
    bulletColor=QUIET,
)
