"""The meetings with KL's chairmanship, and forums of directors that the councils have.

Revision ID: 0017
Revises: 0016
"""

import csv
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from uuid6 import uuid7

from kkr_desktop.resource_files import resource

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    body, template = _table("body"), _table("milestone_template")
    bind = op.get_bind()
    known = dict(bind.execute(sa.select(body.c.name, body.c.id)).all())
    forums = _rows("forums.csv")
    if not any(row["parent"] in known for row in forums):
        return
    for position, row in enumerate(forums):
        parent = known.get(row["parent"])
        if row["name"] in known or (row["parent"] and parent is None):
            continue
        bind.execute(
            body.insert().values(
                kind=row["kind"],
                name=row["name"],
                short_name=row["short_name"],
                parent_id=parent,
                appendix_numbering=("through" if row["kind"] == "directors_forum" else "per_item"),
                mission="",
                group_meeting_note="",
                accent="",
                sort_key=100 + position,
                **_signed(),
            )
        )
    kinds = set(bind.execute(sa.select(template.c.body_kind)).scalars())
    for position, row in enumerate(_rows("milestones.csv")):
        if row["body_kind"] not in kinds:
            bind.execute(
                template.insert().values(
                    body_kind=row["body_kind"],
                    label=row["label"],
                    responsible=row["responsible"],
                    offset_days=int(row["offset_days"]),
                    workday_before=row["step"] != "meeting",
                    step=row["step"],
                    sort_key=position,
                    **_signed(),
                )
            )


def _signed() -> dict[str, object]:
    moment = datetime.now(UTC).replace(tzinfo=None)
    return {
        "uid": str(uuid7()),
        "rev": 1,
        "created_at": moment,
        "updated_at": moment,
        "updated_by": "",
    }


def _rows(name: str) -> list[dict[str, str]]:
    with resource("reference", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _table(name: str) -> sa.Table:
    return sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
