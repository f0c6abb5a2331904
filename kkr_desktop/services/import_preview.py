"""Shows what an import would do, and what each answer changes, without writing anything."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from threading import Lock

from sqlalchemy.orm import Session

from kkr_desktop.services.import_rows import Answers, ImportRow
from kkr_desktop.services.member_columns import MemberColumn
from kkr_desktop.services.member_import import MemberRows, Taking
from kkr_desktop.storage.database import Database


class ImportPreview:
    """Takes the rows in, in a unit of work on a copy in memory that is never written.

    A row that is clear stays taken in, so an answer costs only the rows that it is about.
    Done from any thread, one call at a time.
    """

    def __init__(self, database: Database, body_id: int, rows: MemberRows, day: date) -> None:
        self._database = database
        self._body_id = body_id
        self._day = day
        self._rows = dict(rows)
        self._found: dict[int, ImportRow] = {}
        self._taken: list[int] = []
        self._session: Session | None = None
        self._taking: Taking | None = None
        self._lock = Lock()
        self.answers: dict[tuple[int, MemberColumn], str] = {}

    def answer(
        self, answers: Answers, tell: Callable[[int, int], object] | None = None
    ) -> tuple[ImportRow, ...]:
        """Take in the rows that an answer is about; the first time, all of them.

        `tell` is called before each row with its place and how many there are.
        """
        with self._lock:
            self.answers.update(answers)
            left = self._waiting_for(answers)
            for place, number in enumerate(left):
                if tell is not None:
                    tell(place, len(left))
                found = self._open().take_one(number, self._rows[number])
                self._found[number] = found
                if found.is_clear:
                    self._taken.append(number)
            return tuple(self._found[number] for number in self._rows)

    def _waiting_for(self, answers: Answers) -> list[int]:
        """Return the rows that nobody has looked at, are answered, or ask what is answered."""
        answered = {number for number, _ in answers}
        asked = {_asked(row) for row in self._found.values() if row.number in answered} - {None}

        def is_waiting(number: int) -> bool:
            row = self._found.get(number)
            is_meant = number in answered or (row is not None and _asked(row) in asked)
            return row is None or (is_meant and not row.is_clear)

        return [number for number in self._rows if is_waiting(number)]

    def clear_rows(self) -> MemberRows:
        """Return the rows that can be imported, in the order in which they became clear.

        In that order an import makes of each what was shown.
        """
        return [(number, self._rows[number]) for number in self._taken]

    def close(self) -> None:
        """Let the copy go."""
        with self._lock:
            if self._session is not None:
                self._session.close()
            self._session = self._taking = None

    def _open(self) -> Taking:
        if self._taking is None:
            self._session = self._database.on_a_copy()
            self._taking = Taking(self._session, self._body_id, self.answers, self._day)
        return self._taking


def _asked(row: ImportRow) -> tuple[MemberColumn, str] | None:
    return None if row.question is None else (row.question.column, row.question.text)


def preview_import(
    database: Database, body_id: int, rows: MemberRows, answers: Answers, day: date
) -> tuple[ImportRow, ...]:
    """Return what an import would do, and change nothing."""
    with closing(ImportPreview(database, body_id, rows, day)) as preview:
        return preview.answer(answers)
