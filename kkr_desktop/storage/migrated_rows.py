"""Rows of the reference data that migrations bring to the secretariats of earlier releases."""

import csv
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from uuid6 import uuid7

from kkr_desktop.resource_files import resource


def reference_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of the reference data."""
    with resource("reference", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def table(name: str) -> sa.Table:
    """Return a table as it is when the migration runs."""
    return sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())


def signed() -> dict[str, object]:
    """Return what every row that people edit begins with."""
    moment = datetime.now(UTC).replace(tzinfo=None)
    return {
        "uid": str(uuid7()),
        "rev": 1,
        "created_at": moment,
        "updated_at": moment,
        "updated_by": "",
    }


def add_forum(row: dict[str, str], parent_id: int | None, sort_key: int) -> None:
    """Add a forum of the reference data below its council."""
    op.get_bind().execute(
        table("body")
        .insert()
        .values(
            kind=row["kind"],
            name=row["name"],
            short_name=row["short_name"],
            parent_id=parent_id,
            appendix_numbering="through" if row["kind"] == "directors_forum" else "per_item",
            mission="",
            group_meeting_note="",
            accent="",
            sort_key=sort_key,
            **signed(),
        )
    )


def add_missing_templates() -> None:
    """Add the milestones of the kinds of bodies that have none."""
    template, bind = table("milestone_template"), op.get_bind()
    kinds = set(bind.execute(sa.select(template.c.body_kind)).scalars())
    for position, row in enumerate(reference_rows("milestones.csv")):
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
                    **signed(),
                )
            )
