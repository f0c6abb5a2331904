"""A secretary is told what will be hard for somebody who listens, and of nothing else."""

from hypothesis import given

from kkr_desktop.model.readability import PROBLEM_ADVICE, ReadabilityProblem, problems_in
from kkr_desktop.model.richtext import (
    Block,
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    rich_text,
)
from tests.rich_texts import png, rich_texts


def line(text: str, *, bold: bool = False, link: str | None = None) -> Paragraph:
    return Paragraph((Run(text, bold=bold, link=link),))


def table(*rows: tuple[str, ...], header_rows: int = 1) -> Table:
    return Table(tuple(tuple(Cell((line(word),)) for word in row) for row in rows), header_rows)


def found(*blocks: Block) -> list[tuple[str, int]]:
    return [(found.problem.value, found.block) for found in problems_in(rich_text(blocks))]


def test_a_bold_line_above_text_is_a_heading_typed_by_hand() -> None:
    assert found(line("Baggrund", bold=True), line("Tekst")) == [("bold_as_heading", 0)]
    assert found(line("Tekst"), line("Vigtigt!", bold=True)) == []
    assert found(line("Det er vigtigt, at alle læser dette.", bold=True), line("Tekst")) == []


def test_dashes_and_numbers_in_a_row_are_a_list_typed_by_hand() -> None:
    assert found(line("- ét"), line("- to"), line("- tre")) == [("typed_list", 0)]
    assert found(line("Først"), line("1. ét"), line("2. to")) == [("typed_list", 1)]
    assert found(line("- Ja tak, sagde formanden."), line("Mødet sluttede.")) == []
    assert found(ListItem(ListKind.BULLET, 0, (Run("ét"),)), line("- to")) == []


def test_a_table_needs_words_above_its_columns() -> None:
    assert found(table(("Kommune", " "), ("Læsø", "12"))) == [("empty_header_cell", 0)]
    assert found(table(("Læsø", "12"), ("Ærø", "13"), header_rows=0)) == [("no_header_row", 0)]
    assert found(table(("Kommune", "Kvote"), ("Læsø", ""))) == []


def test_a_link_says_where_it_leads() -> None:
    assert found(line("Klik her", link="https://kl.dk")) == [("vague_link", 0)]
    assert found(table(("A", "B"), ("»her«.", "x"))) == []
    assert found(line("KL's vejledning", link="https://kl.dk")) == []


def test_an_empty_heading_is_named() -> None:
    assert found(Heading(2, (Run("  "),)), line("Tekst")) == [("empty_heading", 0)]


@given(rich_texts)
def test_every_problem_has_advice_and_stands_in_a_block_that_is_there(text: RichText) -> None:
    for problem in problems_in(text):
        assert 0 <= problem.block < len(text.blocks)
        assert PROBLEM_ADVICE[problem.problem]
    assert set(PROBLEM_ADVICE) == set(ReadabilityProblem)


def test_a_picture_without_a_description_is_told_and_one_with_it_is_not() -> None:
    image = png(3, 2, "red")
    described = Picture(image, "Søjler, der stiger")
    assert found(Picture(image), described) == [("no_alternative", 0)]
