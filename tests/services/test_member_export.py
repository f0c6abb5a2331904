"""The members of a council leave the program as files that others can use."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.services.member_export import KINDS_OF_FILE, export_members
from kkr_desktop.services.planning import body_named
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
            assert data.decode().count("BEGIN:VCARD\r\n") == 58
        case _:
            assert data.startswith(b"%PDF-")


def test_another_kind_of_file_is_refused_and_nothing_written(
    demo: Database, tmp_path: Path
) -> None:
    path = tmp_path / "medlemmer.doc"
    with pytest.raises(InvalidValue, match=r"\.xlsx, \.csv, \.vcf"):
        export_members(demo, body_named(demo, "Hovedstaden").id, DAY, path)
    assert not path.exists()
