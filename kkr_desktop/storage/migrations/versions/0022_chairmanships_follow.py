"""The places in a chairmanship know whose election they follow.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

from kkr_desktop.storage.migrated_rows import signed, table

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("membership", sa.Column("follows_id", sa.Integer(), nullable=True))
    with op.batch_alter_table("membership") as membership:
        membership.create_foreign_key(
            "fk_membership_follows_id_membership", "membership", ["follows_id"], ["id"]
        )
        membership.create_index("ix_membership_follows_id", ["follows_id"])
    _seat_those_who_lead()


def _seat_those_who_lead() -> None:
    """Give the chairs and vice-chairs of councils their places in chairmanships without members."""
    body, post, membership = table("body"), table("post"), table("membership")
    bind = op.get_bind()
    leaders = (
        sa.select(
            membership.c.id,
            membership.c.person_id,
            membership.c.valid_from,
            membership.c.valid_to,
            post.c.kind,
            post.c.term_id,
            body.c.id.label("chairmanship_id"),
        )
        .join(post, post.c.id == membership.c.post_id)
        .join(body, body.c.parent_id == post.c.body_id)
        .where(
            post.c.kind.in_(("chair", "vice_chair")),
            membership.c.deleted_at.is_(None),
            body.c.kind == "chairmanship",
            body.c.deleted_at.is_(None),
            body.c.valid_to.is_(None),
            body.c.id.not_in(sa.select(post.c.body_id)),
        )
        .order_by(membership.c.valid_from)
    )
    posts: dict[tuple[int, int, str], int] = {}
    for leader in bind.execute(leaders).all():
        for kind in ("supplementary", leader.kind):
            place = (leader.chairmanship_id, leader.term_id, f"{leader.kind} {kind}")
            if place not in posts:
                made = post.insert().values(
                    body_id=leader.chairmanship_id,
                    term_id=leader.term_id,
                    kind=kind,
                    sort_key=0,
                    **signed(),
                )
                posts[place] = bind.scalars(made.returning(post.c.id)).one()
            bind.execute(
                membership.insert().values(
                    post_id=posts[place],
                    person_id=leader.person_id,
                    follows_id=leader.id,
                    valid_from=leader.valid_from,
                    valid_to=leader.valid_to,
                    end_reason="",
                    **signed(),
                )
            )
