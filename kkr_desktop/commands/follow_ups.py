"""Commands about what is to be done after the meetings."""

from datetime import date

from kkr_desktop.commands.columns import in_columns
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
    listing = commands.add_listing(
        "follow-ups", list_follow_ups, "vis de åbne opfølgninger, de overskredne først"
    )
    listing.add_argument("--all", action="store_true", help="også de udførte og bortfaldne")


def list_follow_ups(arguments: Arguments) -> int:
    """List what is to be done after the meetings, late ones first."""
    from kkr_desktop.model.dates import short_date
    from kkr_desktop.model.follow_ups import FOLLOW_UP_NAMES
    from kkr_desktop.services.follow_up import follow_ups

    today = date.today()  # noqa: DTZ011
    with opened_database(arguments) as database:
        body_id = body_id_of(database, arguments.body)
        rows = follow_ups(database, body_id=body_id, with_closed=arguments.all)
    if arguments.json:
        return print_json(
            {
                "id": row.id,
                "text": row.draft.text,
                "owner": row.owner_name,
                "due_on": row.draft.due_on.isoformat() if row.draft.due_on else None,
                "late": row.is_late(today),
                "state": row.draft.state.value,
                "note": row.draft.note,
                "body": row.body_name,
                "meeting": row.meeting_id,
                "meeting_date": row.held_on.isoformat(),
                "item": row.item_number or None,
                "item_title": row.item_title or None,
            }
            for row in rows
        )
    lines = in_columns(
        (
            "!" if row.is_late(today) else "",
            short_date(row.draft.due_on) if row.draft.due_on else "ingen frist",
            row.owner_name or "–",
            row.draft.text
            + ("" if row.is_open else f" ({FOLLOW_UP_NAMES[row.draft.state].lower()})"),
        )
        for row in rows
    )
    for row, line in zip(rows, lines, strict=True):
        where = f"punkt {row.item_number}, " if row.item_number else ""
        say(line)
        say(f"    {row.body_name}, {where}{short_date(row.held_on)}")
    if not rows:
        say("Der er ingen åbne opfølgninger.")
    return 0
