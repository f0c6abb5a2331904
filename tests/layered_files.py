"""PDFs with layers, shown and hidden, in the ways that drawing programs make them."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.appendix_files import pdf, saved

SHOWN = "Kortet er åbent"
HIDDEN = ("Skjult i laget", "Skjult i formularen", "Skjult ved regel", "Skjult note", "Lagets navn")


def layered() -> bytes:
    """Return a page whose hidden layers hold `HIDDEN`, and on which `SHOWN` shows."""
    document = pikepdf.open(io.BytesIO(pdf()))

    def layer(name: str) -> Any:  # noqa: ANN401
        return document.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))

    off, on = layer("Lagets navn"), layer("Grundkort")
    by_rule = document.make_indirect(
        Dictionary(Type=Name.OCMD, VE=Array([Name.Not, Array([Name.Or, on, off])]))
    )
    document.Root.OCProperties = Dictionary(
        OCGs=Array([off, on]), D=Dictionary(ON=Array([on]), OFF=Array([off]))
    )
    page: Any = document.pages[0].obj
    fonts = Dictionary(
        F1=document.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
        )
    )
    form = document.make_stream(_words("Skjult i formularen", 500))
    form.Type, form.Subtype, form.OC = Name.XObject, Name.Form, off
    form.BBox, form.Resources = Array([0, 0, 595, 842]), Dictionary(Font=fonts)
    page.Resources = Dictionary(
        Font=fonts,
        XObject=Dictionary(Fx=form),
        Properties=Dictionary(Off=off, On=on, Rule=by_rule),
    )
    inside = b"BT /F1 12 Tf 80 300 Td ("
    page.Contents = document.make_stream(
        b"/OC /On BDC 0.2 0.4 0.6 rg " + _words(SHOWN, 700) + b" EMC "
        b"/OC /Off BDC q 1 0 0 rg 60 600 200 40 re f /OC /On BDC "
        + _words("Skjult i laget", 610)
        + b" EMC Q EMC /OC /Rule BDC "
        + inside
        + b"Skjult ved regel) Tj ET EMC /Fx Do "
        + _words("Til sidst", 100)
    )
    page.Annots = Array(
        [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([60, 60, 90, 90]),
                OC=off,
                A=Dictionary(S=Name.URI, URI=String("https://kl.dk/Skjult note")),
            )
        ]
    )
    return saved(document)


def _words(words: str, height: int) -> bytes:
    return f"BT /F1 12 Tf 80 {height} Td ({words}) Tj ET".encode("latin-1")
