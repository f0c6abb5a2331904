"""Check that a frozen program does all that needs a part of its own: each document, each worker."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

BODY = "KKR Hovedstaden"


class Frozen:
    """The program in a folder, run the way an IT department would."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.program = folder / ("kkr-desktop.exe" if sys.platform == "win32" else "kkr-desktop")
        self.place = place

    def run(self, *arguments: str, told: str = "") -> str:
        """Return what the program writes."""
        done = subprocess.run(  # noqa: S603
            [self.program, *arguments],
            input=told,
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            timeout=180,
        )
        return done.stdout

    def job(self, *arguments: str) -> str:
        """Return what a job on the secretariat's data writes."""
        return self.run("--data-dir", str(self.place / "data"), *arguments)

    def export(self, name: str, begins: bytes, *arguments: str) -> None:
        """Write a file, and see that it is what its name says."""
        path = self.place / name
        self.job(*arguments, "-o", str(path))
        if not path.read_bytes().startswith(begins):
            raise SystemExit(f"{name} is not what it should be")


def main(folder: Path) -> None:
    """Make the demo secretariat, and everything that leaves it."""
    with TemporaryDirectory() as temporary:
        frozen = Frozen(folder, Path(temporary))
        frozen.job("demo")
        meetings = json.loads(frozen.job("meetings", "--json"))
        coming, held = (
            str(next(meeting["id"] for meeting in meetings if meeting["state"] == state))
            for state in ("drafting", "minutes_approved")
        )
        frozen.export("agenda.pdf", b"%PDF-", "export", "agenda", "--meeting", coming)
        frozen.job(
            "add-appendix", "--meeting", coming, "--item", "3.1", str(frozen.place / "agenda.pdf")
        )
        frozen.export("pack.pdf", b"%PDF-", "export", "pack", "--meeting", coming)
        frozen.export("minutes.pdf", b"%PDF-", "export", "minutes", "--meeting", held)
        frozen.export("minutes.docx", b"PK", "export", "minutes", "--meeting", held)
        frozen.export("script.pdf", b"%PDF-", "export", "script", "--meeting", coming)
        frozen.export("members.xlsx", b"PK", "export", "members", "--body", BODY)
        frozen.export("members.pdf", b"%PDF-", "export", "members", "--body", BODY)
        frozen.export("calendar.ics", b"BEGIN:VCALENDAR", "export", "calendar")
        frozen.job("plan", "--body", BODY, "--year", "2028")
        wrong = json.loads(frozen.run("--spelling-worker", told='{"check": ["rådet", "rådxet"]}\n'))
        if wrong["wrong"] != ["rådxet"]:
            raise SystemExit("the spelling worker does not know how words are spelled")
        started = json.loads(frozen.job("--measure-start"))
        sys.stdout.write(f"frozen program: window in {started['milliseconds']} ms\n")
        frozen.job("check")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
