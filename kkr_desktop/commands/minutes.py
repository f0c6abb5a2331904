"""Commands about minutes and decisions."""

import json

from kkr_desktop.commands.frame import Arguments, Commands, opened_database, say


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    minutes = commands.add_meeting_document(
        "export minutes",
        export_minutes,
        "skriv referatet som PDF eller Word",
        file="FIL.pdf|FIL.docx",
    )
    minutes.add_argument(
        "--public", action="store_true", help="uden det, der ikke er for offentligheden"
    )
    commands.add_meeting_document(
        "export script", export_script, "skriv formandens drejebog som PDF"
    )
    extract = commands.add_meeting_document(
        "export extract", export_extract, "skriv protokoludskriften af et punkt som PDF"
    )
    extract.add_argument("--item", required=True, metavar="NUMMER", help="punktet, fx 4.1")
    proposal = commands.add(
        "propose-decision", propose_decision, "foreslå beslutningen ud fra en indstilling"
    )
    proposal.add_argument("recommendation", metavar="INDSTILLING", help="indstillingens ord")
    proposal.add_argument("--body", metavar="NAVN", help="rådet, fx »KKR Hovedstaden«")
    proposal.add_argument("--json", action="store_true", help="skriv som JSON")


def export_minutes(arguments: Arguments) -> int:
    """Write a meeting's minutes as PDF or Word, all of them or what the public may read."""
    from kkr_desktop.services import minutes_content, public_minutes

    export = (
        public_minutes.export_public_minutes if arguments.public else minutes_content.export_minutes
    )
    with opened_database(arguments) as database:
        export(database, arguments.meeting, arguments.output)
    return 0


def export_script(arguments: Arguments) -> int:
    """Write the chair's script of a meeting as PDF."""
    from kkr_desktop.services import chair_script

    with opened_database(arguments) as database:
        chair_script.export_script(database, arguments.meeting, arguments.output)
    return 0


def export_extract(arguments: Arguments) -> int:
    """Write the extract of one item of the minutes as PDF."""
    from kkr_desktop.services import minutes_content

    with opened_database(arguments) as database:
        minutes_content.export_extract(
            database, arguments.meeting, arguments.item, arguments.output
        )
    return 0


def propose_decision(arguments: Arguments) -> int:
    """Turn a recommendation into the decision that it leads to, with what wants a check."""
    from kkr_desktop.model.decision_draft import propose_plain

    proposal = propose_plain(arguments.recommendation, arguments.body or "")
    text = proposal.text.plain_text()
    if arguments.json:
        answer = {"text": text, "needs_check": proposal.needs_check, "why": proposal.reasons}
        say(json.dumps(answer, ensure_ascii=False, indent=2))
        return 0
    say(text)
    for reason in proposal.reasons:
        say(reason if reason.startswith("Kontrollér") else f"Kontrollér: {reason}")
    return 0
