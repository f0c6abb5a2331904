"""The pack opened again: every link, bookmark and page number leads to the right page."""

# pikepdf, outloud and pypdfium2 are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf
from pikepdf import Array, Dictionary, Name

from kkr_desktop.documents.booklet import booklet_order, write_booklet
from kkr_desktop.documents.content import SectionContent
from kkr_desktop.documents.pack import PackAppendix, PackContent, PackItem, PackParts
from kkr_desktop.documents.pack_frame import typeset_frame
from kkr_desktop.documents.pack_merge import write_pack
from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.richtext import from_plain_text
from tests import appendix_files
from tests.documents.test_accessible_documents import judge
from tests.documents.test_agenda_pdf import agenda, item
from tests.pdf_reading import pdfium, texts_of


def note(words: int) -> bytes:
    return render_text_document(
        "Notat",
        from_plain_text("Ord " * words),
        document_uid="uid",
        dated=datetime(2026, 11, 24, 9, tzinfo=UTC),
    )


def of_many_kinds() -> dict[str, bytes]:
    return {
        "1.1-note": note(900),
        "1.1-reportlab": appendix_files.pdf(pages=3),
        "2.1-a3": appendix_files.pdf(pages=2, size=(1191, 842)),
        "2.1-turned": appendix_files.pdf(rotate=90),
        "2.1-mupdf": appendix_files.by_pymupdf(),
    }


def pack(folder: Path, files: dict[str, bytes], **choices: Any) -> PackContent:  # noqa: ANN401
    found: dict[str, list[PackAppendix]] = {}
    for key, data in files.items():
        path = folder / f"{key}.pdf"
        path.write_bytes(data)
        with pikepdf.open(io.BytesIO(data)) as document:
            pages = len(document.pages)
        number, name = key.split("-")
        rows = found.setdefault(number, [])
        label = f"Bilag {number}.{len(rows) + 1}"
        rows.append(PackAppendix(key, number, label, f"Titel {name}", pages, path, ""))
    sections = tuple(
        SectionContent(number[0], "Sager", (item(number, f"Sag {number}", from_plain_text("Nu")),))
        for number in ("1.1", "2.1")
    )
    items = tuple(
        PackItem(f"uid-{number}", number, f"Sag {number}", tuple(rows))
        for number, rows in found.items()
    )
    return PackContent(agenda(*sections), items, **choices)


def written(content: PackContent, path: Path) -> Path:
    steps: list[tuple[int, int]] = []
    frame = typeset_frame(content)
    write_pack(content, frame, path, lambda done, total: steps.append((done, total)))
    assert [done for done, _ in steps] == list(range(1, len(content.appendices) + 1))
    return path


def places_of(document: pikepdf.Pdf) -> dict[Any, int]:
    return {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}


def bookmarks(document: pikepdf.Pdf) -> Iterator[tuple[int, str, int]]:
    """Yield level, title and page of each bookmark."""
    places = places_of(document)

    def walk(entries: Any, level: int) -> Iterator[tuple[int, str, int]]:  # noqa: ANN401
        for entry in entries:
            yield level, str(entry.title), places[entry.destination[0].objgen]
            yield from walk(entry.children, level + 1)

    with document.open_outline() as outline:
        yield from list(walk(outline.root, 0))


CHOICES: list[dict[str, Any]] = [
    {},
    {"dividers": False},
    {"right_hand_starts": True},
    {"parts": PackParts.APPENDICES},
    {"parts": PackParts.APPENDICES, "dividers": False, "right_hand_starts": True},
]


@pytest.mark.parametrize("choices", CHOICES)
def test_every_page_number_link_and_bookmark_leads_to_the_right_page(
    tmp_path: Path, choices: dict[str, Any]
) -> None:
    content = pack(tmp_path, of_many_kinds(), **choices)
    path = written(content, tmp_path / "pack.pdf")
    texts = texts_of(path)
    first_pages: dict[str, int] = {}
    for place, text in enumerate(texts, start=1):
        numbers = re.findall(r"Side (\d+) af (\d+)", text)
        if text.strip():
            assert (str(place), str(len(texts))) in numbers
        said = re.search(r"Punkt (\S+) · (Bilag \S+) · side (\d+) af (\d+)", text)
        if said and said[3] == "1":
            first_pages[said[2]] = place
    assert list(first_pages) == [row.label for row in content.appendices]
    if content.right_hand_starts:
        assert all(page % 2 for page in first_pages.values())
    with pikepdf.open(path) as document:
        marks = {title: page for _, title, page in bookmarks(document)}
        for row in content.appendices:
            assert marks[f"{row.label} {row.title}"] == first_pages[row.label]
        places = places_of(document)
        linked: dict[str, int] = {}
        for number, page in enumerate(document.pages, start=1):
            for annotation in page.obj.get(Name.Annots, []):
                words, goal = str(annotation.Contents), places[annotation.Dest[0].objgen]
                if words == "Tilbage til indholdet":
                    assert (number in first_pages.values(), goal) == (True, 2)
                else:
                    linked[words] = goal
                    assert re.search(rf"\b{goal}\b", texts[number - 1])
        for row in content.appendices:
            assert linked[f"{row.label} {row.title}"] == first_pages[row.label]
        assert document.Root.PageLabels.Nums[1].S == Name.D


def test_the_bookmarks_are_a_tree_of_agenda_items_and_appendices(tmp_path: Path) -> None:
    path = written(pack(tmp_path, of_many_kinds()), tmp_path / "pack.pdf")
    with pikepdf.open(path) as document:
        tree = [(level, title) for level, title, _ in bookmarks(document)]
    assert tree[:5] == [
        (0, "1 Sager"),
        (1, "1.1 Sag 1.1"),
        (0, "2 Sager"),
        (1, "2.1 Sag 2.1"),
        (0, "Bilag"),
    ]
    assert tree[5:8] == [
        (1, "1.1 Sag 1.1"),
        (2, "Bilag 1.1.1 Titel note"),
        (2, "Bilag 1.1.2 Titel reportlab"),
    ]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    content = pack(tmp_path, of_many_kinds())
    first = written(content, tmp_path / "first.pdf").read_bytes()
    assert written(content, tmp_path / "second.pdf").read_bytes() == first


def test_a_pack_of_tagged_appendices_passes_both_judges(tmp_path: Path) -> None:
    files = {"1.1-a": note(900), "1.1-b": note(20), "2.1-c": note(300)}
    path = written(pack(tmp_path, files), tmp_path / "pack.pdf")
    assert judge(path.read_bytes(), tmp_path / "judged.pdf", {"conformance"}) == []


def test_a_pack_with_an_untagged_appendix_claims_nothing_and_can_still_be_read(
    tmp_path: Path,
) -> None:
    path = written(pack(tmp_path, of_many_kinds()), tmp_path / "pack.pdf")
    with pikepdf.open(path) as document:
        told = document.Root.Metadata.read_bytes()
        assert b"pdfuaid:part>" not in told
        assert b"pdfaid:" not in re.sub(rb"xmlns:pdfaid=\S+", b"", told)
        parents = document.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(parents[at]): parents[at + 1] for at in range(0, len(parents), 2)}
        for page in document.pages:
            assert int(page.obj.StructParents) in owners
    broken = {
        failure.rule_id
        for failure in validate_pdf(path, profile=ValidationProfile.PDF_UA_1).failures
    }
    assert not {rule for rule in broken if "STRUCT-PARENT" in rule}


def test_the_line_stands_where_there_is_room(tmp_path: Path) -> None:
    content = pack(tmp_path, {"1.1-a": appendix_files.pdf(pages=3)})
    (row,) = content.items[0].appendices
    edged = replace(content.items[0], appendices=(replace(row, free_edges="btn"),))
    path = written(replace(content, items=(edged,)), tmp_path / "pack.pdf")
    with pikepdf.open(path) as document, pdfium(path) as shown:
        heights: list[float] = []
        for page in list(shown)[-3:]:
            words = page.get_textpage()
            found = words.search("Punkt").get_next()
            assert found is not None
            heights.append(words.get_charbox(found[0])[1])
        boxes = [[float(edge) for edge in page.mediabox] for page in list(document.pages)[-3:]]
    bottom, top, below = heights
    assert bottom < 30
    assert top > 810
    assert below < 0
    assert boxes == [[0, 0, 595, 842], [0, 0, 595, 842], [0, -22, 595, 842]]


def test_pages_hold_nothing_that_only_this_program_knows(tmp_path: Path) -> None:
    path = written(pack(tmp_path, of_many_kinds()), tmp_path / "pack.pdf")
    with pikepdf.open(path) as document:
        keys = {key for page in document.pages for key in page.obj.keys()}  # noqa: SIM118
    assert not {key for key in keys if key.startswith("/Kkr")}


def test_a_pack_that_is_an_appendix_keeps_the_lines_of_its_own_pages(tmp_path: Path) -> None:
    inner = written(pack(tmp_path, {"1.1-a": appendix_files.pdf(pages=2)}), tmp_path / "inner.pdf")
    before = texts_of(inner)
    outer = pack(tmp_path, {"2.1-sidste": inner.read_bytes(), "2.1-b": appendix_files.pdf()})
    first, second = outer.items[0].appendices
    at_top = (replace(first, free_edges="t" * first.pages), second)
    outer = replace(outer, items=(replace(outer.items[0], appendices=at_top),))
    texts = texts_of(written(outer, tmp_path / "outer.pdf"))
    for number, text in enumerate(before, start=1):
        said = f"side {number} af {len(before)} · Side"
        (whole,) = (found for found in texts if "Bilag 2.1.1" in found and said in squeezed(found))
        assert set(text.split()) <= set(whole.split())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_streams_whose_one_filter_is_a_list_come_through_as_they_are(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(appendix_files.pdf(pages=2))) as document:
        for page in document.pages:
            contents: Any = page.obj.Contents
            contents.write(contents.read_bytes())
            packed = zlib.compress(contents.read_bytes())
            parameters = Array([Dictionary(Predictor=1)])
            contents.write(packed, filter=Array([Name.FlateDecode]), decode_parms=parameters)
        data = appendix_files.saved(document, compress_streams=False)
    path = written(pack(tmp_path, {"1.1-a": data}), tmp_path / "pack.pdf")
    assert [f"Bilagets side {at}" in text for at, text in enumerate(texts_of(path)[-2:], 1)] == [
        True,
        True,
    ]
    with pikepdf.open(path) as made:
        stored = [stream for stream in made.objects if isinstance(stream, pikepdf.Stream)]
        assert all(not isinstance(one.get(Name.Filter), Array) for one in stored)


def test_hidden_layers_stay_hidden(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(appendix_files.pdf())) as document:
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name="Intern"))
        page: Any = document.pages[0].obj
        page.Resources.Properties = Dictionary(L=layer)
        hidden = document.make_stream(b"/OC /L BDC 0 0 300 300 re f EMC")
        page.Contents = Array([page.Contents, hidden])
        document.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=pikepdf.Array([layer]))
        )
        data = appendix_files.saved(document)
    path = written(pack(tmp_path, {"1.1-a": data}), tmp_path / "pack.pdf")
    with pikepdf.open(path) as made:
        assert len(made.Root.OCProperties.D.OFF) == 1
    with pdfium(path) as shown:
        picture = shown[len(shown) - 1].render(scale=0.2).to_pil().convert("L")
    assert picture.getpixel((30, picture.height - 30)) == 255


def test_a_booklet_has_every_page_once_on_sheets_that_fold(tmp_path: Path) -> None:
    assert booklet_order(5) == [(None, 0), (1, None), (None, 2), (3, 4)]
    path = written(pack(tmp_path, of_many_kinds()), tmp_path / "pack.pdf")
    pages = len(texts_of(path))
    sides = write_booklet(path, tmp_path / "booklet.pdf")
    texts = texts_of(tmp_path / "booklet.pdf")
    assert sides == len(texts) == -(-pages // 4) * 2
    for number in range(1, pages + 1):
        assert sum(f"Side {number} af {pages}" in text for text in texts) == 1


def parts_of(element: Any) -> list[Any]:  # noqa: ANN401
    """Return the elements that hold an appendix, in reading order."""
    if Name.Part == element.S:
        return [element]
    kids = [kid for kid in element.get(Name.K, []) if isinstance(kid, pikepdf.Dictionary)]
    return [part for kid in kids if Name.S in kid for part in parts_of(kid)]


@pytest.mark.parametrize("spoil", ["kids", "parents", "marks"])
def test_an_appendix_with_a_broken_tree_comes_in_as_one_without(tmp_path: Path, spoil: str) -> None:
    with pikepdf.open(io.BytesIO(note(50))) as document:
        tree: Any = document.Root.StructTreeRoot
        if spoil == "kids":
            tree.K = Array([1, 2])
        elif spoil == "parents":
            tree.ParentTree = Array([7])
        else:
            document.Root.MarkInfo.Marked = False
        data = appendix_files.saved(document)
    path = written(pack(tmp_path, {"1.1-a": data, "2.1-b": note(30)}), tmp_path / "pack.pdf")
    with pikepdf.open(path) as made:
        first, second = parts_of(made.Root.StructTreeRoot.K)
        assert [str(kid.S) for kid in first.K] == ["/P", "/Link"]
        assert str(second.K[0].S) == "/Document"
