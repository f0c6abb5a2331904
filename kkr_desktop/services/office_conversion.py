"""Turns Office documents into PDF with LibreOffice, where it is installed."""

import os
import shutil
import sys
from pathlib import Path

from kkr_desktop.documents.intake.report import Refusal
from kkr_desktop.services.limited_process import Step, run_limited

_SECONDS = 120.0
_TAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_FILTERS = {".docx": "writer", ".xlsx": "calc", ".pptx": "impress"}
_NAMES = {".docx": "Word-dokument", ".xlsx": "Excel-ark", ".pptx": "PowerPoint-præsentation"}
_WINDOWS_PLACES = ("PROGRAMFILES", "PROGRAMFILES(X86)")


def libre_office() -> str | None:
    """Return LibreOffice's program, or None where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and sys.platform == "win32":
        for variable in _WINDOWS_PLACES:
            program = Path(os.environ.get(variable, ""), "LibreOffice", "program", "soffice.com")
            if program.is_file():
                return str(program)
    return found


def office_to_pdf(source: Path, suffix: str, folder: Path, step: Step) -> Path:
    """Return the PDF that LibreOffice makes of a document, in `folder`. Raises Refusal.

    LibreOffice runs with a profile of its own, so that one that is open does not mind,
    and without anything of the document's own being run.
    """
    name = _NAMES[suffix]
    program = libre_office()
    if program is None:
        raise Refusal(
            f"er et {name}, og LibreOffice er ikke installeret på denne pc. "
            "Gem det som PDF i Office (Filer > Gem som > PDF), og tilføj PDF-filen."
        )
    named = folder / f"document{suffix}"
    shutil.copyfile(source, named)
    profile = (folder / "profile").as_uri()
    ended = run_limited(
        [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            f"pdf:{_FILTERS[suffix]}_pdf_Export:{_TAGGED}",
            "--outdir",
            str(folder),
            str(named),
        ],
        "",
        _SECONDS,
        step,
    )
    made = named.with_suffix(".pdf")
    if ended is None or not made.is_file():
        raise Refusal(
            f"kunne ikke laves om til PDF af LibreOffice. Gem {name}et selv som PDF, "
            "og tilføj PDF-filen."
        )
    return made
