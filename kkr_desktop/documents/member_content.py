"""Members as their documents present them, as on one day."""

from dataclasses import dataclass
from datetime import date, datetime

from kkr_desktop.documents.content import LogoContent


@dataclass(frozen=True, slots=True)
class MemberContent:
    """A member. `role` and `type` are words; `role` is empty for one without a special role."""

    uid: str
    given_name: str
    family_name: str
    party_letter: str
    party_name: str
    municipality: str
    official_municipality: str
    title: str
    role: str
    type: str
    email: str
    phone: str
    secretary_email: str
    substitute: str
    valid_from: date
    last_day: date | None
    address: str = ""
    secretary_name: str = ""
    secretary_phone: str = ""
    executive_name: str = ""
    executive_email: str = ""
    executive_phone: str = ""

    @property
    def name(self) -> str:
        """The name as it is written in documents."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def name_with_party(self) -> str:
        """For example "Åse Dal (A)"."""
        return f"{self.name} ({self.party_letter})" if self.party_letter else self.name


@dataclass(frozen=True, slots=True)
class MemberListContent:
    """The members of a body on `day`, in Danish order of names.

    `attached` are those who sit in without a seat, observers and secretaries. Where not
    `has_types`, members are neither ex officio nor supplementary, just members.
    """

    document_uid: str
    dated: datetime
    body_name: str
    accent: str
    day: date
    members: tuple[MemberContent, ...]
    logo: LogoContent | None = None
    attached: tuple[MemberContent, ...] = ()
    has_types: bool = True


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One kind of facts. `shares` are the widths of the columns, together 1."""

    title: str
    headings: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PersonReportContent:
    """All that is kept of a person on the day of `dated`."""

    document_uid: str
    dated: datetime
    name: str
    tables: tuple[ReportTable, ...]
