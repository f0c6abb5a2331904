"""The words that are spelled right though no dictionary has them: own ones, and names."""

import json
import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, Municipality, Party
from kkr_desktop.model.log import Setting
from kkr_desktop.model.people import Person
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_NAME = "own_words"
_CHANGES = (Change(Area.WORDS),)


def known_words(database: Database) -> frozenset[str]:
    """Return own words and the names in the register, case folded."""
    with database.read() as session:
        names = [
            name
            for column in (
                Person.given_name,
                Person.family_name,
                Municipality.name,
                Party.name,
                Body.name,
            )
            for name in session.scalars(select(column))
        ]
        own = _own(session)
    in_names = {word for name in names for word in re.findall(r"\w+", name.casefold())}
    return frozenset(in_names | own)


def own_words(database: Database) -> frozenset[str]:
    """Return the words that the secretariat added itself, case folded."""
    with database.read() as session:
        return frozenset(_own(session))


def add_own_word(database: Database, word: str) -> Written[None]:
    """Add a word to the secretariat's dictionary."""
    with database.write() as session:
        _keep(session, _own(session) | {word.strip().casefold()})
        return Written(None, _CHANGES)


def remove_own_word(database: Database, word: str) -> Written[None]:
    """Take a word out of the secretariat's dictionary again."""
    with database.write() as session:
        _keep(session, _own(session) - {word.strip().casefold()})
        return Written(None, _CHANGES)


def _setting(session: Session) -> Setting | None:
    return session.scalars(select(Setting).filter_by(name=_NAME)).one_or_none()


def _own(session: Session) -> set[str]:
    setting = _setting(session)
    if setting is None:
        return set()
    words: list[str] = json.loads(setting.value)
    return set(words)


def _keep(session: Session, words: set[str]) -> None:
    setting = _setting(session)
    if setting is None:
        setting = Setting(name=_NAME)
        session.add(setting)
    setting.value = json.dumps(sorted(words), ensure_ascii=False)
