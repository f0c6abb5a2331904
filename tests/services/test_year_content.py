"""The wheel of a council has its forums on rings of their own; those of all share theirs."""

from datetime import date

from kkr_desktop.documents.year_content import YearRing
from kkr_desktop.services.planning import bodies, body_named
from kkr_desktop.services.proposals import apply_plan
from kkr_desktop.services.year_content import year_content, year_of_council
from kkr_desktop.services.year_plan import propose_year
from kkr_desktop.storage.database import Database

FORUMS = ("Formandskaber", "Kommunaldirektørkredse")


def plan(database: Database) -> None:
    everybody = [body.id for body in bodies(database)]
    apply_plan(database, propose_year(database, everybody, 2027))


def test_the_year_of_a_council_holds_the_forums_that_prepare_its_rounds(
    database: Database,
) -> None:
    plan(database)
    council = body_named(database, "Hovedstaden").id
    content = year_of_council(database, 2027, council)
    names = [ring.name for ring in content.rings]
    assert names[0] == "Hovedstaden"
    assert {"Formandskab Hovedstaden", "K29", "KL-møder"} <= set(names)
    assert "K17" not in names
    assert content.title == "Årshjul 2027 for KKR Hovedstaden"
    assert year_of_council(database, 2027, body_named(database, "K29").id) == content
    for meeting in content.meetings:
        assert content.rings[meeting.ring] == YearRing(meeting.short_name, meeting.colour)
        assert meeting.round_number in {1, 2, 3, 4, 5}
        assert meeting.is_of_forum is (meeting.short_name != "Hovedstaden")


def test_the_forums_of_all_councils_share_a_ring_a_kind_in_the_councils_colours(
    database: Database,
) -> None:
    plan(database)
    content = year_of_council(database, 2027, None)
    names = [ring.name for ring in content.rings]
    assert names[:5] == ["Nordjylland", "Midtjylland", "Syddanmark", "Hovedstaden", "Sjælland"]
    assert set(FORUMS) < set(names)
    assert all((ring.colour is None) is (ring.name in names[5:-1]) for ring in content.rings)
    by_name = {meeting.short_name: meeting for meeting in content.meetings}
    assert by_name["K17"].colour == by_name["Sjælland"].colour
    assert content.rings[by_name["K17"].ring].name == "Kommunaldirektørkredse"
    together = body_named(database, "KL-møder").id
    assert year_of_council(database, 2027, together) == content


def test_the_plan_of_a_body_is_its_own_alone(database: Database) -> None:
    plan(database)
    content = year_content(database, 2027, body_named(database, "K29").id)
    assert content.body_names == ("Kommunaldirektørkreds K29",)
    assert {meeting.round_number for meeting in content.meetings} == {1, 2, 3, 4, 5}
    assert all(meeting.day.year == 2027 for meeting in content.meetings)
    assert content.meetings[0].day > date(2027, 1, 1)
