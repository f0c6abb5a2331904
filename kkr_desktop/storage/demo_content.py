"""What the demo secretariat is made of, read from `resources/demo`.

All people are invented; the municipalities are real. The files refer to
people by key, to municipalities by code, and to seats by the code of the
mayor's municipality or by party letter and number ("F2"). Intervals are half
open, as in the database. Files that do not hold together raise ValueError or
KeyError; that is a fault of the program, never of the user.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.minutes_terms import AttendanceStatus, Outcome
from kkr_desktop.model.richtext import EMPTY, RichText
from kkr_desktop.resource_files import resource
from kkr_desktop.storage.demo_text import read_demo_text

BODY_NAME = "KKR Hovedstaden"


@dataclass(frozen=True, slots=True)
class DemoLocalList:
    """A local list; its letter is its own in its municipality only."""

    letter: str
    name: str
    short_name: str
    municipality_code: str


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """An invented person. `party_municipality_code` is empty for a national party."""

    key: str
    given_name: str
    family_name: str
    party_letter: str
    party_municipality_code: str
    email: str
    phone: str
    secretary_email: str


@dataclass(frozen=True, slots=True)
class DemoOffice:
    """A title held in a municipality during an interval."""

    person: str
    title: str
    municipality_code: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class DemoMembership:
    """Who fills a seat or a role, or stands in for the person who does.

    `seat` is a municipality code for a mayor's seat, party letter and number
    for a supplementary one, empty for chair and vice-chair. A substitute has
    the kind and seat of the member named by `substitute_for`.
    """

    person: str
    kind: PostKind
    seat: str
    substitute_for: str
    valid_from: date
    valid_to: date | None
    end_reason: str

    def holds_on(self, day: date) -> bool:
        """Tell whether the membership holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class DemoAppendix:
    """An appendix; its text is to be set as a small PDF."""

    title: str
    is_public: bool
    text: RichText


@dataclass(frozen=True, slots=True)
class DemoFollowUp:
    """What is to be done after a decision."""

    text: str
    owner: str
    due_on: date | None
    state: FollowUpState
    note: str


@dataclass(frozen=True, slots=True)
class DemoItem:
    """An item of an agenda and, for a meeting that was held, its decision.

    `continues` is the title of the postponed item of an earlier meeting that it takes up.
    """

    kind: ItemKind
    title: str
    public_title: str
    is_public: bool
    case_number: str
    presenter: str
    minutes_planned: int | None
    parts: Mapping[PartType, RichText]
    internal_note: str
    appendices: tuple[DemoAppendix, ...]
    outcome: Outcome | None
    decision: RichText
    public_decision: RichText
    follow_ups: tuple[DemoFollowUp, ...]
    continues: str


@dataclass(frozen=True, slots=True)
class DemoSection:
    """A group heading of an agenda with its items in order."""

    title: str
    items: tuple[DemoItem, ...]


@dataclass(frozen=True, slots=True)
class DemoAttendance:
    """How somebody took part, where it was not simply by being there.

    Everybody who holds a seat on the day and is not named was present. A
    substitute names the member whose place they took.
    """

    person: str
    status: AttendanceStatus
    substitute_for: str
    arrived_at: time | None
    left_at: time | None


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """A meeting of the council, or of the forum whose short name `body` is.

    `sections` are empty as long as it is only planned.

    `minutes_approved_on` is when the chairmanship approved the minutes, and
    `dispatched_on` when the agenda was sent.
    """

    body: str
    held_on: date
    starts_at: time
    ends_at: time
    kind: MeetingKind
    state: MeetingState
    round_number: int | None
    place: str
    online_url: str
    notes: str
    dispatched_on: date | None
    minutes_approved_on: date | None
    attendance: tuple[DemoAttendance, ...]
    sections: tuple[DemoSection, ...]


@dataclass(frozen=True, slots=True)
class DemoContent:
    """The whole demo secretariat."""

    local_lists: tuple[DemoLocalList, ...]
    people: tuple[DemoPerson, ...]
    offices: tuple[DemoOffice, ...]
    memberships: tuple[DemoMembership, ...]
    meetings: tuple[DemoMeeting, ...]


def read_demo_content(folder: Path | None = None) -> DemoContent:
    """Read all files of the demo, by default the shipped ones."""
    folder = folder or resource("demo")
    return DemoContent(
        local_lists=tuple(
            DemoLocalList(row["letter"], row["name"], row["short_name"], row["municipality"])
            for row in _rows(folder / "local_lists.csv")
        ),
        people=tuple(_person(row) for row in _rows(folder / "people.csv")),
        offices=tuple(_office(row) for row in _rows(folder / "offices.csv")),
        memberships=tuple(_membership(row) for row in _rows(folder / "memberships.csv")),
        meetings=tuple(
            _meeting(entry, folder) for entry in _toml(folder / "meetings.toml")["meetings"]
        ),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        return tomllib.load(stream)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _person(row: Mapping[str, str]) -> DemoPerson:
    return DemoPerson(
        key=row["key"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        party_letter=row["party"],
        party_municipality_code=row["party_municipality"],
        email=row["email"],
        phone=row["phone"],
        secretary_email=row["secretary_email"],
    )


def _office(row: Mapping[str, str]) -> DemoOffice:
    return DemoOffice(
        person=row["person"],
        title=row["title"],
        municipality_code=row["municipality"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
    )


def _membership(row: Mapping[str, str]) -> DemoMembership:
    return DemoMembership(
        person=row["person"],
        kind=PostKind(row["kind"]),
        seat=row["seat"],
        substitute_for=row["substitute_for"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        end_reason=row["end_reason"],
    )


def _meeting(entry: Mapping[str, Any], folder: Path) -> DemoMeeting:
    held_on: date = entry["held_on"]
    agenda = folder / "agendas" / f"{held_on.isoformat()}.toml"
    sections: list[dict[str, Any]] = (
        _toml(agenda)["sections"] if entry.get("has_agenda", False) else []
    )
    return DemoMeeting(
        body=entry.get("body", ""),
        held_on=held_on,
        starts_at=entry["starts_at"],
        ends_at=entry["ends_at"],
        kind=MeetingKind(entry.get("kind", "ordinary")),
        state=MeetingState(entry["state"]),
        round_number=entry.get("round"),
        place=entry["place"],
        online_url=entry.get("online_url", ""),
        notes=entry.get("notes", ""),
        dispatched_on=entry.get("dispatched_on"),
        minutes_approved_on=entry.get("minutes_approved_on"),
        attendance=tuple(_attendance(row) for row in entry.get("attendance", [])),
        sections=tuple(
            DemoSection(section["title"], tuple(_item(item) for item in section["items"]))
            for section in sections
        ),
    )


def _attendance(row: Mapping[str, Any]) -> DemoAttendance:
    return DemoAttendance(
        person=row["person"],
        status=AttendanceStatus(row["status"]),
        substitute_for=row.get("substitute_for", ""),
        arrived_at=row.get("arrived_at"),
        left_at=row.get("left_at"),
    )


_ITEM_KEYS = {part.value for part in PartType} | {
    *("kind", "title", "public_title", "is_public", "case_number", "presenter"),
    *("minutes_planned", "internal_note", "appendices"),
    *("outcome", "decision", "public_decision", "follow_ups", "continues"),
}


def _item(entry: Mapping[str, Any]) -> DemoItem:
    unknown = entry.keys() - _ITEM_KEYS
    if unknown:
        raise ValueError(f"{entry['title']}: unknown keys {sorted(unknown)}")
    return DemoItem(
        kind=ItemKind(entry["kind"]),
        title=entry["title"],
        public_title=entry.get("public_title", ""),
        is_public=entry.get("is_public", True),
        case_number=entry.get("case_number", ""),
        presenter=entry.get("presenter", ""),
        minutes_planned=entry.get("minutes_planned"),
        parts={part: _text(entry, part.value) for part in PartType if part.value in entry},
        internal_note=entry.get("internal_note", "").strip(),
        appendices=tuple(
            DemoAppendix(row["title"], row.get("is_public", True), _text(row, "text"))
            for row in entry.get("appendices", [])
        ),
        outcome=Outcome(entry["outcome"]) if "outcome" in entry else None,
        decision=_text(entry, "decision"),
        public_decision=_text(entry, "public_decision"),
        follow_ups=tuple(_follow_up(row) for row in entry.get("follow_ups", [])),
        continues=entry.get("continues", ""),
    )


def _follow_up(row: Mapping[str, Any]) -> DemoFollowUp:
    return DemoFollowUp(
        text=row["text"],
        owner=row.get("owner", ""),
        due_on=row.get("due_on"),
        state=FollowUpState(row.get("state", "open")),
        note=row.get("note", ""),
    )


def _text(entry: Mapping[str, Any], key: str) -> RichText:
    if key not in entry:
        return EMPTY
    try:
        return read_demo_text(entry[key])
    except ValueError as error:
        raise ValueError(f"{entry['title']}, {key}, {error}") from error
