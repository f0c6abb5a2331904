"""What every tab is given: the database, what is selected, who listens, and what is saved."""

from dataclasses import dataclass

from kkr_desktop.storage.database import Database
from kkr_desktop.ui.announcer import Announcer
from kkr_desktop.ui.saving import SaveLog
from kkr_desktop.ui.selection import Selection


@dataclass(frozen=True, slots=True)
class Workspace:
    """The one set of shared parts of a window."""

    database: Database
    selection: Selection
    announcer: Announcer
    saves: SaveLog
