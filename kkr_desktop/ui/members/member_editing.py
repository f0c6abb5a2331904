"""The boxes in which a member, the contacts and the person over time are written."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.chairmanships import chairmanship_name
from kkr_desktop.services.contacts import PersonContacts, read_contacts, save_contacts
from kkr_desktop.services.leading import leader_other_than
from kkr_desktop.services.member_choices import Choice, add_local_list, member_choices
from kkr_desktop.services.membership_changes import (
    MemberDraft,
    add_member,
    blank_member,
    change_member,
    read_member,
)
from kkr_desktop.services.people_choices import people_to_choose
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.register import ROLE_NAMES, MemberRole, MemberRow
from kkr_desktop.services.undoable import Undo
from kkr_desktop.ui.members.contacts_dialog import ContactsDialog
from kkr_desktop.ui.members.leader_question import take_over_or_refuse
from kkr_desktop.ui.members.member_dialog import MemberDialog
from kkr_desktop.ui.members.person_dialog import PersonDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.undo_banner import taking_back
from kkr_desktop.ui.workspace import Workspace


class MemberEditing(QObject):
    """Opens the boxes, and writes what they say.

    `added` tells the membership of a new member, `undo_offered` what was written, and the
    way back.
    """

    added = Signal(int)
    undo_offered = Signal(str, object)

    def __init__(self, workspace: Workspace, tab: QWidget) -> None:
        super().__init__(tab)
        self._workspace = workspace
        self._tab = tab

    def add(self, body_id: int) -> None:
        """Add a member."""

        def save(draft: MemberDraft, _day: date) -> None:
            self._ask_for_role(body_id, draft, draft.valid_from, MemberRole.MEMBER)
            written = add_member(self._workspace.database, body_id, draft)
            self.added.emit(self._workspace.announcer.announce(written))
            added = self.tr("{name} is a member from {day}.").format(
                name=_name(draft), day=long_date(draft.valid_from)
            )
            leads = self._told(body_id, draft, MemberRole.MEMBER, draft.valid_from)
            self._offer(f"{added} {leads}".strip(), written.undo)

        self._open(body_id, blank_member(_today()), save)

    def edit(self, body_id: int, row: MemberRow) -> None:
        """Change a member."""
        database = self._workspace.database
        day = min(_today(), row.last_day) if row.last_day else max(_today(), row.valid_from)
        try:
            before = read_member(database, row.membership_id, day)
        except KkrError as error:
            show_error(self._tab, error)
            return

        def save(draft: MemberDraft, day: date) -> None:
            from_day = max(day, draft.valid_from)
            self._ask_for_role(body_id, draft, from_day, before.role)
            written = change_member(database, row.membership_id, draft, day)
            self._workspace.announcer.announce(written)
            leads = self._told(body_id, draft, before.role, from_day)
            corrected = self.tr("{name} is corrected.").format(name=_name(draft))
            self._offer(leads or corrected, written.undo)

        self._open(body_id, before, save)

    def _offer(self, told: str, undo: Undo | None) -> None:
        if undo is not None:
            self.undo_offered.emit(told, taking_back(self._workspace, undo))

    def _told(self, body_id: int, draft: MemberDraft, before: MemberRole, day: date) -> str:
        """Return in words who leads the council now, and that its chairmanship follows.

        Empty where nothing changed in who leads it.
        """
        if draft.role is before:
            return ""
        if draft.role is MemberRole.MEMBER:
            words = self.tr("{name} is no longer {role} from {day}.")
        else:
            words = self.tr("{name} is {role} from {day}.")
        role = ROLE_NAMES[before if draft.role is MemberRole.MEMBER else draft.role].lower()
        told = words.format(name=_name(draft), role=role, day=long_date(day))
        chairmanship = chairmanship_name(self._workspace.database, body_id)
        if not chairmanship:
            return told
        follows = self.tr("{name} follows.").format(name=chairmanship)
        return f"{told} {follows}"

    def _ask_for_role(
        self, body_id: int, draft: MemberDraft, day: date, role_before: MemberRole
    ) -> None:
        """Ask whether who leads the body is to leave. Raises RoleTaken when not."""
        if draft.role is role_before:
            return
        other = leader_other_than(self._workspace.database, body_id, draft.role, day, _name(draft))
        if other:
            take_over_or_refuse(self._tab, draft.role, other, day)

    def _open(
        self, body_id: int, draft: MemberDraft, save: Callable[[MemberDraft, date], None]
    ) -> None:
        database = self._workspace.database

        def new_list(letter: str, name: str, municipality_id: int) -> Choice:
            first_day = date(_today().year, 1, 1)
            written = add_local_list(database, letter, name, municipality_id, first_day)
            added = self._workspace.announcer.announce(written)
            return Choice(added, f"{letter.upper()}  {name}")

        choices = member_choices(database, body_id, _today())
        people = people_to_choose(database, body_id, _today())
        MemberDialog(draft, choices, people, save, new_list, self._tab).exec()

    def edit_contacts(self, row: MemberRow) -> None:
        """Change how a member is reached."""

        def save(contacts: PersonContacts) -> None:
            self._workspace.announcer.announce(save_contacts(self._workspace.database, contacts))

        try:
            contacts = read_contacts(self._workspace.database, row.person_id)
        except KkrError as error:
            show_error(self._tab, error)
        else:
            ContactsDialog(contacts, save, self._tab).exec()

    def show_person(self, body_id: int, row: MemberRow) -> None:
        """Show a member over time, with who wrote what."""
        database = self._workspace.database
        try:
            page = read_person_page(database, row.person_id)
        except KkrError as error:
            show_error(self._tab, error)
        else:
            choices = member_choices(database, body_id, _today())
            dialog = PersonDialog(self._workspace, page, choices, self._tab)
            dialog.exec()
            for told, way_back in dialog.banner.offers():
                self.undo_offered.emit(told, way_back)


def _name(draft: MemberDraft) -> str:
    return f"{draft.given_name.strip()} {draft.family_name.strip()}".strip()


def _today() -> date:
    return date.today()  # noqa: DTZ011
