"""Black and white pages look as they did, in grey, and their words are words still."""

# pikepdf and pypdfium2 are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageStat
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kkr_desktop.documents.greyscale import write_greyscale
from tests.appendix_files import saved
from tests.pdf_reading import pdfium, words_of


def no_step(_done: int, _total: int) -> None:
    pass


def drawn(pdf: bytes) -> Image.Image:
    with pdfium(pdf) as document:
        return document[0].render(scale=1).to_pil().convert("RGB")


def is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return all(
        ImageStat.Stat(ImageChops.difference(red, other)).extrema[0][1] <= 2  # pyright: ignore[reportIndexIssue]
        for other in (green, blue)
    )


def colourful(kind: str) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setFillColorRGB(0.9, 0.1, 0.1)
    canvas.rect(60, 600, 200, 80, fill=1)
    canvas.setStrokeColorCMYK(1, 0, 0.5, 0.1)
    canvas.setLineWidth(6)
    canvas.line(60, 500, 300, 560)
    canvas.setFillColorRGB(0, 0, 0.6)
    canvas.drawString(60, 400, "Kommunekvoter i farver")
    photo = Image.linear_gradient("L").resize((80, 60))
    picture = Image.merge("RGB", (photo, photo.rotate(90).resize((80, 60)), photo))
    if kind == "jpeg":
        coded = io.BytesIO()
        picture.save(coded, "JPEG")
        coded.seek(0)
        canvas.drawImage(ImageReader(coded), 60, 200, 160, 120)
    else:
        canvas.drawImage(ImageReader(picture), 60, 200, 160, 120)
    if kind == "shading":
        canvas.linearGradient(300, 300, 500, 500, ((1, 0, 0), (0, 0, 1)))
    canvas.save()
    return target.getvalue()


def in_grey(pdf: bytes, folder: Path) -> tuple[bytes, tuple[int, ...]]:
    (folder / "farver.pdf").write_bytes(pdf)
    pictures = write_greyscale(folder / "farver.pdf", folder / "grå.pdf", no_step)
    return (folder / "grå.pdf").read_bytes(), pictures


@pytest.mark.parametrize("kind", ["jpeg", "flate"])
def test_colours_are_written_as_grey_and_the_words_stay(kind: str, tmp_path: Path) -> None:
    before = colourful(kind)
    after, pictures = in_grey(before, tmp_path)
    assert pictures == ()
    assert not is_grey(drawn(before))
    assert is_grey(drawn(after))
    wanted = drawn(before).convert("L")
    difference = ImageChops.difference(wanted, drawn(after).convert("L"))
    assert ImageStat.Stat(difference).mean[0] < 1.5
    assert "Kommunekvoter i farver" in words_of(after)
    assert in_grey(before, tmp_path)[0] == after


def test_what_cannot_be_written_anew_becomes_a_picture_and_is_told_of(tmp_path: Path) -> None:
    before = colourful("shading")
    after, pictures = in_grey(before, tmp_path)
    assert pictures == (1,)
    assert is_grey(drawn(after))
    difference = ImageChops.difference(drawn(before).convert("L"), drawn(after).convert("L"))
    assert ImageStat.Stat(difference).mean[0] < 3


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_that_became_a_picture_stands_as_before(turned: int, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(colourful("shading"))) as document:
        document.pages[0].rotate(turned, relative=False)
        before = saved(document)
    after, pictures = in_grey(before, tmp_path)
    assert pictures == (1,)
    difference = ImageChops.difference(drawn(before).convert("L"), drawn(after).convert("L"))
    assert ImageStat.Stat(difference).mean[0] < 3


def test_named_colour_spaces_and_forms_are_followed(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(colourful("flate"))) as document:
        page: Any = document.pages[0].obj
        profile = document.make_stream(b"", N=3, Alternate=Name.DeviceRGB)
        form = document.make_stream(b"/Farve cs 0 0.8 0.2 scn 10 10 40 40 re f")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, 60, 60])
        form.Resources = Dictionary(ColorSpace=Dictionary(Farve=Array([Name.ICCBased, profile])))
        page.Resources.XObject.Fx = form
        page.Contents = document.make_stream(
            page.Contents.read_bytes() + b" q /Fx Do Q 1 0 0 1 k 300 300 50 50 re f"
        )
        before = saved(document)
    after, pictures = in_grey(before, tmp_path)
    assert pictures == ()
    assert is_grey(drawn(after))
