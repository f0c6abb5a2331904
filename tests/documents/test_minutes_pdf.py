"""The minutes say who took part and what was decided, word for word."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pikepdf
from hypothesis import given, settings

from kkr_desktop.documents.content import (
    AttendanceContent,
    MeetingContent,
    MinutesContent,
    MinutesItemContent,
    MinutesSectionContent,
)
from kkr_desktop.documents.frozen import minutes_from_json, to_json
from kkr_desktop.documents.minutes import render_minutes
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.richtext import RichText, from_plain_text
from tests.pdf_reading import bookmarks_of, words_of
from tests.rich_texts import rich_texts

ITEM = MinutesItemContent(
    uid="uid",
    number="1.1",
    title="Godkendelse <af> dagsorden & bilag",
    kind=ItemKind.APPROVAL,
    is_public=True,
    recommendation=from_plain_text("Det indstilles, at KKR godkender."),
    decision=from_plain_text("KKR godkendte æøå."),
)
MINUTES = MinutesContent(
    document_uid="uid",
    dated=datetime(2026, 12, 14, 9, tzinfo=UTC),
    meeting=MeetingContent(
        body_name="KKR Hovedstaden",
        kind=MeetingKind.ORDINARY,
        held_on=date(2026, 12, 11),
        starts_at=time(9, 30),
        ends_at=time(12, 30),
        place="Rådhuset",
    ),
    attendance=(
        AttendanceContent(
            *("Åse Ærø", "Borgmester", "A", "Læsø Kommune", "Formand"),
            AttendanceStatus.PRESENT,
            "fra kl. 10.15",
        ),
        AttendanceContent(
            *("Bo Øst", "Borgmester", "V", "Odense Kommune", ""), AttendanceStatus.APOLOGY
        ),
    ),
    sections=(MinutesSectionContent("1", "Indledning", (ITEM,)),),
)


def with_decision(decision: RichText) -> MinutesContent:
    item = replace(ITEM, decision=decision)
    return replace(MINUTES, sections=(MinutesSectionContent("1", "Indledning", (item,)),))


def test_people_items_and_decisions_are_told() -> None:
    pdf = render_minutes(MINUTES)
    words = words_of(pdf)
    for wanted in (
        *("Åse Ærø", "fra kl. 10.15", "Læsø Kommune", "Bo Øst", "Afbud"),
        *(ITEM.title, "KKR godkendte æøå.", "11. december 2026"),
    ):
        assert wanted in words
    assert f"1.1 {ITEM.title}" in bookmarks_of(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo["/Title"]) == MINUTES.title


def test_a_draft_says_so_and_approved_minutes_do_not() -> None:
    assert "Udkast" in words_of(render_minutes(MINUTES))
    assert "Udkast" not in words_of(render_minutes(replace(MINUTES, is_draft=False)))


def test_an_item_without_a_decision_and_a_council_without_members_make_minutes() -> None:
    bare = replace(with_decision(from_plain_text("")), attendance=())
    assert ITEM.title in words_of(render_minutes(bare))


@settings(max_examples=25, deadline=None)
@given(rich_texts)
def test_frozen_minutes_are_read_back_and_make_the_same_pages(decision: RichText) -> None:
    content = with_decision(decision)
    again = minutes_from_json(to_json(content))
    assert again == content
    assert render_minutes(again) == render_minutes(content)
