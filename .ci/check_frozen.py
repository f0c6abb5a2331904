"""Check that a frozen program starts, makes the demo secretariat and exports its agenda."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


def main(folder: Path) -> None:
    """Run the program in `folder` the way an IT department would."""
    name = "kkr-desktop.exe" if sys.platform == "win32" else "kkr-desktop"
    program = folder / name
    with TemporaryDirectory() as temporary:
        data = Path(temporary, "data")
        agenda = Path(temporary, "agenda.pdf")

        def run(*arguments: str) -> str:
            done = subprocess.run(  # noqa: S603
                [program, "--data-dir", data, *arguments],
                check=True,
                capture_output=True,
                encoding="utf-8",
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                timeout=120,
            )
            return done.stdout

        run("demo")
        meetings = json.loads(run("meetings", "--json"))
        coming = next(meeting for meeting in meetings if meeting["state"] == "drafting")
        run("export", "agenda", "--meeting", str(coming["id"]), "-o", str(agenda))
        if not agenda.read_bytes().startswith(b"%PDF-"):
            raise SystemExit("the exported agenda is not a PDF")
        started = json.loads(run("--measure-start"))
        sys.stdout.write(f"frozen program: window in {started['milliseconds']} ms\n")
        run("check")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
