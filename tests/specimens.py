"""Make one page of each kind of document from the demo secretariat, for the README.

    .venv/bin/python tests/specimens.py [folder]

The documents are those that the program writes; the pages are ones worth looking at.
"""

# pypdfium2 is typed in part only.
# pyright: reportUnknownMemberType=false, reportArgumentType=false
# pyright: reportUnknownVariableType=false

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from kkr_desktop.documents.content import ItemContent
from kkr_desktop.documents.correction_sheet import render_correction
from kkr_desktop.documents.label_content import CardSize, LabelSize
from kkr_desktop.model.richtext import RichText, from_json
from kkr_desktop.resource_files import resource
from kkr_desktop.services.agenda_content import agenda_content, export_agenda
from kkr_desktop.services.chair_script import export_script
from kkr_desktop.services.correction_content import correction_content
from kkr_desktop.services.demo import make_demo
from kkr_desktop.services.labels import export_labels, member_labels
from kkr_desktop.services.member_export import export_members
from kkr_desktop.services.minutes_content import export_extract, export_minutes
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.packs import export_pack
from kkr_desktop.services.person_report import export_person_report
from kkr_desktop.services.place_cards import export_place_cards, place_cards
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.register import members_on
from kkr_desktop.services.year_content import YearFile, export_year
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database
from tests.pdf_reading import pdfium

_WIDTH = 620


@dataclass(frozen=True, slots=True)
class Specimen:
    """A page of a document; the first page is 1."""

    name: str
    page: int
    write: Callable[[Path], object]


def specimens(database: Database) -> list[Specimen]:
    """Return the documents of the demo secretariat, each with the page to show."""
    meetings = {row.state.value: row for row in list_meetings(database)}
    coming, held = meetings["drafting"], meetings["minutes_approved"]
    year, body = coming.held_on.year, coming.body_id
    day = date(2026, 11, 24)
    person = members_on(database, body, day)[0].person_id
    moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    return [
        Specimen("agenda-front", 1, lambda path: export_agenda(database, coming.id, path)),
        Specimen("agenda", 9, lambda path: export_agenda(database, coming.id, path)),
        Specimen("pack", 2, lambda path: export_pack(database, coming.id, path, PackChoices())),
        Specimen("correction", 1, lambda path: path.write_bytes(correction(database, coming.id))),
        Specimen("script", 1, lambda path: export_script(database, coming.id, path)),
        Specimen("minutes", 5, lambda path: export_minutes(database, held.id, path)),
        Specimen("extract", 1, lambda path: export_extract(database, held.id, "3.1", path)),
        Specimen("directory", 3, lambda path: export_members(database, body, day, path)),
        Specimen(
            "labels",
            1,
            lambda path: export_labels(
                member_labels(database, body, day), LabelSize.THREE_BY_EIGHT, path
            ),
        ),
        Specimen(
            "place-cards",
            1,
            lambda path: export_place_cards(place_cards(database, coming.id), CardSize.LARGE, path),
        ),
        Specimen(
            "person-report", 1, lambda path: export_person_report(database, person, moment, path)
        ),
        Specimen(
            "meeting-plan",
            1,
            lambda path: export_year(database, YearFile.PLAN_PDF, year, None, path),
        ),
        Specimen(
            "year-poster",
            1,
            lambda path: export_year(database, YearFile.POSTER_A4, year + 1, body, path),
        ),
    ]


def correction(database: Database, meeting_id: int) -> bytes:
    """Return the sheet that tells of an agenda in which a year was wrong."""
    sent = agenda_content(database, meeting_id)
    corrected = tuple(
        replace(section, items=tuple(reworded_item(item) for item in section.items))
        for section in sent.sections
    )
    return render_correction(correction_content(sent, replace(sent, sections=corrected)))


def reworded_item(item: ItemContent) -> ItemContent:
    """Return an item with another year in its parts."""
    return replace(
        item, parts=tuple(replace(part, text=reworded(part.text)) for part in item.parts)
    )


def reworded(text: RichText) -> RichText:
    """Return a text with another year in it."""
    return from_json(text.to_json().replace("2027–2028", "2027–2030"))


def save_page(pdf: Path, page: int, target: Path) -> None:
    """Write one page of a document as a picture of one width."""
    with pdfium(pdf) as document:
        shown = document[min(page, len(document)) - 1]
        scale = _WIDTH / shown.get_width()
        picture = shown.render(scale=scale).to_pil().convert("RGB")
        # A palette holds a page of text in a third of the bytes.
        picture.quantize(96, Image.Quantize.MAXCOVERAGE).save(target, optimize=True)


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=resource("specimens"))
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary:
        database = open_database(DataFolder(Path(temporary, "data")))
        make_demo(database)
        for specimen in specimens(database):
            pdf = Path(temporary, f"{specimen.name}.pdf")
            specimen.write(pdf)
            save_page(pdf, specimen.page, folder / f"{specimen.name}.png")
        database.close()


if __name__ == "__main__":
    sys.exit(main())
