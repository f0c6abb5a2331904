"""Private data are off, never leave the register, and contact data go when their time is over."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from kkr_desktop.documents.label_content import LabelSize
from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.address_lists import Part, Purpose, address_list, write_address_draft
from kkr_desktop.services.contacts import Contact, read_contacts, save_contacts
from kkr_desktop.services.labels import export_labels, member_labels
from kkr_desktop.services.member_export import KINDS_OF_FILE, export_members
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    change_member,
    read_member,
)
from kkr_desktop.services.membership_ends import end_membership
from kkr_desktop.services.minutes_content import minutes_content
from kkr_desktop.services.person_memberships import MembershipDraft, save_membership
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.person_report import person_report
from kkr_desktop.services.planning import body_named, list_meetings
from kkr_desktop.services.privacy import (
    anonymise,
    former_with_contacts,
    months_before,
    private_kept,
    read_privacy,
    save_privacy,
)
from kkr_desktop.services.register import MemberRow, members_on
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of

START, END, DAY = date(2026, 2, 1), date(2026, 6, 30), date(2027, 9, 1)
PRIVATE = Contact(
    ContactRole.PRIVATE, email="hjemme@privat.example", phone="99887766", address="Hemmelig Vej 1"
)


def set_rules(database: Database, body_id: int, *, private: bool, months: int | None) -> None:
    rules = read_privacy(database, body_id)
    save_privacy(database, body_id, replace(rules, private_contacts=private, kept_months=months))


def write(database: Database, person_id: int, *written: Contact) -> None:
    known = read_contacts(database, person_id)
    kept = {contact.role: contact for contact in (*known.contacts, *written)}
    save_contacts(database, replace(known, contacts=tuple(kept.values())))


@pytest.fixture
def member(database: Database, body_id: int) -> MemberRow:
    draft = MemberDraft(
        "Åse",
        "Dal",
        PostKind.SUPPLEMENTARY,
        None,
        None,
        "Rådmand",
        START,
        email="aase@kommune.example",
        phone="11223344",
        secretary_email="sek@kommune.example",
    )
    add_member(database, body_id, draft)
    return members_on(database, body_id, START)[0]


def test_private_data_are_kept_only_where_the_council_says_so_and_go_with_that(
    database: Database, body_id: int, member: MemberRow
) -> None:
    assert read_privacy(database, body_id).private_contacts is False
    roles = [contact.role for contact in read_contacts(database, member.person_id).contacts]
    assert ContactRole.PRIVATE not in roles
    with pytest.raises(InvalidValue, match="private"):
        write(database, member.person_id, PRIVATE)
    set_rules(database, body_id, private=True, months=None)
    write(database, member.person_id, PRIVATE)
    assert read_contacts(database, member.person_id).contacts[-1] == PRIVATE
    assert private_kept(database, body_id) == 1
    set_rules(database, body_id, private=False, months=None)
    assert private_kept(database, body_id) == 0
    assert "privat.example" not in everything_stored(database)
    set_rules(database, body_id, private=True, months=None)
    assert read_contacts(database, member.person_id).contacts[-1].is_empty
    assert member.email == members_on(database, body_id, START)[0].email


def test_what_another_council_keeps_stays(
    database: Database, body_id: int, member: MemberRow
) -> None:
    other = body_named(database, "Sjælland").id
    save_membership(database, member.person_id, MembershipDraft(other, PostKind.OBSERVER, START))
    for body in (body_id, other):
        set_rules(database, body, private=True, months=None)
    write(database, member.person_id, PRIVATE)
    assert private_kept(database, body_id) == 0
    set_rules(database, body_id, private=False, months=None)
    assert read_contacts(database, member.person_id).contacts[-1] == PRIVATE


def test_no_export_has_what_is_private(
    database: Database, body_id: int, member: MemberRow, tmp_path: Path
) -> None:
    set_rules(database, body_id, private=True, months=None)
    write(database, member.person_id, PRIVATE)
    written = [tmp_path / f"members{ending}" for ending in KINDS_OF_FILE]
    for path in written:
        export_members(database, body_id, START, path)
    labels = tmp_path / "labels.pdf"
    export_labels(member_labels(database, body_id, START), LabelSize.TWO_BY_FIVE, labels)
    found = address_list(database, body_id, Purpose.AGENDA, frozenset(Part), START)
    draft = tmp_path / "draft.eml"
    write_address_draft(found, draft)
    for path in (*written, labels, draft):
        data = path.read_bytes()
        said = words_of(data) if path.suffix == ".pdf" else unpacked(path)
        assert "Dal" in said or "aase@" in said
        for secret in ("privat.example", "99887766", "Hemmelig"):
            assert secret not in said, path
    assert "hjemme@" not in found.for_clipboard()
    report = person_report(database, member.person_id, datetime(2026, 3, 1, tzinfo=UTC))
    assert "Hemmelig Vej 1" in str(report.tables)


def unpacked(path: Path) -> str:
    if path.suffix != ".xlsx":
        return path.read_bytes().decode()
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def everything_stored(database: Database) -> str:
    """Return every word of every table that holds facts of people or what was done."""
    tables = ("person", "contact_point", "membership", "office", "audit_event", "reversal")
    with database.read() as session:
        return str([session.execute(text(f"SELECT * FROM {name}")).all() for name in tables])  # noqa: S608


def test_contacts_of_who_left_long_ago_go_and_name_title_and_history_stay(
    database: Database, body_id: int, member: MemberRow
) -> None:
    draft = read_member(database, member.membership_id, START)
    change_member(database, member.membership_id, replace(draft, phone="55667788"), START)
    rev = members_on(database, body_id, START)[0].rev
    end_membership(database, member.membership_id, END, "Fraflyttet", rev)
    set_rules(database, body_id, private=True, months=12)
    write(database, member.person_id, PRIVATE)
    assert former_with_contacts(database, body_id, 12, date(2027, 6, 30)) == ()
    (found,) = former_with_contacts(database, body_id, 12, date(2027, 7, 1))
    assert (found.name, found.last_day) == ("Åse Dal", END)
    assert found.kept == (
        "Medlemmet selv: e-mail, telefon; Sekretær: e-mail; Privat: e-mail, telefon, adresse"
    )
    assert anonymise(database, body_id, [found.person_id], date(2027, 6, 30)).value == 0
    assert anonymise(database, body_id, [], DAY).value == 0
    assert anonymise(database, body_id, [found.person_id], DAY).value == 1
    stored = everything_stored(database)
    for gone in ("kommune.example", "11223344", "55667788", "privat.example", "Hemmelig"):
        assert gone not in stored
    assert former_with_contacts(database, body_id, 12, DAY) == ()
    page = read_person_page(database, member.person_id)
    assert (page.name, page.offices[0].draft.title) == ("Åse Dal", "Rådmand")
    assert page.history[0].what.startswith("Kontaktoplysninger slettet: Medlemmet selv: e-mail")
    assert any(
        line.what == "Kontaktoplysninger ændret: Medlemmet selv: telefon" for line in page.history
    )


def test_who_still_sits_somewhere_keeps_their_contacts(
    database: Database, body_id: int, member: MemberRow
) -> None:
    end_membership(database, member.membership_id, END, "", member.rev)
    other = body_named(database, "Sjælland").id
    save_membership(database, member.person_id, MembershipDraft(other, PostKind.OBSERVER, START))
    assert former_with_contacts(database, body_id, 1, DAY) == ()


def test_minutes_keep_the_name_and_title_of_who_is_anonymised(demo: Database) -> None:
    body_id = body_named(demo, "Hovedstaden").id
    meeting = next(row for row in list_meetings(demo) if row.state.value == "published")
    row = members_on(demo, body_id, meeting.held_on)[0]
    before = minutes_content(demo, meeting.id)
    assert row.name in str(before)
    page = read_person_page(demo, row.person_id)
    for fact in page.memberships:
        if fact.draft.last_day is None:
            save_membership(
                demo,
                row.person_id,
                replace(
                    fact.draft,
                    last_day=date(2026, 12, 31),
                    rev=rev_of(demo, row.person_id, fact.draft.membership_id),
                ),
            )
    set_rules(demo, body_id, private=False, months=6)
    day = date(2028, 1, 1)
    assert row.person_id in {one.person_id for one in former_with_contacts(demo, body_id, 6, day)}
    anonymise(demo, body_id, [row.person_id], day)
    assert minutes_content(demo, meeting.id) == before
    assert read_contacts(demo, row.person_id).contacts[0].is_empty


def rev_of(database: Database, person_id: int, membership_id: int | None) -> int:
    page = read_person_page(database, person_id)
    return next(
        fact.draft.rev for fact in page.memberships if fact.draft.membership_id == membership_id
    )


def test_rules_are_checked(database: Database, body_id: int) -> None:
    rules = read_privacy(database, body_id)
    with pytest.raises(InvalidValue, match="fra 1 til 240"):
        save_privacy(database, body_id, replace(rules, kept_months=0))
    with pytest.raises(InvalidValue, match="hvor længe"):
        anonymise(database, body_id, [1], DAY)
    save_privacy(database, body_id, replace(rules, kept_months=3))
    with pytest.raises(ChangedElsewhere):
        save_privacy(database, body_id, rules)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 240))
def test_months_are_counted_as_calendars_do(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year - before.year) * 12 + day.month - before.month == months
    assert before.day <= day.day
    assert before.day == day.day or (
        before.replace(day=28).month == before.month and before.day >= 28
    )
