"""One window per data folder: a second start brings the first window to the front."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MILLISECONDS = 2000


class SingleInstance(QObject):
    """Holds the data folder for this process, or finds out that another one does."""

    front_wanted = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(data_folder.resolve()).casefold().encode()).hexdigest()
        self._name = f"kkr-desktop-{digest[:24]}"
        self._lock = QLockFile(str(data_folder / "in-use.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._another_started)

    def claim(self) -> bool:
        """Take the data folder; False when another process has it, which is then brought up."""
        if not self._lock.tryLock(0):
            self._call_first()
            return False
        QLocalServer.removeServer(self._name)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let go of the data folder."""
        self._server.close()
        self._lock.unlock()

    def _call_first(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_ANSWER_MILLISECONDS):
            socket.disconnectFromServer()

    def _another_started(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.front_wanted.emit()
