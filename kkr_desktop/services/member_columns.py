"""The columns of member lists in files: what they hold, and what offices call them."""

import re
from enum import StrEnum

from kkr_desktop.model.people import ContactRole


class MemberColumn(StrEnum):
    """What a column holds; the value is its heading in our own files."""

    NAME = "Navn"
    GIVEN_NAME = "Fornavn"
    FAMILY_NAME = "Efternavn"
    PARTY = "Partibogstav"
    PARTY_NAME = "Parti"
    PRESS_ABBREVIATION = "Partiforkortelse"
    MUNICIPALITY = "Kommune"
    TITLE = "Titel"
    ROLE = "Rolle"
    TYPE = "Type"
    EMAIL = "E-mail"
    PHONE = "Telefon"
    ADDRESS = "Postadresse"
    SECRETARY_NAME = "Sekretærs navn"
    SECRETARY_EMAIL = "Sekretærs e-mail"
    SECRETARY_PHONE = "Sekretærs telefon"
    EXECUTIVE_NAME = "Kommunaldirektør"
    EXECUTIVE_EMAIL = "Kommunaldirektørs e-mail"
    EXECUTIVE_PHONE = "Kommunaldirektørs telefon"
    SUBSTITUTE = "Stedfortræder"
    VALID_FROM = "Fra"
    LAST_DAY = "Til"
    PERSON = "Person"


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
    MemberColumn.ADDRESS: 38,
    MemberColumn.SECRETARY_NAME: 26,
    MemberColumn.SECRETARY_EMAIL: 38,
    MemberColumn.SECRETARY_PHONE: 16,
    MemberColumn.EXECUTIVE_NAME: 26,
    MemberColumn.EXECUTIVE_EMAIL: 38,
    MemberColumn.EXECUTIVE_PHONE: 16,
    MemberColumn.SUBSTITUTE: 26,
    MemberColumn.VALID_FROM: 12,
    MemberColumn.LAST_DAY: 12,
}
"""What we write, in order, and how wide each column is in characters."""

CONTACT_COLUMNS = {
    MemberColumn.ADDRESS: (ContactRole.OWN, "address"),
    MemberColumn.SECRETARY_NAME: (ContactRole.SECRETARY, "name"),
    MemberColumn.SECRETARY_PHONE: (ContactRole.SECRETARY, "phone"),
    MemberColumn.EXECUTIVE_NAME: (ContactRole.CHIEF_EXECUTIVE, "name"),
    MemberColumn.EXECUTIVE_EMAIL: (ContactRole.CHIEF_EXECUTIVE, "email"),
    MemberColumn.EXECUTIVE_PHONE: (ContactRole.CHIEF_EXECUTIVE, "phone"),
}
"""The columns of contacts beside the member's own and the secretary's address."""

TYPE_NAMES = {
    "ex_officio": "Født",
    "supplementary": "Supplerende",
    "observer": "Observatør",
    "secretary": "Sekretær",
}
"""The types of members as lists name them."""

JUST_A_MEMBER = "Medlem"
"""What lists call a member of a forum or a chairmanship, where there are no types."""

_CALLED: dict[MemberColumn, str] = {
    MemberColumn.NAME: "navn, name, fulde navn, fuldt navn, full name, medlem, member, "
    "medlemmer, medlemmets navn, politiker",
    MemberColumn.GIVEN_NAME: "fornavn, fornavne, fornavn(e), first name, firstname, given name",
    MemberColumn.FAMILY_NAME: "efternavn, efternavne, last name, lastname, surname, family name",
    MemberColumn.PARTY: "partibogstav, bogstav, listebogstav, liste, party letter, list letter, "
    "letter",
    MemberColumn.PARTY_NAME: "parti, party, partinavn, party name, parti/liste, parti eller liste, "
    "politisk parti",
    MemberColumn.PRESS_ABBREVIATION: "partiforkortelse, forkortelse, party abbreviation, "
    "abbreviation",
    MemberColumn.MUNICIPALITY: "kommune, municipality, kommunenavn, kommunens navn",
    MemberColumn.TITLE: "titel, title, stilling, hverv, post, position",
    MemberColumn.ROLE: "rolle, role, rolle i kkr, funktion, rolle i rådet",
    MemberColumn.TYPE: "type, medlemstype, medlemskab, membership type, født/supplerende, "
    "født/suppl, "
    "udpegning",
    MemberColumn.EMAIL: "e-mail, email, mail, e-mailadresse, mailadresse, e-post, epost, "
    "e-mail address, email address",
    MemberColumn.PHONE: "telefon, tlf, tlf nr, telefonnummer, telefonnr, phone, phone number, "
    "mobil, mobilnummer, mobilnr, mobiltelefon, mobile, tlf/mobil",
    MemberColumn.SECRETARY_EMAIL: "sekretær, secretary, sekretærs e-mail, sekretærens e-mail, "
    "sekretær e-mail, sekretær mail, sekretærs mail, secretary e-mail, secretary email, "
    "secretary's e-mail",
    MemberColumn.ADDRESS: "postadresse, adresse, postal address, address",
    MemberColumn.SECRETARY_NAME: "sekretærs navn, sekretærens navn, secretary name",
    MemberColumn.SECRETARY_PHONE: "sekretærs telefon, sekretærens telefon, secretary phone",
    MemberColumn.EXECUTIVE_NAME: "kommunaldirektør, kommunaldirektørs navn, chief executive",
    MemberColumn.EXECUTIVE_EMAIL: "kommunaldirektørs e-mail, kommunaldirektørens e-mail, "
    "chief executive e-mail, chief executive email",
    MemberColumn.EXECUTIVE_PHONE: "kommunaldirektørs telefon, kommunaldirektørens telefon, "
    "chief executive phone",
    MemberColumn.SUBSTITUTE: "stedfortræder, suppleant, substitute, personlig stedfortræder",
    MemberColumn.VALID_FROM: "fra, from, start, startdato, medlem fra, fra dato, indtrådt, "
    "tiltrådt, tiltrædelse, indtrædelse, valid from, start date",
    MemberColumn.LAST_DAY: "til, to, slut, slutdato, medlem til, til dato, udtrådt, fratrådt, "
    "fratrædelse, udtrædelse, sidste dag, "
    "until, last day, end date",
}


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[^\w]+|_", " ", heading.casefold()).split())


_BY_HEADING = {
    _plain(called): column for column, names in _CALLED.items() for called in names.split(", ")
}


def column_of(heading: str) -> MemberColumn | None:
    """Return what a column with that heading holds, in Danish or English."""
    return _BY_HEADING.get(_plain(heading))
