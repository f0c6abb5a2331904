"""Observers and secretaries come in with the list of an office, and out again."""

from datetime import date
from pathlib import Path

import pytest

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.import_preview import preview_import
from kkr_desktop.services.import_rows import ImportRow, RowOutcome
from kkr_desktop.services.member_columns import MemberColumn
from kkr_desktop.services.member_export import export_members, member_list
from kkr_desktop.services.member_import import (
    counts,
    import_members,
    read_member_rows,
)
from kkr_desktop.services.register import attached_on, members_on
from kkr_desktop.services.undoable import take_back
from kkr_desktop.storage.database import Database

DAY = date(2026, 5, 1)


def written(path: Path, *rows: str) -> Path:
    path.write_text("\r\n".join(rows), encoding="utf-8")
    return path


def attached(database: Database, body_id: int) -> dict[str, PostKind]:
    return {row.name: row.type for row in attached_on(database, body_id, DAY)}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Navn;Type;E-mail",
            "Ola Iagttager;Observatør;ola@stat.example",
            "Sif Skriver;Sekretær;sif@kkr.example",
            "Bo Ås;Supplerende;bo@aas.example",
        ),
        (
            "Name,Role,E-mail",
            "Ola Iagttager,Observer,ola@stat.example",
            "Sif Skriver,Secretary,sif@kkr.example",
            "Bo Ås,Member,bo@aas.example",
        ),
    ],
    ids=["danish types", "english roles"],
)
def test_they_come_in_by_type_or_role_and_go_out_and_come_back_unchanged(
    database: Database, body_id: int, tmp_path: Path, lines: tuple[str, ...]
) -> None:
    rows = read_member_rows(written(tmp_path / "liste.csv", *lines))
    preview = preview_import(database, body_id, rows, {}, DAY)
    assert [row.words for row in preview] == [
        "Ny observatør, fra 01-05-2026.",
        "Ny sekretær, fra 01-05-2026.",
        "Nyt medlem, supplerende, fra 01-05-2026.",
    ]
    imported = import_members(database, body_id, rows, {}, DAY).value
    assert attached(database, body_id) == {
        "Ola Iagttager": PostKind.OBSERVER,
        "Sif Skriver": PostKind.SECRETARY,
    }
    assert [row.name for row in members_on(database, body_id, DAY)] == ["Bo Ås"]
    for name in ("ud.xlsx", "ud.csv"):
        export_members(database, body_id, DAY, tmp_path / name)
        out = read_member_rows(tmp_path / name)
        assert [facts.get(MemberColumn.TYPE) for _, facts in out] == [
            "Supplerende",
            "Observatør",
            "Sekretær",
        ]
        again = import_members(database, body_id, out, {}, DAY).value
        assert counts(again.rows) == {RowOutcome.UNCHANGED: 3}
    assert [one.family_name for one in member_list(database, body_id, DAY).members] == ["Ås"]
    take_back(database, imported.undo)
    assert attached(database, body_id) == {}


def test_what_does_not_fit_is_asked_about_or_refused(
    database: Database, body_id: int, tmp_path: Path
) -> None:
    first = written(tmp_path / "a.csv", "Navn;Type", "Ola Iagttager;Observatør")
    import_members(database, body_id, read_member_rows(first), {}, DAY)
    second = written(
        tmp_path / "b.csv",
        "Navn;Type;Rolle;Parti",
        "Ola Iagttager;Supplerende;;",
        "Sif Skriver;Supplerende;Sekretær;",
        "Kim Gæst;Observatør;Formand;",
    )
    found: tuple[ImportRow, ...] = preview_import(
        database, body_id, read_member_rows(second), {}, DAY
    )
    assert [row.outcome for row in found] == [
        RowOutcome.REFUSED,
        RowOutcome.UNCLEAR,
        RowOutcome.REFUSED,
    ]
    assert "Personen er observatør i registret" in found[0].words
    assert "passer ikke sammen" in found[1].words
