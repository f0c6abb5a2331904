"""A person can see everything that the register has of them."""

from datetime import UTC, date, datetime

import pytest

from kkr_desktop.documents.person_report import render_person_report
from kkr_desktop.model.errors import NotFound
from kkr_desktop.services.membership_ends import end_membership
from kkr_desktop.services.person_report import person_report
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import MemberRole, members_on
from kkr_desktop.storage.database import Database
from tests.pdf_speech import spoken

MOMENT = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_the_report_has_every_fact_and_every_change(demo: Database) -> None:
    rows = members_on(demo, body_named(demo, "Hovedstaden").id, MOMENT.date())
    (chair,) = [row for row in rows if row.role is MemberRole.CHAIR]
    end_membership(demo, chair.membership_id, date(2027, 3, 31), "Flytter til Ærø", chair.rev)
    report = person_report(demo, chair.person_id, MOMENT)
    tables = {table.title: table.rows for table in report.tables}
    assert (chair.email in str(tables["Kontaktoplysninger"])) is True
    ((body, seat, first, last, reason),) = [
        row for row in tables["Medlemskaber og roller"] if row[1] == "Født medlem"
    ]
    assert (body, seat, first) == ("KKR Hovedstaden", "Født medlem", "26-01-2026")
    assert (last, reason) == ("31-03-2027", "Flytter til Ærø")
    assert any(row[1] == "Formand" for row in tables["Medlemskaber og roller"])
    assert tables["Hverv"][0][:2] == (chair.title, chair.official_municipality)
    assert f"({chair.party_letter})" in tables["Parti, som personen er valgt for"][0][0]
    assert tables["Deltagelse i møder"]
    told = [row[2].split(":")[0] for row in tables["Ændringer i registret"]]
    assert [words.split(" (")[0] for words in told] == [
        "Parti tilføjet",
        "Rolle givet",
        "Med i formandskabet i kraft af rollen",
        "Tilføjet som medlem",
        "Medlemskabet afsluttet",
    ]
    said = " ".join(spoken(render_person_report(report)).words.split())
    assert chair.name in said
    assert "Flytter til Ærø" in said


def test_nobody_is_reported_who_is_not_there(database: Database) -> None:
    with pytest.raises(NotFound, match="Personen"):
        person_report(database, 999, MOMENT)
