"""The proposals of a year among what the year holds already, to be dragged to other days."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.services.calendar_days import CalendarDay
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.services.proposals import Proposal
from kkr_desktop.ui.calendar.day_marks import Mark
from kkr_desktop.ui.calendar.year_view import YearView

_PROPOSED = -1
"""Stands for the body of all proposals: they are drawn alike, apart from what is planned."""


class PlanYear(YearView):
    """Twelve small months with proposals in them; `meeting_dropped` tells a proposal's place."""

    def show_plan(self, days: Sequence[CalendarDay], proposals: Sequence[Proposal]) -> None:
        """Show proposals upon the days of their year."""
        proposed: defaultdict[date, list[MeetingRow]] = defaultdict(list)
        for place, one in enumerate(proposals):
            proposed[one.held_on].append(_as_meeting(place, one))
        self.show_days(
            tuple(
                replace(shown, meetings=(*proposed[shown.day], *shown.meetings)) for shown in days
            ),
            _PROPOSED,
            None,
        )

    def legend(self) -> dict[Mark, str]:
        proposed, planned = self.tr("Proposed meeting"), self.tr("Meeting that is planned")
        return super().legend() | {Mark.MEETING: proposed, Mark.OTHER_MEETING: planned}

    def proposal_on(self, day: date) -> int | None:
        """Return the place of the first proposal for a day."""
        row = self.own_meeting(day)
        return None if row is None else row.id


def _as_meeting(place: int, one: Proposal) -> MeetingRow:
    return MeetingRow(
        id=place,
        rev=0,
        body_id=_PROPOSED,
        body_name=one.body_name,
        short_name=one.body_name,
        kind=MeetingKind.ORDINARY,
        state=MeetingState.PLANNED,
        held_on=one.held_on,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        place=one.place,
        online_url="",
        group_meetings="",
        catering_count=None,
        notes="",
        cancel_reason="",
        round=one.round,
    )
