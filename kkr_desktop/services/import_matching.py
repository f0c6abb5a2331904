"""Finds the municipality, the party and the person that a row means, or asks."""

import difflib
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import ATTACHED, Post
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import (
    ContactKind,
    ContactPoint,
    ContactRole,
    Membership,
    Office,
    Person,
)
from kkr_desktop.services.import_rows import AnswerChoice, Answers, Facts, Question, Unclear
from kkr_desktop.services.known_names import KnownParties, KnownParty, KnownTown, KnownTowns
from kkr_desktop.services.member_choices import municipalities_for, new_local_list
from kkr_desktop.services.member_columns import MemberColumn
from kkr_desktop.services.register import SEAT_KINDS, live
from kkr_desktop.services.row_facts import address_of
from kkr_desktop.services.titles_and_parties import party_on

NEW_PERSON = "new"
"""The answer that a person is not yet in the register."""

NEW_LIST = "new-list"
"""The answer that a local list is to be added with its letter, name and municipality."""

_LIKE_ENOUGH = 0.86


@dataclass(slots=True)
class Known:
    """Someone in the register, found by the `key` of their name.

    `membership_id` is None for one without a place on the body.
    """

    person: Person
    key: str
    membership_id: int | None = None
    valid_from: date = date.min
    last_day: date | None = None
    towns: frozenset[int] = frozenset()
    email: str = ""

    @property
    def given(self) -> str:
        """The given name."""
        return self.person.given_name

    @property
    def family(self) -> str:
        """The family name."""
        return self.person.family_name


class Matching:
    """What there is in the register, as an import sees it."""

    def __init__(self, session: Session, body_id: int, answers: Answers, day: date) -> None:
        self._session = session
        self._body_id = body_id
        self._answers = answers
        self._day = day
        self._towns = KnownTowns(session, day)
        self._ours = {town.id for town in municipalities_for(session, body_id, day)}
        self._parties = KnownParties(session, day)
        self._members: dict[int, Known] = {}
        self._others: dict[str, list[Known]] = {}
        self._read()

    @staticmethod
    def towns_on(session: Session, day: date) -> KnownTowns:
        """Return the municipalities that there are on a day."""
        return KnownTowns(session, day)

    def read_parties(self) -> None:
        """Read the parties anew, after one was added or rolled back."""
        self._parties = KnownParties(self._session, self._day)

    def _read(self) -> None:
        towns: dict[int, set[int]] = {}
        for person_id, town_id in self._session.execute(
            select(Office.person_id, Office.municipality_id).where(live(Office))
        ):
            if town_id is not None:
                towns.setdefault(person_id, set()).add(town_id)
        addresses = {
            row.person_id: row.value.casefold()
            for row in self._session.execute(
                select(ContactPoint.person_id, ContactPoint.value).where(
                    ContactPoint.kind == ContactKind.EMAIL,
                    ContactPoint.role == ContactRole.OWN,
                    live(ContactPoint),
                )
            )
        }

        def known(person: Person) -> Known:
            where = frozenset(towns.get(person.id, ()))
            key = name_key(person.name)
            return Known(person, key, towns=where, email=addresses.get(person.id, ""))

        seated: set[int] = set()
        for membership, person in self._session.execute(
            select(Membership, Person)
            .join(Person, Person.id == Membership.person_id)
            .join(Post, Post.id == Membership.post_id)
            .where(
                Post.body_id == self._body_id,
                Post.kind.in_((*SEAT_KINDS, *ATTACHED)),
                Membership.substitute_for_id.is_(None),
                live(Membership),
            )
        ):
            seated.add(person.id)
            self._seat(known(person), membership)
        for person in self._session.scalars(select(Person).where(live(Person))):
            if person.id not in seated:
                one = known(person)
                self._others.setdefault(one.key, []).append(one)

    def _seat(self, known: Known, membership: Membership) -> None:
        known.membership_id = membership.id
        known.valid_from = membership.valid_from
        ends = membership.valid_to
        known.last_day = None if ends is None else ends - timedelta(days=1)
        self._members[membership.id] = known

    def add(self, membership_id: int) -> None:
        """Know a member who was just added."""
        membership = self._session.get_one(Membership, membership_id)
        person = self._session.get_one(Person, membership.person_id)
        town = self._session.scalars(
            select(Office.municipality_id).where(Office.person_id == person.id, live(Office))
        ).all()
        where = frozenset(one for one in town if one)
        self._seat(Known(person, name_key(person.name), towns=where), membership)

    def read_name(self, membership_id: int) -> None:
        """Know a member by the name that was just written."""
        known = self._members[membership_id]
        known.key = name_key(known.person.name)

    def last_day_of(self, membership_id: int) -> date | None:
        """Return the last day of a membership, where one is known."""
        return self._members[membership_id].last_day

    def day_for(self, membership_id: int, day: date) -> date:
        """Return the day nearest to `day` on which the membership holds."""
        known = self._members[membership_id]
        last = day if known.last_day is None else min(day, known.last_day)
        return max(last, known.valid_from)

    def name_of(self, town: int | None = None, party: int | None = None) -> str:
        """Return the name of a municipality or a party, to be read."""
        if party is not None:
            return next((one.name for one in self._parties.all if one.id == party), "")
        return next((one.name for one in self._towns.all if one.id == town), "")

    def town(self, number: int, facts: Facts) -> KnownTown | None:
        """Return the municipality of a row. Raises Unclear and InvalidValue."""
        words = facts.get(MemberColumn.MUNICIPALITY, "")
        if not words:
            return None
        answer = self._answers.get((number, MemberColumn.MUNICIPALITY), "")
        town = next((one for one in self._towns.all if str(one.id) == answer), None)
        town = town or self._towns.named(words)
        if town is None:
            raise self._unknown_town(words)
        if town.id not in self._ours:
            raise InvalidValue(
                "Kommune", f"{town.name} hører til {town.body_name}, ikke til dette råd."
            )
        return town

    def _unknown_town(self, words: str) -> Unclear:
        near = [town for town in self._towns.like(words) if town.id in self._ours]
        ours = [town for town in self._towns.all if town.id in self._ours]
        meant = f" Mente du {' eller '.join(town.name for town in near)}?" if near else ""
        in_order = [*near, *(town for town in ours if town not in near)]
        choices = tuple(AnswerChoice(str(town.id), town.name) for town in in_order)
        return Unclear(
            f"Kommunen »{words}« kendes ikke.{meant}",
            Question(MemberColumn.MUNICIPALITY, words, choices),
        )

    def party_held(self, known: Known) -> int | None:
        """Return the party that someone belongs to in the register."""
        if known.membership_id is None:
            return None
        return party_on(
            self._session, known.person.id, self.day_for(known.membership_id, self._day)
        )

    def party(
        self, number: int, facts: Facts, town_id: int | None, held: int | None = None
    ) -> int | None:
        """Return the party of a row, None where it names none. Raises Unclear.

        Where it may be several, it is the one `held` already: that changes nothing.
        """
        letter = facts.get(MemberColumn.PARTY, "")
        name = facts.get(MemberColumn.PARTY_NAME, "")
        press = facts.get(MemberColumn.PRESS_ABBREVIATION, "")
        words = name or letter or press
        if not words or self._parties.is_none(words):
            return None
        answer = self._answers.get((number, MemberColumn.PARTY_NAME), "")
        if any(str(party.id) == answer for party in self._parties.all):
            return int(answer)
        if answer == NEW_LIST and town_id is not None:
            first_day = date(self._day.year, 1, 1)
            return new_local_list(self._session, letter, name, town_id, first_day).id
        found = self._found_parties(letter, name, press, town_id)
        if len(found) == 1:
            return found[0].id
        if held in {party.id for party in found}:
            return held
        can_be_new = bool(letter and name and town_id) and not self._parties.is_national(letter)
        raise self._unclear_party(words, found, town_id, letter if can_be_new else "")

    def _found_parties(
        self, letter: str, name: str, press: str, town_id: int | None
    ) -> list[KnownParty]:
        known = self._parties
        ways: list[list[KnownParty]] = []
        if name:
            spelled = known.named(name, town_id)
            either = [*known.with_letter(name, town_id), *known.abbreviated(name, town_id)]
            ways.append(spelled or either)
        if letter:
            ways.append(known.with_letter(letter, town_id) or known.named(letter, town_id))
        if press:
            ways.append(known.abbreviated(press, town_id) or known.named(press, town_id))
        found = {party.id: party for party in ways[0]}
        for way in ways[1:]:
            agreed = {party.id for party in way}
            found = {id_: party for id_, party in found.items() if id_ in agreed}
        return list(found.values())

    def _unclear_party(
        self, words: str, found: list[KnownParty], town_id: int | None, new_letter: str
    ) -> Unclear:
        if found:
            meant = " eller ".join(f"{party.name} ({party.letter})" for party in found)
            reason = f"»{words}« kan betyde {meant}."
        else:
            reason = f"Partiet »{words}« kendes ikke, eller navn og bogstav passer ikke sammen."
        others = [
            party
            for party in self._parties.all
            if party not in found and party.municipality_id in {None, town_id}
        ]
        choices = [AnswerChoice(str(one.id), one.label) for one in (*found, *others)]
        if new_letter:
            label = f"Ny lokalliste: {new_letter}  {words} ({self.name_of(town_id)})"
            choices.insert(0, AnswerChoice(NEW_LIST, label))
        return Unclear(reason, Question(MemberColumn.PARTY_NAME, words, tuple(choices)))

    def exactly(self, name: str, town: KnownTown | None, last_day: date | None) -> Known | None:
        """Return the one member who has that name and municipality."""
        key = name_key(name)
        found = [
            known
            for known in self._current(last_day)
            if known.key == key and (town is None or not known.towns or town.id in known.towns)
        ]
        return found[0] if len(found) == 1 else None

    def _current(self, last_day: date | None) -> list[Known]:
        return [
            known
            for known in self._members.values()
            if known.last_day is None or known.last_day >= self._day or known.last_day == last_day
        ]

    def person(self, number: int, name: str, town: KnownTown | None, facts: Facts) -> Known | None:
        """Return who a row means that no member is exactly, None for somebody new.

        Raises Unclear where that would be a guess.
        """
        key = name_key(name)
        email = address_of(facts, MemberColumn.EMAIL).casefold()
        newest_last = sorted(self._members.values(), key=lambda one: one.last_day or date.max)
        alike = {
            known.person.id: known
            for known in (*self._others.get(key, ()), *newest_last)
            if _may_be(known, key, email, town)
        }
        answer = self._answers.get((number, MemberColumn.PERSON), "")
        if not alike or answer == NEW_PERSON:
            return None
        for known in alike.values():
            same_facts = (email and known.email == email) or (town and town.id in known.towns)
            is_certain = (
                len(alike) == 1 and not self._has_seat(known) and known.key == key and same_facts
            )
            if is_certain or answer == known.person.uid:
                return known if self._has_seat(known) else replace(known, membership_id=None)
        return self._ask_person(name, [(known, self._described(known)) for known in alike.values()])

    def _has_seat(self, known: Known) -> bool:
        is_former = known.last_day is not None and known.last_day < self._day
        return known.membership_id is not None and not is_former

    def _ask_person(self, name: str, described: list[tuple[Known, str]]) -> Known | None:
        meant = " eller ".join(words for _, words in described)
        choices = [AnswerChoice(known.person.uid, words) for known, words in described]
        choices.append(AnswerChoice(NEW_PERSON, f"{name} er en ny person i registret"))
        raise Unclear(
            f"{name} kan være den samme som {meant}.",
            Question(MemberColumn.PERSON, name, tuple(choices)),
        )

    def _described(self, known: Known) -> str:
        towns = [self.name_of(town) for town in known.towns]
        facts = ", ".join(part for part in (*towns, known.email) if part)
        return f"{known.person.name} ({facts})" if facts else known.person.name


def _may_be(known: Known, key: str, email: str, town: KnownTown | None) -> bool:
    if known.key == key or (email and email == known.email):
        return True
    if town is None or town.id not in known.towns:
        return False
    matcher = difflib.SequenceMatcher(None, key, known.key)
    return matcher.quick_ratio() >= _LIKE_ENOUGH and matcher.ratio() >= _LIKE_ENOUGH


def name_key(name: str) -> str:
    """Return a key that is the same for å and aa, and without regard to case and accents."""
    folded = name.casefold().replace("å", "aa").replace("-", " ")
    kept = "".join(
        unicodedata.normalize("NFD", one)[0] if one not in "æøåäö" else one for one in folded
    )
    return " ".join(kept.split())
