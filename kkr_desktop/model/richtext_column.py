"""Rich text in a column of the database."""

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from kkr_desktop.model.richtext import RichText, from_json


class RichTextColumn(TypeDecorator[RichText]):
    """Keeps a rich text as JSON in one text column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: RichText | None, dialect: Dialect) -> str | None:
        """Turn the text into JSON."""
        return None if value is None else value.to_json()

    def process_result_value(self, value: str | None, dialect: Dialect) -> RichText | None:
        """Read the text back."""
        return None if value is None else from_json(value)
