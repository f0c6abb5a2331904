"""Who is printed for: the members of the day who asked for paper."""

from dataclasses import replace

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.contacts import PersonContacts, read_contacts, save_contacts
from kkr_desktop.services.paper_copies import PaperReader, paper_readers
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.database import Database


def asking(contacts: PersonContacts, *, large: bool) -> PersonContacts:
    return replace(
        contacts,
        contacts=tuple(
            replace(contact, paper=not large, large_print=large)
            if contact.role is ContactRole.OWN
            else contact
            for contact in contacts.contacts
        ),
    )


def test_members_who_want_paper_or_large_print_are_printed_for(demo: Database) -> None:
    meeting = next(row for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    before = paper_readers(demo, meeting.id)
    known = {reader.name for reader in before}
    members = [
        member
        for member in members_on(demo, meeting.body_id, meeting.held_on)
        if member.name not in known
    ]
    for member, large in ((members[0], False), (members[1], True)):
        save_contacts(demo, asking(read_contacts(demo, member.person_id), large=large))
    added = [reader for reader in paper_readers(demo, meeting.id) if reader.name not in known]
    assert added == [PaperReader(members[0].name, False), PaperReader(members[1].name, True)]
