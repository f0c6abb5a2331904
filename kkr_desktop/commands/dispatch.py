"""Commands about sending an agenda to the members."""

from typing import TYPE_CHECKING

from kkr_desktop.commands.frame import (
    EXPECTED_ERROR,
    Arguments,
    Commands,
    add_meeting_option,
    complain,
    opened_database,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kkr_desktop.services.dispatch_checklist import DispatchFinding, Weight
    from kkr_desktop.services.dispatch_mail import MailList
    from kkr_desktop.storage.database import Database

_ENDINGS = """udgangskode: 0 udsendt (med --check: intet står i vejen);
1 ikke udsendt: et fund står i vejen eller skal bekræftes, eller noget gik galt; 2 forkert brug"""


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    made = commands.add(
        "dispatch", dispatch, "udsend dagsordenen: tjekliste, frossen udgave, e-mail-kladder"
    )
    made.epilog = _ENDINGS
    add_meeting_option(made)
    made.add_argument("--check", action="store_true", help="vis kun tjeklisten; udsend intet")
    made.add_argument(
        "--no-cpr",
        action="store_true",
        help="bekræft, at det, der ligner CPR-numre, ikke er det",
    )
    made.add_argument(
        "--mail",
        metavar="MAPPE",
        dest="mail_folder",
        help="skriv e-mail-kladder i mappen; den laves, hvis den ikke er der",
    )
    made.add_argument("--link", default="", metavar="ADRESSE", help="link i stedet for vedhæftning")
    made.add_argument(
        "--portal",
        metavar="MAPPE",
        dest="portal_folder",
        help="skriv en ny mappe til mødeportalen, med en undermappe for hvert punkt",
    )


def dispatch(arguments: Arguments) -> int:
    """Print the findings, freeze the agenda as sent, and write what was asked for."""
    from datetime import UTC, date, datetime

    from kkr_desktop.services.address_lists import USUAL_PARTS, Purpose
    from kkr_desktop.services.dispatch import dispatch_agenda
    from kkr_desktop.services.dispatch_checklist import Weight, dispatch_findings
    from kkr_desktop.services.dispatch_mail import mail_lists, recipients_of
    from kkr_desktop.services.planning import read_meeting

    today = date.today()  # noqa: DTZ011
    with opened_database(arguments) as database:
        findings = dispatch_findings(database, arguments.meeting, today)
        for finding in findings:
            say(_told(finding))
        weights = {finding.weight for finding in findings}
        if arguments.no_cpr:
            weights.discard(Weight.TO_CONFIRM)
        in_the_way = weights & {Weight.STOPS, Weight.TO_CONFIRM}
        if arguments.check:
            return EXPECTED_ERROR if in_the_way else 0
        if in_the_way:
            complain(" ".join(_what_to_do(in_the_way)))
            return EXPECTED_ERROR
        _make_places(arguments)
        body_id = read_meeting(database, arguments.meeting).body_id
        lists = mail_lists(database, body_id, USUAL_PARTS[Purpose.AGENDA], today)
        number = dispatch_agenda(
            database,
            arguments.meeting,
            sent_at=datetime.now(UTC),
            recipients=recipients_of(lists),
        ).value
        _tell_sent(database, arguments, number)
        _write_files(database, arguments, lists)
    return 0


def _what_to_do(in_the_way: "set[Weight]") -> "Iterator[str]":
    from kkr_desktop.services.dispatch_checklist import Weight

    yield "Dagsordenen er ikke udsendt."
    if Weight.STOPS in in_the_way:
        yield "Ret det, der står som STOP."
    if Weight.TO_CONFIRM in in_the_way:
        yield "Bekræft med --no-cpr, at det, der ligner CPR-numre, ikke er det."


def _make_places(arguments: Arguments) -> None:
    """See that there is a place for the files before anything is sent, which is sent only once."""
    from pathlib import Path

    from kkr_desktop.services.portal_folder import require_free
    from kkr_desktop.storage.atomic_file import make_folder

    if arguments.portal_folder:
        folder = Path(arguments.portal_folder)
        require_free(folder)
        make_folder(folder.parent)
    if arguments.mail_folder:
        make_folder(Path(arguments.mail_folder))


def _told(finding: "DispatchFinding") -> str:
    from kkr_desktop.services.dispatch_checklist import Weight

    marks = {Weight.STOPS: "STOP", Weight.TO_CONFIRM: "BEKRÆFT", Weight.WARNS: "Se på"}
    return f"{marks[finding.weight]}  {finding.place}: {finding.words}"


def _tell_sent(database: "Database", arguments: Arguments, number: int) -> None:
    from kkr_desktop.services.sent_versions import sent_versions

    version = sent_versions(database, arguments.meeting)[-1]
    say(f"Udsendt som version {number} til {len(version.recipients)} modtagere:")
    for row in version.documents:
        say(f"  {row.file_name}  SHA-256 {row.sha256}")


def _write_files(database: "Database", arguments: Arguments, lists: "tuple[MailList, ...]") -> None:
    from pathlib import Path

    from kkr_desktop.services.dispatch_mail import dispatch_drafts, write_drafts
    from kkr_desktop.services.portal_folder import export_portal_folder

    if arguments.mail_folder:
        drafts = dispatch_drafts(database, arguments.meeting, lists, link=arguments.link)
        for path in write_drafts(drafts, Path(arguments.mail_folder)):
            say(f"Skrevet: {path}")
    if arguments.portal_folder:
        folder = export_portal_folder(database, arguments.meeting, Path(arguments.portal_folder))
        say(f"Skrevet: {folder}")
