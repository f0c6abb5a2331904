"""A list from an office comes in without a guess, twice without a difference, and out again."""

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from kkr_desktop.documents.member_content import MemberContent
from kkr_desktop.model.bodies import Party, PostKind
from kkr_desktop.model.errors import ChangedElsewhere, FileProblem, InvalidValue
from kkr_desktop.model.personal_number import holds_personal_number
from kkr_desktop.services.import_matching import NEW_LIST, NEW_PERSON, Matching
from kkr_desktop.services.import_preview import preview_import
from kkr_desktop.services.import_rows import Answers, ImportRow, RowOutcome, Unclear
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.member_columns import MemberColumn
from kkr_desktop.services.member_export import export_members, member_list
from kkr_desktop.services.member_import import (
    Imported,
    body_of_rows,
    counts,
    import_members,
    read_member_rows,
)
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    change_member,
    read_member,
)
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import members_on
from kkr_desktop.services.undoable import take_back
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database
from tests.services.office_list import (
    MISSPELT_TOWN,
    PRESS_PARTY,
    TWO_PEOPLE,
    WRONG_TOWN,
    office_rows,
    office_workbook,
)

DAY = date(2026, 5, 1)


@pytest.fixture(scope="module")
def people(
    demo_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[MemberContent, ...]:
    folder = tmp_path_factory.mktemp("people") / "demo"
    shutil.copytree(demo_folder, folder)
    database = open_database(DataFolder(folder))
    listed = member_list(database, body_named(database, "Hovedstaden").id, DAY).members
    database.close()
    return listed


def hovedstaden(database: Database) -> int:
    return body_named(database, "Hovedstaden").id


def table(path: Path, *rows: tuple[str, ...]) -> Path:
    path.write_text("\r\n".join(";".join(row) for row in rows), encoding="utf-8")
    return path


def preview(database: Database, path: Path, answers: Answers | None = None) -> list[ImportRow]:
    rows = read_member_rows(path)
    return list(preview_import(database, hovedstaden(database), rows, answers or {}, DAY))


def take_in(database: Database, path: Path, answers: Answers | None = None) -> Imported:
    rows = read_member_rows(path)
    return import_members(database, hovedstaden(database), rows, answers or {}, DAY).value


def members(database: Database) -> set[str]:
    return {row.name for row in members_on(database, hovedstaden(database), DAY)}


def test_an_office_workbook_of_58_rows(
    database: Database, people: tuple[MemberContent, ...], tmp_path: Path
) -> None:
    path = tmp_path / "Medlemmer æøå.xlsx"
    path.write_bytes(office_workbook(people))
    shown = preview(database, path)
    assert len(shown) == 58
    assert members(database) == set()

    imported = take_in(database, path)
    assert list(imported.rows) == shown
    by_name = {row.name: row for row in shown[:-1]}
    two = shown[TWO_PEOPLE]
    assert (two.outcome, "to personer" in two.words) == (RowOutcome.UNCLEAR, True)
    assert by_name[people[WRONG_TOWN].name].outcome is RowOutcome.REFUSED
    assert "KKR Syddanmark" in by_name[people[WRONG_TOWN].name].words
    misspelt = by_name[people[MISSPELT_TOWN].name]
    assert "Mente du Frederiksberg?" in misspelt.words
    press = by_name[people[PRESS_PARTY].name]
    assert "Socialdemokratiet (A)" in press.words
    assert "Slesvigsk Parti" in press.words
    assert "række 4" in shown[-1].words
    locals_ = [row for row in shown if "liste" in row.party.casefold() and not row.is_clear]
    assert len(locals_) == 2
    assert counts(shown) == {
        RowOutcome.ADDED: 51,
        RowOutcome.UNCLEAR: 5,
        RowOutcome.REFUSED: 2,
    }
    assert len(members(database)) == 51
    (chair,) = [
        row for row in members_on(database, hovedstaden(database), DAY) if row.role == "chair"
    ]
    assert chair.name == next(one.name for one in people if one.role == "Formand")

    again = take_in(database, path)
    assert counts(again.rows)[RowOutcome.UNCHANGED] == 51
    assert again.undo.touched == ()


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", "\t")],
)
def test_csv_in_every_encoding_and_dialect(
    database: Database,
    people: tuple[MemberContent, ...],
    tmp_path: Path,
    encoding: str,
    delimiter: str,
) -> None:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter)
    writer.writerow(["Full name", "Party", "Municipality", "Title", "Email", "Phone", "Role"])
    writer.writerows(office_rows(people)[:9])
    path = tmp_path / "list.csv"
    path.write_bytes(target.getvalue().encode(encoding))
    shown = preview(database, path)
    assert [row.name for row in shown[:2]] == [people[0].name, people[1].name]
    assert sum(row.outcome is RowOutcome.ADDED for row in shown) >= 7


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_what_was_exported_changes_nothing_when_it_comes_back(
    demo: Database, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"medlemmer{ending}"
    export_members(demo, hovedstaden(demo), DAY, path)
    shown = take_in(demo, path)
    assert counts(shown.rows) == {RowOutcome.UNCHANGED: 58}
    assert shown.undo.touched == ()


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12
).filter(
    lambda one: (
        bool(one.strip())
        and " ".join(one.split()) == one
        and one.isprintable()
        and not holds_personal_number(one)
    )
)


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_database(DataFolder(tmp_path_factory.mktemp("growing") / "data"))
    yield database
    database.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(words, words, words, words, st.sampled_from([".xlsx", ".csv"]))
def test_whatever_a_member_is_called_comes_back_as_it_was(
    growing: Database,
    tmp_path_factory: pytest.TempPathFactory,
    given_name: str,
    family_name: str,
    title: str,
    phone: str,
    ending: str,
) -> None:
    body_id = hovedstaden(growing)
    name = f"{given_name} {family_name}"
    assume(name.casefold() not in {one.casefold() for one in members(growing)})
    draft = MemberDraft(
        given_name, family_name, PostKind.SUPPLEMENTARY, None, None, title, DAY, phone=phone
    )
    add_member(growing, body_id, draft)
    before = members_on(growing, body_id, DAY)
    path = tmp_path_factory.mktemp("out") / f"x{ending}"
    export_members(growing, body_id, DAY, path)
    take_in(growing, path)
    assert members_on(growing, body_id, DAY) == before


def test_a_row_says_what_it_changes_and_an_empty_cell_removes_nothing(
    demo: Database, people: tuple[MemberContent, ...], tmp_path: Path
) -> None:
    one = people[0]
    path = table(
        tmp_path / "x.csv",
        ("Efternavn", "Fornavn", "Telefon", "E-mail", "Fra"),
        (one.family_name, one.given_name, "11 22 33 44", "", "26.1.2026"),
    )
    (row,) = preview(demo, path)
    assert row.outcome is RowOutcome.CHANGED
    assert row.words == f"Telefon »{one.phone}« bliver »11 22 33 44«."
    take_in(demo, path)
    (changed,) = [r for r in members_on(demo, hovedstaden(demo), DAY) if r.name == one.name]
    assert (changed.phone, changed.email) == ("11 22 33 44", one.email)


@pytest.mark.parametrize(
    ("heading", "party", "letter"),
    [
        ("Parti", "A", "A"),
        ("Parti", "Socialdemokratiet", "A"),
        ("Parti", "S - Socialdemokratiet", "A"),
        ("Parti", "Socialdemokratiet (A)", "A"),
        ("Parti", "Slesvigsk Parti", "S"),
        ("Partibogstav", "S", "S"),
        ("Partiforkortelse", "S", "A"),
        ("Parti", "S", None),
        ("Parti", "K", None),
        ("Parti", "V", "V"),
        ("Parti", "De Konservative", "C"),
        ("Parti", "SF", "F"),
        ("Parti", "Radikale", "B"),
        ("Parti", "Venstre (A)", None),
        ("Parti", "Ukendtpartiet", None),
        ("Parti", "Løsgænger", ""),
    ],
)
def test_a_party_is_recognised_or_asked_about_never_guessed(
    growing: Database, heading: str, party: str, letter: str | None
) -> None:
    facts = {MemberColumn(heading): party}
    with growing.read() as session:
        matching = Matching(session, hovedstaden(growing), {}, DAY)
        if letter is None:
            with pytest.raises(Unclear) as unclear:
                matching.party(2, facts, None)
            assert unclear.value.question.choices
        else:
            party_id = matching.party(2, facts, None)
            found = None if party_id is None else session.get_one(Party, party_id).letter
            assert found == (letter or None)


@pytest.mark.parametrize(
    ("body", "written", "known"),
    [
        ("Midtjylland", "Århus", "Aarhus"),
        ("Syddanmark", "Nordfyn", "Nordfyns"),
        ("Syddanmark", "Fåborg Midtfyn Kommune", "Faaborg-Midtfyn"),
        ("Nordjylland", "Vesthimmerland", "Vesthimmerlands"),
        ("Nordjylland", "MORS", "Morsø"),
        ("Hovedstaden", "Bornholm", "Bornholm"),
        ("Hovedstaden", "Bornholms Regionskommune", "Bornholm"),
        ("Hovedstaden", "Lyngby-Tårbæk Kommune", "Lyngby-Taarbæk"),
    ],
)
def test_a_municipality_is_known_by_its_usual_names_and_names_the_council(
    growing: Database, tmp_path: Path, body: str, written: str, known: str
) -> None:
    path = table(tmp_path / "x.csv", ("Navn", "Kommune"), ("Åse Dal", written))
    body_id = body_of_rows(growing, read_member_rows(path), DAY)
    assert body_id == body_named(growing, body).id
    with growing.read() as session:
        town = Matching(session, body_id, {}, DAY).town(2, {MemberColumn.MUNICIPALITY: written})
    assert town is not None
    assert town.name == known


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Åse Dal 010203-1234", "CPR"),
        ("Åse Dal & Bo Ås", "to personer"),
        ("Åse Dal / Bo Ås", "to personer"),
        ("Åse Dal, formand", "navn og en titel"),
    ],
)
def test_a_name_that_is_not_one_persons_is_not_taken(
    database: Database, tmp_path: Path, name: str, what: str
) -> None:
    path = table(tmp_path / "x.csv", ("Navn", "Kommune"), (name, "Gladsaxe"), ("Bo Ås", "Ballerup"))
    first, second = take_in(database, path).rows
    assert what in first.words
    assert second.outcome is RowOutcome.ADDED
    assert members(database) == {"Bo Ås"}


def test_what_was_answered_once_is_not_asked_again_of_someone_who_has_that_party(
    database: Database, tmp_path: Path
) -> None:
    path = table(tmp_path / "x.csv", ("Navn", "Kommune", "Parti"), ("Bo Ås", "Ballerup", "S"))
    (asked,) = take_in(database, path).rows
    assert asked.question is not None
    social = next(one for one in asked.question.choices if "Socialdemokratiet" in one.label)
    take_in(database, path, {(2, MemberColumn.PARTY_NAME): social.value})
    assert counts(take_in(database, path).rows) == {RowOutcome.UNCHANGED: 1}
    (row,) = members_on(database, hovedstaden(database), DAY)
    assert row.party_letter == "A"


@pytest.mark.parametrize("words", ["58 medlemmer", "Vakant", "N.N.", "ledig plads"])
def test_a_line_that_counts_and_a_vacant_seat_are_nobody(
    database: Database, tmp_path: Path, words: str
) -> None:
    path = table(tmp_path / "x.csv", ("Navn", "Kommune"), (words, ""), ("Bo Ås", "Ballerup"))
    first, second = take_in(database, path).rows
    assert (first.outcome, second.outcome) == (RowOutcome.UNCLEAR, RowOutcome.ADDED)
    assert words in first.words
    assert members(database) == {"Bo Ås"}


def test_the_chief_executives_of_a_councils_municipalities_come_into_its_forum(
    database: Database, tmp_path: Path
) -> None:
    forum = body_named(database, "K29").id
    path = table(
        tmp_path / "x.csv",
        ("Navn", "Kommune", "Titel"),
        ("Åse Dal", "Ballerup", "Kommunaldirektør"),
        ("Bo Ås", "Aarhus", "Kommunaldirektør"),
    )
    imported = import_members(database, forum, read_member_rows(path), {}, DAY).value
    assert [row.outcome for row in imported.rows] == [RowOutcome.ADDED, RowOutcome.REFUSED]
    (row,) = members_on(database, forum, DAY)
    assert (row.name, row.municipality, row.title) == ("Åse Dal", "Ballerup", "Kommunaldirektør")


def test_names_dates_and_titles_in_other_forms(database: Database, tmp_path: Path) -> None:
    path = table(
        tmp_path / "x.csv",
        ("Name", "Municipality", "From", "To", "Type"),
        ("Lindeberg Haddad, Yasmin", "Brøndby", "1. februar 2026", "2030-01-31", "supplerende"),
        ("Borgmester Bo Ås (A)", "Ballerup", "3/2 26", "", ""),
    )
    take_in(database, path)
    bo, yasmin = members_on(database, hovedstaden(database), DAY)
    assert (bo.name, bo.title, bo.party_letter, bo.type) == (
        "Bo Ås",
        "Borgmester",
        "A",
        PostKind.EX_OFFICIO,
    )
    assert bo.valid_from == date(2026, 2, 3)
    assert (yasmin.name, yasmin.valid_from) == ("Yasmin Lindeberg Haddad", date(2026, 2, 1))
    assert yasmin.last_day == date(2030, 1, 31)
    assert counts(take_in(database, path).rows) == {RowOutcome.UNCHANGED: 2}


def test_unclear_rows_are_decided_and_a_local_list_is_added(
    database: Database, tmp_path: Path
) -> None:
    path = table(
        tmp_path / "x.csv",
        ("Navn", "Bogstav", "Parti", "Kommune"),
        ("Åse Dal", "L", "Fælleslisten", "Dragør"),
        ("Bo Ås", "", "S", "Ballerup"),
        ("Ærke Sø og mand", "A", "", "Ballerup"),
    )
    choices = {
        choice.name: choice.id
        for choice in member_choices(database, hovedstaden(database), DAY).parties
    }
    answers = {
        (2, MemberColumn.PARTY_NAME): NEW_LIST,
        (3, MemberColumn.PARTY_NAME): str(choices["A  Socialdemokratiet"]),
        (4, MemberColumn.NAME): "Ærke Sø",
    }
    assert all(row.question is not None for row in preview(database, path))
    assert counts(take_in(database, path, answers).rows) == {RowOutcome.ADDED: 3}
    rows = members_on(database, hovedstaden(database), DAY)
    assert [(row.name, row.party_letter, row.party_name) for row in rows] == [
        ("Bo Ås", "A", "Socialdemokratiet"),
        ("Ærke Sø", "A", "Socialdemokratiet"),
        ("Åse Dal", "L", "Fælleslisten"),
    ]
    again = counts(preview(database, path))
    assert again == {RowOutcome.UNCHANGED: 2, RowOutcome.UNCLEAR: 1}


def test_a_possible_duplicate_is_asked_about(
    demo: Database, people: tuple[MemberContent, ...], tmp_path: Path
) -> None:
    one = people[0]
    path = table(
        tmp_path / "x.csv",
        ("Navn", "Kommune", "E-mail"),
        (f"{one.name[:-1]}x", one.municipality, "anden@post.example"),
    )
    (row,) = preview(demo, path)
    assert row.question is not None
    same, new = row.question.choices
    assert new.value == NEW_PERSON
    answered = {(2, MemberColumn.PERSON): same.value}
    assert preview(demo, path, answered)[0].outcome is RowOutcome.CHANGED
    answered = {(2, MemberColumn.PERSON): new.value}
    assert preview(demo, path, answered)[0].outcome is RowOutcome.ADDED


def state_of(database: Database) -> dict[str, list[tuple[object, ...]]]:
    facts = {
        "person": "given_name, family_name",
        "contact_point": "person_id, kind, role, value",
        "membership": "post_id, person_id, valid_from, valid_to, end_reason",
        "office": "person_id, title, municipality_id, valid_from, valid_to",
        "party_tie": "person_id, party_id, valid_from, valid_to",
        "party": "letter, name",
        "post": "body_id, kind, municipality_id, party_id",
    }
    with database.read() as session:
        return {
            name: [
                tuple(row)
                for row in session.execute(
                    text(f"SELECT {columns} FROM {name} WHERE deleted_at IS NULL ORDER BY id")  # noqa: S608
                )
            ]
            for name, columns in facts.items()
        }


def test_the_whole_import_is_taken_back_at_once(
    demo: Database, people: tuple[MemberContent, ...], tmp_path: Path
) -> None:
    before = state_of(demo)
    path = table(
        tmp_path / "x.csv",
        ("Navn", "Bogstav", "Parti", "Kommune", "Telefon", "Titel", "Til"),
        ("Ny Person", "P", "Ballerups Venner", "Ballerup", "1234", "", ""),
        (people[0].name, "V", "", "", "99 99 99 99", "Ny titel", "31-12-2027"),
        (people[1].name, "", "", "", "", "Rådmand", ""),
    )
    imported = take_in(demo, path, {(2, MemberColumn.PARTY_NAME): NEW_LIST})
    assert all(row.is_clear for row in imported.rows)
    assert state_of(demo) != before
    take_back(demo, imported.undo)
    assert state_of(demo) == before


def test_an_import_is_not_taken_back_over_later_work(
    demo: Database, people: tuple[MemberContent, ...], tmp_path: Path
) -> None:
    path = table(tmp_path / "x.csv", ("Navn", "Telefon"), (people[0].name, "99 99 99 99"))
    imported = take_in(demo, path)
    (row,) = [r for r in members_on(demo, hovedstaden(demo), DAY) if r.name == people[0].name]
    later = replace(read_member(demo, row.membership_id, DAY), phone="1")
    change_member(demo, row.membership_id, later, DAY)
    with pytest.raises(ChangedElsewhere):
        take_back(demo, imported.undo)
    (row,) = [r for r in members_on(demo, hovedstaden(demo), DAY) if r.name == people[0].name]
    assert row.phone == "1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0 old", "gammel Excel-fil"),
        (b"PK\x03\x04 broken", "kan ikke læses som Excel-fil"),
        (b"%PDF-1.7\0\0\0", "hverken en Excel-fil"),
        (b"", "ingen række med overskrifter"),
        ("Kommune;By\nKøge;Køge".encode(), "ingen række med overskrifter"),
    ],
)
def test_a_file_that_is_no_list_is_explained(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises((FileProblem, InvalidValue), match=reason):
        read_member_rows(path)
