"""Takes a list of members in: says what each row would do, and does it.

What is shown before is what is done, since the preview does the work on a copy (see
`import_preview`). An empty cell never removes what is known.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from kkr_desktop.documents.table_reading import read_tables
from kkr_desktop.model.bodies import ATTACHED, Body, PostKind, has_types
from kkr_desktop.model.dates import short_date
from kkr_desktop.model.errors import InvalidValue, KkrError
from kkr_desktop.model.text import one_line
from kkr_desktop.services.import_contacts import take_contacts
from kkr_desktop.services.import_matching import NEW_LIST, Known, Matching
from kkr_desktop.services.import_rows import (
    CHOSEN,
    Answers,
    Facts,
    ImportRow,
    RowOutcome,
    Unclear,
)
from kkr_desktop.services.member_columns import TYPE_NAMES, MemberColumn
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    blank_member,
    change_member_in,
    member_draft_in,
    members_changed,
    new_member,
    seat_or_error,
)
from kkr_desktop.services.membership_ends import end_membership_in
from kkr_desktop.services.register import ROLE_NAMES
from kkr_desktop.services.row_facts import (
    address_of,
    day_of,
    headings_left_out,
    kind_of,
    names_of,
    refuse_personal_numbers,
    role_of,
    rows_with_facts,
    said_kind_of,
    whole_name,
    with_name_taken_apart,
)
from kkr_desktop.services.undoable import Recording, Undo
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

MemberRows = Sequence[tuple[int, Facts]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of each row, and how to take all of it back."""

    rows: tuple[ImportRow, ...]
    undo: Undo


def read_member_rows(path: Path) -> MemberRows:
    """Return what the rows of a file say. Raises FileProblem and InvalidValue."""
    return read_member_file(path)[0]


def read_member_file(path: Path) -> tuple[MemberRows, tuple[str, ...]]:
    """Return the same, and the headings of the columns that are not read."""
    tables = read_tables(path)
    return rows_with_facts(tables), headings_left_out(tables)


def body_of_rows(database: Database, rows: MemberRows, day: date) -> int:
    """Return the one body that the municipalities of a list belong to. Raises InvalidValue."""
    with database.read() as session:
        towns = Matching.towns_on(session, day)
        found = {
            town.body_id: town.body_name
            for _, facts in rows
            if (town := towns.named(facts.get(MemberColumn.MUNICIPALITY, "")))
        }
    if len(found) != 1:
        there_are = f": {', '.join(sorted(found.values()))}" if found else ""
        raise InvalidValue(
            "Råd",
            f"Det fremgår ikke af filen, hvilket råd medlemmerne hører til{there_are}. "
            "Angiv det med --body.",
        )
    return next(iter(found))


def import_members(
    database: Database, body_id: int, rows: MemberRows, answers: Answers, day: date
) -> Written[Imported]:
    """Take in every clear row; the others change nothing."""
    with database.write() as session:
        recording = Recording(session)
        taking = Taking(session, body_id, answers, day, recording)
        found = tuple(taking.take_one(number, facts) for number, facts in rows)
        session.flush()
        changes = members_changed(body_id)
        return Written(Imported(found, recording.undo(changes)), changes)


class Taking:
    """Takes rows in, one after the other, in a unit of work that goes on."""

    def __init__(
        self,
        session: Session,
        body_id: int,
        answers: Answers,
        day: date,
        recording: Recording | None = None,
    ) -> None:
        self._session = session
        self._body_id = body_id
        self._answers = answers
        self._day = day
        self._recording = recording
        self._matching = Matching(session, body_id, answers, day)
        self._row_of: dict[int, int] = {}
        self._has_types = has_types(session.get_one(Body, body_id).kind)

    def take_one(self, number: int, facts: Facts) -> ImportRow:
        """Take a row in where it is clear, and return what became of it."""
        corrected = dict(facts)
        corrected.update(
            (column, words)
            for (row, column), words in self._answers.items()
            if row == number and column in facts and column not in CHOSEN
        )
        facts = with_name_taken_apart(corrected)
        question = None
        try:
            with self._session.begin_nested():
                outcome, words = self._apply(number, facts)
                self._session.flush()
        except Unclear as unclear:
            outcome, words, question = RowOutcome.UNCLEAR, unclear.reason, unclear.question
        except KkrError as error:
            outcome, words = RowOutcome.REFUSED, error.explain()
        if self._answers.get((number, MemberColumn.PARTY_NAME)) == NEW_LIST:
            self._matching.read_parties()
        if self._recording is not None:
            if question is None and outcome is not RowOutcome.REFUSED:
                self._recording.keep()
            else:
                self._recording.forget()
        return ImportRow(
            number,
            whole_name(facts),
            facts.get(MemberColumn.MUNICIPALITY, ""),
            facts.get(MemberColumn.PARTY_NAME, "") or facts.get(MemberColumn.PARTY, ""),
            outcome,
            words,
            question,
        )

    def _apply(self, number: int, facts: Facts) -> tuple[RowOutcome, str]:
        refuse_personal_numbers(facts)
        town = self._matching.town(number, facts)
        last_day = day_of(facts, MemberColumn.LAST_DAY)
        known = self._matching.exactly(whole_name(facts), town, last_day)
        held = self._matching.party_held(known) if known is not None else None
        party_id = self._matching.party(number, facts, town.id if town else None, held)
        if known is not None:
            given, family = known.given, known.family
        else:
            given, family = names_of(facts)
            name = f"{given} {family}".strip()
            known = self._matching.exactly(name, town, last_day) or self._matching.person(
                number, name, town, facts
            )
        given_facts = _Given(
            given_name=given,
            family_name=family,
            town_id=town.id if town else None,
            party_id=party_id,
            facts=facts,
        )
        if known is None or known.membership_id is None:
            return self._add(number, given_facts, known, last_day)
        earlier = self._row_of.setdefault(known.membership_id, number)
        if earlier != number:
            raise InvalidValue("Navn", f"Personen står også i række {earlier}. Slet den ene række.")
        return self._change(given_facts, known.membership_id, last_day)

    def _add(
        self, number: int, given: "_Given", known: Known | None, last_day: date | None
    ) -> tuple[RowOutcome, str]:
        draft = given.over(blank_member(self._day))
        kind = kind_of(given.facts)
        if kind is not None:
            draft = replace(draft, kind=kind)
        if not given.facts.get(MemberColumn.TITLE) and draft.kind is PostKind.EX_OFFICIO:
            draft = replace(draft, title="Borgmester")
        membership = new_member(
            self._session, self._body_id, draft, known.person if known else None
        )
        take_contacts(self._session, membership.person_id, given.facts)
        self._end(membership.id, last_day)
        self._row_of[membership.id] = number
        self._matching.add(membership.id)
        what = TYPE_NAMES[draft.kind].lower()
        member = f"Nyt medlem, {what}" if self._has_types else "Nyt medlem"
        new = f"Ny {what}" if draft.kind in ATTACHED else member
        return RowOutcome.ADDED, f"{new}, fra {short_date(draft.valid_from)}."

    def _change(
        self, given: "_Given", membership_id: int, last_day: date | None
    ) -> tuple[RowOutcome, str]:
        stored_end = self._matching.last_day_of(membership_id)
        on = self._matching.day_for(membership_id, self._day)
        before = member_draft_in(self._session, membership_id, on)
        after = given.over(before)
        kind = said_kind_of(given.facts)
        if kind is not None and kind is not before.kind:
            what = TYPE_NAMES[before.kind].lower()
            known_as = what if before.kind in ATTACHED else f"{what} medlem"
            raise InvalidValue(
                "Type", f"Personen er {known_as} i registret. Afslut det medlemskab først."
            )
        person_id = seat_or_error(self._session, membership_id)[1].id
        told = self._told(before, after)
        if last_day is not None and last_day != stored_end:
            told.append(f"sidste dag {short_date(last_day)}")
        if after != before:
            change_member_in(self._session, membership_id, after, on)
            self._matching.read_name(membership_id)
        told += take_contacts(self._session, person_id, given.facts)
        if not told:
            return RowOutcome.UNCHANGED, "Står allerede sådan i registret."
        if last_day != stored_end:
            self._end(membership_id, last_day)
        return RowOutcome.CHANGED, f"{'; '.join(told).capitalize()}."

    def _told(self, before: MemberDraft, after: MemberDraft) -> list[str]:
        name = self._matching.name_of
        pairs = (
            ("navn", _whole_name(before), _whole_name(after)),
            ("kommune", name(before.municipality_id), name(after.municipality_id)),
            ("parti", name(party=before.party_id), name(party=after.party_id)),
            ("titel", before.title, after.title),
            ("rolle", ROLE_NAMES[before.role], ROLE_NAMES[after.role]),
            ("e-mail", before.email, after.email),
            ("telefon", before.phone, after.phone),
            ("sekretærs e-mail", before.secretary_email, after.secretary_email),
            ("stedfortræder", before.substitute, after.substitute),
            ("fra", short_date(before.valid_from), short_date(after.valid_from)),
        )
        return [
            f"{label} »{old}« bliver »{new}«" if old else f"{label} »{new}«"
            for label, old, new in pairs
            if old != new
        ]

    def _end(self, membership_id: int, last_day: date | None) -> None:
        if last_day is not None:
            end_membership_in(self._session, membership_id, last_day, "Læst ind fra liste")


@dataclass(frozen=True, slots=True)
class _Given:
    """What a row says, understood."""

    given_name: str
    family_name: str
    town_id: int | None
    party_id: int | None
    facts: Facts

    def over(self, known: MemberDraft) -> MemberDraft:
        """Return what is known with what the row says put over it."""
        role = role_of(self.facts)
        valid_from = day_of(self.facts, MemberColumn.VALID_FROM)
        return replace(
            known,
            given_name=self.given_name,
            family_name=self.family_name,
            municipality_id=self.town_id or known.municipality_id,
            party_id=self.party_id or known.party_id,
            title=_unless_same(self.facts.get(MemberColumn.TITLE, ""), known.title),
            role=known.role if role is None else role,
            email=_unless_same(address_of(self.facts, MemberColumn.EMAIL), known.email),
            phone=self._phone(known.phone),
            secretary_email=_unless_same(
                address_of(self.facts, MemberColumn.SECRETARY_EMAIL), known.secretary_email
            ),
            substitute=_unless_same(self.facts.get(MemberColumn.SUBSTITUTE, ""), known.substitute),
            valid_from=valid_from or known.valid_from,
        )

    def _phone(self, known: str) -> str:
        words = self.facts.get(MemberColumn.PHONE, "")
        same = _digits(words) == _digits(known)
        return known if not words or (known and same) else words


def _unless_same(words: str, known: str) -> str:
    """Return the new words, or those known where nothing is said or only case differs."""
    clean = one_line(words)
    return known if not clean or clean.casefold() == known.casefold() else clean


def _digits(phone: str) -> str:
    digits = "".join(character for character in phone if character.isalnum())
    return digits[2:] if len(digits) == 10 and digits.startswith("45") else digits


def _whole_name(draft: MemberDraft) -> str:
    return f"{draft.given_name} {draft.family_name}".strip()


def counts(rows: Sequence[ImportRow]) -> Counter[RowOutcome]:
    """Return how many rows there are of each outcome."""
    return Counter(row.outcome for row in rows)
