"""Commands about who belongs to a body."""

from datetime import date
from pathlib import Path

from kkr_desktop.commands.columns import in_columns
from kkr_desktop.commands.frame import (
    BODY_HELP,
    EXPECTED_ERROR,
    Arguments,
    Commands,
    add_output_option,
    body_id_of,
    complain,
    opened_database,
    print_json,
    say,
)


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add_listing("members", list_members, "vis medlemmerne i dag")
    made = commands.add(
        "export members",
        export_members,
        "skriv et råds medlemmer: .xlsx, .csv, .vcf (kontakter) eller .pdf (Blå Bog)",
    )
    made.add_argument("--body", required=True, metavar="NAVN", help=BODY_HELP)
    add_output_option(made, "FIL.xlsx|FIL.csv|FIL.vcf|FIL.pdf")
    made = commands.add(
        "export labels", export_labels, "skriv adresselabels til et råds medlemmer som PDF"
    )
    made.add_argument("--body", required=True, metavar="NAVN", help=BODY_HELP)
    made.add_argument(
        "--label", default="70x36", metavar="MM", help="labelens mål, fx 63.5x38.1 (ellers 70x36)"
    )
    made.add_argument(
        "--first", type=int, default=1, metavar="N", help="første ledige label på arket"
    )
    made.add_argument(
        "--only-on-paper", action="store_true", help="kun dem, der ønsker dagsordenen på papir"
    )
    add_output_option(made, "FIL.pdf")
    made = commands.add_meeting_document(
        "export place-cards", export_place_cards, "skriv bordkort til et møde som PDF"
    )
    made.add_argument("--small", action="store_true", help="to kort på hvert ark")
    made.add_argument(
        "--others",
        nargs="*",
        default=[],
        metavar="NAVN",
        help="gæster og ansatte, hver som »Navn, titel«",
    )
    made = commands.add(
        "import members",
        import_members,
        "læs medlemmer ind fra .xlsx eller .csv: de klare rækker; de andre nævnes",
    )
    made.add_argument("file", type=Path, metavar="FIL", help="listen, der læses ind")
    made.add_argument("--body", metavar="NAVN", help=BODY_HELP)
    made.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")


def export_members(arguments: Arguments) -> int:
    """Write who is a member today to a file of the kind that its name ends on."""
    from kkr_desktop.services import member_export, planning

    with opened_database(arguments) as database:
        body = planning.body_named(database, arguments.body or "")
        member_export.export_members(database, body.id, date.today(), arguments.output)  # noqa: DTZ011
    return 0


def export_labels(arguments: Arguments) -> int:
    """Write address labels, and name the members without a postal address where errors go."""
    from kkr_desktop.services import labels, planning

    size = labels.label_size(arguments.label)
    with opened_database(arguments) as database:
        body = planning.body_named(database, arguments.body or "")
        found = labels.member_labels(
            database,
            body.id,
            date.today(),  # noqa: DTZ011
            only_on_paper=arguments.only_on_paper,
            first_place=max(arguments.first - 1, 0),
        )
        labels.export_labels(found, size, arguments.output)
    if found.missing:
        complain(f"Uden postadresse: {', '.join(found.missing)}")
    return 0


def export_place_cards(arguments: Arguments) -> int:
    """Write the place cards of a meeting."""
    from kkr_desktop.documents.label_content import CardSize
    from kkr_desktop.services import place_cards

    with opened_database(arguments) as database:
        content = place_cards.place_cards(database, arguments.meeting, arguments.others)
    size = CardSize.SMALL if arguments.small else CardSize.LARGE
    place_cards.export_place_cards(content, size, arguments.output)
    return 0


def import_members(arguments: Arguments) -> int:
    """Take in the clear rows of a list, and name the others where errors go."""
    from kkr_desktop.services import import_preview, member_import
    from kkr_desktop.services.import_rows import OUTCOME_NAMES, RowOutcome

    today = date.today()  # noqa: DTZ011
    rows, left_out = member_import.read_member_file(arguments.file)
    with opened_database(arguments) as database:
        body_id = body_id_of(database, arguments.body) or member_import.body_of_rows(
            database, rows, today
        )
        if arguments.dry_run:
            found = import_preview.preview_import(database, body_id, rows, {}, today)
        else:
            found = member_import.import_members(database, body_id, rows, {}, today).value.rows
    if left_out:
        complain(f"Læses ikke: {', '.join(f'»{heading}«' for heading in left_out)}")
    for row in found:
        line = f"Række {row.number}, {row.name or 'uden navn'}: {row.words}"
        if not row.is_clear:
            complain(f"{OUTCOME_NAMES[row.outcome]}. {line}")
        elif row.outcome is not RowOutcome.UNCHANGED:
            say(line)
    counted = member_import.counts(found)
    say(", ".join(f"{name}: {counted[outcome]}" for outcome, name in OUTCOME_NAMES.items()))
    return 0 if any(row.is_clear for row in found) else EXPECTED_ERROR


def list_members(arguments: Arguments) -> int:
    """List who is a member of the councils today, or of the body that is asked for."""
    from kkr_desktop.model.bodies import BodyKind
    from kkr_desktop.services import planning, register

    with opened_database(arguments) as database:
        only = body_id_of(database, arguments.body)
        rows = [
            (body, row)
            for body in planning.bodies(database)
            if (body.kind is BodyKind.KKR if only is None else body.id == only)
            for row in register.members_on(database, body.id, date.today())  # noqa: DTZ011
        ]
    if arguments.json:
        return print_json(
            {
                "id": row.membership_id,
                "name": row.name,
                "party": row.party_letter,
                "municipality": row.municipality,
                "role": row.role.value,
                "type": row.type.value,
                "from": row.valid_from.isoformat(),
                "to": row.last_day.isoformat() if row.last_day else None,
            }
            for _, row in rows
        )
    lines = in_columns(
        (
            (
                str(row.membership_id),
                row.name,
                f"({row.party_letter})" if row.party_letter else "",
                row.municipality,
                body.short_name,
            )
            for body, row in rows
        ),
        right=0,
    )
    say("\n".join(lines) or "Der er ingen medlemmer i dag.")
    return 0
