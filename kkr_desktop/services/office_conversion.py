"""Turns Office documents into PDF with LibreOffice or Microsoft Office, what is installed."""

import os
import shutil
import sys
from pathlib import Path

from kkr_desktop.documents.intake.report import Refusal
from kkr_desktop.services.limited_process import Step, run_limited
from kkr_desktop.services.microsoft_office import microsoft_to_pdf, office_program

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
    """Return the PDF that is made of a document, in `folder`. Raises Refusal.

    LibreOffice runs with a profile of its own, so that one that is open does not mind,
    and without anything of the document's own being run.
    """
    name = _NAMES[suffix]
    program, powershell = libre_office(), office_program(suffix)
    if program is None and powershell is None:
        raise Refusal(
            f"er et {name}, og hverken LibreOffice eller Office er installeret på denne pc. "
            "Gem det som PDF (Filer > Gem som > PDF), og tilføj PDF-filen.",
            needs_pdf=True,
        )
    named = folder / f"document{suffix}"
    shutil.copyfile(source, named)
    if program is None and powershell is not None:
        made = microsoft_to_pdf(powershell, named, folder, _SECONDS, step)
        if made is None:
            raise Refusal(
                f"kunne ikke laves om til PDF af Office. Gem {name}et selv som PDF, "
                "og tilføj PDF-filen.",
                needs_pdf=True,
            )
        return made
    return _by_libre_office(str(program), named, name, folder, step)


def _by_libre_office(program: str, named: Path, name: str, folder: Path, step: Step) -> Path:
    profile = (folder / "profile").as_uri()
    ended = run_limited(
        [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            f"pdf:{_FILTERS[named.suffix]}_pdf_Export:{_TAGGED}",
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
            "og tilføj PDF-filen.",
            needs_pdf=True,
        )
    return made
