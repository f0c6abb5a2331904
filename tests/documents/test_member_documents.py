"""Contact cards keep every letter, and the directory says who sits where."""

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
