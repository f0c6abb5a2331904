"""The titles, parties and history of a person are read and changed in one box."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.person_facts import FactDraft, FactKind
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import members_on
from kkr_desktop.ui.members.fact_dialog import FactDialog
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


def test_only_titles_and_parties_can_be_changed_here(person: PersonDialog) -> None:
    assert not person.edit.isEnabled()
    for place, can_change in ((0, True), (1, True), (2, False)):
        person.facts.setCurrentItem(facts_of(person, place)[0])
        assert person.edit.isEnabled() is can_change
        assert person.remove.isEnabled() is can_change


def test_a_title_written_by_mistake_is_removed(person: PersonDialog) -> None:
    person.facts.setCurrentItem(facts_of(person, 0)[0])
    person.remove.click()
    assert titles(person) == []


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
