"""Writes the file of a document, with all small objects packed into compressed streams.

ReportLab writes each object apart and as plain text. A tagged document has tens of thousands
of them, one for each element of its structure: packed (ISO 32000-1, 7.5.7 and 7.5.8) they take
a quarter of the room, and less time.
"""

# ReportLab's documents are not typed.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xc3\xa6\xc3\xb8\xc3\xa5\n"
_OBJECTS_IN_A_STREAM = 400
_END_OF_STREAM = b"endstream"
_FREE, _APART, _PACKED = 0, 1, 2
"""The kinds of entries of a cross-reference stream (ISO 32000-1, table 18)."""


def write_file(document: Any, tree: Any, elements: Iterable[bytes]) -> bytes:  # noqa: ANN401
    """Return the bytes of a ReportLab document.

    `tree` is the object among its own that is told last, when all numbers are known;
    `elements` are those of the structure, numbered from one after the document's last.
    """
    catalog, info = (document.Reference(each) for each in (document.Catalog, document.info))
    file = _File()
    number = 0
    # New objects may come up while others are formatted.
    while (number := number + 1) in document.numberToId:
        entry = document.idToObject[document.numberToId[number]]
        if entry is not tree:
            file.add(number, pdfdoc.format(entry, document, toplevel=1))
    tree.first_number = number
    for element in elements:
        file.pack(number, element)
        number += 1
    file.pack(document.idToObjectNumberAndVersion[tree.__InternalName__][0], tree.format(document))
    # What ReportLab says of itself in a comment after the identity is left out.
    identity = document.ID().split(b"\n%")[0]
    trailer = b"/Root %b /Info %b /ID %b" % (
        catalog.format(document),
        info.format(document),
        identity.strip(),
    )
    return file.end(number, trailer)


class _File:
    """A file in the making: where each object stands, and what waits to be packed."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 0xFFFF)}
        self._waiting: list[tuple[int, bytes]] = []

    def add(self, number: int, source: bytes) -> None:
        """Add an object: a stream stands apart, all others are packed."""
        if source.rstrip().endswith(_END_OF_STREAM):
            self._write(number, source)
        else:
            self.pack(number, source)

    def pack(self, number: int, source: bytes) -> None:
        """Add an object that is no stream."""
        self._waiting.append((number, source))

    def _write(self, number: int, source: bytes) -> None:
        self._places[number] = _APART, self._length, 0
        whole = b"%d 0 obj\n%b\nendobj\n" % (number, source.rstrip(b"\n"))
        self._parts.append(whole)
        self._length += len(whole)

    def end(self, next_number: int, trailer: bytes) -> bytes:
        """Return the file. `next_number` is one above the last that an object has."""
        for begin in range(0, len(self._waiting), _OBJECTS_IN_A_STREAM):
            self._write_packed(next_number, self._waiting[begin : begin + _OBJECTS_IN_A_STREAM])
            next_number += 1
        start = self._length
        self._places[next_number] = _APART, start, 0
        entries = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, place, index in map(self._places.__getitem__, range(next_number + 1))
        )
        about = b"/Type /XRef /W [1 4 2] /Size %d %b" % (next_number + 1, trailer)
        self._write(next_number, _stream(about, entries))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _write_packed(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        places: list[bytes] = []
        offset = 0
        for index, (inner, source) in enumerate(objects):
            self._places[inner] = _PACKED, number, index
            places.append(b"%d %d" % (inner, offset))
            offset += len(source) + 1
        head = b" ".join(places) + b"\n"
        about = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head))
        body = b"\n".join(source for _, source in objects)
        self._write(number, _stream(about, head + body))


def _stream(about: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data)
    # After a carriage return a line feed alone would be taken for a part of it.
    line_end = b"\r\n" if packed.endswith(b"\r") else b"\n"
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b%bendstream" % (
        about,
        len(packed),
        packed,
        line_end,
    )
