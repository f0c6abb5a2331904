"""The menu of what members are written to: tables, contacts, the directory."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kkr_desktop.model.base import now
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.member_export import export_file_name, export_members
from kkr_desktop.services.person_report import export_person_report, report_file_name
from kkr_desktop.services.planning import bodies
from kkr_desktop.services.register import MemberRow
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.members.address_dialog import AddressDialog
from kkr_desktop.ui.members.importing import Importing
from kkr_desktop.ui.members.labels_dialog import LabelsDialog
from kkr_desktop.ui.members.place_cards_dialog import PlaceCardsDialog
from kkr_desktop.ui.members.privacy_dialog import PrivacyDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.workspace import Workspace


class ListsMenu(QMenu):
    """Writes the members of the chosen council to files, and opens these.

    `day` is the one that the members are shown for: files say what the tab says.
    """

    def __init__(self, workspace: Workspace, tab: QWidget, day: Callable[[], date]) -> None:
        super().__init__(tab)
        self.workspace = workspace
        self._day = day
        self._tab = tab
        self.setTitle(self.tr("Lists and files"))
        self.importing = Importing(workspace, tab)
        self.import_action = self._add(self.tr("Import members…"), self.importing.ask)
        self.addSeparator()
        self.address_action = self._add(self.tr("Address list…"), self._show_addresses)
        self.labels_action = self._add(self.tr("Address labels (PDF)…"), self._show_labels)
        self.cards_action = self._add(self.tr("Place cards (PDF)…"), self._show_cards)
        self.aboutToShow.connect(self._enable_cards)
        self.addSeparator()
        self.export_actions = {
            ending: self._add(words, run)
            for ending, words, run in (
                (".xlsx", self.tr("Excel workbook…"), self._export_xlsx),
                (".csv", self.tr("CSV file for Excel…"), self._export_csv),
                (".vcf", self.tr("Contacts for Outlook (vCard)…"), self._export_vcf),
                (".pdf", self.tr("Member directory (PDF)…"), self._export_pdf),
            )
        }

        self.addSeparator()
        self.privacy_action = self._add(self.tr("Personal data…"), self._show_privacy)

    def _show_privacy(self) -> None:
        dialog = self.privacy_dialog()
        if dialog is not None:
            dialog.exec()

    def privacy_dialog(self) -> PrivacyDialog | None:
        """Return the dialog of what the chosen council keeps of people."""
        body_id = self.workspace.selection.body_id
        if body_id is None:
            return None
        return PrivacyDialog(self.workspace, body_id, self._tab)

    def _add(self, words: str, run: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(run)
        self.addAction(action)
        return action

    def enable(self, *, has_members: bool) -> None:
        """Offer what there is to write."""
        to_write = (self.address_action, self.labels_action, *self.export_actions.values())
        for action in to_write:
            action.setEnabled(has_members)

    def _enable_cards(self) -> None:
        self.cards_action.setEnabled(self.workspace.selection.meeting_id is not None)

    def write_report(self, member: MemberRow) -> None:
        """Ask for a place and write there all that is kept of a member."""
        usual = Path.home() / report_file_name(member.name, _today())
        chosen, _ = QFileDialog.getSaveFileName(
            self._tab, self.tr("Save the report"), str(usual), self.tr("PDF files (*.pdf)")
        )
        if chosen:
            self.report_to(member.person_id, Path(chosen))

    def report_to(self, person_id: int, path: Path) -> None:
        """Write the report in the background, then open it."""
        database = self.workspace.database

        def work(_progress: Progress) -> Path:
            export_person_report(database, person_id, now(), path)
            return path

        run_in_background(self, work, self._open, self._tell_failure)

    def _show_addresses(self) -> None:
        dialog = self.address_dialog()
        if dialog is not None:
            dialog.exec()

    def address_dialog(self) -> AddressDialog | None:
        """Return the dialog of the chosen council's address lists."""
        body_id = self.workspace.selection.body_id
        if body_id is None:
            return None
        return AddressDialog(self.workspace.database, body_id, self._tab)

    def _show_labels(self) -> None:
        dialog = self.labels_dialog()
        if dialog is not None:
            dialog.exec()

    def labels_dialog(self) -> LabelsDialog | None:
        """Return the dialog of labels for the chosen council."""
        body_id = self.workspace.selection.body_id
        if body_id is None:
            return None
        return LabelsDialog(self.workspace.database, body_id, self._tab)

    def _show_cards(self) -> None:
        dialog = self.cards_dialog()
        if dialog is not None:
            dialog.exec()

    def cards_dialog(self) -> PlaceCardsDialog | None:
        """Return the dialog of place cards for the chosen council's meetings."""
        selection = self.workspace.selection
        if selection.body_id is None or selection.meeting_id is None:
            return None
        return PlaceCardsDialog(
            self.workspace.database, selection.body_id, selection.meeting_id, self._tab
        )

    def _export_xlsx(self) -> None:
        self._ask(self.tr("Excel workbooks (*.xlsx)"), ".xlsx")

    def _export_csv(self) -> None:
        self._ask(self.tr("CSV files (*.csv)"), ".csv")

    def _export_vcf(self) -> None:
        self._ask(self.tr("Contacts (*.vcf)"), ".vcf")

    def _export_pdf(self) -> None:
        self._ask(self.tr("PDF files (*.pdf)"), ".pdf")

    def _ask(self, kinds: str, ending: str) -> None:
        body_id = self.workspace.selection.body_id
        if body_id is None:
            return
        name = next(
            (body.name for body in bodies(self.workspace.database) if body.id == body_id), ""
        )
        usual = Path.home() / (export_file_name(name, self._day()) + ending)
        chosen, _ = QFileDialog.getSaveFileName(
            self._tab, self.tr("Save the members"), str(usual), kinds
        )
        if chosen:
            path = Path(chosen)
            self.export_to(path if path.suffix.casefold() == ending else Path(chosen + ending))

    def export_to(self, path: Path) -> None:
        """Write the members to `path` in the background, then open it in the system's program."""
        body_id, database, day = (
            self.workspace.selection.body_id,
            self.workspace.database,
            self._day(),
        )
        if body_id is None:
            return

        def work(_progress: Progress) -> Path:
            export_members(database, body_id, day, path)
            return path

        run_in_background(self, work, self._open, self._tell_failure)

    def _open(self, path: Path) -> None:
        if path.suffix.casefold() != ".vcf":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            # A program would take in the first contact only; the folder lets one choose.
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _tell_failure(self, error: KkrError) -> None:
        show_error(self._tab, error)


def _today() -> date:
    return date.today()  # noqa: DTZ011
