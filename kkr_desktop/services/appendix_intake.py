"""Looks at files of others before they become appendices, in a process that may fail alone."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from tempfile import TemporaryDirectory

from kkr_desktop.documents.intake import WORKER_FLAG
from kkr_desktop.documents.intake.kinds import FileKind, kind_of, office_suffix
from kkr_desktop.documents.intake.report import Refusal, Report, from_line
from kkr_desktop.model.errors import FileLocked, FileProblem, PdfNeeded
from kkr_desktop.model.text import one_line
from kkr_desktop.services.limited_process import Step, no_step, run_limited
from kkr_desktop.services.office_conversion import office_to_pdf

LARGEST_BYTES = 500 * 1000 * 1000
_SECONDS = 150.0


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file that can become an appendix: as it came, its pages, and what is known of them."""

    name: str
    original: Path
    pdf: Path
    report: Report


@contextmanager
def prepared(path: Path, password: str = "", step: Step = no_step) -> Generator[PreparedFile]:
    """Look at a file and make pages of it; what was made is gone afterwards.

    The file is copied first, so that it may change or go away meanwhile.
    Raises FileProblem, or FileLocked when it wants a password, or another one;
    whatever `step` raises ends the work.
    """
    with TemporaryDirectory(prefix="kkr-appendix-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        original = _copy(path, folder / "original", step)
        pdf = folder / "pages.pdf"
        try:
            report = _look_at(path, original, pdf, folder, password, step)
        except Refusal as refusal:
            raise _problem(path, refusal) from refusal
        yield PreparedFile(
            one_line(path.name), original, original if report.is_unchanged else pdf, report
        )


def _problem(path: Path, refusal: Refusal) -> FileProblem:
    if refusal.is_locked:
        return FileLocked(path, refusal.reason)
    if refusal.needs_pdf:
        return PdfNeeded(path, refusal.reason)
    return FileProblem(path, refusal.reason)


def _copy(path: Path, target: Path, step: Step) -> Path:
    """Copy a file that holds still meanwhile."""
    try:
        if path.is_dir():
            raise FileProblem(path, "er en mappe. Vælg filerne i den.")
        before = path.stat()
        if not S_ISREG(before.st_mode):
            raise FileProblem(path, "er ikke en almindelig fil. Vælg en anden.")
        if before.st_size > LARGEST_BYTES:
            largest = LARGEST_BYTES // (1000 * 1000)
            raise FileProblem(path, f"er over {largest} MB. Gem den i en mindre udgave.")
        with path.open("rb") as read_from, target.open("wb") as write_to:
            while write_to.tell() <= before.st_size and (piece := read_from.read(1 << 22)):
                write_to.write(piece)
                step()
        after = path.stat()
    except FileNotFoundError as error:
        raise FileProblem(path, "findes ikke længere. Vælg den igen.") from error
    except OSError as error:
        raise FileProblem(
            path, "kan ikke læses. Er den åben i et andet program, så luk den først."
        ) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise FileProblem(path, "er ved at blive skrevet. Vent lidt, og tilføj den så.")
    return target


def _look_at(
    path: Path, original: Path, pdf: Path, folder: Path, password: str, step: Step
) -> Report:
    kind = kind_of(original, path.suffix)
    if kind is not FileKind.OFFICE:
        return _report(kind, original, pdf, path.stem, password, step)
    made = office_to_pdf(original, office_suffix(original), folder, step)
    return replace(_report(FileKind.PDF, made, pdf, path.stem, "", step), is_unchanged=False)


def _report(
    kind: FileKind, source: Path, pdf: Path, title: str, password: str, step: Step
) -> Report:
    module = [] if getattr(sys, "frozen", False) else ["-m", "kkr_desktop"]
    command = [sys.executable, *module, WORKER_FLAG, kind.value, str(source), str(pdf), title]
    told = run_limited(command, password, _SECONDS, step)
    if told is None:
        raise Refusal(
            "kunne ikke læses færdig: den er beskadiget eller for tung. Udskriv den til PDF, "
            "og tilføj den udskrevne."
        )
    report = from_line(told)
    if isinstance(report, Refusal):
        raise report
    return report
