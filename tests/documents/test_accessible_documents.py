"""Every document passes two independent judges, and is spoken as it was typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import FunctionType
from typing import Any, cast

import outloud
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import ValidationProfile, validate_pdf

from kkr_desktop import documents
from kkr_desktop.documents.agenda import render_agenda
from kkr_desktop.documents.content import (
    ChangeMark,
    PartContent,
    SectionContent,
)
from kkr_desktop.documents.correction_sheet import (
    CorrectedItem,
    CorrectedText,
    CorrectionContent,
    render_correction,
)
from kkr_desktop.documents.directory import render_directory
from kkr_desktop.documents.extract import render_extract
from kkr_desktop.documents.item_document import render_item
from kkr_desktop.documents.label_content import (
    CardSize,
    LabelsContent,
    LabelSize,
    PlaceCard,
    PlaceCardsContent,
)
from kkr_desktop.documents.labels import render_labels
from kkr_desktop.documents.meeting_plan import render_meeting_plan
from kkr_desktop.documents.member_content import PersonReportContent, ReportTable
from kkr_desktop.documents.minutes import render_minutes
from kkr_desktop.documents.person_report import render_person_report
from kkr_desktop.documents.place_cards import render_place_cards
from kkr_desktop.documents.script import render_script
from kkr_desktop.documents.script_content import ScriptContent, ScriptItem, ScriptSection
from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.documents.year_content import Period, PeriodKind, YearContent
from kkr_desktop.documents.year_poster import Paper, render_poster
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import (
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    from_plain_text,
    rich_text,
)
from kkr_desktop.model.word_diff import word_diff
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.minutes_content import minutes_content
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from tests.documents.test_agenda_pdf import agenda, item
from tests.documents.test_member_documents import member, members
from tests.documents.test_minutes_pdf import with_decision
from tests.documents.test_year_wheel import year
from tests.pdf_speech import spoken
from tests.rich_texts import png, rich_texts

PROFILES = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)


def judge(pdf: bytes, path: Path, layers: set[str] | None = None) -> list[str]:
    """Return what the two judges find wrong with a PDF.

    The second one has two layers: "conformance", which the program alone
    answers for, and "semantic", which depends on what was written too.
    """
    path.write_bytes(pdf)
    wrong = [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in validate_pdf(path, profile=profile).failures
    ]
    heard = cast("Any", outloud).check(str(path), layers=layers)
    assert heard.error is None
    return wrong + [
        f"{finding.rule}: {finding.message} {finding.evidence}" for finding in heard.findings
    ]


def words(text: str) -> list[str]:
    return text.split()


def note(text: RichText) -> bytes:
    return render_text_document(
        "Notat", text, document_uid="uid", dated=datetime(2026, 11, 24, 9, tzinfo=UTC)
    )


def in_an_agenda(text: RichText) -> bytes:
    return render_agenda(agenda(SectionContent("1", "Sager", (item("1.1", "Sag", text),))))


def in_a_recommendation(text: RichText) -> bytes:
    parts = (PartContent(PartType.RECOMMENDATION, text),)
    one = replace(item("1.1", "Sag", text), parts=parts)
    return render_agenda(agenda(SectionContent("1", "Sager", (one,))))


def in_an_item_of_its_own(text: RichText) -> bytes:
    content = agenda(SectionContent("1", "Sager", (item("1.1", "Sag", text),)))
    return render_item(content, content.sections[0].items[0])


def in_a_correction_sheet(text: RichText) -> bytes:
    content = agenda(SectionContent("1", "Sager", (item("1.1", "Sag", text),)))
    pieces = word_diff("Mødet er fredag i Roskilde.", f"Mødet er torsdag. {text.plain_text()}")
    one = CorrectedItem("1.1", "Sag", (CorrectedText("Baggrund", pieces),), ("Bilag 1 er nyt.",))
    same = CorrectedItem("", "Mødet", (CorrectedText("Sted", ()),))
    return render_correction(
        CorrectionContent("uid", content.dated, content.meeting, content.dated.date(), (one, same))
    )


def in_a_supplement(text: RichText) -> bytes:
    new = replace(item("1.1a", "Sen sag", text), mark=ChangeMark.NEW)
    old = replace(item("1.1", "Sag", text), parts=(), mark=ChangeMark.NEW_APPENDICES)
    content = agenda(SectionContent("1", "Sager", (old, new)))
    return render_agenda(replace(content, supplements_sent_on=content.dated.date()))


def in_a_marked_agenda(text: RichText) -> bytes:
    changed = item("1.1", "Sag", text)
    parts = tuple(replace(part, is_changed=True) for part in changed.parts)
    items = (
        replace(changed, parts=parts, mark=ChangeMark.CHANGED),
        replace(item("1.2", "Ny", text), mark=ChangeMark.NEW),
    )
    return render_agenda(agenda(SectionContent("1", "Sager", items)))


def in_minutes(text: RichText) -> bytes:
    return render_minutes(with_decision(text))


def in_an_extract(text: RichText) -> bytes:
    content = with_decision(text)
    return render_extract(content, content.sections[0].items[0])


def in_the_script(text: RichText) -> bytes:
    content = with_decision(text)
    one = ScriptItem(
        "uid",
        "1.1",
        "Sag",
        ItemKind.DECISION,
        True,
        time(9, 30),
        15,
        "Formandskabet",
        text,
        text,
        ("Kontrollér ordstillingen.",),
    )
    section = ScriptSection("1", "Sager", (one, replace(one, number="1.2", withdrawn=True)))
    return render_script(
        ScriptContent("uid", content.dated, content.meeting, (section,), time(9, 45))
    )


def in_the_directory(text: RichText) -> bytes:
    words = text.plain_text()
    return render_directory(members(member(words, title=words), member(role="Formand")))


def in_a_person_report(text: RichText) -> bytes:
    words = text.plain_text()
    table = ReportTable("Hverv", ("Titel", "Fra"), (0.7, 0.3), ((words, "01-01-2026"),))
    empty = ReportTable("Partier", ("Parti",), (1.0,), ())
    moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    return render_person_report(PersonReportContent("uid", moment, words, (table, empty)))


def on_labels(text: RichText) -> bytes:
    words = text.plain_text()
    moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    content = LabelsContent("uid", moment, "Labels", words, ((words, words), ("Bo Ås",)), 3)
    return render_labels(content, LabelSize.THREE_BY_EIGHT)


def on_place_cards(text: RichText) -> bytes:
    words = " ".join(text.plain_text().split()[:6])  # names and titles, no prose
    moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    listed = (PlaceCard(words, (words,)), PlaceCard("Bo Ås", ()), PlaceCard("Åse Dal", ("KL",)))
    content = PlaceCardsContent("uid", moment, "Bordkort", words, "#12485a", listed)
    return render_place_cards(content, CardSize.SMALL)


def on_a_poster(text: RichText) -> bytes:
    return render_poster(a_year(text), Paper.A4)


def in_a_meeting_plan(text: RichText) -> bytes:
    return render_meeting_plan(a_year(text))


def a_year(text: RichText) -> YearContent:
    """A year in which the council, its meeting's place and a holiday are called by the text."""
    words = text.plain_text()
    period = Period(PeriodKind.EVENT, words, date(2026, 6, 11), date(2026, 6, 13))
    content = year(2026, [date(2026, 2, 6), date(2026, 6, 18)], [period], bodies=2)
    first, second = content.meetings
    named = replace(first, body_name=words, short_name=words, place=words)
    cancelled = replace(second, is_cancelled=True)
    return replace(content, body_names=(words, second.body_name), meetings=(named, cancelled))


OF_RICH_TEXT: list[Callable[[RichText], bytes]] = [
    note,
    in_an_agenda,
    in_a_recommendation,
    in_minutes,
]
KINDS = [
    *OF_RICH_TEXT,
    in_an_item_of_its_own,
    in_a_supplement,
    in_a_marked_agenda,
    in_a_correction_sheet,
    in_an_extract,
    in_the_script,
    in_the_directory,
    in_a_person_report,
    on_labels,
    on_place_cards,
    on_a_poster,
    in_a_meeting_plan,
]

FULL = rich_text(
    [
        Heading(2, (Run("Baggrund"),)),
        Paragraph((Run("Fed", bold=True), Run(" og "), Run("link til KL", link="https://kl.dk"))),
        ListItem(ListKind.BULLET, 0, (Run("Første"),)),
        ListItem(ListKind.BULLET, 1, (Run("Under første"),)),
        ListItem(ListKind.NUMBERED, 0, (Run("Nummer"),)),
        Table(
            (
                (Cell((Paragraph((Run("Kommune"),)),)), Cell((Paragraph((Run("Kvote"),)),))),
                (Cell((Paragraph((Run("Læsø"),)),)), Cell((Paragraph((Run("12"),)),))),
                (Cell((Paragraph((Run("Ærø"),)),)), Cell(())),
            )
        ),
        Paragraph((Run("Hele afsnittet er et link", link="https://kl.dk/a?b=<c>&d"),)),
        Heading(3, (Run("En overskrift længere nede"),)),
        Paragraph((Run("Slut med et link " + "langt " * 60, link="mailto:kkr@eksempel.dk"),)),
    ]
)


def test_no_kind_of_document_is_forgotten() -> None:
    names = [f"{documents.__name__}.{found.name}" for found in iter_modules(documents.__path__)]
    made = {
        name
        for module in map(import_module, names)
        for name, value in vars(module).items()
        if name.startswith("render_") and value.__module__ == module.__name__
    }
    judged = {name for kind in KINDS for name in names_used_by(kind)}
    assert made - judged == set()


def names_used_by(function: FunctionType) -> set[str]:
    """Return the names that a function of this module uses, also through others of it."""
    found: set[str] = set()
    for name in function.__code__.co_names:
        found.add(name)
        other = globals().get(name)
        if isinstance(other, FunctionType) and other.__module__ == __name__:
            found |= names_used_by(other)
    return found


@pytest.mark.parametrize("render", KINDS)
def test_every_kind_of_document_passes(render: Callable[[RichText], bytes], tmp_path: Path) -> None:
    assert judge(render(FULL), tmp_path / "document.pdf") == []


def test_the_demo_secretariats_documents_pass(demo: Database, tmp_path: Path) -> None:
    for row in list_meetings(demo):
        if row.state is not MeetingState.PLANNED:
            path = tmp_path / f"{row.id}.pdf"
            assert judge(render_agenda(agenda_content(demo, row.id)), path) == []
            assert judge(render_minutes(minutes_content(demo, row.id)), path) == []


@pytest.mark.parametrize("count", [0, 200])
def test_an_agenda_of_any_length_passes(count: int, tmp_path: Path) -> None:
    text = from_plain_text("Det indstilles, at KKR godkender.")
    items = tuple(item(f"1.{n}", f"Sag nummer {n}", text) for n in range(1, count + 1))
    content = agenda(SectionContent("1", "Sager", items)) if items else agenda()
    assert judge(render_agenda(content), tmp_path / "agenda.pdf") == []


def test_a_table_over_pages_passes_and_its_header_is_spoken_once(tmp_path: Path) -> None:
    rows = [(f"Kommune {n}", f"{n}.000") for n in range(200)]
    table = Table(
        tuple(
            tuple(Cell((Paragraph((Run(word),)),)) for word in row)
            for row in [("Navn på kommunen", "Beløb"), *rows]
        )
    )
    pdf = in_an_agenda(rich_text([table]))
    assert judge(pdf, tmp_path / "agenda.pdf") == []
    (found,) = [table for table in spoken(pdf).all("Table") if "Navn" in table.words]
    cells = [[words(cell.words) for cell in row.kids] for row in found.kids]
    assert cells == [[["Navn", "på", "kommunen"], ["Beløb"]]] + [
        [words(name), words(amount)] for name, amount in rows
    ]
    assert [cell.role for cell in found.kids[0].kids] == ["TH", "TH"]


@pytest.mark.parametrize("render", OF_RICH_TEXT)
def test_cells_taller_than_a_page_pass(render: Callable[[RichText], bytes], tmp_path: Path) -> None:
    tall, short = Run("zebra " * 3000), Run("kort")
    for first, second in ((tall, short), (short, tall), (Run("x" * 5000), short)):
        table = Table(
            tuple(
                (Cell((Paragraph((run,)),)), Cell((Paragraph((short,)),)))
                for run in (first, second, short)
            )
        )
        pdf = render(rich_text([table]))
        assert judge(pdf, tmp_path / "tall.pdf", {"conformance"}) == []
        assert spoken(pdf).words.count("zebra") == (3000 if tall in {first, second} else 0)


def test_headings_never_jump_and_name_what_is_below_them() -> None:
    headings = [
        (element.role, " ".join(words(element.words)))
        for element in spoken(in_an_agenda(FULL)).walk()
        if element.role.startswith("H")
    ]
    assert headings == [
        ("H1", "Indhold"),
        ("H1", "1 Sager"),
        ("H2", "1.1 Sag"),
        ("H3", "Sagsfremstilling"),
        ("H4", "Baggrund"),
        ("H5", "En overskrift længere nede"),
    ]


def test_lists_are_lists_within_lists() -> None:
    outer, inner, numbered = spoken(note(FULL)).all("L")
    assert [part.role for part in outer.kids[0].kids] == ["Lbl", "LBody"]
    assert words(outer.words) == ["•", "Første", "–", "Under", "første"]
    assert words(inner.words) == ["–", "Under", "første"]
    assert outer.all("L") == [outer, inner]
    assert words(numbered.words) == ["1.", "Nummer"]


def test_links_are_spoken_where_they_stand_even_over_lines() -> None:
    links = [" ".join(words(link.words)) for link in spoken(note(FULL)).all("Link")]
    assert links == [
        "link til KL",
        "Hele afsnittet er et link",
        "Slut med et link " + " ".join(["langt"] * 60),
    ]


def test_characters_that_only_one_font_knows_are_drawn_as_a_sign_and_spoken_as_typed(
    tmp_path: Path,
) -> None:
    typed = "a\uf0b7b \ue000 \ufb01 \ufeff x\uf8ff"
    pdf = note(rich_text([Paragraph((Run(typed), Run("\uf001\ue0a0", bold=True)))]))
    assert judge(pdf, tmp_path / "signs.pdf", {"conformance"}) == []
    assert f"{typed}\uf001\ue0a0" in spoken(pdf).words


def test_a_passage_in_another_language_is_spoken_in_it() -> None:
    text = rich_text(
        [
            Paragraph(
                (
                    Run("Begrebet "),
                    Run("health in all policies", language="en", italic=True),
                    Run(" og "),
                    Run("die Stadt", language="de", link="https://stadt.de"),
                    Run("."),
                )
            ),
            Paragraph((Run("A whole paragraph.", language="en"),)),
        ]
    )
    pdf = note(text)
    passages = [
        (element.role, element.language, " ".join(words(element.words)))
        for element in spoken(pdf).walk()
        if element.language
    ]
    assert passages == [
        ("Span", "en", "health in all policies"),
        ("Link", "de", "die Stadt"),
        ("Span", "en", "A whole paragraph."),
    ]


@settings(max_examples=25, deadline=None)
@given(rich_texts, st.sampled_from(KINDS))
def test_no_text_makes_a_document_that_fails(
    tmp_path_factory: pytest.TempPathFactory,
    text: RichText,
    render: Callable[[RichText], bytes],
) -> None:
    path = tmp_path_factory.getbasetemp() / "generated.pdf"
    assert judge(render(text), path, {"conformance"}) == []


some_words = st.lists(
    st.sampled_from(["Ærø", "kommunen", "indstiller", "at", "rådet", "drøfter", "2.450"]),
    min_size=1,
    max_size=30,
).map(" ".join)
runs = st.lists(
    st.builds(
        Run,
        some_words,
        bold=st.booleans(),
        link=st.sampled_from([None, None, None, "https://kl.dk"]),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
cells = st.builds(Cell, st.tuples(st.builds(Paragraph, runs)))
headers = st.sampled_from(["Kommune", "Kvote 2026", "Beløb"]).map(
    lambda words: Cell((Paragraph((Run(words),)),))
)


def tables(width: int) -> st.SearchStrategy[Table]:
    header: st.SearchStrategy[tuple[Cell, ...]] = st.tuples(*[headers] * width)
    row: st.SearchStrategy[tuple[Cell, ...]] = st.tuples(*[cells] * width)
    return st.builds(table_of, header, st.lists(row, min_size=1, max_size=30))


def table_of(header: tuple[Cell, ...], rows: list[tuple[Cell, ...]]) -> Table:
    return Table((header, *rows))


written = st.lists(
    st.one_of(
        st.builds(Paragraph, runs),
        st.builds(Heading, st.integers(1, 3), runs),
        st.builds(ListItem, st.sampled_from(ListKind), st.integers(0, 3), runs),
        st.integers(2, 4).flatmap(tables),
        st.builds(Picture, st.just(png(40, 30, "teal")), st.just("Søjler, der stiger"), runs),
    ),
    min_size=1,
    max_size=8,
).map(rich_text)


@settings(max_examples=15, deadline=None)
@given(written, st.sampled_from(KINDS))
def test_whatever_a_secretary_may_write_passes_both_judges_in_full(
    tmp_path_factory: pytest.TempPathFactory,
    text: RichText,
    render: Callable[[RichText], bytes],
) -> None:
    path = tmp_path_factory.getbasetemp() / "written.pdf"
    assert judge(render(text), path) == []


@settings(max_examples=40, deadline=None)
@given(rich_texts)
def test_what_was_typed_is_what_is_spoken(text: RichText) -> None:
    said = unhyphenated("".join(words(spoken(note(text)).words)))
    position = 0
    for block in text.blocks:
        for run in runs_of(block):
            for word in words(unhyphenated(run.text)):
                position = said.index(word, position) + len(word)


def unhyphenated(text: str) -> str:
    """Leave hyphens out: a soft one is seen, and heard, where it breaks a word."""
    return text.replace("\u00ad", "").replace("-", "")


def runs_of(block: object) -> list[Run]:
    if isinstance(block, Table):
        return [
            run for row in block.rows for cell in row for part in cell.blocks for run in part.runs
        ]
    if isinstance(block, Picture):
        return [Run(block.alternate), *block.runs]
    assert isinstance(block, Paragraph | Heading | ListItem)
    return list(block.runs)
