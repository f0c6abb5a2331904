"""What is typed comes back from the editor exactly as it was."""

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextDocument

from kkr_desktop.model.richtext import RichText, from_json
from kkr_desktop.ui.richtext.document import fill, read
from tests.rich_texts import rich_texts

pytestmark = pytest.mark.usefixtures("qapp")


@given(text=rich_texts)
@settings(max_examples=150, deadline=None)
def test_a_text_survives_the_editor(text: RichText) -> None:
    document = QTextDocument()
    fill(document, text)
    assert read(document) == text


@given(text=rich_texts)
def test_a_text_survives_the_database(text: RichText) -> None:
    assert from_json(text.to_json()) == text
