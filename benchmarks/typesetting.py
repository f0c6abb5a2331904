"""Typeset the same Danish agenda with this program and with four others, in turns in one run.

    .venv/bin/python benchmarks/typesetting.py [rounds]

All make tagged PDF where they can, each in a process of its own from start to
end: typst and WeasyPrint (`pip install typst weasyprint`), LibreOffice Writer
and Chromium (`apt install libreoffice-writer-nogui chromium`). What is not
installed is left out. The result is each median as a ratio of ours, and the
pages that each made.
"""

import gc
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from kkr_desktop.documents.content import (
    AgendaContent,
    ItemContent,
    MeetingContent,
    PartContent,
    SectionContent,
)
from kkr_desktop.model.agenda_terms import PART_NAMES, ItemKind, PartType
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.richtext import (
    Block,
    Cell,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Table,
    rich_text,
)

SIZES = {"80 pages": 38, "400 pages": 192}
"""The numbers of items that give about so many of our pages."""

SENTENCES = (
    "Kommunerne i hovedstadsregionen har siden 2024 samarbejdet om en fælles plan for området.",
    "Administrationen vurderer, at forslaget kan gennemføres inden for den vedtagne ramme.",
    "Økonomien er beregnet i 2026-priser og dækker både drift, anlæg og følgeudgifter.",
    "Ældrerådene på Ærø, i Østerbro og i Aabenraa har afgivet høringssvar, som er vedlagt.",
    "Rådet får en status igen i første kvartal, når de lokale aftaler er på plads.",
)


@dataclass(frozen=True)
class Contender:
    """A program that typesets: the command for an agenda of so many items."""

    name: str
    command: Callable[[Path, int], list[str]]


def agenda(items: int) -> AgendaContent:
    """Return an agenda with texts, lists and tables."""
    meeting = MeetingContent(
        body_name="KKR Hovedstaden",
        kind=MeetingKind.ORDINARY,
        held_on=date(2026, 12, 11),
        starts_at=clock(9, 30),
        ends_at=clock(12, 30),
        place="Rådhuset",
    )
    sections = tuple(
        SectionContent(
            str(number + 1),
            f"Sager til behandling {number + 1}",
            tuple(_item(number, place) for place in range(min(8, items - number * 8))),
        )
        for number in range((items + 7) // 8)
    )
    return AgendaContent("benchmark", datetime(2026, 11, 24, 9, tzinfo=UTC), meeting, sections)


def _item(section: int, place: int) -> ItemContent:
    return ItemContent(
        uid=f"{section}-{place}",
        number=f"{section + 1}.{place + 1}",
        title=f"Udmøntning af rammeaftalen på det specialiserede område, del {place + 1}",
        kind=ItemKind.DECISION,
        is_public=True,
        case_number="SAG-2026-00123",
        presenter="Borgmester Åse Ærø",
        minutes_planned=15,
        parts=(
            PartContent(PartType.RECOMMENDATION, rich_text(_recommendation())),
            PartContent(PartType.CASE_PRESENTATION, rich_text(_case(section + place))),
            PartContent(PartType.ECONOMY, rich_text([_paragraph(section)])),
        ),
        appendices=(),
    )


def _paragraph(turn: int) -> Paragraph:
    words = [SENTENCES[(turn + place) % len(SENTENCES)] for place in range(4)]
    return Paragraph(
        (Run(f"{words[0]} "), Run(words[1], bold=True), Run(f" {' '.join(words[2:])}"))
    )


def _recommendation() -> list[Block]:
    return [
        Paragraph((Run("Det indstilles, at KKR"),)),
        *(ListItem(ListKind.NUMBERED, 0, (Run(words),)) for words in SENTENCES[:3]),
    ]


def _case(turn: int) -> list[Block]:
    rows = [("Kommune", "2025", "2026", "Ændring")]
    rows += [
        (f"Kommune {place}", f"{place}.250", f"{place}.475", "+4,5 %") for place in range(1, 13)
    ]
    table = Table(tuple(tuple(Cell((Paragraph((Run(word),)),)) for word in row) for row in rows))
    return [
        *(_paragraph(turn + place) for place in range(4)),
        *(ListItem(ListKind.BULLET, 0, (Run(words),)) for words in SENTENCES),
        table,
        _paragraph(turn + 2),
    ]


def as_html(content: AgendaContent) -> str:
    """Return the agenda as HTML with contents, for what typesets that."""
    lines = [
        '<!DOCTYPE html><html lang="da"><head><meta charset="utf-8">',
        "<title>Dagsorden</title><style>",
        "@page{size:A4;margin:33mm 28mm 36mm 30mm;@bottom-right{content:'Side 'counter(page)}}",
        "body{font:10.5pt/15pt 'DejaVu Sans',sans-serif}table{border-collapse:collapse;width:100%}",
        "td,th{border-bottom:.4pt solid #999;padding:3pt 5pt;text-align:left}",
        "nav a::after{content:leader('.') target-counter(attr(href),page)}",
        f"</style></head><body><h1>{escape(content.title)}</h1><nav>",
    ]
    for section in content.sections:
        lines += [
            f'<p><a href="#i{item.uid}">{item.number} {escape(item.title)}</a></p>'
            for item in section.items
        ]
    lines.append("</nav>")
    for section in content.sections:
        lines.append(f"<h1>{section.number} {escape(section.title)}</h1>")
        for item in section.items:
            lines.append(f'<h2 id="i{item.uid}">{item.number} {escape(item.title)}</h2>')
            for part in item.parts:
                lines.append(f"<h3>{PART_NAMES[part.part_type]}</h3>")
                lines += _html_blocks(part.text)
    return "\n".join([*lines, "</body></html>"])


def _html_blocks(text: RichText) -> Iterator[str]:
    for block in text.blocks:
        match block:
            case ListItem(kind, _, runs):
                tag = "ul" if kind is ListKind.BULLET else "ol"
                yield f"<{tag}><li>{_html_runs(runs)}</li></{tag}>"
            case Table(rows):
                yield "<table><thead><tr>"
                yield from (f"<th>{_html_runs(cell.blocks[0].runs)}</th>" for cell in rows[0])
                yield "</tr></thead><tbody>"
                for row in rows[1:]:
                    cells = (f"<td>{_html_runs(cell.blocks[0].runs)}</td>" for cell in row)
                    yield f"<tr>{''.join(cells)}</tr>"
                yield "</tbody></table>"
            case _:
                yield f"<p>{_html_runs(block.runs)}</p>"


def _html_runs(runs: tuple[Run, ...]) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)


def as_typst(content: AgendaContent) -> str:
    """Return the agenda as typst markup with contents."""
    lines = [
        '#set document(title: "Dagsorden")',
        '#set text(lang: "da", size: 10.5pt)',
        '#set page("a4", margin: (x: 29mm, top: 33mm, bottom: 36mm), numbering: "1")',
        "#outline(depth: 2)",
    ]
    for section in content.sections:
        lines.append(f"= {section.number} {section.title}")
        for item in section.items:
            lines.append(f"== {item.number} {item.title}")
            for part in item.parts:
                lines.append(f"=== {PART_NAMES[part.part_type]}")
                lines += _typst_blocks(part.text)
    return "\n".join(lines)


def _typst_blocks(text: RichText) -> Iterator[str]:
    for block in text.blocks:
        match block:
            case ListItem(kind, _, runs):
                yield ("- " if kind is ListKind.BULLET else "+ ") + _typst_runs(runs)
            case Table(rows):
                yield f"#table(columns: {len(rows[0])}, table.header("
                yield ",".join(f"[{_typst_runs(cell.blocks[0].runs)}]" for cell in rows[0]) + "),"
                for row in rows[1:]:
                    yield ",".join(f"[{_typst_runs(cell.blocks[0].runs)}]" for cell in row) + ","
                yield ")"
            case _:
                yield f"{_typst_runs(block.runs)}\n"


def _typst_runs(runs: tuple[Run, ...]) -> str:
    escaped = [
        (run, "".join(f"\\{letter}" if letter in "+-*_#$@<>[]" else letter for letter in run.text))
        for run in runs
    ]
    return "".join(f"#strong[{words}]" if run.bold else words for run, words in escaped)


def contenders() -> list[Contender]:
    """Return ours and those of the others that are installed."""
    here = [sys.executable, str(Path(__file__).resolve())]
    found = [Contender("ours", lambda folder, items: [*here, "--ours", str(items), str(folder)])]
    if find_spec("typst"):
        script = (
            "import typst,sys;typst.compile(sys.argv[1],output=sys.argv[2],pdf_standards='ua-1')"
        )
        found.append(
            Contender(
                "typst",
                lambda folder, _: [
                    *(sys.executable, "-c", script),
                    *(str(folder / "agenda.typ"), str(folder / "typst.pdf")),
                ],
            )
        )
    if find_spec("weasyprint"):
        found.append(
            Contender(
                "WeasyPrint",
                lambda folder, _: [
                    *(sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", "-q"),
                    *(str(folder / "agenda.html"), str(folder / "WeasyPrint.pdf")),
                ],
            )
        )
    if shutil.which("soffice"):
        options = 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
        found.append(
            Contender(
                "LibreOffice",
                lambda folder, _: [
                    *("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"),
                    *("--convert-to", options, "--outdir", str(folder / "office")),
                    str(folder / "agenda.html"),
                ],
            )
        )
    if shutil.which("chromium"):
        found.append(
            Contender(
                "Chromium",
                lambda folder, _: [
                    *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
                    *("--export-tagged-pdf", f"--print-to-pdf={folder / 'Chromium.pdf'}"),
                    str(folder / "agenda.html"),
                ],
            )
        )
    return found


def seconds(command: list[str]) -> float:
    """Run a command to its end."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


def pages(folder: Path, name: str) -> int:
    """Return the pages that a contender made."""
    import pikepdf

    made = folder / "office" / "agenda.pdf" if name == "LibreOffice" else folder / f"{name}.pdf"
    with pikepdf.open(made) as document:
        return len(document.pages)


def measure(items: int, rounds: int) -> dict[str, dict[str, float]]:
    """Run every contender in turns and return its median, its ratio to ours, and its pages."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        content = agenda(items)
        (folder / "agenda.html").write_text(as_html(content), encoding="utf-8")
        (folder / "agenda.typ").write_text(as_typst(content), encoding="utf-8")
        all_of_them = contenders()
        times: dict[str, list[float]] = {contender.name: [] for contender in all_of_them}
        for _ in range(rounds):
            for contender in all_of_them:
                times[contender.name].append(seconds(contender.command(folder, items)))
        medians = {name: statistics.median(taken) for name, taken in times.items()}
        return {
            name: {
                "seconds": round(median, 2),
                "ratio": round(median / medians["ours"], 2),
                "pages": pages(folder, name),
            }
            for name, median in medians.items()
        }


def ours(items: int, folder: Path) -> None:
    """Typeset as the window and the command line do: nothing is garbage until it is made."""
    gc.disable()
    from kkr_desktop.documents.agenda import render_agenda

    (folder / "ours.pdf").write_bytes(render_agenda(agenda(items)))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ours"]:
        ours(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        rounds = int(sys.argv[1]) if sys.argv[1:] else 3
        for size, items in SIZES.items():
            sys.stdout.write(json.dumps({size: measure(items, rounds)}, ensure_ascii=False) + "\n")
            sys.stdout.flush()
