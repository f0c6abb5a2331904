"""Who is reached how, and the lists that are made of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.address_lists import (
    USUAL_PARTS,
    AddressList,
    Part,
    Purpose,
    address_list,
    write_address_draft,
)
from kkr_desktop.services.contacts import Contact, read_contacts, save_contacts
from kkr_desktop.services.dispatch_mail import mail_lists
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    change_member,
    read_member,
)
from kkr_desktop.services.register import attached_on, members_on
from kkr_desktop.storage.database import Database

DAY = date(2026, 2, 1)


@pytest.fixture
def people(database: Database, body_id: int) -> dict[str, int]:
    """Return the ids of two members by name; only Bo Ås has an address."""
    for name, email in (("Åse Dal", ""), ("Bo Ås", "bo@aas.example")):
        given, _, family = name.partition(" ")
        draft = MemberDraft(given, family, PostKind.SUPPLEMENTARY, None, None, "", DAY, email=email)
        add_member(database, body_id, draft)
    return {row.name: row.person_id for row in members_on(database, body_id, DAY)}


def write(database: Database, person_id: int, *contacts: Contact) -> None:
    known = read_contacts(database, person_id)
    kept = {contact.role: contact for contact in (*known.contacts, *contacts)}
    save_contacts(database, replace(known, contacts=tuple(kept.values())))


def listed(database: Database, body_id: int, purpose: Purpose) -> AddressList:
    return address_list(database, body_id, purpose, USUAL_PARTS[purpose], DAY)


def test_contacts_are_kept_by_role(database: Database, people: dict[str, int]) -> None:
    own = Contact(ContactRole.OWN, email="aase@dal.example", phone="12345678", paper=True)
    secretary = Contact(ContactRole.SECRETARY, "Ida Ø", "ida@dal.example", copy_agenda=True)
    chief = Contact(ContactRole.CHIEF_EXECUTIVE, "Kai Å", large_print=True)
    write(database, people["Åse Dal"], own, secretary, chief)
    assert read_contacts(database, people["Åse Dal"]).contacts == (own, secretary, chief)
    write(database, people["Åse Dal"], Contact(ContactRole.SECRETARY))
    (_, empty, kept) = read_contacts(database, people["Åse Dal"]).contacts
    assert empty.is_empty
    assert kept == chief


def test_how_a_member_wants_it_outlives_a_correction_of_the_member(
    database: Database, body_id: int, people: dict[str, int]
) -> None:
    write(database, people["Åse Dal"], Contact(ContactRole.OWN, large_print=True))
    (row,) = [row for row in members_on(database, body_id, DAY) if row.name == "Åse Dal"]
    draft = replace(read_member(database, row.membership_id, DAY), phone="1234")
    change_member(database, row.membership_id, draft, DAY)
    own = read_contacts(database, people["Åse Dal"]).contacts[0]
    assert (own.large_print, own.phone) == (True, "1234")


def test_contacts_that_were_changed_meanwhile_are_not_overwritten(
    database: Database, people: dict[str, int]
) -> None:
    stale = read_contacts(database, people["Bo Ås"])
    write(database, people["Bo Ås"], Contact(ContactRole.OWN, email="ny@aas.example"))
    with pytest.raises(ChangedElsewhere):
        save_contacts(database, stale)


@pytest.mark.parametrize(
    ("contact", "reason"),
    [
        (Contact(ContactRole.SECRETARY, email="ida(at)dal.dk"), "ikke en e-mailadresse"),
        (Contact(ContactRole.SECRETARY, "Ida 010203-1234"), "CPR"),
        (Contact(ContactRole.OWN, phone="0102031234"), "CPR"),
    ],
)
def test_what_is_no_address_and_what_is_a_personal_number_is_refused(
    database: Database, people: dict[str, int], contact: Contact, reason: str
) -> None:
    with pytest.raises(InvalidValue, match=reason):
        write(database, people["Bo Ås"], contact)


def test_no_personal_number_gets_into_the_register(database: Database, body_id: int) -> None:
    draft = MemberDraft("Åse", "Dal 010203-1234", PostKind.SUPPLEMENTARY, None, None, "", DAY)
    for wrong in (draft, replace(draft, family_name="Dal", title="Cpr 0102031234")):
        with pytest.raises(InvalidValue, match="CPR"):
            add_member(database, body_id, wrong)
    assert members_on(database, body_id, DAY) == ()


def test_a_list_follows_its_purpose_and_names_who_is_missing(
    database: Database, body_id: int, people: dict[str, int]
) -> None:
    office = "kontor@aas.example"
    write(
        database,
        people["Bo Ås"],
        Contact(ContactRole.SECRETARY, "Ida Ø", office.upper()),
        Contact(ContactRole.CHIEF_EXECUTIVE, "Kai Å", "kai@aas.example", copy_agenda=True),
    )
    write(
        database,
        people["Åse Dal"],
        Contact(ContactRole.OWN, large_print=True),
        Contact(ContactRole.SECRETARY, "", office),
        Contact(ContactRole.CHIEF_EXECUTIVE, "Eva Y", "eva@dal.example"),
    )
    agenda = listed(database, body_id, Purpose.AGENDA)
    assert agenda.title == "Udsendelse af dagsorden – KKR Nordjylland"
    assert agenda.for_clipboard() == "bo@aas.example; KONTOR@AAS.EXAMPLE; kai@aas.example"
    assert [one.reason for one in agenda.addressees][:2] == ["Medlem", "Sekretær for Bo Ås"]
    assert agenda.missing == ("Åse Dal",)
    assert agenda.on_paper == ("Åse Dal (stor skrift)",)
    minutes = listed(database, body_id, Purpose.MINUTES)
    assert minutes.for_clipboard() == "bo@aas.example; kai@aas.example"
    invitation = listed(database, body_id, Purpose.INVITATION)
    assert invitation.for_clipboard() == "bo@aas.example; KONTOR@AAS.EXAMPLE"
    only = address_list(database, body_id, Purpose.AGENDA, frozenset({Part.MEMBERS}), DAY)
    assert only.for_clipboard() == "bo@aas.example"


@pytest.mark.usefixtures("people")
def test_observers_and_the_councils_secretary_are_sent_agendas_and_minutes(
    database: Database, body_id: int
) -> None:
    for name, kind, email in (
        ("Ola Iagttager", PostKind.OBSERVER, "ola@stat.example"),
        ("Ny Iagttager", PostKind.OBSERVER, ""),
        ("Sif Skriver", PostKind.SECRETARY, "sif@kkr.example"),
    ):
        given, _, family = name.partition(" ")
        draft = MemberDraft(given, family, kind, None, None, "", DAY, email=email)
        add_member(database, body_id, draft)
    ola = next(row for row in attached_on(database, body_id, DAY) if row.name == "Ola Iagttager")
    write(
        database,
        ola.person_id,
        Contact(ContactRole.SECRETARY, "Kim", "kim@stat.example", copy_agenda=True),
    )
    for purpose in (Purpose.AGENDA, Purpose.MINUTES):
        found = listed(database, body_id, purpose)
        assert [(one.address, one.reason) for one in found.addressees] == [
            ("bo@aas.example", "Medlem"),
            ("ola@stat.example", "Observatør"),
            ("kim@stat.example", "Kopi: sekretær for Ola Iagttager"),
            ("sif@kkr.example", "Sekretær for KKR Nordjylland"),
        ]
        assert found.missing == ("Åse Dal", "Ny Iagttager")
    invitation = listed(database, body_id, Purpose.INVITATION)
    assert invitation.for_clipboard() == "bo@aas.example"
    only = address_list(database, body_id, Purpose.AGENDA, frozenset({Part.ATTACHED}), DAY)
    assert only.missing == ("Ny Iagttager",)
    lists = mail_lists(database, body_id, USUAL_PARTS[Purpose.AGENDA], DAY)
    assert [row.part for row in lists] == [Part.MEMBERS, Part.ATTACHED]


@pytest.mark.usefixtures("people")
def test_a_draft_to_the_list_is_written_whole(
    database: Database, body_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "Udsendelse æøå.eml"
    write_address_draft(listed(database, body_id, Purpose.AGENDA), path)
    data = path.read_bytes()
    assert b"Bcc: bo@aas.example\r\n" in data
    assert b"X-Unsent: 1\r\n" in data
