"""Commands about appendices."""

from pathlib import Path

from kkr_desktop.commands.frame import (
    EXPECTED_ERROR,
    Arguments,
    Commands,
    add_meeting_option,
    complain,
    opened_database,
    say,
)


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    made = commands.add("add-appendix", add_appendices, "føj bilag til et punkt på dagsordenen")
    add_meeting_option(made)
    made.add_argument("--item", required=True, metavar="NUMMER", help="punktets nummer, fx 3.2")
    made.add_argument("files", type=Path, nargs="+", metavar="FIL", help="filer, der bliver bilag")


def add_appendices(arguments: Arguments) -> int:
    """Add files to an item; each that is refused is named with its reason.

    What is to know of one that was added, such as that it was repaired, stands below it.
    """
    from kkr_desktop.model.errors import FileProblem
    from kkr_desktop.services.agenda_outline import item_numbered, read_item
    from kkr_desktop.services.appendices import add_appendix

    refused = 0
    with opened_database(arguments) as database:
        item_id = item_numbered(database, arguments.meeting, arguments.item)
        for path in arguments.files:
            try:
                added = add_appendix(database, item_id, path).value
            except FileProblem as problem:
                complain(problem.explain())
                refused += 1
            else:
                rows = read_item(database, item_id).appendices
                notes = next(row.notes for row in rows if row.id == added)
                say("\n  ".join((f"»{path.name}« er føjet til punkt {arguments.item}.", *notes)))
    return EXPECTED_ERROR if refused else 0
