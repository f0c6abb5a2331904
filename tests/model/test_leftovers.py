"""What was meant to be replaced is found before an agenda is sent."""

import pytest

from kkr_desktop.model.leftovers import Leftover, leftover_words, leftovers_in
from kkr_desktop.model.richtext import from_plain_text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mødet holdes den [indsæt dato] i Roskilde.", "[indsæt dato]"),
        ("Der er afsat XX kr. til formålet.", "XX"),
        ("Høringsfristen er den xx.xx.2026", "xx.xx"),
        ("Ansvarlig: ____", "____"),
        ("Beløbet er ??? kr.", "???"),
        ("TODO: spørg økonomi", "TODO"),
        ("Skriv her, hvad sagen drejer sig om.", "Skriv her"),
        ("Tekst følger fra fagsekretariatet.", "Tekst følger"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
        ("Frist dd-mm-åååå", "dd-mm-åååå"),
        ("Kære <navn på formand>", "<navn på formand>"),
        ("Sagen om «titel»", "«titel»"),
    ],
)
def test_a_placeholder_is_found(words: str, found: str) -> None:
    assert leftover_words(words) == (found,)


@pytest.mark.parametrize(
    "words",
    [
        "»Kommunerne [...] bærer udgiften«, hedder det.",
        "Er 3 < 4, og er 5 > 2?",
        "Regionen skriver her og nu til kommunerne, at 2 af 3 er enige…",
        "KKR indsætter beløbet, jf. bilag 1.",
        "Kapitel X og XIV i loven",
        "",
    ],
)
def test_ordinary_danish_is_let_be(words: str) -> None:
    assert leftover_words(words) == ()


def test_it_tells_in_which_block_it_stands() -> None:
    text = from_plain_text("Alt er godt.\nBeløb: XXX kr.")
    assert list(leftovers_in(text)) == [Leftover(1, "XXX")]
