"""What other programs write comes through intake and into every kind of pack as it looks."""

# pikepdf and pypdfium2 are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from kkr_desktop.documents.appendix_pages import write_appendix_pages
from kkr_desktop.documents.intake.pdf_file import take_in_pdf
from kkr_desktop.documents.pack_frame import typeset_frame
from kkr_desktop.documents.pack_merge import write_pack
from tests.documents.test_greyscale import is_grey, no_step
from tests.documents.test_pack import pack
from tests.pdf_reading import pdfium, texts_of

SAMPLES = Path(__file__).parent.parent / "data" / "producers"
FILES = sorted(SAMPLES.rglob("*.pdf"))


def drawn(pdf: Path) -> list[Image.Image]:
    with pdfium(pdf) as document:
        return [page.render(scale=0.7).to_pil().convert("RGB") for page in document]


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_pages_look_the_same_in_every_form(path: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken.pdf"
    report = take_in_pdf(path, taken)
    pages = drawn(taken)
    assert len(pages) == report.pages
    for before, after in zip(drawn(path), pages, strict=True):
        assert difference(before, after) < 0.5
    public, grey = tmp_path / "public.pdf", tmp_path / "grey.pdf"
    write_appendix_pages(taken, public, no_step, is_public=True, is_grey=False)
    write_appendix_pages(taken, grey, no_step, is_public=False, is_grey=True)
    for before, cleaned, greyed in zip(pages, drawn(public), drawn(grey), strict=True):
        assert difference(before, cleaned) < 0.5
        assert is_grey(greyed)
        assert difference(before.convert("L"), greyed.convert("L")) < 3


def test_all_of_them_come_into_one_pack(tmp_path: Path) -> None:
    data: dict[str, bytes] = {}
    for number, path in enumerate(FILES):
        take_in_pdf(path, tmp_path / "taken.pdf")
        data[f"1.1-{number}"] = (tmp_path / "taken.pdf").read_bytes()
    content = pack(tmp_path, data)
    target = tmp_path / "pakke.pdf"
    made = write_pack(content, typeset_frame(content), target, no_step)
    texts = texts_of(target)
    assert len(texts) == made.pages
    for row in content.appendices:
        (first,) = (at for at, text in enumerate(texts) if f"{row.label} · side 1 af" in text)
        for number in range(row.pages):
            assert f"{row.label} · side {number + 1} af" in texts[first + number]
    with pikepdf.open(target) as document:
        assert document.check_pdf_syntax() == []
