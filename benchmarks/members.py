"""Type in the filter of the members with 2,000 people and 20 years of memberships.

    .venv/bin/python benchmarks/members.py [rounds]

Each key is measured from the press to the painted table, beside a plain Qt table
(QSortFilterProxyModel on QStandardItemModel) with the same cells, which gets the
same keys in turns. The result is the median and the slowest key of each, ours as
a ratio, and how long the register took to read.
"""

# pytest-qt and QTest are typed in part only.
# pyright: reportUnknownMemberType=false

import os
import random
import statistics
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget
from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Municipality, Party, Post, PostKind, Term
from kkr_desktop.model.people import ContactKind, ContactPoint, Membership, Office, PartyTie, Person
from kkr_desktop.services.planning import body_named
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.announcer import Announcer
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.members.table import Column
from kkr_desktop.ui.saving import SaveLog
from kkr_desktop.ui.selection import Selection
from kkr_desktop.ui.workspace import Workspace

PEOPLE, FIRST_YEAR, YEARS = 2000, 2006, 20
GIVEN = ("Åse", "Bo", "Ærke", "Øjvind", "Aage", "Anne", "Lars", "Mette", "Niels", "Hanne")
FAMILY = ("Østergaard", "Dal", "Ås", "Sø", "Ny", "Zeuthen", "Jensen", "Nielsen", "Holm", "Krogh")
TYPED = ("østerg", "borgmester aa", "åse dal", "viborg", "example", "q")


def fill(database: Database) -> int:
    """Write the people with two memberships each, spread over the years; return the body's id."""
    body_id = body_named(database, "Midtjylland").id
    chance = random.Random(1)  # noqa: S311
    with database.write() as session:
        terms = [
            Term(
                name=f"{year}–{year + 4}",
                starts_on=date(year, 1, 1),
                ends_on=date(year + 3, 12, 31),
            )
            for year in range(FIRST_YEAR, FIRST_YEAR + YEARS, 4)
        ]
        session.add_all(terms)
        session.flush()
        towns = list(session.scalars(select(Municipality.id).filter_by(body_id=body_id)))
        parties = list(session.scalars(select(Party.id)))
        for number in range(PEOPLE):
            person = _person(session, number)
            for term in chance.sample(terms, 2):
                begins = term.starts_on + timedelta(days=chance.randrange(900))
                ends = begins + timedelta(days=chance.randrange(100, 1400))
                post = Post(body_id=body_id, term_id=term.id, kind=PostKind.SUPPLEMENTARY)
                session.add(post)
                session.flush()
                ids = {"person_id": person.id, "valid_from": begins, "valid_to": ends}
                session.add_all(
                    (
                        Membership(post_id=post.id, **ids),
                        Office(title="Borgmester", municipality_id=chance.choice(towns), **ids),
                        PartyTie(party_id=chance.choice(parties), **ids),
                    )
                )
    return body_id


def _person(session: Session, number: int) -> Person:
    family = f"{FAMILY[number // 10 % 10]} {chr(65 + number % 26)}{number}"
    person = Person(given_name=GIVEN[number % 10], family_name=family)
    session.add(person)
    session.flush()
    address = f"medlem{number}@kommune.example"
    session.add(ContactPoint(person_id=person.id, kind=ContactKind.EMAIL, value=address))
    return person


class PlainTable(QWidget):
    """What one gets from Qt without further thought."""

    def __init__(self, tab: MembersTab) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.table = QTableView()
        model = QStandardItemModel(self)
        for row in range(tab.model.rowCount()):
            cells = (str(tab.model.data(tab.model.index(row, column))) for column in Column)
            model.appendRow([QStandardItem(cell) for cell in cells])
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(model)
        proxy.setFilterKeyColumn(-1)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table.setModel(proxy)
        self.table.setSortingEnabled(True)
        self.filter.textChanged.connect(proxy.setFilterFixedString)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.table)


def milliseconds_per_key(widget: MembersTab | PlainTable, words: str) -> list[float]:
    """Type words, then clear the filter again."""
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("there is no application")
    found: list[float] = []
    for character in words:
        began = time.perf_counter()
        QTest.keyClicks(widget.filter, character)
        widget.table.viewport().repaint()
        found.append((time.perf_counter() - began) * 1000)
        application.processEvents()
    widget.filter.clear()
    application.processEvents()
    return found


def main(rounds: int) -> None:
    """Measure both in turns and print what came of it."""
    application = QApplication(sys.argv)
    with TemporaryDirectory() as temporary:
        database = open_database(DataFolder(Path(temporary, "data")))
        body_id = fill(database)
        selection = Selection(application)
        selection.choose(body_id, None)
        workspace = Workspace(database, selection, Announcer(application), SaveLog(application))
        ours = MembersTab(workspace)
        began = time.perf_counter()
        ours.show_former.setChecked(True)
        holding_up = time.perf_counter() - began
        while ours.model.total < PEOPLE:
            application.processEvents()
        reading = time.perf_counter() - began
        plain = PlainTable(ours)
        tables: dict[str, MembersTab | PlainTable] = {"plain Qt table": plain, "members": ours}
        for widget in tables.values():
            widget.resize(1400, 860)
            widget.show()
        found: dict[str, list[float]] = {name: [] for name in tables}
        for number in range(rounds + 1):
            for words in TYPED:
                for name, widget in tables.items():
                    keys = milliseconds_per_key(widget, words)
                    found[name] += keys if number else []  # the first round warms up
        print(f"{ours.model.total} rows of {PEOPLE} people, read in {reading:.2f} s")
        print(f"the window was held up for {holding_up * 1000:.0f} ms when they were asked for")
        base = statistics.median(found["plain Qt table"])
        for name, keys in found.items():
            median = statistics.median(keys)
            print(f"{name:<15} {median:6.2f} ms a key  {median / base:5.2f} x  {max(keys):7.2f} ms")
        for widget in tables.values():
            widget.close()
        database.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
