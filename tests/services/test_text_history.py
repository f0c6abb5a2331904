"""Whatever was written is found again: pauses, other hands and big deletions keep a version."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from kkr_desktop.model.agenda import ItemPart
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.model.text_versions import TextField, TextVersion
from kkr_desktop.services.agenda_outline import agenda_outline
from kkr_desktop.services.drafting import save_part
from kkr_desktop.services.minute_taking import DecisionDraft, save_decision
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.text_history import decision_history, part_history
from kkr_desktop.storage.database import Database

KIND = PartType.NEXT_STEPS
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Desk:
    """Somebody who writes the next steps of an item, with time going by in between."""

    def __init__(self, demo: Database) -> None:
        self.demo = demo
        meeting = next(r for r in list_meetings(demo) if r.state is MeetingState.DRAFTING)
        self.meeting_id = meeting.id
        self.item_id = agenda_outline(demo, meeting.id).sections[0].items[0].id
        self._rev = 0

    def write(self, text: str) -> None:
        """Write over what is there."""
        new = from_plain_text(text)
        self._rev = save_part(self.demo, self.item_id, KIND, new, self._rev).value

    def wait(self, time: timedelta) -> None:
        """Let time go by: everything that was written is that much older."""
        with self.demo.write() as session:
            for part in session.execute(
                select(ItemPart.id, ItemPart.created_at, ItemPart.updated_at)
            ):
                older = {"created_at": part.created_at - time, "updated_at": part.updated_at - time}
                session.execute(update(ItemPart).where(ItemPart.id == part.id).values(older))
            for kept in session.execute(select(TextVersion.id, TextVersion.written_at)):
                session.execute(
                    update(TextVersion)
                    .where(TextVersion.id == kept.id)
                    .values(written_at=kept.written_at - time)
                )

    def earlier(self) -> list[str]:
        """Return the earlier versions, the newest first."""
        found = part_history(self.demo, self.item_id, KIND)
        return [one.text.plain_text() for one in found]


@pytest.fixture
def desk(demo: Database) -> Desk:
    return Desk(demo)


def test_typing_without_a_pause_keeps_one_version_every_five_minutes(desk: Desk) -> None:
    sentence = ""
    for second in range(8):
        sentence += f"Ord {second}. "
        desk.write(sentence)
        desk.wait(MINUTE)
    assert 1 <= len(desk.earlier()) <= 2


def test_what_stood_before_a_pause_is_kept(desk: Desk) -> None:
    desk.write("Før pausen.")
    desk.wait(3 * MINUTE)
    desk.write("Før pausen. Efter pausen.")
    assert desk.earlier() == ["Før pausen."]
    desk.write("Før pausen. Efter pausen. Mere.")
    assert desk.earlier() == ["Før pausen."]


def test_a_text_that_is_wiped_out_at_once_is_kept(desk: Desk) -> None:
    desk.write("En lang tekst, som nogen kommer til at slette.")
    desk.write("x")
    assert desk.earlier() == ["En lang tekst, som nogen kommer til at slette."]


def test_what_a_colleague_wrote_is_kept_when_somebody_else_goes_on(desk: Desk) -> None:
    desk.write("Skrevet af en kollega.")
    desk.demo.user = "kollegaen"
    other = Database(desk.demo.path, desk.demo.files, user="en anden")
    rev = 1
    save_part(other, desk.item_id, KIND, from_plain_text("Skrevet af en kollega. Og mig."), rev)
    (kept,) = part_history(other, desk.item_id, KIND)
    assert kept.text == from_plain_text("Skrevet af en kollega.")
    assert kept.written_by
    other.close()


def test_old_versions_are_thinned_out_and_the_newest_of_each_day_stays(desk: Desk) -> None:
    for number in range(12):
        desk.write(f"Udgave {number}, som er lang nok.")
        desk.wait(10 * MINUTE)
    desk.write("Sidste, som er lang nok.")
    assert len(desk.earlier()) == 12
    desk.wait(2 * DAY)
    desk.write("Sidste, som er lang nok. Mere.")
    hourly = desk.earlier()
    assert hourly[0] == "Sidste, som er lang nok."
    assert 3 <= len(hourly) <= 5
    desk.wait(40 * DAY)
    desk.write("Sidste, som er lang nok. Mere endnu.")
    assert len(desk.earlier()) <= 4
    assert desk.earlier()[0] == "Sidste, som er lang nok. Mere."


def test_decisions_and_their_public_texts_have_versions_of_their_own(desk: Desk) -> None:
    place = (desk.demo, desk.meeting_id, desk.item_id)
    first = DecisionDraft(from_plain_text("Lang beslutning."), from_plain_text("Offentligt ord."))
    rev = save_decision(*place, first).value
    rev = save_decision(
        *place, DecisionDraft(from_plain_text("L"), first.public_text, rev=rev)
    ).value
    save_decision(*place, DecisionDraft(from_plain_text("L"), from_plain_text("O"), rev=rev))
    decisions = decision_history(*place)
    public = decision_history(*place, TextField.PUBLIC_TEXT)
    assert [one.text.plain_text() for one in decisions] == ["Lang beslutning."]
    assert [one.text.plain_text() for one in public] == ["Offentligt ord."]
