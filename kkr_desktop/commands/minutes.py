"""Commands about minutes."""

from kkr_desktop.commands.frame import Arguments, Commands, opened_database


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add_meeting_document("export minutes", export_minutes, "skriv referatet som PDF")


def export_minutes(arguments: Arguments) -> int:
    """Write a meeting's minutes as PDF."""
    from kkr_desktop.services import minutes_content

    with opened_database(arguments) as database:
        minutes_content.export_minutes(database, arguments.meeting, arguments.output)
    return 0
