import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from kkr_desktop.storage.demo_text import read_demo_text


def cell(*runs: Run) -> Cell:
    return Cell((Paragraph(runs),))


def test_every_mark_is_understood() -> None:
    text = read_demo_text(
        """
# Økonomi
Udgiften er **1,5 mio. kr.** i 2027 og
fordeles *efter befolkningstal*.

1. Kommunerne, jf. [KL's vejledning](https://www.kl.dk/vejledning)
  - Gladsaxe
2. Regionen

| Kommune | Kvote |
|---|---|
| Gentofte | **14** |
"""
    )
    assert text.blocks == (
        Heading(1, (Run("Økonomi"),)),
        Paragraph(
            (
                Run("Udgiften er "),
                Run("1,5 mio. kr.", bold=True),
                Run(" i 2027 og fordeles "),
                Run("efter befolkningstal", italic=True),
                Run("."),
            )
        ),
        ListItem(
            ListKind.NUMBERED,
            0,
            (
                Run("Kommunerne, jf. "),
                Run("KL's vejledning", link="https://www.kl.dk/vejledning"),
            ),
        ),
        ListItem(ListKind.BULLET, 1, (Run("Gladsaxe"),)),
        ListItem(ListKind.NUMBERED, 0, (Run("Regionen"),)),
        Table(
            (
                (cell(Run("Kommune")), cell(Run("Kvote"))),
                (cell(Run("Gentofte")), cell(Run("14", bold=True))),
            ),
            header_rows=1,
        ),
    )


def test_a_mark_after_a_backslash_is_a_character() -> None:
    text = read_demo_text(r"2 \* 3 og \[sic\] og C:\\x")
    assert text.plain_text() == r"2 * 3 og [sic] og C:\x"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Et afsnit\n- og straks en liste", 2),
        ("- et punkt\nog en linje uden for listen", 2),
        ("- et punkt\n - halvt rykket ind", 2),
        ("- et punkt\n    - to trin på én gang", 2),
        ("1. første\n3. tredje", 2),
        ("* stjerneliste", 1),
        ("Først\n\n> citat", 3),
        ("```", 1),
        ("<b>fed</b>", 1),
        ("![billede](https://www.kl.dk/a.png)", 1),
        ("---", 1),
        ("#uden mellemrum", 1),
        ("#### for dybt", 1),
        ("  indrykket afsnit", 1),
        ("**fed uden ende", 1),
        ("Se [KL](javascript:alert)", 1),
        ("Se [KL] (https://www.kl.dk)", 1),
        ("| a | b |\n| 1 | 2 |", 2),
        ("| a | b |\n|---|---|", 2),
        ("| a | b |\n|---|---|\n| 1 |", 3),
        ("| a | b |\n|---|---|\n| 1 | 2", 3),
    ],
)
def test_a_slip_of_the_pen_is_named_by_its_line(source: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"^line {line}:"):
        read_demo_text(source)


def written(text: RichText) -> str:
    """Write a text in the marks that the reader knows."""
    lines: list[str] = []
    for block in text.blocks:
        match block:
            case Heading(level, runs):
                lines += ["", "#" * level + " " + written_runs(runs)]
            case Paragraph(runs):
                lines += ["", written_runs(runs), ""]
            case ListItem(_, level, runs):
                lines.append("  " * level + "- " + written_runs(runs))
            case Table(rows):
                head, *rest = (
                    "|" + "|".join(written_runs(c.blocks[0].runs) for c in row) + "|"
                    for row in rows
                )
                lines += ["", head, "|" + "---|" * len(rows[0]), *rest, ""]
            case Picture():
                raise AssertionError("the demo's texts have no pictures")
    return "\n".join(lines)


def written_runs(runs: tuple[Run, ...]) -> str:
    return "".join(written_run(run) for run in runs)


def written_run(run: Run) -> str:
    words = run.text
    for mark in "\\*[]|":
        words = words.replace(mark, "\\" + mark)
    around = "**" * run.bold + "*" * run.italic
    return around + words + around


# A bold run right beside an italic one has no unambiguous spelling in these
# marks, so marked runs are kept apart by a plain word, as writers do.
words = st.text("abcæøåÆØÅ0123456789*[]|\\,.", min_size=1, max_size=12).map(lambda w: "x" + w)
marked = st.tuples(words, st.sampled_from([(True, False), (False, True)])).map(
    lambda drawn: Run(drawn[0], *drawn[1])
)
runs = st.lists(st.tuples(words.map(Run), marked), min_size=1, max_size=3).map(
    lambda pairs: tuple(run for pair in pairs for run in pair)
)
rows = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(runs.map(lambda r: Cell((Paragraph(r),))), min_size=width, max_size=width).map(
            tuple
        ),
        min_size=2,
        max_size=4,
    )
)
blocks: st.SearchStrategy[Block] = st.one_of(
    runs.map(Paragraph),
    st.builds(Heading, st.integers(1, 3), runs),
    st.builds(ListItem, st.just(ListKind.BULLET), st.just(0), runs),
    rows.map(lambda drawn: Table(tuple(drawn))),
)


@given(st.lists(blocks, max_size=8).map(rich_text))
def test_what_is_written_in_the_marks_is_read_back_as_it_was(text: RichText) -> None:
    assert read_demo_text(written(text)) == text
