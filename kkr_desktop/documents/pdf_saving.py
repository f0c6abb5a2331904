"""Writes a PDF that was put together from others."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream


def save(
    document: pikepdf.Pdf,
    target: Path | BinaryIO,
    encryption: pikepdf.Encryption | None = None,
) -> None:
    """Write a document; the same one gives the same bytes, unless it is encrypted."""
    _name_single_filters(document)
    tell_size(document)
    document.save(
        target,
        deterministic_id=encryption is None,
        encryption=encryption,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )


def tell_size(document: pikepdf.Pdf) -> None:
    """See to it that the file will say how many objects it has.

    A damaged one that was mended may lack it; qpdf writes the right number, but only in place
    of one, and without it a file with packed objects cannot be opened.
    """
    document.trailer.Size = 0


def _name_single_filters(document: pikepdf.Pdf) -> None:
    """Write a list of one filter as that filter.

    It means the same, but qpdf leaves only a stream with the latter as it is: to unpack and
    pack all streams of a file costs several times what writing it does.
    """
    for entry in document.objects:
        if not isinstance(entry, Stream):
            continue
        stream: Any = entry
        filters = stream.get(Name.Filter)
        if not isinstance(filters, Array) or len(filters) != 1:
            continue
        stream.Filter = filters[0]
        parameters = stream.get(Name.DecodeParms)
        if isinstance(parameters, Array):
            only = parameters[0] if len(parameters) else None
            if isinstance(only, Dictionary):
                stream.DecodeParms = only
            else:
                del stream.DecodeParms
