"""A person has titles and parties for some days each, and every change can be read later."""

from dataclasses import replace
from datetime import date

import pytest

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.services.member_choices import MemberChoices, member_choices
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    change_member,
    read_member,
)
from kkr_desktop.services.membership_ends import end_membership
from kkr_desktop.services.person_facts import FactDraft, FactKind, remove_fact, save_fact
from kkr_desktop.services.person_page import PersonPage, read_person_page
from kkr_desktop.services.register import MemberRole, MemberRow, members_on
from kkr_desktop.storage.database import Database

START = date(2026, 1, 26)
LATER = date(2027, 3, 1)


@pytest.fixture
def choices(database: Database, body_id: int) -> MemberChoices:
    return member_choices(database, body_id, START)


@pytest.fixture
def member(database: Database, body_id: int, choices: MemberChoices) -> MemberRow:
    draft = MemberDraft(
        given_name="Liv",
        family_name="Lund",
        kind=PostKind.SUPPLEMENTARY,
        municipality_id=choices.municipalities[0].id,
        party_id=choices.parties[0].id,
        title="Medlem af byrådet",
        valid_from=START,
        role=MemberRole.CHAIR,
        substitute="Bo Bøg",
    )
    add_member(database, body_id, draft)
    return members_on(database, body_id, START)[0]


def page(database: Database, member: MemberRow) -> PersonPage:
    return read_person_page(database, member.person_id)


def test_a_new_title_begins_when_the_old_one_has_ended(
    database: Database, body_id: int, member: MemberRow
) -> None:
    (old,) = page(database, member).offices
    mayor = replace(old.draft, fact_id=None, title="Borgmester", valid_from=LATER)
    with pytest.raises(InvalidValue, match=r"Medlem af byrådet.* samme dage"):
        save_fact(database, member.person_id, mayor)
    save_fact(database, member.person_id, replace(old.draft, last_day=date(2027, 2, 28)))
    save_fact(database, member.person_id, mayor)
    titles = [members_on(database, body_id, day)[0].title for day in (date(2027, 2, 28), LATER)]
    assert titles == ["Medlem af byrådet", "Borgmester"]
    names = [fact.name for fact in page(database, member).offices]
    assert [name.split(",")[0] for name in names] == ["Borgmester", "Medlem af byrådet"]


def test_an_earlier_party_can_be_written_afterwards_and_taken_away_again(
    database: Database, member: MemberRow, choices: MemberChoices
) -> None:
    earlier = FactDraft(
        FactKind.PARTY,
        date(2022, 1, 1),
        date(2026, 1, 25),
        party_id=choices.parties[1].id,
    )
    save_fact(database, member.person_id, earlier)
    assert len(page(database, member).parties) == 2
    added = page(database, member).parties[1].draft
    with pytest.raises(InvalidValue, match="samme dage"):
        save_fact(database, member.person_id, replace(added, last_day=START))
    with pytest.raises(ChangedElsewhere):
        remove_fact(database, FactKind.PARTY, added.fact_id or 0, added.rev + 1)
    remove_fact(database, FactKind.PARTY, added.fact_id or 0, added.rev)
    told = page(database, member)
    assert len(told.parties) == 1
    assert told.history[0].what.startswith("Parti fjernet: ")


def test_two_who_change_the_same_title_do_not_overwrite_each_other(
    database: Database, member: MemberRow
) -> None:
    (read,) = page(database, member).offices
    save_fact(database, member.person_id, replace(read.draft, title="Udvalgsformand"))
    with pytest.raises(ChangedElsewhere):
        save_fact(database, member.person_id, replace(read.draft, title="Viceborgmester"))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (FactDraft(FactKind.OFFICE, START, title=" "), "Titel"),
        (FactDraft(FactKind.PARTY, START), "Parti"),
        (FactDraft(FactKind.OFFICE, START, date(2026, 1, 1), title="Rådmand"), "Sidste dag"),
    ],
)
def test_what_says_nothing_is_refused(
    database: Database, member: MemberRow, wrong: FactDraft, says: str
) -> None:
    with pytest.raises(InvalidValue, match=says):
        save_fact(database, member.person_id, wrong)


def test_the_page_names_seat_role_and_whom_one_stands_in_for(
    database: Database, member: MemberRow
) -> None:
    names = {fact.name for fact in page(database, member).memberships}
    council, chairmanship = sorted({name.split(": ")[0] for name in names}, key=len)
    assert chairmanship == f"Formandskabet for {council}"
    assert names == {
        f"{council}: Supplerende medlem",
        f"{council}: Formand",
        f"{chairmanship}: Medlem",
        f"{chairmanship}: Formand",
    }
    stands_in = read_person_page(database, member.person_id + 1)
    assert stands_in.name == "Bo Bøg"
    assert stands_in.memberships[0].name.endswith("Stedfortræder for Liv Lund")


def test_the_history_tells_in_plain_danish_what_was_done_by_whom(
    database: Database, member: MemberRow, choices: MemberChoices
) -> None:
    draft = read_member(database, member.membership_id, LATER)
    party = choices.parties[1]
    changed = replace(draft, title="Borgmester", party_id=party.id)
    change_member(database, member.membership_id, changed, LATER)
    rev = read_member(database, member.membership_id, LATER).rev
    end_membership(database, member.membership_id, date(2028, 5, 31), "Fraflyttet", rev)
    history = page(database, member).history
    told = [line.what for line in history]
    assert told[0] == "Medlemskabet afsluttet: sidste dag 31. maj 2028 (begrundelse: Fraflyttet)"
    town = choices.municipalities[0].name
    assert (
        f"Titel ændret: fra »Medlem af byrådet, {town}« "
        f"til »Borgmester, {town} fra 1. marts 2027«" in told
    )
    assert any(line.startswith("Parti ændret: fra »") for line in told)
    assert {"Tilføjet som medlem: Liv Lund", "Rolle givet: Formand"} <= set(told)
    assert all(line.by for line in history)
