"""Reads what a row of a member list says: names, dates, roles, addresses."""

import re
from collections.abc import Sequence
from datetime import date

from kkr_desktop.documents.table_reading import Table, TableRow
from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.dates import MONTHS
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.text import one_line
from kkr_desktop.services.import_rows import Facts, Question, Unclear
from kkr_desktop.services.member_checks import refuse_personal_number
from kkr_desktop.services.member_columns import JUST_A_MEMBER, MemberColumn, column_of
from kkr_desktop.services.register import MemberRole

_ROWS_ABOVE_HEADER = 30
_IN_ORDER = (MemberColumn.NAME, MemberColumn.GIVEN_NAME, MemberColumn.FAMILY_NAME)
_NAMES = frozenset(_IN_ORDER)
_MAYORS = {"borgmester", "overborgmester"}
_TITLE_BEFORE_NAME = re.compile(
    r"(borgmester|overborgmester|viceborgmester|1\. viceborgmester|rådmand)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_PARTY_AFTER_NAME = re.compile(r"(.+?)\s*\(([A-ZÆØÅa-zæøå]{1,3})\)")
_TWO_PEOPLE = re.compile(r"\s(?:og|and|samt)\s|[&/;\n+]|,\s*\S+\s+\S+.*,", re.IGNORECASE)
_NOBODY = frozenset({"vakant", "vacant", "ledig", "ledig plads", "ubesat", "nn", "n.n.", "-", "–"})
_ADDRESS = re.compile(r"[^\s<>;,:]+@[^\s<>;,:]+")
_DATE = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})")
_LONG_DATE = re.compile(r"(\d{1,2})\.?\s+([a-zæøå]{3,9})\.?\s+(\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_ROLES = {
    "medlem": MemberRole.MEMBER,
    "member": MemberRole.MEMBER,
    "menigt medlem": MemberRole.MEMBER,
    "formand": MemberRole.CHAIR,
    "forkvinde": MemberRole.CHAIR,
    "forperson": MemberRole.CHAIR,
    "chair": MemberRole.CHAIR,
    "chairman": MemberRole.CHAIR,
    "chairperson": MemberRole.CHAIR,
    "næstformand": MemberRole.VICE_CHAIR,
    "næstforkvinde": MemberRole.VICE_CHAIR,
    "næstforperson": MemberRole.VICE_CHAIR,
    "vice chair": MemberRole.VICE_CHAIR,
    "vice-chair": MemberRole.VICE_CHAIR,
    "vicechair": MemberRole.VICE_CHAIR,
    "deputy chair": MemberRole.VICE_CHAIR,
}
_KINDS = {
    "født": PostKind.EX_OFFICIO,
    "født medlem": PostKind.EX_OFFICIO,
    "fødte medlemmer": PostKind.EX_OFFICIO,
    "ex officio": PostKind.EX_OFFICIO,
    "borgmester": PostKind.EX_OFFICIO,
    "supplerende": PostKind.SUPPLEMENTARY,
    "supplerende medlem": PostKind.SUPPLEMENTARY,
    "supplementary": PostKind.SUPPLEMENTARY,
    "suppl": PostKind.SUPPLEMENTARY,
}
_JUST_MEMBERS = frozenset({JUST_A_MEMBER.casefold(), "member"})
_ATTACHED = {
    "observatør": PostKind.OBSERVER,
    "observatører": PostKind.OBSERVER,
    "observer": PostKind.OBSERVER,
    "observers": PostKind.OBSERVER,
    "sekretær": PostKind.SECRETARY,
    "sekretærer": PostKind.SECRETARY,
    "rådets sekretær": PostKind.SECRETARY,
    "secretary": PostKind.SECRETARY,
}
"""Who sits in without a seat; lists say so in the column of the types or in that of the roles."""


def rows_with_facts(tables: Sequence[Table]) -> list[tuple[int, Facts]]:
    """Return the rows below the headings, by number. Raises InvalidValue without headings."""
    headings, below = _headings(tables)
    columns = [column_of(cell) for cell in headings.cells]
    return [(row.number, facts) for row in below if (facts := _facts(columns, row))]


def headings_left_out(tables: Sequence[Table]) -> tuple[str, ...]:
    """Return the headings of the columns that are not read. Raises as `rows_with_facts` does."""
    headings, _ = _headings(tables)
    return tuple(one_line(cell) for cell in headings.cells if cell and column_of(cell) is None)


def _headings(tables: Sequence[Table]) -> tuple[TableRow, Table]:
    """Return the row of the headings, and those below it."""
    for table in tables:
        for place, row in enumerate(table[:_ROWS_ABOVE_HEADER]):
            known = {column_of(cell) for cell in row.cells} - {None}
            if len(known) > 1 and known & _NAMES:
                return row, table[place + 1 :]
    raise InvalidValue(
        "Overskrifter",
        "Filen har ingen række med overskrifter, som kan genkendes. Der skal mindst stå »Navn« "
        "(eller »Fornavn« og »Efternavn«) og en til, fx »Kommune«.",
    )


def _facts(columns: Sequence[MemberColumn | None], row: TableRow) -> Facts:
    facts: dict[MemberColumn, str] = {}
    for column, cell in zip(columns, row.cells, strict=False):
        if column is not None and cell:
            facts.setdefault(column, cell if column in _NAMES else one_line(cell))
    repeats_headings = all(column_of(words) is column for column, words in facts.items())
    return {} if repeats_headings else facts


def refuse_personal_numbers(facts: Facts) -> None:
    """Raise InvalidValue where a row holds what looks like a CPR number."""
    for column, words in facts.items():
        refuse_personal_number(column.value, words)


def with_name_taken_apart(facts: Facts) -> Facts:
    """Take title and party out of the name: "Borgmester Åse Dal (A)"."""
    apart = dict(facts)
    column = MemberColumn.NAME if MemberColumn.NAME in apart else MemberColumn.FAMILY_NAME
    words = apart.get(column, "")
    if match := _PARTY_AFTER_NAME.fullmatch(words):
        words = match[1]
        if not {MemberColumn.PARTY, MemberColumn.PARTY_NAME} & set(apart):
            apart[MemberColumn.PARTY_NAME] = match[2]
    if column is MemberColumn.NAME and (match := _TITLE_BEFORE_NAME.match(words)):
        words = words[match.end() :]
        apart.setdefault(MemberColumn.TITLE, match[1].capitalize())
    if words:
        apart[column] = words
    return apart


def whole_name(facts: Facts) -> str:
    """Return the name as it is written, in one piece."""
    return one_line(" ".join(facts.get(column, "") for column in _IN_ORDER))


def names_of(facts: Facts) -> tuple[str, str]:
    """Return given name and family name. Raises Unclear for more than one person in a cell."""
    _refuse_nobody(facts)
    given = facts.get(MemberColumn.GIVEN_NAME, "")
    family = facts.get(MemberColumn.FAMILY_NAME, "")
    if given or family:
        for column, words in (
            (MemberColumn.GIVEN_NAME, given),
            (MemberColumn.FAMILY_NAME, family),
        ):
            _refuse_two_people(column, words)
        return one_line(given), one_line(family)
    whole = facts.get(MemberColumn.NAME, "")
    _refuse_two_people(MemberColumn.NAME, whole)
    family, comma, given = whole.partition(",")
    if comma:
        one_of_two = len(family.split()) > 1 and len(given.split()) > 1
        if one_of_two or not given.strip()[:1].isupper():
            raise Unclear(
                f"»{one_line(whole)}« kan være to personer, eller et navn og en titel.",
                Question(MemberColumn.NAME, whole),
            )
        return one_line(given), one_line(family)
    given, _, family = one_line(whole).rpartition(" ")
    return (given, family) if given else (family, "")


def _refuse_nobody(facts: Facts) -> None:
    """Take no vacant seat, and no line that counts the others, for a person."""
    words = whole_name(facts)
    column = next((one for one in _IN_ORDER if one in facts), MemberColumn.NAME)
    if words.casefold() in _NOBODY:
        raise Unclear(
            f"»{words}« er ikke en person. Skriv navnet, eller lad rækken være: ledige pladser "
            "står i registret i forvejen.",
            Question(column, words),
        )
    if any(character.isdigit() for character in words):
        raise Unclear(
            f"»{words}« ligner ikke et navn. Skriv navnet, eller lad rækken være.",
            Question(column, words),
        )


def _refuse_two_people(column: MemberColumn, words: str) -> None:
    if _TWO_PEOPLE.search(words):
        raise Unclear(
            f"Der ser ud til at stå to personer: »{one_line(words)}«. Skriv navnet på den ene, "
            "og tilføj den anden for sig.",
            Question(column, words),
        )


def role_of(facts: Facts) -> MemberRole | None:
    """Return the role that a row names, None for an observer or secretary. Raises Unclear."""
    words = facts.get(MemberColumn.ROLE, "")
    if not words or words.casefold() in _ATTACHED:
        return None
    role = _ROLES.get(words.casefold())
    if role is None:
        raise Unclear(
            f"Rollen »{words}« kendes ikke. Skriv Formand, Næstformand, Medlem, "
            "Observatør eller Sekretær.",
            Question(MemberColumn.ROLE, words),
        )
    return role


def said_kind_of(facts: Facts) -> PostKind | None:
    """Return the type that a row says in so many words, as a type or as a role. Raises Unclear."""
    words, role = facts.get(MemberColumn.TYPE, ""), facts.get(MemberColumn.ROLE, "")
    as_role = _ATTACHED.get(role.casefold())
    if not words:
        return as_role
    plain = words.casefold().rstrip(".")
    if plain in _JUST_MEMBERS:
        return as_role
    kind = _KINDS.get(plain) or _ATTACHED.get(plain)
    if kind is None:
        raise Unclear(
            f"Typen »{words}« kendes ikke. Skriv Født, Supplerende, Observatør eller Sekretær.",
            Question(MemberColumn.TYPE, words),
        )
    if as_role not in {None, kind}:
        raise Unclear(
            f"Typen »{words}« og rollen »{role}« passer ikke sammen.",
            Question(MemberColumn.ROLE, role),
        )
    return kind


def kind_of(facts: Facts) -> PostKind | None:
    """Return the type of member, as it is said or from a mayor's title. Raises Unclear."""
    said = said_kind_of(facts)
    if said is not None:
        return said
    is_mayor = facts.get(MemberColumn.TITLE, "").casefold() in _MAYORS
    return PostKind.EX_OFFICIO if is_mayor else None


def address_of(facts: Facts, column: MemberColumn) -> str:
    """Return an e-mail address, out of "Åse Dal <aase@dal.dk>" too. Raises Unclear for two."""
    words = facts.get(column, "")
    found = _ADDRESS.findall(words)
    if len(found) > 1:
        raise Unclear(
            f"Der står flere e-mailadresser: »{words}«. Skriv den ene.", Question(column, words)
        )
    if words and not found and column is MemberColumn.EMAIL:
        raise Unclear(f"»{words}« er ikke en e-mailadresse.", Question(column, words))
    return found[0].removeprefix("mailto:") if found else ""


def day_of(facts: Facts, column: MemberColumn) -> date | None:
    """Return a date in any of the usual spellings. Raises Unclear."""
    words = facts.get(column, "")
    if not words:
        return None
    day = _parsed(words.casefold())
    if day is None:
        raise Unclear(
            f"»{words}« er ikke en dato. Skriv den som 26-01-2026.", Question(column, words)
        )
    return day


def _parsed(words: str) -> date | None:
    try:
        if match := _ISO_DATE.fullmatch(words):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DATE.fullmatch(words):
            year = int(match[3])
            return date(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
        if match := _LONG_DATE.fullmatch(words):
            month = next(
                (n for n, name in enumerate(MONTHS, 1) if name.startswith(match[2][:3])), 0
            )
            return date(int(match[3]), month, int(match[1]))
    except ValueError:
        return None
    return None
