"""The recommendation becomes the decision in the past tense, or says where to look."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.decision_draft import propose_decision, propose_plain
from kkr_desktop.model.richtext import (
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Table,
    from_plain_text,
    rich_text,
    walk_runs,
)
from tests.rich_texts import rich_texts

COUNCIL = "KKR Hovedstaden"

CASES = Path(__file__).with_name("recommendations.txt").read_text(encoding="utf-8")


def _cases(mark: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for case in CASES.split("\n\n")[1:]:
        lines = case.strip().splitlines()
        decision = [line[2:] for line in lines if line[:2] in {"> ", "! "}]
        if lines[-1].startswith(mark):
            found.append(("\n".join(lines[: -len(decision)]), "\n".join(decision)))
    return found


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize(("recommendation", "decision"), _cases(">"))
def test_a_recommendation_becomes_the_decision(recommendation: str, decision: str) -> None:
    proposal = propose_plain(recommendation, COUNCIL)
    assert proposal.text.plain_text() == decision
    assert not proposal.needs_check, proposal.reasons


@pytest.mark.parametrize(("recommendation", "decision"), _cases("!"))
def test_what_may_read_wrongly_says_so(recommendation: str, decision: str) -> None:
    proposal = propose_plain(recommendation, COUNCIL)
    assert proposal.text.plain_text() == decision
    assert proposal.needs_check
    assert all(reason.endswith((".", "?")) for reason in proposal.reasons)


def test_there_are_sixty_and_more() -> None:
    assert len(_cases(">")) + len(_cases("!")) >= 60


def test_lists_and_looks_of_the_editor_are_kept() -> None:
    proposal = propose_decision(
        rich_text(
            [
                Paragraph((Run("Det indstilles, at KKR Hovedstaden"),)),
                ListItem(
                    ListKind.NUMBERED, 0, (Run("god"), Run("kender ", bold=True), Run("planen"))
                ),
                ListItem(ListKind.BULLET, 1, (Run("godkender ikke alt"),)),
                ListItem(
                    ListKind.NUMBERED,
                    0,
                    (Run("anbefaler "), Run("Green Deal", link="https://kl.dk", language="en")),
                ),
            ]
        ),
        COUNCIL,
    )
    subject, first, inner, last = proposal.text.blocks
    assert subject == Paragraph((Run("KKR Hovedstaden"),))
    assert isinstance(first, ListItem)
    assert "".join(run.text for run in first.runs) == "godkendte planen"
    assert inner == ListItem(ListKind.BULLET, 1, (Run("godkender ikke alt"),))
    assert isinstance(last, ListItem)
    assert last.runs == (
        Run("anbefalede "),
        Run("Green Deal", link="https://kl.dk", language="en"),
    )


def test_tables_stay_and_nothing_comes_of_nothing() -> None:
    table = Table((), 0)
    with_table = propose_decision(
        rich_text([Paragraph((Run("Det indstilles, at KKR godkender tallene:"),)), table])
    )
    assert isinstance(with_table.text.blocks[-1], Table)
    assert propose_decision(RichText()) == propose_plain(" \n ")


OBJECTS = "budgettet,planen,samarbejdet,økonomien,15.,bl.a.,A,B,(bilag 2),»Vores vej«"
NOUNS = st.lists(st.sampled_from(OBJECTS.split(",")), min_size=1, max_size=6).map(" ".join)
VERBS = st.sampled_from(("godkender", "anbefaler", "tiltræder", "drøfter", "vedtager"))


@given(
    st.lists(st.tuples(VERBS, NOUNS), min_size=1, max_size=4),
    st.sampled_from((" og ", ", og ", " samt ")),
)
def test_every_object_keeps_its_words(parts: list[tuple[str, str]], joint: str) -> None:
    said = joint.join(f"{verb} {noun}" for verb, noun in parts)
    decision = propose_plain(f"Det indstilles, at {COUNCIL} {said}", COUNCIL).text.plain_text()
    for verb, noun in parts:
        assert noun in decision
        assert f"{verb} {noun}" not in decision


@given(rich_texts)
def test_no_text_is_too_strange(text: RichText) -> None:
    proposal = propose_decision(text, COUNCIL)
    assert proposal.text.is_empty or proposal.text == rich_text(proposal.text.blocks)


STRANGE = """
godkender at og , . : ikke der som KKR planen anbefale sig den ( » « ) om tages idet drøftes Det
indstilles 1. - hvis
"""
OPENINGS = ("Det indstilles, at KKR X ", "K29 indstiller til KKR, at\n- ", "At ", "", "KKR X ")
SENTENCE = st.lists(
    st.sampled_from(
        [
            "godkender",
            "at",
            "og",
            ",",
            ".",
            ":",
            "ikke",
            "der",
            "som",
            "KKR",
            "planen",
            "anbefale",
            "sig",
            "den",
            "(",
            "»",
            "«",
            ")",
            "om",
            "tages",
            "idet",
            "drøftes",
            "Det",
            "indstilles",
            "1.",
            "-",
            "\n",
            "hvis",
        ]
    )
).map(" ".join)


@given(st.sampled_from(OPENINGS), SENTENCE)
def test_nothing_is_lost_without_a_word(opening: str, sentence: str) -> None:
    text = opening + sentence
    proposal = propose_plain(text, COUNCIL)
    gone = words(from_plain_text(text).plain_text()) - words(proposal.text.plain_text())
    told = words(" ".join(proposal.reasons))
    introduced = {"det", "indstilles", "at", "k29", "indstiller", "til", "og", "1", "kkr"}
    in_the_past = {"godkender", "anbefale", "tages", "drøftes"}
    assert gone - told <= introduced | in_the_past
    assert all(run.text for run in walk_runs(proposal.text))


@pytest.mark.parametrize(
    ("recommendation", "beginning"),
    [
        (
            "Det indstilles til KKR Hovedstaden, at formanden deltager i mødet.",
            "KKR Hovedstaden tiltrådte, at",
        ),
        (
            "Det indstilles, at formanden deltager i mødet. KKR Sjælland drøfter udkastet.",
            "KKR Sjælland tiltrådte, at",
        ),
        (
            "Det indstilles, at formanden deltager. KKR Sjælland og KKR Nordjylland drøfter det.",
            "KKR tiltrådte, at",
        ),
        (
            "Det indstilles, at formanden deltager i KKR Sjællands møde.",
            "KKR tiltrådte, at",
        ),
    ],
)
def test_the_council_that_the_text_names_decides_where_none_is_given(
    recommendation: str, beginning: str
) -> None:
    assert propose_plain(recommendation).text.plain_text().startswith(beginning)


def test_the_council_that_is_given_decides_whatever_other_the_text_names() -> None:
    words = "Det indstilles, at formanden deltager i mødet. KKR Sjælland høres."
    said = propose_plain(words, "KKR Hovedstaden").text.plain_text()
    assert said.startswith("KKR Hovedstaden tiltrådte, at")
