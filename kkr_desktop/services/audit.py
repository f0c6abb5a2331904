"""Writes down what was done, by whom and why."""

from sqlalchemy.orm import Session

from kkr_desktop.model.base import Edited
from kkr_desktop.model.log import AuditEvent


def record(
    session: Session,
    row: Edited,
    action: str,
    *,
    before: str = "",
    after: str = "",
    reason: str = "",
) -> None:
    """Log `action` on `row` in the same unit of work as the action itself."""
    if not row.uid:
        session.flush()
    session.add(
        AuditEvent(
            by=session.info["user"],
            entity=type(row).__name__,
            uid=row.uid,
            action=action,
            before=before,
            after=after,
            reason=reason,
        )
    )
