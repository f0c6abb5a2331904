"""Commands about the data folder as a whole."""

from kkr_desktop.commands.frame import (
    EXPECTED_ERROR,
    Arguments,
    Commands,
    complain,
    opened_database,
    say,
)


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add("demo", make_demo_secretariat, "lav demosekretariatet i en tom datamappe")
    commands.add("check", check, "kontrollér, at database og arkiv er hele")


def make_demo_secretariat(arguments: Arguments) -> int:
    """Make the demo secretariat in an empty data folder."""
    from kkr_desktop.model.errors import DataFolderNotEmpty
    from kkr_desktop.services.demo import make_demo

    if arguments.folder.database.exists():
        raise DataFolderNotEmpty(arguments.folder.path)
    with opened_database(arguments) as database:
        make_demo(database)
    say(f"Demosekretariatet er oprettet i »{arguments.folder.path}«.")
    return 0


def check(arguments: Arguments) -> int:
    """Check that the database and the file store are whole."""
    from kkr_desktop.services.health import problems_in

    problems = problems_in(arguments.folder)
    for problem in problems:
        complain(problem.explain())
    if problems:
        return EXPECTED_ERROR
    say("Databasen og arkivet er hele.")
    return 0
