"""Ready-made sentences for decisions."""

from sqlalchemy import select

from kkr_desktop.model.agenda import ItemKind
from kkr_desktop.model.minutes import Phrase
from kkr_desktop.storage.database import Database


def phrases_for(database: Database, kind: ItemKind, body_name: str) -> tuple[str, ...]:
    """Return the phrases that fit a kind of item, those for that kind first.

    The body's name is filled in; other words in braces stay as places to fill.
    """
    with database.read() as session:
        rows = session.scalars(
            select(Phrase)
            .where(
                Phrase.deleted_at.is_(None),
                (Phrase.item_kind == kind) | Phrase.item_kind.is_(None),
            )
            .order_by(Phrase.item_kind.is_(None), Phrase.sort_key)
        )
        return tuple(row.text.replace("{KKR}", body_name) for row in rows)
