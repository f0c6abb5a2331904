"""Builds a correction sheet from two versions of an agenda."""

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.correction_sheet import (
    CorrectedItem,
    CorrectedText,
    CorrectionContent,
)
from kkr_desktop.services.agenda_comparison import compare_agendas


def correction_content(before: AgendaContent, after: AgendaContent) -> CorrectionContent:
    """Return what changed in what members have; late items and appendices are not part of it."""
    return CorrectionContent(
        document_uid=after.document_uid,
        dated=after.dated,
        meeting=after.meeting,
        corrects_sent_on=before.dated.date(),
        items=tuple(
            CorrectedItem(
                change.number,
                change.title,
                tuple(CorrectedText(text.name, text.pieces) for text in change.texts),
                tuple(row.told for row in change.corrected_appendices),
            )
            for change in compare_agendas(before, after)
            if change.is_correction
        ),
        is_draft=after.is_draft,
    )
