"""Makes a PDF black and white: its colours are written anew as grey, text stays text.

A page whose colours cannot be written anew (shadings, spot colours, rare kinds of picture)
is made a picture in the same place and told of. Grey is weighed as in Rec. 601 (luma).
"""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator
from PIL import Image

from kkr_desktop.documents.drawn_picture import drawn_in_grey
from kkr_desktop.documents.pdf_pages import PdfPages
from kkr_desktop.documents.pdf_saving import save

Step = Callable[[int, int], None]

PICTURES = Name("/KkrPictures")
"""Where a document's catalog keeps the numbers of the pages that became pictures."""

_COLOURED = re.compile(rb"(?<![\w/])(?:rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh|BI)(?!\w)")
_GREY_OPERATOR = {"rg": "g", "RG": "G", "k": "g", "K": "G"}
_DEVICE = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/DeviceCMYK": 4}
_DEEPEST = 20
_PICTURE_WIDTH = 1654
_PHOTO_QUALITY = 88
_UNIVERSAL_LINE = re.compile(rb"<pdfuaid:part>1</pdfuaid:part>\n?")


class CannotRewrite(Exception):
    """A colour is of a kind that cannot be written as grey."""


_CANNOT_BE_DONE = (
    CannotRewrite,
    pikepdf.PikepdfError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What comes of content that is not as the standard asks for."""


def write_greyscale(source: Path, target: Path, step: Step) -> tuple[int, ...]:
    """Write a PDF in black and white; return the numbers of pages that became pictures.

    What `step` raises ends the work.
    """
    drawn = PdfPages(source)
    became_pictures: list[int] = []
    try:
        with pikepdf.open(source) as document:
            rewriting = _Rewriting(document)
            total = len(document.pages)
            for number, page in enumerate(document.pages):
                step(number, total)
                try:
                    rewriting.page(page)
                except _CANNOT_BE_DONE:
                    became_pictures.append(number + 1)
                    _make_picture(document, page, drawn, number)
            if became_pictures:
                _claim_less(document)
                document.Root[PICTURES] = Array(became_pictures)
            document.remove_unreferenced_resources()
            save(document, target)
    finally:
        drawn.close()
    return tuple(became_pictures)


class _Rewriting:
    """Goes through all content of a document, each stream and picture once."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._done: set[Any] = set()

    def page(self, page: pikepdf.Page) -> None:
        """Write a page anew; nothing of the page is changed when that cannot be done."""
        resources: Any = page.resources
        content = self._content(page.obj, resources)
        self._resources(resources, 0)
        for annotation in page.obj.get(Name.Annots, []):
            if Name.C in annotation:
                del annotation.C
        if content is not None:
            page.obj.Contents = self._document.make_stream(content)

    def _resources(self, resources: Any, depth: int) -> None:  # noqa: ANN401
        if depth > _DEEPEST:
            raise CannotRewrite
        for form in resources.get(Name.XObject, Dictionary()).values():
            if form.objgen in self._done:
                continue
            if form.get(Name.Subtype) == Name.Image:
                _grey_picture(form)
            else:
                self._stream(form, depth)
            self._done.add(form.objgen)
        for pattern in resources.get(Name.Pattern, Dictionary()).values():
            if not isinstance(pattern, pikepdf.Stream):
                raise CannotRewrite
            if pattern.objgen not in self._done:
                self._stream(pattern, depth)
                self._done.add(pattern.objgen)

    def _stream(self, form: Any, depth: int) -> None:  # noqa: ANN401
        resources: Any = form.get(Name.Resources, Dictionary())
        content = self._content(form, resources)
        self._resources(resources, depth + 1)
        if content is not None:
            form.write(content)

    def _content(self, holder: Any, resources: Any) -> bytes | None:  # noqa: ANN401
        """Return content with grey in place of colours; None when there is no colour in it."""
        if not _COLOURED.search(_raw(holder)):
            return None
        kept: list[Any] = []
        spaces = _Spaces(resources)
        for instruction in pikepdf.parse_content_stream(holder):
            found = spaces.follow(instruction)
            if found is not None:
                kept.append(found)
        return pikepdf.unparse_content_stream(kept)


def _raw(holder: Any) -> bytes:  # noqa: ANN401
    """Return the bytes of a page's or a form's content."""
    if isinstance(holder, pikepdf.Stream):
        return holder.read_bytes()
    contents: Any = holder.get(Name.Contents)
    if contents is None:
        return b""
    streams = [contents] if isinstance(contents, pikepdf.Stream) else list(contents)
    return b"\n".join(stream.read_bytes() for stream in streams)


class _Spaces:
    """The colour spaces that content is in, filling and stroking, as it goes on."""

    def __init__(self, resources: Any) -> None:  # noqa: ANN401
        self._named: Any = resources.get(Name.ColorSpace, Dictionary())
        self._now = {"s": 1, "S": 1}
        self._kept: list[dict[str, int]] = []

    def follow(self, instruction: Any) -> Any:  # noqa: ANN401
        """Return an instruction in grey; None for one that says nothing any more."""
        operator = str(instruction.operator)
        if operator in {"sh", "INLINE IMAGE"} or isinstance(
            instruction, pikepdf.ContentStreamInlineImage
        ):
            raise CannotRewrite
        if operator == "q":
            self._kept.append(dict(self._now))
        elif operator == "Q" and self._kept:
            self._now = self._kept.pop()
        elif operator in _GREY_OPERATOR:
            return _grey(list(instruction.operands), _GREY_OPERATOR[operator])
        elif operator in {"g", "G"}:
            self._now["s" if operator == "g" else "S"] = 1
        elif operator in {"cs", "CS"}:
            return self._enter(instruction, "s" if operator == "cs" else "S")
        elif operator in {"sc", "scn", "SC", "SCN"}:
            return self._colour(instruction, operator[0])
        return instruction

    def _enter(self, instruction: Any, which: str) -> Any:  # noqa: ANN401
        name = instruction.operands[0]
        if name == Name.Pattern:
            self._now[which] = 0
            return instruction
        self._now[which] = components(self._named.get(name, name))
        return ContentStreamInstruction([0], Operator("g" if which == "s" else "G"))

    def _colour(self, instruction: Any, which: str) -> Any:  # noqa: ANN401
        operands = list(instruction.operands)
        if self._now[which] == 0:
            if len(operands) > 1:
                raise CannotRewrite
            return instruction
        if len(operands) != self._now[which]:
            raise CannotRewrite
        return _grey(operands, "g" if which == "s" else "G")


def components(space: Any) -> int:  # noqa: ANN401
    """Return how many components a colour space has: 1 grey, 3 RGB, 4 CMYK.

    Raises CannotRewrite for any other kind.
    """
    if isinstance(space, Name):
        found = _DEVICE.get(str(space), 0)
    else:
        kind = str(space[0])
        found = int(space[1].N) if kind == "/ICCBased" else _DEVICE.get(kind, 0)
    if found not in {1, 3, 4}:
        raise CannotRewrite
    return found


def _grey(operands: list[Any], operator: str) -> ContentStreamInstruction:
    values = [min(max(float(value), 0.0), 1.0) for value in operands]
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        values = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
    luma = values[0]
    if len(values) == 3:
        luma = 0.299 * values[0] + 0.587 * values[1] + 0.114 * values[2]
    return ContentStreamInstruction([round(luma, 4)], Operator(operator))


def _grey_picture(image: Any) -> None:  # noqa: ANN401
    """Write a picture anew in grey; a mask and what is grey already stay as they are."""
    if bool(image.get(Name.ImageMask, False)):
        return
    space: Any = image.get(Name.ColorSpace)
    if space is not None and _is_grey(space):
        return
    if Name.Mask in image and not isinstance(image.Mask, pikepdf.Stream):
        raise CannotRewrite
    was_photo = image.get(Name.Filter) == Name.DCTDecode
    picture = _read_in_grey(image, space) or drawn_in_grey(image)
    if picture is None:
        raise CannotRewrite
    if was_photo:
        coded = io.BytesIO()
        picture.save(coded, "JPEG", quality=_PHOTO_QUALITY)
        image.write(coded.getvalue(), filter=Name.DCTDecode)
    else:
        image.write(zlib.compress(picture.tobytes(), 6), filter=Name.FlateDecode)
    image.Width, image.Height = picture.size
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    for key in (Name.Decode, Name.DecodeParms, Name.Intent, Name.SMaskInData):
        if key in image:
            del image[key]


def _read_in_grey(image: Any, space: Any) -> Image.Image | None:  # noqa: ANN401
    """Return a picture in plain red, green and blue as grey; None for any other.

    Only in these do a picture's numbers mean the same to all who read them.
    """
    is_plain = space is not None and image.get(Name.BitsPerComponent) == 8
    if not is_plain or Name.Decode in image:
        return None
    try:
        if components(space) != 3:
            return None
        read: Image.Image = pikepdf.PdfImage(image).as_pil_image()
    except (CannotRewrite, pikepdf.PikepdfError, NotImplementedError, OSError, AttributeError):
        return None
    return read.convert("L") if read.mode == "RGB" else None


def _is_grey(space: Any) -> bool:  # noqa: ANN401
    try:
        return components(space) == 1
    except CannotRewrite:
        return False


def _make_picture(document: pikepdf.Pdf, page: pikepdf.Page, drawn: PdfPages, at: int) -> None:
    """Put a picture of a page in place of what it draws; its links stay."""
    across, down = drawn.sizes[at]
    size = _PICTURE_WIDTH, round(_PICTURE_WIDTH * down / across)
    turned = int(page.obj.get(Name.Rotate, 0)) % 360
    found = drawn.strip(at, size, 0, size[1], is_turned=False, is_grey=True)
    if found is None:
        raise CannotRewrite
    rows = Image.frombytes("L", (found.width, found.height), found.data, "raw", "L", found.stride)
    upright = rows.rotate(turned, expand=True)
    image: Any = document.make_stream(b"")
    image.write(zlib.compress(upright.tobytes(), 6), filter=Name.FlateDecode)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = upright.size
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    left, bottom, right, top = (float(edge) for edge in page.cropbox)  # pyright: ignore[reportArgumentType]
    box = f"{right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f}"
    page.obj.Contents = document.make_stream(f"/Artifact BMC q {box} cm /Im Do Q EMC".encode())
    page.obj.Resources = Dictionary(XObject=Dictionary(Im=image))
    for key in (Name.Group, Name.StructParents):
        if key in page.obj:
            del page.obj[key]


def _claim_less(document: pikepdf.Pdf) -> None:
    """Say no longer that every page can be read aloud: some are pictures."""
    metadata: Any = document.Root.get(Name.Metadata)
    if metadata is not None:
        own = _UNIVERSAL_LINE.sub(b"", metadata.read_bytes())
        metadata.write(own.replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<"))
        metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
