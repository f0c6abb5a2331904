"""Commands about meetings and their deadlines."""

from argparse import ArgumentTypeError
from datetime import date
from itertools import groupby

from kkr_desktop.commands.columns import in_columns
from kkr_desktop.commands.frame import (
    BODY_HELP,
    Arguments,
    Commands,
    add_output_option,
    body_id_of,
    opened_database,
    print_json,
    say,
)


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add_listing("meetings", list_meetings, "vis møderne")
    plan = commands.add_listing("plan", plan_year, "foreslå et års møder, og sæt dem i kalenderen")
    plan.add_argument("--year", type=_year, required=True, metavar="ÅR", help="året, fx 2027")
    plan.add_argument("--apply", action="store_true", help="sæt møderne i kalenderen")
    commands.add_listing("deadlines", list_deadlines, "vis de næste frister, de overskredne først")
    calendar = commands.add(
        "export calendar", export_calendar, "skriv møder og frister som kalenderfil"
    )
    calendar.add_argument("--body", metavar="NAVN", help=BODY_HELP)
    calendar.add_argument("--without-deadlines", action="store_true", help="kun selve møderne")
    add_output_option(calendar, "FIL.ics")


def _year(text: str) -> int:
    """Return a year in which meetings can be planned; anything else is wrong usage."""
    if text.isdecimal() and 2007 <= int(text) <= 2099:
        return int(text)
    raise ArgumentTypeError("skriv et årstal mellem 2007 og 2099")


def list_meetings(arguments: Arguments) -> int:
    """List the meetings of all bodies, in order of time."""
    from kkr_desktop.model.dates import weekday_date
    from kkr_desktop.model.meeting_terms import STATE_NAMES
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
    lines = in_columns(
        (
            (str(row.id), row.body_name, weekday_date(row.held_on), STATE_NAMES[row.state])
            for row in rows
        ),
        right=0,
    )
    say("\n".join(lines) or "Der er ingen møder.")
    return 0


def list_deadlines(arguments: Arguments) -> int:
    """List what is late and what is due until the end of next week."""
    from kkr_desktop.model.dates import weekday_date
    from kkr_desktop.services.deadlines import When, next_deadlines

    today = date.today()  # noqa: DTZ011
    with opened_database(arguments) as database:
        found = next_deadlines(database, today, body_id_of(database, arguments.body))
    if arguments.json:
        return print_json(
            {
                "date": one.milestone.due_on.isoformat(),
                "nominal_date": one.milestone.nominal_on.isoformat(),
                "when": one.when.value,
                "milestone": one.milestone.label,
                "responsible": one.milestone.responsible,
                "owner": one.milestone.owner,
                "body": one.milestone.body_name,
                "meeting": one.milestone.meeting_id,
                "meeting_date": one.milestone.held_on.isoformat(),
            }
            for one in found
        )
    names = {When.LATE: "Overskredet", When.THIS_WEEK: "I denne uge", When.NEXT_WEEK: "I næste uge"}
    rows = (one.milestone for one in found)
    lines = in_columns((weekday_date(row.due_on), row.body_name, row.label) for row in rows)
    for when, group in groupby(zip(found, lines, strict=True), lambda one: one[0].when):
        say(f"{names[when]}:")
        for _, line in group:
            say(f"  {line}")
    if not found:
        say("Der er ingen frister før udgangen af næste uge.")
    return 0


def plan_year(arguments: Arguments) -> int:
    """Propose a year's meetings of a body, or of all councils, and plan them when asked to."""
    from kkr_desktop.model.bodies import BodyKind
    from kkr_desktop.model.dates import clock, weekday_date
    from kkr_desktop.services import planning, proposals, year_plan

    with opened_database(arguments) as database:
        only = body_id_of(database, arguments.body)
        first_day = date(arguments.year, 1, 1)
        councils = [
            body.id
            for body in planning.bodies(database)
            if body.kind is BodyKind.KKR and body.is_open_on(first_day)
        ]
        proposed = year_plan.propose_year(
            database, councils if only is None else [only], arguments.year
        )
        if arguments.apply:
            proposals.apply_plan(database, proposed)
    if arguments.json:
        return print_json(
            {
                "body": one.body_name,
                "round": one.round.number,
                "date": one.held_on.isoformat(),
                "starts_at": one.starts_at.strftime("%H:%M"),
                "ends_at": one.ends_at.strftime("%H:%M"),
                "reason": one.reason,
                "conflicts": [warning.text for warning in one.against],
            }
            for one in proposed
        )
    lines = in_columns(
        (f"{weekday_date(one.held_on)} kl. {clock(one.starts_at)}", one.body_name, one.reason)
        for one in proposed
    )
    for one, line in zip(proposed, lines, strict=True):
        say(line)
        for warning in one.against:
            say(f"    OBS: {warning.text}")
    if not proposed:
        say(f"Alle runder i {arguments.year} er allerede planlagt.")
    elif arguments.apply:
        say(f"{len(proposed)} møder er sat i kalenderen.")
    return 0


def export_calendar(arguments: Arguments) -> int:
    """Write the meetings of one body, or of all, and their deadlines to a calendar file."""
    from kkr_desktop.services import calendar_export

    with opened_database(arguments) as database:
        body_id = body_id_of(database, arguments.body)
        calendar_export.export_calendar(
            database,
            arguments.output,
            body_id=body_id,
            with_deadlines=not arguments.without_deadlines,
        )
    return 0
