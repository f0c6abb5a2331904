"""The program's own sentences in minutes are the Danish that a secretary would write."""

from datetime import time

import pytest

from kkr_desktop.model import meeting_words as words
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.treatment import StanceKind

ASE = words.titled("Åse Ærø", "Borgmester", "A")
BO = words.titled("Bo Øst", "Viceborgmester", "V")


def test_who_came_late_is_told_with_the_item_and_the_clock() -> None:
    came = words.came([ASE], "3.2", None, again=False, is_online=False)
    assert came == "Borgmester Åse Ærø (A) deltog fra punkt 3.2."
    came = words.came([ASE, BO], "3.2", time(10, 5), again=False, is_online=False)
    assert came == (
        "Borgmester Åse Ærø (A) og viceborgmester Bo Øst (V) kom kl. 10.05 og deltog fra punkt 3.2."
    )
    came = words.came([ASE], "4.1", time(11, 30), again=True, is_online=False)
    assert came == ("Borgmester Åse Ærø (A) kom tilbage kl. 11.30 og deltog igen fra punkt 4.1.")
    came = words.came([ASE], "4.1", time(11, 30), again=False, is_online=True)
    assert came == (
        "Borgmester Åse Ærø (A) koblede sig på kl. 11.30 og deltog virtuelt fra punkt 4.1."
    )
    assert words.came([ASE], "", time(11), again=False, is_online=False) == (
        "Borgmester Åse Ærø (A) kom kl. 11.00."
    )


def test_who_left_early_is_told_with_the_item_and_the_clock() -> None:
    assert words.left([ASE], "4.1", time(11, 40), is_online=False) == (
        "Borgmester Åse Ærø (A) forlod mødet kl. 11.40 under punkt 4.1."
    )
    assert words.left([ASE], "4.1", None, is_online=False) == (
        "Borgmester Åse Ærø (A) deltog til og med punkt 4.1."
    )
    assert words.took_over(BO, "Åse Ærø", "5.1") == (
        "Viceborgmester Bo Øst (V) deltog som stedfortræder for Åse Ærø fra punkt 5.1."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Venstre (V) tog forbehold."),
        ("finansieringen", "Venstre (V) tog forbehold for finansieringen."),
        ("for bilag 2.", "Venstre (V) tog forbehold for bilag 2."),
        ("over for tidsplanen", "Venstre (V) tog forbehold over for tidsplanen."),
        ("Venstre vil se tallene.", "Venstre (V) tog forbehold: Venstre vil se tallene."),
    ],
)
def test_a_reservation_is_one_sentence_whatever_was_typed(text: str, said: str) -> None:
    assert words.stance("Venstre (V)", StanceKind.RESERVATION, text) == said


def test_a_dissent_and_a_conflict_of_interest_are_told() -> None:
    assert words.stance("Venstre (V)", StanceKind.DISSENT, "") == (
        "Venstre (V) kunne ikke tiltræde indstillingen."
    )
    assert words.stance("Venstre (V)", StanceKind.DISSENT, "Vi er imod") == (
        "Venstre (V) afgav følgende mindretalsudtalelse: Vi er imod."
    )
    assert words.conflict([ASE], "3.2") == (
        "Borgmester Åse Ærø (A) deltog ikke i behandlingen af punkt 3.2."
    )


def test_a_vote_is_told_by_number_and_by_name() -> None:
    counted = {StanceKind.FOR: 30, StanceKind.AGAINST: 12, StanceKind.ABSTAINED: 3}
    assert words.votes(counted, {}) == (
        "Ved afstemning stemte 30 for og 12 imod, mens 3 undlod at stemme.",
    )
    assert words.votes({StanceKind.FOR: 57}, {StanceKind.AGAINST: [ASE]}) == (
        "Ved afstemning stemte 57 for og 1 imod.",
        "Imod stemte borgmester Åse Ærø (A).",
    )
    assert words.votes({StanceKind.FOR: 40}, {}) == ("Ved afstemning stemte 40 for og ingen imod.",)
    assert words.votes({}, {StanceKind.ABSTAINED: [ASE]})[-1] == (
        "Borgmester Åse Ærø (A) undlod at stemme."
    )
    assert words.votes({}, {}) == ()


def test_guests_and_order_are_told() -> None:
    assert words.guest("Bo Øst", "direktør", is_presenter=True) == (
        "Direktør Bo Øst holdt oplæg og deltog under punktet."
    )
    assert words.guest("Bo Øst", "chefkonsulent i KL", is_presenter=False) == (
        "Bo Øst, chefkonsulent i KL, deltog under punktet."
    )
    assert words.order("7.1") == "Punktet blev behandlet efter punkt 7.1."
    assert words.order("") == "Punktet blev behandlet som det første."


def test_every_outcome_has_a_sentence_of_its_own() -> None:
    said = {words.became(outcome, "KKR Hovedstaden") for outcome in Outcome}
    assert len(said) == len(Outcome)
    assert all(sentence.endswith(".") for sentence in said)
