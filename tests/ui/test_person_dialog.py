"""The titles, parties and history of a person are read and changed in one box."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.person_facts import FactDraft, FactKind
from kkr_desktop.services.person_memberships import MembershipDraft
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import MemberRole, members_on
from kkr_desktop.ui.members.fact_dialog import FactDialog
from kkr_desktop.ui.members.membership_dialog import MembershipDialog
from kkr_desktop.ui.members.person_dialog import PersonDialog
from kkr_desktop.ui.workspace import Workspace

DAY = date(2026, 11, 24)


@pytest.fixture
def person(demo_workspace: Workspace, qtbot: QtBot) -> Iterator[PersonDialog]:
    database = demo_workspace.database
    body_id = body_named(database, "Hovedstaden").id
    member = members_on(database, body_id, DAY)[0]
    window = QWidget()
    page = read_person_page(database, member.person_id)
    choices = member_choices(database, body_id, DAY)
    dialog = PersonDialog(demo_workspace, page, choices, window)
    qtbot.addWidget(window)
    dialog.show()
    yield dialog
    window.close()


def facts_of(person: PersonDialog, place: int) -> list[QTreeWidgetItem]:
    group = person.facts.topLevelItem(place)
    assert group is not None
    children = [group.child(row) for row in range(group.childCount())]
    return [child for child in children if child is not None]


def titles(person: PersonDialog) -> list[str]:
    return [fact.text(0) for fact in facts_of(person, 0)]


def test_a_title_that_overlaps_is_refused_with_nothing_lost_and_saved_when_it_fits(
    person: PersonDialog,
) -> None:
    (old,) = titles(person)
    refused: list[str] = []

    def fill() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, FactDialog)
        (buttons,) = form.findChildren(QDialogButtonBox)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        form.title.setText("Rådmand")
        form.valid_from.setDate(QDate(2020, 1, 1))
        save.click()
        refused.append(form.problem.text())
        assert form.title.text() == "Rådmand"
        form.has_ended.setChecked(True)
        form.last_day.setDate(QDate(2020, 12, 31))
        save.click()

    QTimer.singleShot(0, fill)
    person.add_office.click()
    assert "samme dage" in refused[0]
    assert titles(person) == [old, "Rådmand"]
    newest = person.history.topLevelItem(0)
    assert newest is not None
    assert newest.text(2) == "Titel tilføjet: Rådmand fra 1. januar 2020 til 31. december 2020"


def test_titles_parties_and_memberships_can_be_changed_here(person: PersonDialog) -> None:
    assert not person.edit.isEnabled()
    for place in (0, 1, 2):
        person.facts.setCurrentItem(facts_of(person, place)[0])
        assert person.edit.isEnabled()
        assert person.remove.isEnabled()


def memberships(person: PersonDialog) -> list[str]:
    return [fact.text(0).split(": ")[1] for fact in facts_of(person, 2)]


def press(words: str) -> None:
    """Answer the question on the screen."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if words in button.text()).click()


@pytest.mark.parametrize("answer", ["Relieve", "Cancel"])
def test_a_new_chair_asks_whether_the_one_there_is_to_leave(
    person: PersonDialog, demo_workspace: Workspace, answer: str
) -> None:
    body_id = body_named(demo_workspace.database, "Hovedstaden").id
    members = members_on(demo_workspace.database, body_id, DAY)
    chair = next(row.name for row in members if row.role is MemberRole.CHAIR)
    asked: list[str] = []

    def fill() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, MembershipDialog)
        form.place.setCurrentIndex(form.place.findText("Chair"))
        assert not form.municipality.isVisible()
        assert not form.substitute_for.isVisible()
        form.valid_from.setDate(QDate(2027, 1, 1))

        def reply() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            asked.append(box.text())
            press(answer)

        QTimer.singleShot(0, reply)
        (buttons,) = form.findChildren(QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Save).click()
        if answer == "Cancel":
            assert chair in form.problem.text()
            form.reject()

    QTimer.singleShot(0, fill)
    person.add_membership.click()
    assert chair in asked[0]
    took_over = answer == "Relieve"
    assert ("Formand" in memberships(person)) is took_over
    assert person.banner.isVisible() is took_over
    person.banner.action.trigger()
    assert "Formand" not in memberships(person)
    later = members_on(demo_workspace.database, body_id, date(2027, 2, 1))
    assert next(row.name for row in later if row.role is MemberRole.CHAIR) == chair


def test_a_membership_that_minutes_name_is_not_removed(person: PersonDialog) -> None:
    person.facts.setCurrentItem(facts_of(person, 2)[0])
    told: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.accept()

    before = memberships(person)
    QTimer.singleShot(0, read)
    person.remove.click()
    assert "deltagerlisten" in told[0]
    assert memberships(person) == before


def test_whom_one_stands_in_for_is_chosen_among_the_members_of_the_day(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    database = demo_workspace.database
    body_id = body_named(database, "Hovedstaden").id
    window = QWidget()
    qtbot.addWidget(window)
    written: list[MembershipDraft] = []
    draft = MembershipDraft(body_id, PostKind.SUPPLEMENTARY, DAY)
    form = MembershipDialog(database, draft, lambda made, _: written.append(made), window)
    form.show()
    form.place.setCurrentIndex(form.place.count() - 1)
    assert form.substitute_for.isVisible()
    assert form.substitute_for.count() == 59
    form.substitute_for.setCurrentIndex(3)
    chosen = form.substitute_for.currentData()
    form.valid_from.setDate(QDate(2026, 12, 1))
    assert form.draft().substitute_for_id == chosen
    form.valid_from.setDate(QDate(2020, 1, 1))
    assert form.draft().substitute_for_id == 0


def test_a_title_written_by_mistake_is_removed(person: PersonDialog) -> None:
    person.facts.setCurrentItem(facts_of(person, 0)[0])
    (title,) = titles(person)
    person.remove.click()
    assert titles(person) == []
    (told,) = person.banner.findChildren(QLabel)
    assert told.text().startswith("Titel fjernet")
    person.banner.accepted.emit()
    assert titles(person) == [title]
    assert not person.banner.isVisible()


def test_a_municipality_of_another_council_stays_when_only_the_days_change(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    database = demo_workspace.database
    here, elsewhere = (
        member_choices(database, body_named(database, name).id, DAY)
        for name in ("Hovedstaden", "Nordjylland")
    )
    aalborg = elsewhere.municipalities[0].id
    draft = FactDraft(FactKind.OFFICE, DAY, title="Rådmand", municipality_id=aalborg)
    window = QWidget()
    qtbot.addWidget(window)
    form = FactDialog(draft, here, lambda _draft: None, window)
    form.valid_from.setDate(QDate(2026, 1, 1))
    assert form.draft().municipality_id == aalborg
    form.municipality.setCurrentIndex(1)
    assert form.draft().municipality_id == here.municipalities[0].id
