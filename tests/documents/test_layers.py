"""What a hidden layer holds is gone; what shows is drawn as before."""

# pikepdf and pypdfium2 are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

import io

import pikepdf
from PIL import Image

from kkr_desktop.documents.layers import flatten_layers, has_layers
from kkr_desktop.documents.public_pages import without_description
from tests.appendix_files import pdf, photo_telling, saved
from tests.layered_files import HIDDEN, SHOWN, layered
from tests.pdf_reading import everything_in, pdfium, words_of


def flattened(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        assert flatten_layers(document)
        return saved(document)


def drawn(data: bytes) -> bytes:
    with pdfium(data) as document:
        return document[0].render(scale=1).to_pil().tobytes()


def test_what_hidden_layers_hold_is_gone_and_the_page_looks_as_before() -> None:
    before = layered()
    after = flattened(before)
    assert drawn(after) == drawn(before)
    assert SHOWN in words_of(after)
    whole = everything_in(after)
    for words in HIDDEN:
        assert words.encode("latin-1") in everything_in(before)
        assert words.encode("latin-1") not in whole
    with pikepdf.open(io.BytesIO(after)) as document:
        assert not has_layers(document)


def test_a_file_without_layers_is_left_as_it_is() -> None:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        before = document.pages[0].obj.Contents.read_bytes()
        assert not flatten_layers(document)
        assert document.pages[0].obj.Contents.read_bytes() == before


def test_a_photo_loses_where_and_when_it_was_taken_and_nothing_else() -> None:
    data = photo_telling("Taget hos borgmesteren")
    assert b"borgmesteren" in data
    cleaned = without_description(data)
    assert b"borgmesteren" not in cleaned
    assert b"intern" not in cleaned
    before, after = (Image.open(io.BytesIO(found)) for found in (data, cleaned))
    assert before.tobytes() == after.tobytes()
    assert without_description(b"ikke et billede") == b"ikke et billede"
