"""Commands about meetings and their deadlines."""

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
    commands.add_listing("meetings", list_meetings, "vis møderne")


def list_meetings(arguments: Arguments) -> int:
    """List the meetings of all bodies, in order of time."""
    from kkr_desktop.model.dates import weekday_date
    from kkr_desktop.model.meetings import STATE_NAMES
    from kkr_desktop.services import planning

    with opened_database(arguments) as database:
        rows = planning.list_meetings(database, body_id=body_id_of(database, arguments.body))
    if arguments.json:
        return print_json(
            {
                "id": row.id,
                "body": row.body_name,
                "date": row.held_on.isoformat(),
                "state": row.state.value,
            }
            for row in rows
        )
    for row in rows:
        when = weekday_date(row.held_on)
        say(f"{row.id:>5}  {row.body_name:<18} {when:<34} {STATE_NAMES[row.state]}")
    return 0
