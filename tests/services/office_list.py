"""A list of members as an office makes one in Excel, for imports to be tried on."""

import io

from openpyxl import Workbook

from kkr_desktop.documents.member_content import MemberContent

TWO_PEOPLE, WRONG_TOWN, MISSPELT_TOWN, PRESS_PARTY = 4, 9, 14, 21


def office_rows(members: tuple[MemberContent, ...]) -> list[list[str]]:
    """Return 58 rows, the last a copy of the first; the named places have something wrong."""
    rows = [
        [
            f"{member.name}  ",
            member.party_name,
            f" {_spelled(member.official_municipality)}",
            member.title,
            member.email if number % 7 else f"{member.name} <{member.email}>",
            member.phone,
            member.role or "Medlem",
        ]
        for number, member in enumerate(members)
    ]
    rows[TWO_PEOPLE][0] += "og Gitte Sø"
    rows[WRONG_TOWN][2] = "Odense Kommune"
    rows[MISSPELT_TOWN][2] = "Fredriksbærg"
    rows[PRESS_PARTY][1] = "S"
    rows[-1] = list(rows[0])
    return rows


def _spelled(town: str) -> str:
    return town.replace("Høje-Taastrup", "Høje Tåstrup").replace("Bornholms Region", "Bornholms ")


def office_workbook(members: tuple[MemberContent, ...]) -> bytes:
    """Return the rows as a workbook with a merged title row and blank lines."""
    book = Workbook()
    page = book.worksheets[0]
    page.append(["KKR Hovedstaden – medlemmer 2026-2030"])
    page.merge_cells("A1:G1")
    page.append([])
    page.append(["Navn ", "Parti", "Kommune", "Titel", "E-mail:", "Tlf. nr.", "Rolle", "Note"])
    for number, row in enumerate(office_rows(members)):
        if number % 20 == 10:
            page.append([None, "  "])
        page.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
