"""Every word of a decision that goes out in Word comes back from it."""

from dataclasses import replace

from hypothesis import given, settings

from kkr_desktop.documents.word import minutes_in_word
from kkr_desktop.documents.word_anchors import anchor_name, anchor_of, mark_of
from kkr_desktop.documents.word_reading import read_decisions
from kkr_desktop.model.base import new_uid
from kkr_desktop.model.richtext import (
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    from_plain_text,
    rich_text,
)
from tests.documents.test_minutes_pdf import ITEM, MINUTES
from tests.rich_texts import rich_texts


def through_word(text: RichText) -> RichText:
    item = replace(ITEM, uid=new_uid(), decision=text)
    section = replace(MINUTES.sections[0], items=(item,))
    (found,) = read_decisions(minutes_in_word(replace(MINUTES, sections=(section,))))
    assert found.anchor.item_uid == item.uid
    assert found.anchor.mark == mark_of(text)
    return found.text


@settings(max_examples=30)
@given(rich_texts)
def test_no_word_is_lost_on_the_way_through_word(text: RichText) -> None:
    assert through_word(text).plain_text().split() == text.plain_text().split()


def test_what_decisions_are_made_of_comes_back_exactly() -> None:
    text = rich_text(
        [
            Paragraph((Run("KKR "), Run("godkendte", bold=True), Run(", at", italic=True))),
            ListItem(ListKind.NUMBERED, 0, (Run("første"),)),
            ListItem(ListKind.NUMBERED, 1, (Run("under"),)),
            ListItem(ListKind.BULLET, 0, (Run("kl.dk", link="https://kl.dk"),)),
            Paragraph((Run("Sidste linje\nmed linjeskift."),)),
        ]
    )
    assert through_word(text) == text


def test_an_anchor_fits_a_bookmark_and_is_read_back() -> None:
    uid, text = new_uid(), from_plain_text("KKR godkendte.")
    name = anchor_name(uid, text)
    assert len(name) <= 40
    found = anchor_of(name)
    assert found is not None
    assert (found.item_uid, found.mark) == (uid, mark_of(text))
    assert anchor_of("_GoBack") is None
