"""The columns of member lists in files: what they hold, and what offices call them."""

from enum import StrEnum


class MemberColumn(StrEnum):
    """What a column holds; the value is its heading in our own files."""

    NAME = "Navn"
    GIVEN_NAME = "Fornavn"
    FAMILY_NAME = "Efternavn"
    PARTY = "Partibogstav"
    PARTY_NAME = "Parti"
    MUNICIPALITY = "Kommune"
    TITLE = "Titel"
    ROLE = "Rolle"
    TYPE = "Type"
    EMAIL = "E-mail"
    PHONE = "Telefon"
    SECRETARY_EMAIL = "Sekretærs e-mail"
    SUBSTITUTE = "Stedfortræder"
    VALID_FROM = "Fra"
    LAST_DAY = "Til"


EXPORTED = {
    MemberColumn.GIVEN_NAME: 18,
    MemberColumn.FAMILY_NAME: 24,
    MemberColumn.PARTY: 13,
    MemberColumn.PARTY_NAME: 30,
    MemberColumn.MUNICIPALITY: 20,
    MemberColumn.TITLE: 32,
    MemberColumn.ROLE: 14,
    MemberColumn.TYPE: 14,
    MemberColumn.EMAIL: 38,
    MemberColumn.PHONE: 16,
    MemberColumn.SECRETARY_EMAIL: 38,
    MemberColumn.SUBSTITUTE: 26,
    MemberColumn.VALID_FROM: 12,
    MemberColumn.LAST_DAY: 12,
}
"""What we write, in order, and how wide each column is in characters."""

TYPE_NAMES = {"ex_officio": "Født", "supplementary": "Supplerende"}
"""The types of members as lists name them."""
