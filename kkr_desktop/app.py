"""Puts the parts together: the Qt application, its language and looks, and one main window."""

import json
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kkr_desktop.model.errors import KkrError
from kkr_desktop.process_start import milliseconds_since_start
from kkr_desktop.resource_files import resource
from kkr_desktop.storage.data_folder import DataFolder, prepare
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.crash_log import CrashLog
from kkr_desktop.ui.garbage_collection import GarbageCollection
from kkr_desktop.ui.icons import program_icon
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.single_instance import SingleInstance
from kkr_desktop.ui.theme import set_appearance
from kkr_desktop.ui.window_memory import WindowMemory

DANISH = QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)


def run_window(folder: DataFolder, *, measure_start: bool = False) -> int:
    """Open the window on a data folder and return the exit status when it is closed.

    A second start on the same folder brings the first window to the front
    instead. With `measure_start` the window closes once it is painted and
    filled, and one line of JSON says how long that took.
    """
    application = make_application()
    try:
        prepare(folder)
        instance = SingleInstance(folder.path)
        if not instance.claim():
            return 0
        database = open_database(folder)
    except KkrError as error:
        if measure_start:
            raise
        show_error(None, error)
        return 1
    memory = WindowMemory(folder.path / "window.ini")
    set_appearance(application, memory.appearance)
    crash_log = CrashLog(folder.path)
    crash_log.install()
    collector = GarbageCollection()
    collector.start()
    window = MainWindow(database, memory)
    instance.front_wanted.connect(window.come_to_front)
    if measure_start:
        window.filled_and_painted.connect(_print_start)
        window.filled_and_painted.connect(window.close)
    window.show()
    collector.leave_out_start_up()
    status = application.exec()
    database.close()
    instance.release()
    crash_log.remove()
    return status


def make_application() -> QApplication:
    """Make the Qt application, in Danish."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("KKR Desktop")
    application.setDesktopFileName("kkr-desktop")
    application.setWindowIcon(program_icon())
    QLocale.setDefault(DANISH)
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_da"),
        (str(resource("translations")), "kkr_desktop_da"),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
    return application


def _print_start() -> None:
    sys.stdout.write(json.dumps({"milliseconds": round(milliseconds_since_start(), 1)}) + "\n")
