"""Build a pack of 1,000 pages from 60 appendices, beside the bare merge that qpdf makes of them.

    .venv/bin/python benchmarks/pack.py [rounds]        (apt install qpdf; not for Windows)

Both run in turns, each in a process of its own from start to end. Ours also stamps every page,
typesets the agenda with its contents and dividers, links, and joins the structure trees. The
result is the median of the processor's time, which other work on the machine does not change much,
ours as a ratio, and the most memory each held. The window has what "before" tells of already:
Python, the libraries and the fonts. A pack in black and white and a public one are also made
again when the last appendix has come.
"""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kkr_desktop.documents.content import (
    AgendaContent,
    ItemContent,
    MeetingContent,
    SectionContent,
)
from kkr_desktop.documents.pack import PackAppendix, PackContent, PackItem
from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.richtext import from_plain_text

FILES, ITEMS, PLAIN_PAGES, WORDS = 60, 15, 22, 4800
TAGGED_EACH = 3
"""Every third appendix is tagged, typeset by this program; the others are not."""


def make_files(folder: Path) -> None:
    """Write the appendices: text pages with a photo-like picture here and there.

    They are written as most programs write them, with nothing that qpdf would pack anew.
    """
    import pikepdf

    noise = random.Random(1)  # noqa: S311
    for number in range(FILES):
        path = folder / f"{number:02}.pdf"
        if number % TAGGED_EACH == 0:
            path.write_bytes(
                render_text_document(
                    f"Notat {number}",
                    from_plain_text("ord og tal " * WORDS),
                    document_uid=str(number),
                    dated=datetime(2026, 11, 24, tzinfo=UTC),
                )
            )
        else:
            _write_plain(path, noise)
        with pikepdf.open(path, allow_overwriting_input=True) as document:
            document.save(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _write_plain(path: Path, noise: random.Random) -> None:
    from PIL import Image

    canvas = Canvas(str(path), invariant=1)
    for page in range(PLAIN_PAGES):
        for line in range(45):
            canvas.drawString(72, 760 - 14 * line, f"Linje {line} på side {page} " * 3)
        if page % 4 == 0:
            picture = Image.frombytes("RGB", (220, 220), noise.randbytes(220 * 220 * 3))
            canvas.drawImage(ImageReader(picture), 72, 60, 200, 100)
        canvas.showPage()
    canvas.save()


def content_of(folder: Path, late: int) -> PackContent:
    """Return the pack of the files in a folder, but for the last so many."""
    import pikepdf

    rows: list[PackAppendix] = []
    for number, path in enumerate(sorted(folder.glob("[0-9]*.pdf"))[: FILES - late]):
        with pikepdf.open(path) as document:
            pages = len(document.pages)
        item = f"1.{number * ITEMS // FILES + 1}"
        label = f"Bilag {item}.{number}"
        rows.append(PackAppendix(f"a{number}", item, label, "Titel", pages, path, "b" * pages))
    numbers = list(dict.fromkeys(row.item_number for row in rows))
    meeting = MeetingContent(
        "KKR Hovedstaden", MeetingKind.ORDINARY, date(2026, 12, 11), clock(9), clock(12), "Rådhuset"
    )
    agenda_items = tuple(
        ItemContent(number, number, "Sag", ItemKind.DECISION, True, "", "", None, (), ())
        for number in numbers
    )
    agenda = AgendaContent(
        "uid",
        datetime(2026, 11, 24, tzinfo=UTC),
        meeting,
        (SectionContent("1", "Sager", agenda_items),),
    )
    items = tuple(
        PackItem(number, number, "Sag", tuple(row for row in rows if row.item_number == number))
        for number in numbers
    )
    return PackContent(agenda, items)


def build(folder: Path, kind: str, late: int) -> None:
    """Build a pack without its last appendices, so many as are late, and tell of before it."""
    from kkr_desktop.documents.fonts import register
    from kkr_desktop.services.pack_building import PackBuilding
    from kkr_desktop.storage.prepared_files import PreparedFiles

    content = content_of(folder, late)
    register()
    with TemporaryDirectory() as own:
        building = PackBuilding(
            PreparedFiles(folder / "prepared"),
            Path(own),
            is_public=kind == "public",
            is_grey=kind == "grey",
        )
        before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        building.write(content, folder / "pack.pdf", lambda _d, _t: None, lambda _reuse: None)
    print(json.dumps(before))


_LAUNCHER = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
told = process.stdout.read().decode()
_, status, usage = os.wait4(process.pid, 0)
print(json.dumps([status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, told]))
"""
"""A small process between us and what is measured, which would be taken to hold our memory too."""


def measured(command: list[str]) -> tuple[float, int, str]:
    """Run a command; return its seconds, the most memory in megabytes, and what it told."""
    launched = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    told = subprocess.run(launched, capture_output=True, check=True)
    status, seconds, memory, said = json.loads(told.stdout)
    if status:
        raise SystemExit(f"{command[0]} failed")
    return seconds, memory, said


KINDS = {"plain": "our pack", "grey": "black and white", "public": "public version"}


def main() -> None:
    """Measure all in turns and print what came of it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[tuple[float, int]]] = {}
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        make_files(folder)
        files = [str(path) for path in sorted(folder.glob("[0-9]*.pdf"))]
        merge = ["qpdf", "--empty", "--pages", *files, "--", str(folder / "bare.pdf")]
        for _ in range(rounds):
            seconds, held, _ = measured(merge)
            found.setdefault("qpdf --empty --pages", []).append((seconds, held))
            for kind, name in KINDS.items():
                rmtree(folder / "prepared", ignore_errors=True)
                for late, when in ((1, "nothing ready"), (0, "one appendix came late")):
                    ours = [sys.executable, __file__, "--build", temporary, kind, str(late)]
                    seconds, held, told = measured(ours)
                    begun, had = json.loads(told)
                    row = seconds - begun, held - had
                    found.setdefault(f"{name}, {when}", []).append(row)
                    found.setdefault("before any of ours", []).append((begun, had))
        pages = sum(row.pages for row in content_of(folder, 0).appendices)
        size = sum(path.stat().st_size for path in folder.glob("[0-9]*.pdf"))
    print(f"{len(files)} appendices, {pages} pages, {size / 1e6:.0f} MB, {rounds} rounds")
    medians = {name: statistics.median(row[0] for row in rows) for name, rows in found.items()}
    base = medians["qpdf --empty --pages"]
    for name, seconds in medians.items():
        most = max(held for _, held in found[name])
        print(f"{name:<40} {seconds:6.2f} s  {seconds / base:5.1f} x  {most:5} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        main()
