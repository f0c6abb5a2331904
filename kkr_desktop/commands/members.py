"""Commands about who belongs to a body."""

from datetime import date

from kkr_desktop.commands.frame import (
    Arguments,
    Commands,
    body_id_of,
    opened_database,
    print_json,
    say,
)


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add_listing("members", list_members, "vis medlemmerne i dag")


def list_members(arguments: Arguments) -> int:
    """List who is a member today."""
    from kkr_desktop.services import planning, register

    with opened_database(arguments) as database:
        only = body_id_of(database, arguments.body)
        rows = [
            row
            for body in planning.bodies(database)
            if only in {None, body.id}
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
            for row in rows
        )
    for row in rows:
        party = f"({row.party_letter})" if row.party_letter else ""
        say(f"{row.membership_id:>5}  {row.name:<34} {party:<5} {row.municipality}")
    return 0
