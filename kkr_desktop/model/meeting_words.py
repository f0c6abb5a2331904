"""What minutes say beside the decision: who came and left, who stood how, in which order.

Plain Danish sentences (domain: 5.5 and the phrases of 5.6). People are named as "borgmester
Åse Ærø (A)"; a sentence begins with a capital.
"""

from collections.abc import Mapping, Sequence
from datetime import time

from kkr_desktop.model.dates import clock
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.treatment import VOTES, StanceKind


def listed(words: Sequence[str]) -> str:
    """Return for example "A, B og C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"


def capital(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]


def titled(name: str, title: str, party_letter: str) -> str:
    """Return for example "borgmester Åse Ærø (A)", as it stands inside a sentence."""
    before = f"{title[:1].lower()}{title[1:]} " if title else ""
    after = f" ({party_letter})" if party_letter else ""
    return f"{before}{name}{after}"


def came(
    people: Sequence[str], number: str, at: time | None, *, again: bool, is_online: bool
) -> str:
    """Say that people took part from an item on; "" as number when the item is not known."""
    who = capital(listed(people))
    took_part = "deltog virtuelt" if is_online else "deltog"
    took_part = f"{took_part} igen" if again else took_part
    if at is None:
        return f"{who} {took_part} fra punkt {number}."
    arrived = "kom tilbage" if again else "kom"
    if is_online:
        arrived = "koblede sig på igen" if again else "koblede sig på"
    if not number:
        return f"{who} {arrived} kl. {clock(at)}."
    return f"{who} {arrived} kl. {clock(at)} og {took_part} fra punkt {number}."


def left(people: Sequence[str], number: str, at: time | None, *, is_online: bool) -> str:
    """Say that people left during an item, or, without a clock, took part up to it."""
    who = capital(listed(people))
    if at is None:
        took_part = "deltog virtuelt" if is_online else "deltog"
        return f"{who} {took_part} til og med punkt {number}."
    under = f" under punkt {number}" if number else ""
    return f"{who} forlod mødet kl. {clock(at)}{under}."


def took_over(substitute: str, member: str, number: str) -> str:
    """Say that a substitute took a member's place from an item on."""
    return f"{capital(substitute)} deltog som stedfortræder for {member} fra punkt {number}."


def order(number_before: str) -> str:
    """Say that an item was not taken at its place; "" when it came first of all."""
    if not number_before:
        return "Punktet blev behandlet som det første."
    return f"Punktet blev behandlet efter punkt {number_before}."


def guest(name: str, title: str, *, is_presenter: bool) -> str:
    """Say that a guest took part in an item."""
    what = "holdt oplæg og deltog under punktet." if is_presenter else "deltog under punktet."
    return f"{guest_name(name, title)} {what}"


def guest_name(name: str, title: str) -> str:
    """Return for example "Direktør Bo Øst" or "Bo Øst, chefkonsulent i KL,"."""
    if not title:
        return name
    return f"{name}, {title}," if " " in title.strip() else f"{capital(title.strip())} {name}"


def conflict(people: Sequence[str], number: str) -> str:
    """Say that people stayed out of an item because of a conflict of interest."""
    return f"{capital(listed(people))} deltog ikke i behandlingen af punkt {number}."


def stance(who: str, kind: StanceKind, text: str) -> str:
    """Say what a member or a party had noted: a reservation or a dissenting opinion."""
    said = text.strip()
    who = capital(who)
    if kind is StanceKind.RESERVATION:
        if not said:
            return f"{who} tog forbehold."
        if said[0].islower():
            link = "" if said.split()[0] in {"for", "over", "med", "i", "om", "mod"} else "for "
            return _ended(f"{who} tog forbehold {link}{said}")
        return _ended(f"{who} tog forbehold: {said}")
    if not said:
        return f"{who} kunne ikke tiltræde indstillingen."
    return _ended(f"{who} afgav følgende mindretalsudtalelse: {said}")


def votes(
    numbers: Mapping[StanceKind, int | None], named: Mapping[StanceKind, Sequence[str]]
) -> tuple[str, ...]:
    """Say how a vote went: the numbers, and by name whoever is named.

    A number that was not counted is how many are named; nobody counted and nobody named is
    no vote at all.
    """
    counted = {kind: numbers.get(kind) or len(named.get(kind, ())) for kind in VOTES}
    if not any(counted.values()):
        return ()
    parts = [f"{_some(counted[StanceKind.FOR])} for", f"{_some(counted[StanceKind.AGAINST])} imod"]
    sentence = f"Ved afstemning stemte {listed(parts)}"
    if counted[StanceKind.ABSTAINED]:
        sentence += f", mens {_some(counted[StanceKind.ABSTAINED])} undlod at stemme"
    said = [f"{sentence}."]
    for kind, words in (
        (StanceKind.FOR, "For stemte {}."),
        (StanceKind.AGAINST, "Imod stemte {}."),
        (StanceKind.ABSTAINED, "{} undlod at stemme."),
    ):
        people = named.get(kind, ())
        if people:
            said.append(capital(words.format(listed(people))))
    return tuple(said)


def became(outcome: Outcome | None, council: str) -> str:
    """Say what became of an item of which only the outcome was noted."""
    if outcome is None:
        return ""
    return {
        Outcome.ADOPTED: f"{council} tiltrådte indstillingen.",
        Outcome.APPROVED: f"{council} godkendte indstillingen.",
        Outcome.AMENDED: f"{council} tiltrådte indstillingen med ændringer.",
        Outcome.DISCUSSED: f"{council} drøftede sagen.",
        Outcome.NOTED: f"{council} tog orienteringen til efterretning.",
        Outcome.APPOINTED: f"{council} foretog udpegningen.",
        Outcome.POSTPONED: "Sagen blev udsat.",
        Outcome.SENT_BACK: "Sagen blev sendt tilbage til fornyet behandling.",
        Outcome.REJECTED: f"{council} tiltrådte ikke indstillingen.",
        Outcome.WITHDRAWN: "Punktet udgik.",
    }[outcome]


def _some(number: int) -> str:
    return str(number) if number else "ingen"


def _ended(words: str) -> str:
    return words if words[-1] in '.!?»”"' else f"{words}."
