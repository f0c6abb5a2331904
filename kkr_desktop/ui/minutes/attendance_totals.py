"""How many take part, and how many of each party."""

from PySide6.QtWidgets import QWidget

from kkr_desktop.services.attendance import AttendanceSheet, balance, totals
from kkr_desktop.services.treated_items import TreatedItem, uids
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class AttendanceTotalsLabel(PlainLabel):
    """Lines of numbers: over the whole meeting, and at the item that runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def tell(self, sheet: AttendanceSheet, item: TreatedItem | None = None) -> None:
        """Count the seats of a meeting, and those that are filled at an item."""
        counted = totals(sheet.rows)
        told = [
            self.tr("{count} present").format(count=counted.present),
            self.tr("{count} online").format(count=counted.online),
            self.tr("{count} apologies").format(count=counted.apologies),
            self.tr("{count} absent").format(count=counted.absent),
        ]
        if counted.unknown:
            told.append(self.tr("{count} not noted").format(count=counted.unknown))
        answered = sum(row.answer is not None for row in sheet.rows)
        if answered and item is None:
            told.append(self.tr("{count} replies").format(count=answered))
        lines = [" · ".join(told)]
        parties = balance(sheet.rows)
        if item is not None:
            parties = balance(sheet.rows, item.uid, uids(sheet.items))
            lines.append(
                self.tr("At item {number}: {count}").format(
                    number=item.number, count=sum(count for _, count in parties)
                )
            )
        if parties:
            shares = " · ".join(f"{letter} {count}" for letter, count in parties)
            lines.append(self.tr("Parties: {shares}").format(shares=shares))
        self.setText("\n".join(lines))
