"""Takes in whom a member's office is reached by: the secretary, the chief executive, the post."""

from dataclasses import replace

from sqlalchemy.orm import Session

from kkr_desktop.model.people import ContactRole, Person
from kkr_desktop.model.text import kept_lines, one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.contacts import (
    Contact,
    changed_words,
    contact_of,
    contact_points,
    write_contact,
)
from kkr_desktop.services.import_rows import Facts
from kkr_desktop.services.member_checks import check_address
from kkr_desktop.services.member_columns import CONTACT_COLUMNS


def take_contacts(session: Session, person_id: int, facts: Facts) -> list[str]:
    """Write what a row says of contacts; return what that changed. Empty cells remove nothing.

    Raises InvalidValue for an address that is none.
    """
    points = contact_points(session, person_id)
    told: list[str] = []
    for role in (ContactRole.OWN, ContactRole.SECRETARY, ContactRole.CHIEF_EXECUTIVE):
        before = contact_of(role, points)
        after = _put_over(before, role, facts)
        changed = changed_words(before, after)
        if changed:
            write_contact(session, person_id, after, points)
            told += changed
    if told:
        record(session, session.get_one(Person, person_id), "contacts", after="; ".join(told))
    return told


def _put_over(known: Contact, role: ContactRole, facts: Facts) -> Contact:
    for column, (of_role, field) in CONTACT_COLUMNS.items():
        words = facts.get(column, "")
        if of_role is not role or not words:
            continue
        if field == "email":
            check_address(column.value, words)
        is_address = field == "address"
        value = kept_lines(words.replace(", ", "\n")) if is_address else one_line(words)
        known = replace(known, **{field: value})
    return known
