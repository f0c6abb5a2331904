"""The members of a council leave the program as files that others can use."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.contacts import Contact, read_contacts, save_contacts
from kkr_desktop.services.import_rows import RowOutcome
from kkr_desktop.services.member_columns import MemberColumn
from kkr_desktop.services.member_export import KINDS_OF_FILE, export_members
from kkr_desktop.services.member_import import counts, import_members, read_member_rows
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import members_on
from kkr_desktop.services.undoable import take_back
from kkr_desktop.storage.database import Database

DAY = date(2026, 5, 1)


@pytest.mark.parametrize("ending", KINDS_OF_FILE)
def test_all_58_members_are_in_each_kind_of_file(
    demo: Database, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"Medlemmer æøå{ending.upper()}"
    export_members(demo, body_named(demo, "Hovedstaden").id, DAY, path)
    data = path.read_bytes()
    match ending:
        case ".csv":
            text = io.StringIO(data.decode("utf-8-sig"), newline="")
            rows = list(csv.DictReader(text, delimiter=";"))
            assert len(rows) == 58
            assert sum(row["Type"] == "Født" for row in rows) == 29
            assert {row["Rolle"] for row in rows} == {"", "Formand", "Næstformand"}
        case ".xlsx":
            (page,) = load_workbook(io.BytesIO(data)).worksheets
            assert page.max_row == 59
        case ".vcf":
            text = data.decode().replace("\r\n ", "")
            assert text.count("CATEGORIES:KKR Hovedstaden\r\n") == 58
            offices = "CATEGORIES:KKR Hovedstaden – sekretærer og kommunaldirektører\r\n"
            assert text.count("BEGIN:VCARD\r\n") == 58 + text.count(offices)
            assert text.count(offices) == len(set(re.findall(r"borgmestersekr[^\r]*", text)))
        case _:
            assert data.startswith(b"%PDF-")


def test_another_kind_of_file_is_refused_and_nothing_written(
    demo: Database, tmp_path: Path
) -> None:
    path = tmp_path / "medlemmer.doc"
    with pytest.raises(InvalidValue, match=r"\.xlsx, \.csv, \.vcf"):
        export_members(demo, body_named(demo, "Hovedstaden").id, DAY, path)
    assert not path.exists()


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_contacts_of_a_members_office_go_out_and_come_back(
    demo: Database, tmp_path: Path, ending: str
) -> None:
    body_id, day = body_named(demo, "Hovedstaden").id, date(2026, 5, 1)
    row = members_on(demo, body_id, day)[0]
    known = read_contacts(demo, row.person_id)
    own = replace(known.contacts[0], address="Torvet 1\n2300 København S")
    secretary = replace(known.contacts[1], name="Ida Ø", phone="11 22 33 44")
    executive = Contact(ContactRole.CHIEF_EXECUTIVE, "Kai Å", "kai@by.example", "55 66 77 88")
    written = (own, secretary, executive)
    save_contacts(demo, replace(known, contacts=written))
    path = tmp_path / f"members{ending}"
    export_members(demo, body_id, day, path)
    rows = read_member_rows(path)
    again = import_members(demo, body_id, rows, {}, day).value
    assert counts(again.rows) == {RowOutcome.UNCHANGED: 58}
    empty = tuple(Contact(contact.role) for contact in written)
    save_contacts(demo, replace(read_contacts(demo, row.person_id), contacts=empty))
    back = import_members(demo, body_id, rows, {}, day).value
    assert counts(back.rows) == {RowOutcome.UNCHANGED: 57, RowOutcome.CHANGED: 1}
    assert read_contacts(demo, row.person_id).contacts == written
    take_back(demo, back.undo)
    assert all(contact.is_empty for contact in read_contacts(demo, row.person_id).contacts)


def test_a_member_of_a_chairmanship_is_just_that_and_comes_back_unchanged(
    demo: Database, tmp_path: Path
) -> None:
    body_id = body_named(demo, "Formandskab Hovedstaden").id
    path = tmp_path / "formandskab.csv"
    export_members(demo, body_id, DAY, path)
    rows = read_member_rows(path)
    assert [facts[MemberColumn.TYPE] for _, facts in rows] == ["Medlem", "Medlem"]
    again = import_members(demo, body_id, rows, {}, DAY).value
    assert counts(again.rows) == {RowOutcome.UNCHANGED: 2}
