"""Meetings have milestones, and forums prepare them.

Existing meetings get the milestones of their kind of body. Those of meetings
that are past are done: nobody was asked to settle them.

Revision ID: 0003
Revises: 0002
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

from kkr_desktop.model.milestones import MilestoneStep, due_date
from kkr_desktop.model.working_days import ClosedDays
from kkr_desktop.storage.migrated_rows import add_forum, reference_rows, signed, table
from kkr_desktop.storage.public_holidays import holiday_name

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _edited() -> list[sa.Column[Any]]:
    return [
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
    ]


def upgrade() -> None:
    op.add_column(
        "meeting", sa.Column("group_meetings", sa.String(), nullable=False, server_default="")
    )
    op.add_column("meeting", sa.Column("catering_count", sa.Integer(), nullable=True))
    op.create_table(
        "milestone_template",
        sa.Column("body_kind", sa.String(40), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("offset_days", sa.Integer(), nullable=False),
        sa.Column("workday_before", sa.Boolean(), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("sort_key", sa.Integer(), nullable=False),
        *_edited(),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_milestone_template_body_id_body")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone_template")),
        sa.UniqueConstraint("uid", name=op.f("uq_milestone_template_uid")),
    )
    op.create_index(op.f("ix_milestone_template_body_id"), "milestone_template", ["body_id"])
    op.create_table(
        "milestone",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.Integer(), nullable=True),
        sa.Column("waits_for_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("offset_days", sa.Integer(), nullable=False),
        sa.Column("workday_before", sa.Boolean(), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("moved_by_hand", sa.Boolean(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("ics_sequence", sa.Integer(), nullable=False),
        *_edited(),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_milestone_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["milestone_template.id"],
            name=op.f("fk_milestone_template_id_milestone_template"),
        ),
        sa.ForeignKeyConstraint(
            ["waits_for_id"], ["milestone.id"], name=op.f("fk_milestone_waits_for_id_milestone")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
        sa.UniqueConstraint("uid", name=op.f("uq_milestone_uid")),
    )
    op.create_index(op.f("ix_milestone_due_on"), "milestone", ["due_on"])
    op.create_index(op.f("ix_milestone_meeting_id"), "milestone", ["meeting_id"])
    bodies = sa.table("body", sa.column("id", sa.Integer), sa.column("kind", sa.String))
    if op.get_bind().execute(sa.select(sa.func.count()).select_from(bodies)).scalar():
        _add_forums()
        _add_milestones(_add_templates())


def _add_forums() -> None:
    body, bind = table("body"), op.get_bind()
    taken = set(bind.execute(sa.select(body.c.name)).scalars())
    for position, row in enumerate(reference_rows("forums.csv")):
        parent = bind.execute(sa.select(body.c.id).where(body.c.name == row["parent"])).scalar()
        if parent is not None and row["name"] not in taken:
            add_forum(row, parent, 100 + position)


@dataclass(frozen=True, slots=True)
class _Template:
    id: int
    body_kind: str
    label: str
    responsible: str
    offset_days: int
    step: str

    @property
    def workday_before(self) -> bool:
        return self.step != "meeting"


def _add_templates() -> list[_Template]:
    """Add the templates of each kind of body, and return them."""
    template, bind = table("milestone_template"), op.get_bind()
    made: list[_Template] = []
    for position, row in enumerate(reference_rows("milestones.csv"), start=1):
        known = _Template(
            position,
            row["body_kind"],
            row["label"],
            row["responsible"],
            int(row["offset_days"]),
            row["step"],
        )
        made.append(known)
        bind.execute(
            template.insert().values(
                id=known.id,
                body_kind=known.body_kind,
                label=known.label,
                responsible=known.responsible,
                offset_days=known.offset_days,
                workday_before=known.workday_before,
                step=known.step,
                sort_key=position,
                **signed(),
            )
        )
    return made


def _add_milestones(templates: list[_Template]) -> None:
    bind, today = op.get_bind(), date.today()  # noqa: DTZ011
    meeting, body, block = table("meeting"), table("body"), table("calendar_block")
    milestone = table("milestone")
    closed = bind.execute(
        sa.select(block.c.starts_on, block.c.ends_on).where(
            block.c.kind == "closed_day", block.c.deleted_at.is_(None)
        )
    )
    is_closed = ClosedDays(holiday_name, [(first, last) for first, last in closed])
    meetings = bind.execute(
        sa.select(meeting.c.id, meeting.c.held_on, body.c.kind)
        .join(body, body.c.id == meeting.c.body_id)
        .where(meeting.c.deleted_at.is_(None))
    ).all()
    for meeting_id, held_on, kind in meetings:
        for row in (template for template in templates if template.body_kind == kind):
            due = due_date(
                held_on,
                row.offset_days,
                MilestoneStep(row.step),
                is_closed,
                workday_before=row.workday_before,
            )
            beginning = signed()
            bind.execute(
                milestone.insert().values(
                    meeting_id=meeting_id,
                    template_id=row.id,
                    label=row.label,
                    responsible=row.responsible,
                    owner="",
                    offset_days=row.offset_days,
                    workday_before=row.workday_before,
                    step=row.step,
                    due_on=due.due_on,
                    moved_by_hand=False,
                    done_at=beginning["created_at"] if held_on < today else None,
                    ics_sequence=0,
                    **beginning,
                )
            )
