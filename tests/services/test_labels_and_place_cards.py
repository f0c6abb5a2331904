"""Labels for whom post goes to, and place cards for those who come to a meeting."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kkr_desktop.documents.label_content import CardSize, LabelSize, PlaceCard
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.attendance import attendance
from kkr_desktop.services.attendance_changes import set_status
from kkr_desktop.services.attendance_moves import bring_substitute
from kkr_desktop.services.contacts import Contact, read_contacts, save_contacts
from kkr_desktop.services.guests import GuestRow, save_guest
from kkr_desktop.services.labels import export_labels, label_size, member_labels
from kkr_desktop.services.person_facts import FactDraft, FactKind, save_fact
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.place_cards import export_place_cards, place_cards
from kkr_desktop.services.planning import body_named, list_meetings
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of

DAY = date(2026, 5, 1)


def hovedstaden(database: Database) -> int:
    return body_named(database, "Hovedstaden").id


def coming_meeting(database: Database) -> int:
    return next(row.id for row in list_meetings(database) if row.state is MeetingState.DRAFTING)


def test_a_label_says_where_post_goes_and_who_lacks_an_address_is_told(
    demo: Database, tmp_path: Path
) -> None:
    first, second, *_ = members_on(demo, hovedstaden(demo), DAY)
    known = read_contacts(demo, first.person_id)
    address = "  Rådhuset\r\n\n Torvet 1,   st. \n2300 København S "
    own = Contact(ContactRole.OWN, email=first.email, address=address, paper=True)
    save_contacts(demo, replace(known, contacts=(own, *known.contacts[1:])))

    labels = member_labels(demo, hovedstaden(demo), DAY)
    lines = ("Rådhuset", "Torvet 1, st.", "2300 København S")
    assert labels.content.labels[0] == (
        first.name,
        first.title,
        first.official_municipality,
        *lines,
    )
    assert labels.content.labels[1] == (second.name, second.title, second.official_municipality)
    assert len(labels.content.labels) == 58
    assert labels.missing[0] == second.name
    assert len(labels.missing) == 57

    on_paper = member_labels(demo, hovedstaden(demo), DAY, only_on_paper=True, first_place=3)
    assert [label[0] for label in on_paper.content.labels] == [first.name]
    assert on_paper.missing == ()
    path = tmp_path / "labels.pdf"
    export_labels(on_paper, LabelSize.TWO_BY_SEVEN, path)
    assert "Torvet 1, st. 2300 København S" in words_of(path.read_bytes())


def test_a_sheet_is_known_by_the_size_of_its_labels() -> None:
    assert label_size("63,5x38,1") is LabelSize.THREE_BY_SEVEN
    with pytest.raises(InvalidValue, match="70x36"):
        label_size("70x35")


def test_cards_are_for_those_who_come_with_titles_and_parties_of_the_day(
    demo: Database, tmp_path: Path
) -> None:
    meeting_id = coming_meeting(demo)
    rows = attendance(demo, meeting_id)
    assert len(place_cards(demo, meeting_id).cards) == 58
    with_substitute = next(row for row in rows if row.candidates)
    away, online, sits = [row for row in rows if row is not with_substitute][:3]
    set_status(demo, meeting_id, [away.membership_id], AttendanceStatus.APOLOGY)
    set_status(demo, meeting_id, [online.membership_id], AttendanceStatus.ONLINE)
    substitute_name = with_substitute.candidates[0].person.name
    bring_substitute(
        demo, meeting_id, with_substitute.membership_id, with_substitute.candidates[0].person.id
    )
    page = read_person_page(demo, sits.person_id)
    (current, *_) = page.offices
    held_on = next(row.held_on for row in list_meetings(demo) if row.id == meeting_id)
    later = FactDraft(FactKind.OFFICE, date(held_on.year + 1, 6, 1), title="Rådmand")
    ended = replace(current.draft, last_day=date(held_on.year + 1, 5, 31))
    save_fact(demo, sits.person_id, ended)
    save_fact(demo, sits.person_id, later)

    for item in (None, None):
        save_guest(demo, meeting_id, GuestRow("Pia Gæst", "chef i KL", item_id=item))

    content = place_cards(demo, meeting_id, ["Ida Ø, direktør, KL", "  ", "Kai Å"])
    by_name = {card.name: card for card in content.cards}
    assert {away.name, online.name, with_substitute.name} & set(by_name) == set()
    assert by_name[sits.name].lines == (
        f"{sits.title} ({sits.party_letter}), {sits.official_municipality}",
    )
    assert with_substitute.official_municipality in by_name[substitute_name].lines[0]
    assert content.cards[-3] == PlaceCard("Pia Gæst", ("chef i KL",))
    assert sum(card.name == "Pia Gæst" for card in content.cards) == 1
    assert content.cards[-2:] == (PlaceCard("Ida Ø", ("direktør, KL",)), PlaceCard("Kai Å", ()))
    path = tmp_path / "cards.pdf"
    export_place_cards(content, CardSize.SMALL, path)
    assert sits.name in words_of(path.read_bytes())
