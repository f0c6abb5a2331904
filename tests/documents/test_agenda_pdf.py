"""The agenda as PDF: everything typed is in it, and readers find their way."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.agenda import file_size, render_agenda
from kkr_desktop.documents.content import (
    AgendaContent,
    AppendixContent,
    ItemContent,
    MeetingContent,
    PartContent,
    SectionContent,
)
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.richtext import (
    Block,
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Table,
    from_plain_text,
    rich_text,
)
from tests.pdf_reading import bookmarks_of, texts_of, words_of

MEETING = MeetingContent(
    body_name="KKR Hovedstaden",
    kind=MeetingKind.ORDINARY,
    held_on=date(2026, 12, 11),
    starts_at=time(9, 30),
    ends_at=time(12, 30),
    place="Rådhuset, Ærøgade 1, 2000 Østerby",
)


def item(number: str, title: str, text: RichText, **changes: object) -> ItemContent:
    made = ItemContent(
        uid=f"uid-{number}",
        number=number,
        title=title,
        kind=ItemKind.DECISION,
        is_public=True,
        case_number="",
        presenter="",
        minutes_planned=None,
        parts=(PartContent(PartType.CASE_PRESENTATION, text),),
        appendices=(),
    )
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


def agenda(*sections: SectionContent) -> AgendaContent:
    return AgendaContent("uid", datetime(2026, 11, 24, 9, tzinfo=UTC), MEETING, sections)


TWO_SECTIONS = agenda(
    SectionContent("1", "Godkendelse", (item("1.1", "Dagsorden", from_plain_text("Æblegrød")),)),
    SectionContent(
        "2",
        "Sager til beslutning",
        (
            item("2.1", "Kollektiv trafik på Øresund", from_plain_text("Movias økonomi å 5 %")),
            item("2.2", "Lønforhold", from_plain_text("fortroligt"), is_public=False),
        ),
    ),
)


def test_readers_find_every_item_by_bookmark_and_in_the_contents() -> None:
    pdf = render_agenda(TWO_SECTIONS)
    titles = ["1 Godkendelse", "1.1 Dagsorden", "2 Sager til beslutning"]
    titles += ["2.1 Kollektiv trafik på Øresund", "2.2 Lønforhold"]
    assert bookmarks_of(pdf) == titles
    with pikepdf.open(io.BytesIO(pdf)) as document:
        contents = document.pages[1]
        names = [str(link.Dest) for link in contents.Annots]  # pyright: ignore[reportGeneralTypeIssues]
        assert len(names) == len(titles)


def test_the_contents_name_the_page_that_the_item_stands_on() -> None:
    long = from_plain_text("\n".join(f"Afsnit {n} med nogle ord i." for n in range(120)))
    sections = [
        SectionContent(str(n), f"Emne{n}", (item(f"{n}.1", f"Sag{n}", long),)) for n in range(1, 4)
    ]
    pdf = render_agenda(agenda(*sections))
    pages = texts_of(pdf)
    listed = " ".join(pages[1].split())
    for n in range(1, 4):
        page = next(i for i, text in enumerate(pages, start=1) if i > 2 and f"Sag{n}" in text)
        dots_and_page = listed.split(f"Sag{n} ", 1)[1].split(" ")
        assert next(word for word in dots_and_page if word.strip(".")) == str(page)


def test_the_file_says_its_title_language_and_dates() -> None:
    with pikepdf.open(io.BytesIO(render_agenda(TWO_SECTIONS))) as document:
        title = "Dagsorden til møde i KKR Hovedstaden den 11. december 2026"
        assert str(document.docinfo["/Title"]) == title
        assert str(document.Root.Lang) == "da-DK"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert "20261124090000" in str(document.docinfo["/CreationDate"])


def test_all_fonts_are_embedded() -> None:
    text = from_plain_text("Latin, ελληνικά, → 🚌")
    pdf = render_agenda(agenda(SectionContent("1", "A", (item("1.1", "B", text),))))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [
            entry
            for entry in document.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/FontDescriptor"
        ]
        assert len(fonts) >= 4
        assert all("/FontFile2" in font for font in fonts)


def test_every_page_says_which_of_how_many_it_is() -> None:
    pdf = render_agenda(TWO_SECTIONS)
    pages = texts_of(pdf)
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in page


def test_a_draft_says_so_and_a_sent_agenda_does_not() -> None:
    assert "Udkast" in words_of(render_agenda(TWO_SECTIONS))
    assert "udkast" not in words_of(render_agenda(replace(TWO_SECTIONS, is_draft=False))).casefold()


def test_facts_appendices_and_closed_items_are_told() -> None:
    one = item(
        "1.1",
        "Sag",
        from_plain_text("tekst"),
        presenter="direktør Å. Ø.",
        minutes_planned=15,
        case_number="SAG-2026-1",
        is_public=False,
        appendices=(AppendixContent("Bilag 1.1.1", "Budget & plan", 4, 1_400_000, False),),
    )
    words = words_of(render_agenda(agenda(SectionContent("1", "A", (one,)))))
    assert "Lukket punkt · Beslutning · 15 min. · v. direktør Å. Ø. · Sagsnr. SAG-2026-1" in words
    assert "Budget & plan (4 sider, 1,4 MB, ikke offentligt)" in words


def test_a_table_over_several_pages_repeats_its_header() -> None:
    rows = [tuple(Cell((Paragraph((Run(word),)),)) for word in ("Kommune", "Beløb"))]
    rows += [
        tuple(Cell((Paragraph((Run(word),)),)) for word in (f"By {n}", f"{n}.000"))
        for n in range(120)
    ]
    pdf = render_agenda(
        agenda(SectionContent("1", "A", (item("1.1", "B", rich_text([Table(tuple(rows))])),)))
    )
    texts = texts_of(pdf)[2:]
    assert len(texts) >= 3
    assert all("Kommune" in text and "Beløb" in text for text in texts)


@pytest.mark.parametrize(
    "nasty",
    [
        "<b>ikke fed</b>",
        "A & B &amp; C < D > E",
        '<img src="file:///etc/passwd">',
        "</para><para>",
        "x" * 5000,
        "🚌 bus og 👩‍⚕️ læge",
        "%s %(x)s {y} \\n \\",
        "citat \" og ' i",
        "מסמך עברי",
    ],
)
def test_texts_that_look_like_markup_come_out_as_typed(nasty: str) -> None:
    content = agenda(
        SectionContent(
            "1",
            nasty,
            (
                item(
                    "1.1",
                    nasty,
                    rich_text(
                        [
                            Paragraph((Run(nasty, bold=True),)),
                            Table(((Cell((Paragraph((Run(nasty),)),)),),)),
                        ]
                    ),
                    presenter=nasty,
                    appendices=(AppendixContent("Bilag 1.1.1", nasty, 1, 1, True),),
                ),
            ),
        )
    )
    shown = words_of(render_agenda(content)).replace(" ", "")
    wanted = nasty.replace(" ", "").replace("\u200d", "")
    if len(set(wanted)) == 1:
        assert shown.count(wanted[0]) >= 3 * len(wanted)
    elif nasty.isascii():
        assert shown.count(wanted) >= 3
    else:
        assert all(letter in shown for letter in wanted if letter.isalpha())


def test_an_agenda_without_items_or_sections_is_a_document_too() -> None:
    assert "endnu ingen punkter" in words_of(render_agenda(agenda()))
    assert "Tom" in words_of(render_agenda(agenda(SectionContent("1", "Tom", ()))))


def test_an_agenda_of_200_items_has_them_all() -> None:
    items = tuple(item(f"1.{n}", f"Sag nr. {n}", from_plain_text("Kort.")) for n in range(1, 201))
    assert len(bookmarks_of(render_agenda(agenda(SectionContent("1", "Alle", items))))) == 201


_text = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)
_runs = st.lists(
    st.builds(
        Run,
        text=_text,
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
        link=st.sampled_from([None, "https://kl.dk/?a=1&b=<2>", "javascript:x"]),
    ),
    max_size=4,
).map(tuple)
_list_items = st.builds(
    ListItem, kind=st.sampled_from(ListKind), level=st.integers(0, 3), runs=_runs
)
_cells = st.builds(
    Cell,
    blocks=st.lists(st.one_of(st.builds(Paragraph, runs=_runs), _list_items), max_size=3).map(
        tuple
    ),
)
_tables = st.builds(
    Table,
    rows=st.lists(st.lists(_cells, min_size=1, max_size=5).map(tuple), max_size=5).map(tuple),
    header_rows=st.integers(0, 3),
)
_blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, runs=_runs),
    st.builds(Heading, level=st.integers(1, 3), runs=_runs),
    _list_items,
    _tables,
)


@given(blocks=st.lists(_blocks, max_size=8), kind=st.sampled_from(list(PartType)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_makes_the_same_document_twice(blocks: list[Block], kind: PartType) -> None:
    one = item("1.1", "Sag", rich_text(blocks))
    content = agenda(
        SectionContent("1", "A", (replace(one, parts=(PartContent(kind, rich_text(blocks)),)),))
    )
    pdf = render_agenda(content)
    assert pdf == render_agenda(content)
    assert bookmarks_of(pdf) == ["1 A", "1.1 Sag"]


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 KB"), (210_400, "210 KB"), (1_440_000, "1,4 MB")]
)
def test_sizes_are_written_as_people_read_them(size: int, words: str) -> None:
    assert file_size(size) == words
