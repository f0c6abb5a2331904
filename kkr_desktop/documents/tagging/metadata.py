"""What the file says of itself: PDF/A-2a and PDF/UA-1 in its XMP, and its colours.

Sources: ISO 19005-2, 6.6 (metadata) and 6.2.3 (output intent); ISO 14289-1, 5
(version and conformance), whose schema PDF/A wants described in the file.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false, reportPrivateUsage=false
# pyright: reportUnknownArgumentType=false

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from kkr_desktop.resource_files import resource

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<pdf:Producer>{program}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_TITLE = re.compile(rb'(?<=<dc:title><rdf:Alt><rdf:li xml:lang="x-default">)[^<]*')


@dataclass(frozen=True, slots=True)
class Description:
    """What is told of a document, in its XMP and word for word in its information dictionary."""

    title: str
    author: str
    subject: str
    language: str
    program: str
    moment: datetime


def describe(document: Any, description: Description) -> None:  # noqa: ANN401
    """Put XMP, information and output intent into ReportLab's document."""
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Lang = PDFString(description.language)
    catalog.Metadata = _Metadata(_xmp(description))
    catalog.OutputIntents = PDFArray([_output_intent(document)])


class _Metadata(PDFObject):
    """The XMP, as it is: every program must be able to find it (ISO 19005-2, 6.6.2.1)."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        """Return its source."""
        head = f"<< /Type /Metadata /Subtype /XML /Length {len(self._content)} >>\nstream\n"
        return head.encode("ascii") + self._content + b"\nendstream\n"


def retitled(xmp: bytes, title: str) -> bytes:
    """Return the XMP that `describe` made with another title."""
    return _TITLE.sub(lambda _old: escape(title).encode(), xmp)


def _xmp(description: Description) -> bytes:
    moment = description.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _XMP.format(
        title=escape(description.title),
        author=escape(description.author),
        subject=escape(description.subject),
        language=description.language,
        program=escape(description.program),
        moment=moment,
    ).encode()


def _output_intent(document: Any) -> PDFDictionary:  # noqa: ANN401
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    return resource("colours", "sRGB.icc").read_bytes()
