"""The question whether who chairs a body is to leave for the next one."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from kkr_desktop.model.dates import long_date
from kkr_desktop.services.leading import RoleTaken
from kkr_desktop.services.register import ROLE_NAMES, MemberRole
from kkr_desktop.ui.messages import PlainBox


def take_over_or_refuse(parent: QWidget, role: MemberRole, other: str, day: date) -> None:
    """Ask whether `other` leaves the role on `day`. Raises RoleTaken when not."""
    taken = RoleTaken(ROLE_NAMES[role], other)
    if not asks_to_take_over(parent, taken, day):
        raise taken


def asks_to_take_over(parent: QWidget, taken: RoleTaken, day: date) -> bool:
    """Ask whether who has the role leaves it on `day`."""
    words = QCoreApplication.translate(
        "LeaderQuestion",
        "{name} is {role} on {day}, and there is only one at a time.\n\n"
        "Shall {name} be relieved from that day on?",
    ).format(name=taken.name, role=taken.role.lower(), day=long_date(day))
    box = PlainBox(QMessageBox.Icon.Question, taken.role, words, parent=parent)
    relieve = box.addButton(
        QCoreApplication.translate("LeaderQuestion", "&Relieve"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(relieve)
    box.exec()
    return box.clickedButton() is relieve
