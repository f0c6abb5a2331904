"""Copies of a PDF that each bear a member's name, and open with that member's password if wanted.

The name stands small along the left edge of every page, from a form that all pages share, so
that making another copy costs little more than writing it.
"""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
import re
import secrets
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from kkr_desktop.documents.fonts import TEXT, register
from kkr_desktop.documents.pdf_saving import save
from kkr_desktop.documents.stamp_place import side_matrix

_NAME = Name("/KkrName")
_SIZE = 7.5
_LENGTH, _HEIGHT = 420.0, 12.0
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What cannot be taken for something else: no l, i, o, 0, 1."""

_ARCHIVE_LINES = re.compile(rb"<pdfaid:(part|conformance)>\w</pdfaid:(part|conformance)>\n?")


def new_password() -> str:
    """Return a password of four times four letters: about 79 bits of chance."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


class PersonalCopies:
    """An open PDF of which copies are written one after another."""

    def __init__(self, source: Path) -> None:
        register()
        self._document = pikepdf.open(source)
        self._form: Any = self._document.make_stream(b"")
        self._form.Type, self._form.Subtype = Name.XObject, Name.Form
        before, self._after = self._document.make_stream(b"q"), {}
        for page in self._document.pages:
            self._prepare(page, before)

    def _prepare(self, shown: pikepdf.Page, before: Any) -> None:  # noqa: ANN401
        """Let a page draw the form, after its own content."""
        page: Any = shown.obj
        placed = " ".join(f"{number:.3f}" for number in side_matrix(page, _LENGTH))
        code = f"Q /Artifact << /Type /Pagination >> BDC q {placed} cm {_NAME} Do Q EMC"
        contents: Any = page.get(Name.Contents, Array())
        own = list(contents) if isinstance(contents, Array) else [contents]
        end = self._after.setdefault(code, self._document.make_stream(code.encode("ascii")))
        page.Contents = Array([before, *own, end])
        own_resources: Any = shown.resources
        resources = Dictionary(own_resources)
        own_forms: Any = resources.get(Name.XObject, Dictionary())
        forms = Dictionary(own_forms)
        forms[_NAME] = self._form
        resources.XObject = forms
        page.Resources = resources

    def write(self, target: Path, name: str, password: str = "") -> None:
        """Write the copy of one member; with a password it is locked with AES-256."""
        with pikepdf.open(io.BytesIO(_typeset(f"Personligt eksemplar: {name}"))) as line:
            form: Any = self._document.copy_foreign(line.pages[0].as_form_xobject())
        self._form.write(form.read_bytes())
        self._form.Resources, self._form.BBox = form.Resources, form.BBox
        encryption = None
        if password:
            self._claim_no_archive()
            encryption = pikepdf.Encryption(owner=secrets.token_urlsafe(24), user=password, R=6)
        save(self._document, target, encryption)

    def _claim_no_archive(self) -> None:
        """Take back what PDF/A forbids with a password (ISO 19005-2, 6.1.3)."""
        metadata: Any = self._document.Root.get(Name.Metadata)
        if metadata is not None:
            metadata.write(_ARCHIVE_LINES.sub(b"", metadata.read_bytes()))
            metadata.Type, metadata.Subtype = Name.Metadata, Name.XML

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._document.close()


def _typeset(words: str) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(_LENGTH, _HEIGHT), invariant=1)
    canvas.setFont(TEXT, _SIZE)
    canvas.setFillGray(0.35)
    canvas.drawString(0, 3, words)
    canvas.save()
    return target.getvalue()
