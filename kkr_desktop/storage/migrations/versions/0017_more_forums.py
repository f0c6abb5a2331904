"""The meetings with KL's chairmanship, and forums of directors that the councils have.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

from kkr_desktop.storage.migrated_rows import (
    add_forum,
    add_missing_templates,
    reference_rows,
    table,
)

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    body = table("body")
    known = dict(op.get_bind().execute(sa.select(body.c.name, body.c.id)).all())
    forums = reference_rows("forums.csv")
    if not any(row["parent"] in known for row in forums):
        return
    for position, row in enumerate(forums):
        if row["name"] not in known and (not row["parent"] or row["parent"] in known):
            add_forum(row, known.get(row["parent"]), 100 + position)
    add_missing_templates()
