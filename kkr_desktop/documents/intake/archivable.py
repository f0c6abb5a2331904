"""Lets a file that was made here be kept for ever: its colours and its title, as PDF/A-2b.

Source: ISO 19005-2, 6.2.3 (output intent) and 6.6 (metadata).
"""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kkr_desktop.resource_files import resource

_COLOURS = "sRGB IEC61966-2.1"


def make_archivable(document: pikepdf.Pdf, title: str) -> None:
    """Tell the colours of a document that has only grey and RGB, its title, and its level."""
    profile = document.make_stream(resource("colours", "sRGB.icc").read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_COLOURS),
        Info=String(_COLOURS),
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([intent])
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with document.open_metadata(set_pikepdf_as_editor=False) as told:
        told["dc:title"] = title
        told["pdfaid:part"] = "2"
        told["pdfaid:conformance"] = "B"
