"""Commands about packs."""

from kkr_desktop.commands.frame import Arguments, Commands, opened_database, say


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    made = commands.add_meeting_document(
        "export pack", export_pack, "skriv dagsordenen med alle bilag som PDF"
    )
    for option, words in (
        ("--public", "den offentlige udgave: lukkede punkter og bilag er fjernet"),
        ("--booklet", "to sider på hvert A4-ark, til at folde som hæfte"),
        ("--greyscale", "sort-hvid: farverne er lavet om til gråtoner"),
        ("--right-hand-starts", "hvert bilag begynder på en højreside"),
        ("--no-dividers", "uden skilleblade mellem punkternes bilag"),
    ):
        made.add_argument(option, action="store_true", help=words)
    held = made.add_mutually_exclusive_group()
    held.add_argument("--agenda-only", action="store_true", help="kun dagsordenen")
    words = "kun bilagene, med egen indholdsfortegnelse"
    held.add_argument("--appendices-only", action="store_true", help=words)


def export_pack(arguments: Arguments) -> int:
    """Write a meeting's pack as PDF; what the public version leaves out is listed."""
    from kkr_desktop.services import packs
    from kkr_desktop.services.pack_content import PackChoices

    choices = PackChoices(
        agenda_only=arguments.agenda_only,
        greyscale=arguments.greyscale,
        appendices_only=arguments.appendices_only,
        public=arguments.public,
        dividers=not arguments.no_dividers,
        right_hand_starts=arguments.right_hand_starts,
        booklet=arguments.booklet,
    )
    with opened_database(arguments) as database:
        built = packs.export_pack(database, arguments.meeting, arguments.output, choices).value
    for line in built.removed:
        say(f"Fjernet: {line}")
    for line in built.remarks:
        say(line)
    return 0
