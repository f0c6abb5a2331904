"""People over time: seat, office and party tie are separate facts, each with its own interval."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Dated, Edited


class Gender(StrEnum):
    """What a person has said of their gender."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Person(Edited, Base):
    """Someone in the register.

    `gender` is kept for the gender balance only, where the person has told it;
    it is never guessed, and no list or export holds it.
    """

    __tablename__ = "person"

    given_name: Mapped[str]
    family_name: Mapped[str]
    gender: Mapped[Gender | None]

    @property
    def name(self) -> str:
        """The name as it is written in documents."""
        return f"{self.given_name} {self.family_name}".strip()


class ContactKind(StrEnum):
    """How someone is reached."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"


class ContactRole(StrEnum):
    """Whom one reaches there; what is private is for the secretariat's eyes only."""

    OWN = "own"
    SECRETARY = "secretary"
    CHIEF_EXECUTIVE = "chief_executive"
    PRIVATE = "private"


OFFICE_ROLES = (ContactRole.OWN, ContactRole.SECRETARY, ContactRole.CHIEF_EXECUTIVE)
"""The roles that lists, exports and e-mail drafts may be made of."""


class ContactPoint(Edited, Base):
    """An e-mail address, a phone number or a postal address, which may have several lines.

    `name` is whose it is when it is not the person's own. `copy_agenda` sends
    them a copy; `paper` and `large_print` say how the agenda is wanted.
    """

    __tablename__ = "contact_point"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[ContactKind]
    role: Mapped[ContactRole] = mapped_column(default=ContactRole.OWN)
    value: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    copy_agenda: Mapped[bool] = mapped_column(default=False)
    paper: Mapped[bool] = mapped_column(default=False)
    large_print: Mapped[bool] = mapped_column(default=False)


class Membership(Edited, Dated, Base):
    """Who fills a post during an interval.

    A substitute has a membership of their own that names the one it stands in for. A place
    in a chairmanship names the role on the council that it `follows_id`.
    """

    __tablename__ = "membership"
    __table_args__ = (Index("ix_membership_post_id_valid_from", "post_id", "valid_from"),)

    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    substitute_for_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"))
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"), index=True)
    end_reason: Mapped[str] = mapped_column(default="")


class Office(Edited, Dated, Base):
    """A title held in a municipality during an interval, such as Borgmester."""

    __tablename__ = "office"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"))


class PartyTie(Edited, Dated, Base):
    """The party that an elected person belongs to during an interval.

    Kept for elected people only: party membership is a political opinion
    (GDPR article 9), made public by the person in standing for election.
    """

    __tablename__ = "party_tie"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
