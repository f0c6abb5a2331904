"""The forums of directors, in databases that were made before they came along.

A council that has, or had, any forum of directors is left as it is.

Revision ID: 0023
Revises: 0022
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from kkr_desktop.storage.migrated_rows import (
    add_forum,
    add_missing_templates,
    reference_rows,
    table,
)

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    body, bind = table("body"), op.get_bind()
    names = set(bind.execute(sa.select(body.c.name)).scalars())
    councils = dict(bind.execute(_councils_without(body)).all())
    for row in reference_rows("forums.csv"):
        council_id = councils.get(row["parent"])
        if council_id is None or row["kind"] != "directors_forum" or row["name"] in names:
            continue
        below = sa.select(sa.func.max(body.c.sort_key)).where(body.c.parent_id == council_id)
        add_forum(row, council_id, bind.execute(below).scalar() or 100)
    if councils:
        add_missing_templates()


def _councils_without(body: sa.Table) -> sa.Select[Any, Any]:
    """Select the open councils that never had a forum of directors."""
    served = sa.select(body.c.parent_id).where(
        body.c.kind == "directors_forum", body.c.parent_id.is_not(None)
    )
    return sa.select(body.c.name, body.c.id).where(
        body.c.kind == "kkr",
        body.c.deleted_at.is_(None),
        body.c.valid_to.is_(None),
        body.c.id.not_in(served),
    )
