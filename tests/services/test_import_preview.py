"""An answer is shown at once: only the rows that it is about are looked at again."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kkr_desktop.model.bodies import Party
from kkr_desktop.services.import_matching import NEW_LIST
from kkr_desktop.services.import_preview import ImportPreview
from kkr_desktop.services.import_rows import ImportRow, RowOutcome
from kkr_desktop.services.member_columns import MemberColumn
from kkr_desktop.services.member_import import MemberRows, import_members, read_member_rows
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.database import Database

DAY = date(2026, 5, 1)
LIST = """Navn;Bogstav;Parti;Kommune
Åse Dal;;S;Dragør
Bo Ås;A;;Ballerup
Åse Dal;A;;Dragør
Ærke Sø;Y;Ishøjlisten;Ishøj
Per Å;Y;Ishøjlisten;Ishøj
"""
UNCLEAR, ADDED, REFUSED = RowOutcome.UNCLEAR, RowOutcome.ADDED, RowOutcome.REFUSED


@pytest.fixture
def rows(tmp_path: Path) -> MemberRows:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    return read_member_rows(path)


@pytest.fixture
def body(database: Database) -> int:
    return body_named(database, "Hovedstaden").id


def outcomes(found: tuple[ImportRow, ...]) -> list[RowOutcome]:
    return [row.outcome for row in found]


def test_an_answer_costs_only_the_rows_that_it_is_about(
    database: Database, body: int, rows: MemberRows
) -> None:
    looked_at: list[int] = []
    with closing(ImportPreview(database, body, rows, DAY)) as preview:
        found = preview.answer({})
        assert outcomes(found) == [UNCLEAR, ADDED, ADDED, UNCLEAR, UNCLEAR]
        answer = {(found[3].number, MemberColumn.PARTY_NAME): NEW_LIST}
        found = preview.answer(answer, lambda _place, total: looked_at.append(total))
        assert looked_at == [2, 2]
        assert outcomes(found) == [UNCLEAR, ADDED, ADDED, ADDED, ADDED]
    assert members_on(database, body, DAY) == ()
    with database.read() as session:
        assert session.query(Party).filter_by(letter="Y").count() == 0


def test_what_is_imported_is_what_was_shown_in_whatever_order_it_was_answered(
    database: Database, body: int, rows: MemberRows
) -> None:
    with closing(ImportPreview(database, body, rows, DAY)) as preview:
        found = preview.answer({})
        question = found[0].question
        assert question is not None
        social = next(one.value for one in question.choices if "Socialdem" in one.label)
        preview.answer({(found[3].number, MemberColumn.PARTY_NAME): NEW_LIST})
        found = preview.answer({(found[0].number, MemberColumn.PARTY_NAME): social})
        assert outcomes(found) == [REFUSED, ADDED, ADDED, ADDED, ADDED]
        assert "række 4" in found[0].words
        clear, answers = preview.clear_rows(), preview.answers
    imported = import_members(database, body, clear, answers, DAY).value
    shown = {row for row in found if row.is_clear}
    assert set(imported.rows) == shown
    assert {row.name for row in members_on(database, body, DAY)} == {row.name for row in shown}
