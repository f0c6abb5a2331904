"""Measure the start of the program on the demo secretariat against an empty PySide6 window.

    .venv/bin/python benchmarks/start.py [rounds]

Both are run in turns, so that whatever else the computer does touches both, and
each prints the milliseconds from the start of its process to its first painted
window. The result is the ratio of the two medians.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

EMPTY_WINDOW = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from kkr_desktop.process_start import milliseconds_since_start

class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.tell)
    def tell(self):
        print(json.dumps({"milliseconds": milliseconds_since_start()}))
        self.close()

application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""


def milliseconds(command: list[str], environment: dict[str, str]) -> float:
    """Run a program that prints its start time as JSON."""
    done = subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", env=environment
    )
    return float(json.loads(done.stdout)["milliseconds"])


def main(rounds: int) -> None:
    """Run both in turns and print medians and ratio."""
    environment = dict(os.environ)
    if not environment.get("DISPLAY") and sys.platform.startswith("linux"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        program = [sys.executable, "-m", "kkr_desktop", "--data-dir", str(Path(folder, "data"))]
        subprocess.run([*program, "demo"], check=True, capture_output=True, env=environment)
        empty: list[float] = []
        ours: list[float] = []
        for _ in range(rounds + 1):
            empty.append(milliseconds([sys.executable, "-c", EMPTY_WINDOW], environment))
            ours.append(milliseconds([*program, "--measure-start"], environment))
    # The first round fills the file cache.
    empty_median, our_median = statistics.median(empty[1:]), statistics.median(ours[1:])
    print(
        json.dumps(
            {
                "rounds": rounds,
                "empty_window_ms": round(empty_median, 1),
                "program_ms": round(our_median, 1),
                "ratio": round(our_median / empty_median, 2),
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
