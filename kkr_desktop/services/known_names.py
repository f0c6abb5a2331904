"""Recognises municipalities and parties by the names that offices write. Never guesses."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, Municipality, Party
from kkr_desktop.model.collation import danish_key
from kkr_desktop.services.body_history import body_on
from kkr_desktop.services.register import holds, live

# Without the last s, as all keys are: "mor" is Mors.
_TOWN_NICKNAMES = {"kbh": "københavn", "frb": "frederiksberg", "mor": "morsø"}
_PARTY_NICKNAMES = {
    "Socialdemokratiet": "socialdemokraterne, socialdemokrat, soc dem, soc",
    "Radikale Venstre": "det radikale venstre, de radikale, radikal, r",
    "Det Konservative Folkeparti": "det konservative, de konservative, konservativ, kons, k",
    "SF - Socialistisk Folkeparti": "sfs, socialistisk folkeparti sf",
    "Venstre, Danmarks Liberale Parti": "venstre danmarks liberale parti v",
    "Enhedslisten - De Rød-Grønne": "enh",
}
_NO_PARTY = {"løsgænger", "uden for parti", "udenfor parti", "ufp", "partiløs", "ingen", "intet"}
_LETTER_AND_NAME = re.compile(r"(?:liste )?([a-zæøå]{1,3})\b (.+)")
_NAME_AND_LETTER = re.compile(r"(.+) ([a-zæøå]{1,3})")
_LIKE_ENOUGH = 0.75


@dataclass(frozen=True, slots=True)
class KnownTown:
    """A municipality, and the body that its mayor sits on."""

    id: int
    name: str
    body_id: int
    body_name: str


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party or a local list. `label` is what it is chosen by."""

    id: int
    letter: str
    name: str
    municipality_id: int | None
    label: str


class KnownTowns:
    """All municipalities, by every name that they go by."""

    def __init__(self, session: Session, day: date) -> None:
        rows = session.scalars(
            select(Municipality).where(live(Municipality), holds(Municipality, day))
        ).all()
        self.all: list[KnownTown] = []
        self._by_key: dict[str, KnownTown] = {}
        names = {row.id: row.name for row in session.execute(select(Body.id, Body.name))}
        for town in rows:
            body_id = body_on(session, town.body_id, day)
            known = KnownTown(town.id, town.name, body_id, names[body_id])
            self.all.append(known)
            for name in (town.name, town.official_name):
                self._by_key[_town_key(name)] = known
        self.all.sort(key=lambda town: danish_key(town.name))

    def named(self, text: str) -> KnownTown | None:
        """Return the one municipality that is called `text`."""
        key = _town_key(text)
        return self._by_key.get(_TOWN_NICKNAMES.get(key, key))

    def like(self, text: str) -> list[KnownTown]:
        """Return those whose names resemble `text`, the likeliest first."""
        key = _town_key(text)
        near = difflib.get_close_matches(key, self._by_key, n=4, cutoff=_LIKE_ENOUGH)
        near += [name for name in self._by_key if len(key) > 2 and name.startswith(key)]
        return list({town.id: town for town in (self._by_key[name] for name in near)}.values())


def _town_key(text: str) -> str:
    """Return a key that is the same for "Nordfyn", "Nordfyns Kommune" and for å and aa."""
    key = _words(text).replace("aa", "å")
    key = re.sub(r"\b(region)?s?kommunes?\b", "", key).strip()
    return key.removesuffix("s")


class KnownParties:
    """All parties and local lists, by letter, abbreviation and name."""

    def __init__(self, session: Session, day: date) -> None:
        rows = session.execute(
            select(Party, Municipality.name)
            .outerjoin(Municipality, Municipality.id == Party.municipality_id)
            .where(live(Party), holds(Party, day))
            .order_by(Party.municipality_id.is_not(None), Party.letter, Party.name)
        )
        self.all: list[KnownParty] = []
        self._names: dict[int, set[str]] = {}
        self._abbreviations: dict[int, set[str]] = {}
        for party, town in rows:
            label = f"{party.letter}  {party.name}" + (f" ({town})" if town else "")
            known = KnownParty(party.id, party.letter, party.name, party.municipality_id, label)
            self.all.append(known)
            nicknames = {
                _words(name) for name in _PARTY_NICKNAMES.get(party.name, "").split(", ") if name
            }
            parts = {_words(part) for part in re.split(r" - |/|,", party.name)}
            self._names[party.id] = (
                {_words(party.name), _words(party.short_name)}
                | parts
                | {name for name in nicknames if len(name) > 2}
            )
            self._abbreviations[party.id] = {_words(party.press_abbreviation)} | {
                name for name in nicknames if len(name) <= 2
            }

    def is_none(self, text: str) -> bool:
        """Tell whether `text` says that somebody has no party."""
        return _words(text) in _NO_PARTY

    def is_national(self, letter: str) -> bool:
        """Tell whether a letter is reserved, so that no local list can have it."""
        return any(party.municipality_id is None for party in self.with_letter(letter, None))

    def with_letter(self, text: str, town_id: int | None) -> list[KnownParty]:
        """Return those whose letter on the ballot it is, in that municipality."""
        letter = _words(text).removeprefix("liste ")
        return self._local([party for party in self.all if _words(party.letter) == letter], town_id)

    def abbreviated(self, text: str, town_id: int | None) -> list[KnownParty]:
        """Return those that newspapers abbreviate so."""
        wanted = _words(text)
        return self._local(
            [party for party in self.all if wanted in self._abbreviations[party.id]], town_id
        )

    def named(self, text: str, town_id: int | None) -> list[KnownParty]:
        """Return those whose name `text` spells, with or without a letter beside it."""
        words = _words(text)
        found = self._spelled(words)
        if not found:
            for shape, letter, name in ((_LETTER_AND_NAME, 1, 2), (_NAME_AND_LETTER, 2, 1)):
                match = shape.fullmatch(words)
                if match and not found:
                    found = [
                        party
                        for party in self._spelled(match[name])
                        if match[letter] in {_words(party.letter), *self._abbreviations[party.id]}
                    ]
        return self._local(found, town_id)

    def _spelled(self, words: str) -> list[KnownParty]:
        return [party for party in self.all if len(words) > 1 and words in self._names[party.id]]

    def _local(self, found: Iterable[KnownParty], town_id: int | None) -> list[KnownParty]:
        return [party for party in found if party.municipality_id in {None, town_id}]


def _words(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
