"""The bodies that meet, and what they are made of: municipalities, parties, terms, seats."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Dated, Edited


class BodyKind(StrEnum):
    """What sort of body it is."""

    KKR = "kkr"
    CHAIRMANSHIP = "chairmanship"
    CHIEF_EXECUTIVE_FORUM = "chief_executive_forum"
    DIRECTORS_FORUM = "directors_forum"
    KL_CHAIRMANSHIP = "kl_chairmanship"
    WORKING_GROUP = "working_group"
    EXTERNAL = "external"


class AppendixNumbering(StrEnum):
    """How appendices are numbered: anew for each item, or straight through the agenda."""

    PER_ITEM = "per_item"
    THROUGH = "through"


def usual_numbering(kind: BodyKind) -> AppendixNumbering:
    """Return how the appendices of a new body are numbered: forums of directors count through."""
    is_counted = kind is BodyKind.DIRECTORS_FORUM
    return AppendixNumbering.THROUGH if is_counted else AppendixNumbering.PER_ITEM


class Body(Edited, Base):
    """A KKR or another body that meets.

    `group_meeting_note` and `mission` stand on the front page of its agendas.
    `accent` is the colour of its documents as in "#12485a", empty for the usual one.
    It exists during the half-open interval [valid_from, valid_to), None where a day
    is not known; from `valid_to` on `successor_id` does its work, if anybody does.
    `logo` is a PNG or JPEG for the front pages, `logo_alternate` its words for those
    who cannot see it. `hyphenates` says that long words are divided at line ends.
    `private_contacts` lets private addresses of its members be written; contact data of
    former members are for `contacts_kept_months`, for ever when that is None.
    """

    __tablename__ = "body"

    kind: Mapped[BodyKind]
    name: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))
    appendix_numbering: Mapped[AppendixNumbering] = mapped_column(
        default=AppendixNumbering.PER_ITEM
    )
    mission: Mapped[str] = mapped_column(default="")
    group_meeting_note: Mapped[str] = mapped_column(default="")
    accent: Mapped[str] = mapped_column(default="")
    logo: Mapped[bytes | None] = mapped_column(deferred=True)
    logo_alternate: Mapped[str] = mapped_column(default="")
    hyphenates: Mapped[bool] = mapped_column(default=False)
    private_contacts: Mapped[bool] = mapped_column(default=False)
    contacts_kept_months: Mapped[int | None]
    sort_key: Mapped[int] = mapped_column(default=0)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))


class Term(Edited, Base):
    """An election term (valgperiode); both days are inside it."""

    __tablename__ = "term"

    name: Mapped[str] = mapped_column(unique=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]


class SeatTarget(Edited, Base):
    """How many seats a body has in a term.

    A KKR has at most twice as many as its municipalities (standing orders);
    that is a warning, never a rule, so the number is data.
    """

    __tablename__ = "seat_target"
    __table_args__ = (UniqueConstraint("body_id", "term_id"),)

    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"))
    seats: Mapped[int]


class Region(Edited, Dated, Base):
    """A region. Not the area of a KKR: the two follow each other no longer from 2027."""

    __tablename__ = "region"

    code: Mapped[str | None]
    name: Mapped[str]


class Municipality(Edited, Dated, Base):
    """A municipality and the KKR that it belongs to.

    `code` is the three-digit kommunekode as text; `official_name` is the full
    form, as in "Københavns Kommune".
    """

    __tablename__ = "municipality"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    official_name: Mapped[str]
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"), index=True)


class MunicipalityRegion(Edited, Dated, Base):
    """The region that a municipality lies in during an interval."""

    __tablename__ = "municipality_region"

    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"))


class PartyKind(StrEnum):
    """Where a party's letter is its own."""

    NATIONAL = "national"
    REGIONAL = "regional"
    LOCAL = "local"
    COOPERATION = "cooperation"


class Party(Edited, Dated, Base):
    """A party or a local list.

    `letter` is the ballot letter: Socialdemokratiet is A, although newspapers
    write (S). The letter of a local list is unique only in its municipality.
    """

    __tablename__ = "party"
    __table_args__ = (UniqueConstraint("letter", "municipality_id", "name"),)

    letter: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    press_abbreviation: Mapped[str]
    kind: Mapped[PartyKind]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"))


class PostKind(StrEnum):
    """What a post is: one of the seats, or a role that someone on a seat also holds."""

    EX_OFFICIO = "ex_officio"
    SUPPLEMENTARY = "supplementary"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    OBSERVER = "observer"
    SECRETARY = "secretary"


SEATS = frozenset({PostKind.EX_OFFICIO, PostKind.SUPPLEMENTARY})

POST_NAMES = {
    PostKind.EX_OFFICIO: "Født medlem",
    PostKind.SUPPLEMENTARY: "Supplerende medlem",
    PostKind.CHAIR: "Formand",
    PostKind.VICE_CHAIR: "Næstformand",
    PostKind.OBSERVER: "Observatør",
    PostKind.SECRETARY: "Sekretær",
}
"""The posts as documents name them."""

ATTACHED = frozenset({PostKind.OBSERVER, PostKind.SECRETARY})
"""The posts of those who sit in without being members: guests and staff."""

_OF_ELECTED = frozenset({BodyKind.KKR, BodyKind.CHAIRMANSHIP, BodyKind.EXTERNAL})


def is_for_elected(body: BodyKind, post: PostKind) -> bool:
    """Tell whether who holds a post is an elected politician, of whom a party may be kept.

    The forums of chief executives and directors are made of staff, as observers and
    secretaries are: their parties are their own (GDPR article 9).
    """
    return body in _OF_ELECTED and post not in ATTACHED


def has_types(body: BodyKind) -> bool:
    """Tell whether its members are of two types: the mayors, and those whom parties choose."""
    return body is BodyKind.KKR


def post_name(body: BodyKind, post: PostKind) -> str:
    """Return what documents call who holds a post; a member of a forum is just that."""
    is_just_member = post is PostKind.SUPPLEMENTARY and not has_types(body)
    return "Medlem" if is_just_member else POST_NAMES[post]


class Post(Edited, Base):
    """A seat or a role on a body in a term; it exists when nobody fills it.

    `municipality_id` says which mayor an ex officio seat belongs to, `party_id`
    which party fills a supplementary one.
    """

    __tablename__ = "post"

    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"), index=True)
    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"))
    kind: Mapped[PostKind]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    sort_key: Mapped[int] = mapped_column(default=0)
