"""Contact cards keep every letter, and the directory says who sits where."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kkr_desktop.documents.contact_cards import write_contact_cards
from kkr_desktop.documents.directory import render_directory
from kkr_desktop.documents.member_content import MemberContent, MemberListContent
from tests.pdf_speech import spoken


def member(name: str = "Åse Dal", **facts: str) -> MemberContent:
    given, _, family = name.rpartition(" ")
    known = {
        "party_letter": "A",
        "party_name": "Socialdemokratiet",
        "municipality": "Ærø",
        "official_municipality": "Ærø Kommune",
        "title": "Borgmester",
        "role": "",
        "type": "Født",
        "email": "aase@aeroe.example",
        "phone": "+45 12 34 56 78",
        "secretary_email": "",
        "substitute": "",
    }
    return MemberContent(
        uid=f"uid-{name}",
        given_name=given,
        family_name=family,
        valid_from=date(2026, 1, 26),
        last_day=None,
        **(known | facts),
    )


def members(*listed: MemberContent) -> MemberListContent:
    return MemberListContent(
        document_uid="uid",
        dated=datetime(2026, 11, 25, 9, tzinfo=UTC),
        body_name="KKR Syddanmark",
        accent="",
        day=date(2026, 11, 25),
        members=listed,
    )


def test_a_contact_card_is_escaped_folded_and_danish() -> None:
    title = "Borgmester, formand; æøå\\ " + "ø" * 60
    text = write_contact_cards([member(title=title)], "KKR Syddanmark").decode()
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCARD"
    assert lines[1] == "VERSION:3.0"
    assert {"N:Dal;Åse;;;", "FN:Åse Dal", "ORG:Ærø Kommune"} <= set(lines)
    assert "EMAIL;TYPE=INTERNET,PREF:aase@aeroe.example" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = text.replace("\r\n ", "")
    assert "TITLE:Borgmester\\, formand\\; æøå\\\\ " + "ø" * 60 + "\r\n" in unfolded


def test_no_line_can_be_smuggled_into_a_card() -> None:
    text = write_contact_cards([member("Åse\r\nEND:VCARD Dal")], "").decode()
    assert text.count("END:VCARD\r\n") == 1


def test_the_directory_is_grouped_and_names_the_chair_first() -> None:
    pdf = render_directory(
        members(
            member("Abel Zeuthen", role="Næstformand", official_municipality="Aabenraa Kommune"),
            member("Bo Ås", role="Formand", type="Supplerende", title="Byrådsmedlem"),
            member("Åse Dal"),
        )
    )
    said = " ".join(spoken(pdf).words.split())
    headings = [
        " ".join(element.words.split())
        for element in spoken(pdf).walk()
        if element.role in {"H1", "H2"}
    ]
    assert headings == [
        "Formandskab",
        "Medlemmer efter kommune",
        "Ærø Kommune",
        "Aabenraa Kommune",
        "Medlemsliste",
        "Partier",
    ]
    assert said.index("Bo Ås (A) Formand") < said.index("Abel Zeuthen (A) Næstformand")
    of_aeroe = said[said.index("Medlemmer efter kommune") :]
    assert of_aeroe.index("Åse Dal (A) Borgmester") < of_aeroe.index("Bo Ås (A) Byrådsmedlem")


@pytest.mark.parametrize("listed", [(), (member("<b>Å & Ø</b>", title="", phone="", email=""),)])
def test_the_same_members_give_the_same_bytes(listed: tuple[MemberContent, ...]) -> None:
    assert render_directory(members(*listed)) == render_directory(members(*listed))


def test_a_title_longer_than_a_page_is_set() -> None:
    assert (
        spoken(render_directory(members(member(title="zebra " * 2000)))).words.count("zebra")
        == 2000
    )


def test_those_in_the_members_offices_have_cards_of_their_own_each_once() -> None:
    office = {
        "secretary_email": "ida@aeroe.example",
        "secretary_name": "Ida Ø",
        "executive_name": "Kai Å",
        "executive_phone": "11 22 33 44",
    }
    listed = [
        member("Åse Dal", **office),
        member("Bo Ås", **office, official_municipality="Ærø Kommune"),
        member("Ny By", secretary_email="by@ny.example", official_municipality="Ny Kommune"),
    ]
    text = write_contact_cards(listed, "KKR Syddanmark").decode().replace("\r\n ", "")
    names = [line.removeprefix("FN:") for line in text.split("\r\n") if line.startswith("FN:")]
    assert names == ["Åse Dal", "Bo Ås", "Ny By", "Ida Ø", "Kai Å", "Sekretær for Ny By"]
    assert "TITLE:Sekretær for Åse Dal\\, Bo Ås\r\n" in text
    assert "TITLE:Kommunaldirektør\r\n" in text
    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert len(set(uids)) == len(uids) == 6


def test_the_directory_has_those_without_a_seat_at_the_end_and_no_party_of_theirs() -> None:
    observer = member("Ida Gæst", type="Observatør", title="Direktør", party_letter="B")
    said = spoken(render_directory(replace(members(member()), attached=(observer,)))).words
    told = " ".join(said.split())
    assert "Observatører og sekretærer Ida Gæst Observatør, Direktør" in told


def test_the_directory_of_a_forum_has_neither_types_nor_parties() -> None:
    listed = member("Åse Dal", type="Medlem", title="Kommunaldirektør", party_letter="")
    told = spoken(render_directory(replace(members(listed), has_types=False))).words
    assert "fødte" not in told
    assert "Partier" not in told
    assert "Parti" not in told
