"""What the window remembers between starts, on this PC and for this data folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from kkr_desktop.ui.theme import Appearance


class WindowMemory:
    """Geometry, last body and meeting, last tab, and the choice of colours."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, as Qt writes them; empty at first."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def tab(self) -> int:
        """The tab that was shown last."""
        return self._number("window/tab") or 0

    @tab.setter
    def tab(self, index: int) -> None:
        self._settings.setValue("window/tab", index)

    @property
    def body_id(self) -> int | None:
        """The body that was shown last."""
        return self._number("selection/body")

    @body_id.setter
    def body_id(self, body_id: int | None) -> None:
        self._settings.setValue("selection/body", body_id)

    def meeting_of(self, body_id: int) -> int | None:
        """Return the meeting of this body that was shown last."""
        return self._number(f"selection/meeting-of-{body_id}")

    def remember_meeting(self, body_id: int, meeting_id: int | None) -> None:
        """Remember which meeting of a body is shown."""
        self._settings.setValue(f"selection/meeting-of-{body_id}", meeting_id)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system has it."""
        stored = str(self._settings.value("window/appearance"))
        known = {choice.value for choice in Appearance}
        return Appearance(stored) if stored in known else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._settings.setValue("window/appearance", appearance.value)

    @property
    def shows_deadlines(self) -> bool:
        """Whether the next deadlines are shown beside the tabs."""
        return self._number("window/deadlines") != 0

    @shows_deadlines.setter
    def shows_deadlines(self, shown: bool) -> None:
        self._settings.setValue("window/deadlines", int(shown))

    @property
    def shows_seats(self) -> bool:
        """Whether the seat account is shown below the members."""
        return self._number("members/seats") != 0

    @shows_seats.setter
    def shows_seats(self, shown: bool) -> None:
        self._settings.setValue("members/seats", int(shown))

    @property
    def meeting_points(self) -> float:
        """The size of the type in the meeting, in points; 0 before it was chosen."""
        return float(self._number("meeting/points") or 0)

    @meeting_points.setter
    def meeting_points(self, points: float) -> None:
        self._settings.setValue("meeting/points", round(points))

    @property
    def calendar_view(self) -> str:
        """What the calendar was seen as; empty at first."""
        stored = self._settings.value("calendar/view")
        return stored if isinstance(stored, str) else ""

    @calendar_view.setter
    def calendar_view(self, view: str) -> None:
        self._settings.setValue("calendar/view", view)

    @property
    def calendar_of_all(self) -> bool:
        """Whether the year wheel shows all councils, and not only the chosen one."""
        return self._number("calendar/all") == 1

    @calendar_of_all.setter
    def calendar_of_all(self, shown: bool) -> None:
        self._settings.setValue("calendar/all", int(shown))

    def _number(self, key: str) -> int | None:
        stored = str(self._settings.value(key))
        return int(stored) if stored.isdecimal() else None
