"""The process that looks at files of others: limited, and gone when it has told what it found.

It is started with the kind of file, where it is, where the pages go, and the title;
the password, if any, is read from the standard input, where no other user sees it.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kkr_desktop.documents.intake.kinds import FileKind
from kkr_desktop.documents.intake.limits import limit_this_process
from kkr_desktop.documents.intake.report import Refusal, Report, to_line

_SPOKEN_BY_TITLE = (
    "Billedet læses op som sin titel; tekst på det kan hverken læses op eller findes ved søgning."
)


def main(arguments: Sequence[str]) -> int:
    """Do the work of the process and return its exit status."""
    limit_this_process()
    kind, source, target, title = arguments
    password = sys.stdin.read()
    try:
        told: Report | Refusal = take_in(
            FileKind(kind), Path(source), Path(target), title, password
        )
    except Refusal as refusal:
        told = refusal
    except MemoryError:
        told = Refusal("kræver for meget hukommelse. Gem den i en mindre udgave.")
    sys.stdout.write(to_line(told))
    return 0


def take_in(kind: FileKind, source: Path, target: Path, title: str, password: str) -> Report:
    """Write the pages of a file to `target`, and tell about them. Raises Refusal."""
    from kkr_desktop.documents.intake.pdf_file import take_in_pdf

    if kind is not FileKind.PICTURE:
        return take_in_pdf(source, target, password)
    from kkr_desktop.documents.intake.picture import picture_to_pdf

    pages = target.with_suffix(".picture")
    picture_to_pdf(source, pages, title)
    report = take_in_pdf(pages, target)
    return replace(report, notes=(*report.notes, _SPOKEN_BY_TITLE), is_unchanged=False)
