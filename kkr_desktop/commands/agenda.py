"""Commands about agendas."""

from kkr_desktop.commands.frame import Arguments, Commands, opened_database


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add_meeting_document("export agenda", export_agenda, "skriv dagsordenen som PDF")


def export_agenda(arguments: Arguments) -> int:
    """Write a meeting's agenda as PDF."""
    from kkr_desktop.services import agenda_content

    with opened_database(arguments) as database:
        agenda_content.export_agenda(database, arguments.meeting, arguments.output)
    return 0
