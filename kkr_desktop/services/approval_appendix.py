"""Puts minutes, as the members have them, beside the item of the next meeting that approves them.

The public reads them without what is closed.
"""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.frozen import minutes_from_json
from kkr_desktop.documents.intake.report import Report
from kkr_desktop.model.agenda import AgendaItem, Appendix, AppendixVersion
from kkr_desktop.model.meeting_terms import Activity, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import MinutesVersion
from kkr_desktop.services.appendices import KeptFiles, keep_typeset, new_appendix, new_file
from kkr_desktop.services.approval_item import item_that_approves, make_approval_item, meeting_of
from kkr_desktop.services.meeting_sequence import meeting_after
from kkr_desktop.services.minutes_content import frozen_version
from kkr_desktop.services.public_minutes import public_minutes_in
from kkr_desktop.services.redacted_appendices import new_redacted_version
from kkr_desktop.services.written import Area, Change
from kkr_desktop.storage.file_store import FileStore


def attach_minutes(session: Session, files: FileStore, meeting: Meeting) -> tuple[Change, ...]:
    """Attach the minutes of a meeting where they are approved, and return what changed.

    Minutes that were sent anew take the place of those there. Nothing is done while no agenda
    approves them, once that agenda was sent, or after the secretary took the minutes away.
    """
    version = frozen_version(session, meeting)
    item = _approving_item(session, meeting)
    if version is None or item is None:
        return ()
    approving = meeting_of(session, item)
    appendix = _attached(session, item, meeting)
    is_away = appendix is not None and appendix.deleted_at is not None
    if is_away or not approving.allows(Activity.EDIT_AGENDA):
        return ()
    if appendix is not None and _file_of(session, appendix) == version.pdf_sha256:
        return ()
    content = minutes_from_json(version.content_json)
    name = pdf_file_name(content.title)
    kept, report = keep_typeset(files, files.read(version.pdf_sha256))
    if appendix is None:
        appendix = new_appendix(session, item, content.title, name, kept, report)
    else:
        new_file(session, appendix, name, kept, report)
    if any(not told.is_public for section in content.sections for told in section.items):
        new_redacted_version(
            session, appendix, name, *_for_the_public(session, files, meeting, version)
        )
    change = Change(
        Area.AGENDA, body_id=approving.body_id, meeting_id=approving.id, item_id=item.id
    )
    return (change,)


def _approving_item(session: Session, meeting: Meeting) -> AgendaItem | None:
    """Return the item that approves a meeting's minutes, made where its agenda has none yet."""
    item = item_that_approves(session, meeting.id)
    if item is not None:
        return item
    following = meeting_after(session, meeting)
    was_there = session.scalars(
        select(AgendaItem.id).where(AgendaItem.approves_minutes_of_id == meeting.id)
    ).first()
    if following is None or was_there is not None or following.state is not MeetingState.DRAFTING:
        return None
    return make_approval_item(session, following)


def _attached(session: Session, item: AgendaItem, meeting: Meeting) -> Appendix | None:
    """Return the appendix that has had the minutes as its file, also one that was removed."""
    frozen = select(MinutesVersion.pdf_sha256).where(MinutesVersion.meeting_id == meeting.id)
    return session.scalars(
        select(Appendix)
        .join(AppendixVersion, AppendixVersion.appendix_id == Appendix.id)
        .where(Appendix.item_id == item.id, AppendixVersion.file_sha256.in_(frozen))
        .order_by(Appendix.deleted_at.is_not(None), Appendix.id)
    ).first()


def _file_of(session: Session, appendix: Appendix) -> str | None:
    return session.scalars(
        select(AppendixVersion.file_sha256)
        .where(AppendixVersion.appendix_id == appendix.id)
        .order_by(AppendixVersion.number.desc())
    ).first()


def _for_the_public(
    session: Session, files: FileStore, meeting: Meeting, version: MinutesVersion
) -> tuple[KeptFiles, Report]:
    from kkr_desktop.documents.minutes import render_minutes

    content = replace(public_minutes_in(session, meeting), dated=version.frozen_at)
    return keep_typeset(files, render_minutes(content))
