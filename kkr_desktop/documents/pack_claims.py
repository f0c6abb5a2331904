"""What a pack may say of itself: PDF/UA and PDF/A only where every part of it says so too."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import re
from typing import Any

import pikepdf
from pikepdf import Name

# As an element, which may declare its prefix itself, or as an attribute.
_PART = re.compile(rb"<pdfaid:part\b[^>]*>\s*(\d)\s*<|pdfaid:part=[\"'](\d)[\"']")
_LEVEL = re.compile(rb"<pdfaid:conformance\b[^>]*>\s*(\w)\s*<|pdfaid:conformance=[\"'](\w)[\"']")
_UNIVERSAL = re.compile(rb"<pdfuaid:part\b[^>]*>\s*1\s*<|pdfuaid:part=[\"']1[\"']")
_ARCHIVE_LINES = re.compile(rb"<pdfaid:(part|conformance)>\w</pdfaid:(part|conformance)>\n")
_UNIVERSAL_LINE = re.compile(rb"<pdfuaid:part>1</pdfuaid:part>\n")


def claim_what_holds(document: pikepdf.Pdf, sources: list[pikepdf.Pdf]) -> list[bool]:
    """Take back what the typeset frame says and an appendix does not.

    Return for each appendix whether it can be kept for ever as it is (PDF/A).
    """
    told = [_description(source) for source in sources]
    metadata: Any = document.Root.Metadata
    own: bytes = metadata.read_bytes()
    if not all(_UNIVERSAL.search(words) for words in told):
        own = _UNIVERSAL_LINE.sub(b"", own)
    levels = [_archive_level(words, source) for words, source in zip(told, sources, strict=True)]
    if "" in levels:
        own = _ARCHIVE_LINES.sub(b"", own)
    elif set(levels) - {"A"}:
        own = own.replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")
    metadata.write(own)
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    return [bool(level) for level in levels]


def _description(source: pikepdf.Pdf) -> bytes:
    metadata: Any = source.Root.get(Name.Metadata)
    return metadata.read_bytes() if isinstance(metadata, pikepdf.Stream) else b""


def _archive_level(words: bytes, source: pikepdf.Pdf) -> str:
    """Return "A" or "B" for a file that says it is PDF/A-1 or -2 in RGB, and "" for others."""
    part, level = _PART.search(words), _LEVEL.search(words)
    if part is None or level is None or (part[1] or part[2]) not in {b"1", b"2"}:
        return ""
    for intent in source.Root.get(Name.OutputIntents, []):
        if int(intent.get(Name.DestOutputProfile, {}).get(Name.N, 0)) != 3:
            return ""
    of_second_part = (part[1] or part[2]) == b"2"
    return "A" if of_second_part and (level[1] or level[2]).upper() == b"A" else "B"
