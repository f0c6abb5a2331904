"""What one meeting left open stands on the agenda of the next."""

from datetime import date, time

import pytest

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.errors import NotAllowedNow
from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.agenda_outline import OutlineItem, agenda_outline, read_item
from kkr_desktop.services.carrying_over import carry_over, history_of, postponed_items
from kkr_desktop.services.drafting import ItemDraft, change_item, remove_item, save_part
from kkr_desktop.services.follow_up import FollowUpDraft, add_follow_up
from kkr_desktop.services.minute_taking import DecisionDraft, save_decision
from kkr_desktop.services.planning import MeetingDraft, list_meetings, plan_meeting
from kkr_desktop.services.since_last import propose_since_last
from kkr_desktop.storage.database import Database

REASON = "Sagen blev udsat, fordi bilaget manglede."


@pytest.fixture
def coming(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


@pytest.fixture
def following(demo: Database, coming: int) -> int:
    """Return a meeting after the coming one, not begun."""
    body_id = next(row.body_id for row in list_meetings(demo) if row.id == coming)
    days = (date(2027, 2, 5), time(9, 30), time(12, 30))
    return plan_meeting(demo, body_id, MeetingDraft(MeetingKind.ORDINARY, *days)).value


def items(demo: Database, meeting_id: int) -> list[OutlineItem]:
    outline = agenda_outline(demo, meeting_id)
    return [item for section in outline.sections for item in section.items]


def with_appendices(demo: Database, meeting_id: int) -> OutlineItem:
    return next(item for item in items(demo, meeting_id) if item.appendix_count)


def postpone(demo: Database, meeting_id: int, item_id: int) -> None:
    draft = DecisionDraft(from_plain_text(REASON), outcome=Outcome.POSTPONED)
    save_decision(demo, meeting_id, item_id, draft)


def test_a_postponed_item_comes_to_the_next_meeting_with_all_it_has(
    demo: Database, coming: int, following: int
) -> None:
    item = with_appendices(demo, coming)
    before = read_item(demo, item.id)
    postpone(demo, coming, item.id)
    begin_agenda(demo, following)
    (carried,) = [one for one in items(demo, following) if one.title == item.title]
    after = read_item(demo, carried.id)
    assert [(a.title, a.sha256) for a in after.appendices] == [
        (a.title, a.sha256) for a in before.appendices
    ]
    for kind, part in before.parts.items():
        if kind is not PartType.PRIOR_HANDLING:
            assert after.parts[kind].text == part.text
    told = after.parts[PartType.PRIOR_HANDLING].text.plain_text()
    assert told.endswith(
        f"KKR Hovedstaden havde sagen på dagsordenen den 11. december 2026 "
        f"(punkt {item.number}). {REASON}"
    )
    (history,) = history_of(demo, carried.id)
    assert (history.held_on, history.number, history.reason) == (
        date(2026, 12, 11),
        item.number,
        REASON,
    )
    assert after.uid != before.uid
    assert read_item(demo, item.id).parts.keys() == before.parts.keys()


def test_an_item_postponed_late_waits_until_it_is_put_on_an_agenda(
    demo: Database, coming: int, following: int
) -> None:
    begin_agenda(demo, following)
    item = items(demo, coming)[4]
    assert postponed_items(demo, following) == ()
    postpone(demo, coming, item.id)
    (waiting,) = postponed_items(demo, following)
    assert (waiting.item_id, waiting.title, waiting.number) == (item.id, item.title, item.number)
    made = carry_over(demo, item.id, following).value
    assert postponed_items(demo, following) == ()
    remove_item(demo, made)
    assert [one.item_id for one in postponed_items(demo, following)] == [item.id]


def test_an_item_that_is_postponed_twice_has_both_in_its_history(
    demo: Database, coming: int, following: int
) -> None:
    item = items(demo, coming)[4]
    postpone(demo, coming, item.id)
    begin_agenda(demo, following)
    (carried,) = [one for one in items(demo, following) if one.title == item.title]
    postpone(demo, following, carried.id)
    body_id = list_meetings(demo)[0].body_id
    days = (date(2027, 4, 9), time(9, 30), time(12, 30))
    third = plan_meeting(demo, body_id, MeetingDraft(MeetingKind.ORDINARY, *days)).value
    begin_agenda(demo, third)
    (again,) = [one for one in items(demo, third) if one.title == item.title]
    days_before = [one.held_on for one in history_of(demo, again.id)]
    assert days_before == [date(2027, 2, 5), date(2026, 12, 11)]


def test_nothing_is_put_on_an_agenda_that_was_sent(demo: Database, coming: int) -> None:
    past = [row for row in list_meetings(demo) if row.state is MeetingState.PUBLISHED][-1]
    with pytest.raises(NotAllowedNow):
        carry_over(demo, items(demo, coming)[0].id, past.id)


def test_the_item_that_approves_the_minutes_is_made_for_the_meeting_before(
    demo: Database, following: int
) -> None:
    begin_agenda(demo, following)
    approvals = [one for one in items(demo, following) if one.kind is ItemKind.APPROVAL]
    title = "Godkendelse af referat fra møde i KKR Hovedstaden den 11. december 2026"
    (made,) = [one for one in approvals if one.title == title]
    assert read_item(demo, made.id).parts[PartType.RECOMMENDATION].text == from_plain_text(
        "Det indstilles, at KKR Hovedstaden godkender referatet fra mødet den 11. december 2026."
    )


def test_siden_sidst_is_proposed_from_the_follow_ups_and_keeps_what_is_closed(
    demo: Database, coming: int, following: int
) -> None:
    public, closed = items(demo, coming)[4:6]
    draft = read_item(demo, closed.id).draft
    change_item(demo, closed.id, ItemDraft(draft.title, draft.kind, is_public=False, rev=draft.rev))
    due = date(2027, 1, 15)
    done = FollowUpState.DONE
    for item_id, task in (
        (public.id, FollowUpDraft("Send brev", "Sekretariatet", due_on=due)),
        (public.id, FollowUpDraft("Ring til kommunerne", state=done, note="Alle har svaret.")),
        (public.id, FollowUpDraft("Glem det", state=FollowUpState.DROPPED)),
        (closed.id, FollowUpDraft("Hemmeligt")),
    ):
        add_follow_up(demo, coming, item_id, task)
    begin_agenda(demo, following)
    item = next(one for one in items(demo, following) if one.title == "Siden sidst")
    proposal = propose_since_last(demo, item.id)
    assert proposal is not None
    told = proposal.text.plain_text().splitlines()
    where = f"{public.title} (punkt {public.number}): "
    assert f"{where}Ring til kommunerne. Alle har svaret." in told
    assert f"{where}Send brev – Sekretariatet, frist 15. januar 2027." in told
    assert any("punkt 4.3, 4. september 2026" in line for line in told)
    assert "Hemmeligt" not in proposal.text.plain_text()
    assert "Glem det" not in proposal.text.plain_text()
    assert proposal.reasons == ("En opgave fra lukkede punkter er ikke taget med.",)
    assert propose_since_last(demo, public.id) is None


def test_the_proposal_is_never_written_by_itself(demo: Database, following: int) -> None:
    begin_agenda(demo, following)
    item = next(one for one in items(demo, following) if one.title == "Siden sidst")
    assert propose_since_last(demo, item.id) is not None
    assert PartType.CASE_PRESENTATION not in read_item(demo, item.id).parts
    save_part(demo, item.id, PartType.CASE_PRESENTATION, from_plain_text("Mit eget"), 0)
    assert propose_since_last(demo, item.id) is not None
    kept = read_item(demo, item.id).parts[PartType.CASE_PRESENTATION].text
    assert kept == from_plain_text("Mit eget")
