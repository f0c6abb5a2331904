"""A pack that was built knows when it is out of date, and why."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_outline import agenda_outline, item_numbered, read_item
from kkr_desktop.services.appendices import add_appendix, remove_appendix, replace_appendix
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.drafting import move_section, save_note, save_part
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.pack_freshness import PackState, pack_state
from kkr_desktop.services.packs import export_pack
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from tests import appendix_files


@pytest.fixture
def meeting(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


def state_of(database: Database, meeting: int) -> PackState:
    state = pack_state(database, meeting)
    assert state is not None
    return state


def change_part(database: Database, item_id: int) -> None:
    parts = read_item(database, item_id).parts
    rev = parts[PartType.ECONOMY].rev if PartType.ECONOMY in parts else 0
    save_part(database, item_id, PartType.ECONOMY, from_plain_text("Ny økonomi."), rev)


def test_a_pack_is_fresh_until_something_in_it_changes(
    demo: Database, meeting: int, tmp_path: Path
) -> None:
    assert pack_state(demo, meeting) is None
    export_pack(demo, meeting, tmp_path / "pakke æøå.pdf", PackChoices())
    state = state_of(demo, meeting)
    assert (state.file_name, state.reasons) == ("pakke æøå.pdf", ())
    item = item_numbered(demo, meeting, "4.1")
    save_note(demo, item, "Kun til os selv", read_item(demo, item).note_rev)
    assert state_of(demo, meeting).reasons == ()

    change_part(demo, item)
    assert state_of(demo, meeting).reasons == ("Punkt 4.1 er ændret.",)
    (tmp_path / "Ny.pdf").write_bytes(appendix_files.pdf())
    appendix = read_item(demo, item).appendices[0]
    replace_appendix(demo, appendix.id, tmp_path / "Ny.pdf")
    add_appendix(demo, item, tmp_path / "Ny.pdf")
    assert state_of(demo, meeting).reasons == (
        "Punkt 4.1 er ændret.",
        "Bilag 4.1.1 er ændret.",
        "Bilag 4.1.2 er kommet til.",
    )
    export_pack(demo, meeting, tmp_path / "pakke.pdf", PackChoices())
    remove_appendix(demo, read_item(demo, item).appendices[1].id)
    assert state_of(demo, meeting).reasons == (
        "Punkt 4.1 er ændret.",
        "Bilag 4.1.2 er gået ud.",
    )


def test_a_pack_from_before_the_dispatch_is_told_to_be_a_draft(
    demo: Database, meeting: int, tmp_path: Path
) -> None:
    export_pack(demo, meeting, tmp_path / "pakke.pdf", PackChoices())
    dispatch_agenda(demo, meeting, sent_at=datetime(2026, 12, 4, 9, tzinfo=UTC))
    assert state_of(demo, meeting).reasons == (
        "Dagsordenen er udsendt siden; pakken er mærket som udkast.",
    )
    export_pack(demo, meeting, tmp_path / "pakke.pdf", PackChoices())
    assert state_of(demo, meeting).reasons == ()


def test_a_change_of_order_is_told(demo: Database, meeting: int, tmp_path: Path) -> None:
    export_pack(demo, meeting, tmp_path / "pakke.pdf", PackChoices())
    section = agenda_outline(demo, meeting).sections[3]
    move_section(demo, section.id, 5)
    assert state_of(demo, meeting).reasons[0] == "Rækkefølgen er ændret."


def test_the_public_pack_does_not_age_with_what_is_not_in_it(
    demo: Database, meeting: int, tmp_path: Path
) -> None:
    export_pack(demo, meeting, tmp_path / "offentlig.pdf", PackChoices(public=True))
    change_part(demo, item_numbered(demo, meeting, "4.6"))
    assert state_of(demo, meeting).reasons == ()
    change_part(demo, item_numbered(demo, meeting, "4.1"))
    assert state_of(demo, meeting).reasons == ("Punkt 4.1 er ændret.",)


def test_the_agenda_alone_does_not_age_with_the_pages_of_its_appendices(
    demo: Database, meeting: int, tmp_path: Path
) -> None:
    export_pack(demo, meeting, tmp_path / "dagsorden.pdf", PackChoices(agenda_only=True))
    assert state_of(demo, meeting).reasons == ()
    change_part(demo, item_numbered(demo, meeting, "4.1"))
    assert state_of(demo, meeting).reasons == ("Punkt 4.1 er ændret.",)
