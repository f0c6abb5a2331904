"""Makes the pages of an appendix fit for the public: nothing stays that does not show on them."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from kkr_desktop.documents.layers import flatten_layers

_TELLING = (Name.Metadata, Name.PieceInfo, Name.LastModified, Name.Thumb)
_START, _SCAN, _END = 0xD8, 0xDA, 0xD9
_DESCRIBING = frozenset({0xE1, 0xED, 0xFE})
"""The parts of a JPEG that tell of it: Exif and XMP, Photoshop's own, comments."""


def clean_for_the_public(document: pikepdf.Pdf) -> None:
    """Take out hidden layers, descriptions, and what a camera or a drawing program left behind.

    The document's own description stays: a pack does not take it over, and its claims are read.
    """
    flatten_layers(document)
    described: Any = document.Root.get(Name.Metadata)
    own = described.objgen if described is not None else None
    for entry in document.objects:
        if not isinstance(entry, (Dictionary, pikepdf.Stream)):
            continue
        for name in _TELLING:
            found: Any = entry.get(name)
            if found is not None and getattr(found, "objgen", None) != own:
                del entry[name]
        if isinstance(entry, pikepdf.Stream) and entry.get(Name.Filter) == Name.DCTDecode:
            _clean_photo(entry)


def _clean_photo(stream: Any) -> None:  # noqa: ANN401
    data: bytes = stream.read_raw_bytes()
    cleaned = without_description(data)
    if cleaned != data:
        parameters = stream.get(Name.DecodeParms)
        stream.write(cleaned, filter=Name.DCTDecode, decode_parms=parameters)


def without_description(photo: bytes) -> bytes:
    """Return a JPEG without where, when and by whom it was taken; the picture is the same."""
    parts = list(_parts(photo))
    return b"".join(part for kind, part in parts if kind not in _DESCRIBING)


def _parts(photo: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marked parts of a JPEG; all from the first scan on is one (ITU-T T.81, B.1)."""
    place = 0
    while place + 4 <= len(photo) and photo[place] == 0xFF:
        kind = photo[place + 1]
        if kind == _START:
            yield kind, photo[place : place + 2]
            place += 2
            continue
        if kind in {_SCAN, _END}:
            break
        after = place + 2 + int.from_bytes(photo[place + 2 : place + 4], "big")
        yield kind, photo[place:after]
        place = after
    yield 0, photo[place:]
