"""A council's documents look as its secretariat wants, and can always be read."""

from dataclasses import replace

import pytest

from kkr_desktop.documents.content import LogoContent
from kkr_desktop.model.bodies import AppendixNumbering
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.body_settings import read_body_settings, save_body_settings
from kkr_desktop.services.planning import body_named, list_meetings
from kkr_desktop.services.written import Area
from kkr_desktop.storage.database import Database
from tests.rich_texts import png


def test_settings_reach_the_documents_of_every_meeting(demo: Database) -> None:
    body_id = body_named(demo, "Hovedstaden").id
    settings = replace(
        read_body_settings(demo, body_id),
        mission="  Sammen om\tregionen ",
        group_meeting_note="Kl. 8.30",
        appendix_numbering=AppendixNumbering.THROUGH,
        accent="#5A1A1A",
    )
    written = save_body_settings(demo, body_id, settings)
    coming = next(row for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    assert (Area.AGENDA, coming.id) in [
        (change.area, change.meeting_id) for change in written.changes
    ]
    content = agenda_content(demo, coming.id)
    assert content.meeting.accent == "#5a1a1a"
    assert content.meeting.mission == "Sammen om regionen"
    labels = [
        appendix.label
        for section in content.sections
        for item in section.items
        for appendix in item.appendices
    ]
    assert labels == [f"Bilag {number}" for number in range(1, len(labels) + 1)]


@pytest.mark.parametrize(
    ("accent", "says"), [("rød", "seks tegn"), ("#12345", "seks tegn"), ("#ffcc00", "for lys")]
)
def test_a_colour_that_cannot_be_read_is_refused(
    database: Database, body_id: int, accent: str, says: str
) -> None:
    settings = read_body_settings(database, body_id)
    with pytest.raises(InvalidValue, match=says):
        save_body_settings(database, body_id, replace(settings, accent=accent))
    assert read_body_settings(database, body_id) == settings


def test_a_logo_reaches_the_front_page_and_is_never_without_words(demo: Database) -> None:
    body_id = body_named(demo, "Hovedstaden").id
    logo = png(200, 80, "teal")
    settings = replace(read_body_settings(demo, body_id), logo=logo, hyphenates=True)
    with pytest.raises(InvalidValue, match="hvad logoet forestiller"):
        save_body_settings(demo, body_id, settings)
    save_body_settings(demo, body_id, replace(settings, logo_alternate="KKR's bomærke"))
    coming = next(row for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    meeting = agenda_content(demo, coming.id).meeting
    assert meeting.logo == LogoContent(logo, "KKR's bomærke")
    assert meeting.hyphenates
    save_body_settings(demo, body_id, replace(read_body_settings(demo, body_id), logo=b""))
    assert agenda_content(demo, coming.id).meeting.logo is None
    assert read_body_settings(demo, body_id).logo_alternate == ""


def test_two_who_change_settings_do_not_overwrite_each_other(
    database: Database, body_id: int
) -> None:
    settings = read_body_settings(database, body_id)
    save_body_settings(database, body_id, replace(settings, accent="#102030"))
    with pytest.raises(ChangedElsewhere):
        save_body_settings(database, body_id, replace(settings, accent="#203040"))
