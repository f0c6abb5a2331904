"""Commands about minutes and decisions."""

import json

from kkr_desktop.commands.frame import Arguments, Commands, opened_database, say


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add_meeting_document("export minutes", export_minutes, "skriv referatet som PDF")
    proposal = commands.add(
        "propose-decision", propose_decision, "foreslå beslutningen ud fra en indstilling"
    )
    proposal.add_argument("recommendation", metavar="INDSTILLING", help="indstillingens ord")
    proposal.add_argument("--body", metavar="NAVN", help="rådet, fx »KKR Hovedstaden«")
    proposal.add_argument("--json", action="store_true", help="skriv som JSON")


def export_minutes(arguments: Arguments) -> int:
    """Write a meeting's minutes as PDF."""
    from kkr_desktop.services import minutes_content

    with opened_database(arguments) as database:
        minutes_content.export_minutes(database, arguments.meeting, arguments.output)
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
