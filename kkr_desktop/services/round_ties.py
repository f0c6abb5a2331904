"""Which meetings prepare which: forums before the councils, within a round."""

from dataclasses import dataclass

from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.planning import MeetingRow, bodies, list_meetings
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class RoundTies:
    """The meetings of the same round that a meeting prepares, and those that prepare it."""

    prepares: tuple[MeetingRow, ...] = ()
    prepared_by: tuple[MeetingRow, ...] = ()


def ties_of(database: Database, row: MeetingRow) -> RoundTies:
    """Return what a meeting is tied to through its round, in order of time.

    A forum below a council prepares that council's meeting; the meeting with
    KL's chairmanship prepares those of all councils.
    """
    if row.round is None:
        return RoundTies()
    known = {body.id: body for body in bodies(database)}
    own = known[row.body_id]

    def is_tied(forum_id: int, council_id: int) -> bool:
        forum, council = known[forum_id], known[council_id]
        is_of_all = forum.kind is BodyKind.KL_CHAIRMANSHIP and council.kind is BodyKind.KKR
        return is_of_all or forum.parent_id == council.id

    same_round = [
        other
        for year in (row.round.year - 1, row.round.year, row.round.year + 1)
        for other in list_meetings(database, year=year)
        if other.round == row.round
        and other.id != row.id
        and other.state is not MeetingState.CANCELLED
        and other.body_id in known
    ]
    return RoundTies(
        tuple(other for other in same_round if is_tied(own.id, other.body_id)),
        tuple(other for other in same_round if is_tied(other.body_id, own.id)),
    )
