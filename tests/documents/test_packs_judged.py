"""Packs in black and white, for the public, and for each member: two judges find nothing wrong."""

# pikepdf, outloud and page are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import outloud
import pikepdf
import pytest
from page import ValidationProfile, validate_pdf
from PIL import Image

from kkr_desktop.documents.intake.kinds import FileKind
from kkr_desktop.documents.intake.worker import take_in
from kkr_desktop.documents.pack_merge import MadePack
from kkr_desktop.documents.personal_copies import PersonalCopies
from kkr_desktop.model.richtext import (
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    rich_text,
)
from kkr_desktop.services.pack_building import PackBuilding
from kkr_desktop.storage.prepared_files import PreparedFiles
from tests import appendix_files
from tests.documents.test_accessible_documents import judge, note
from tests.documents.test_files_of_producers import SAMPLES
from tests.documents.test_greyscale import colourful
from tests.documents.test_pack import pack
from tests.pdf_reading import texts_of


def photo(kind: str) -> bytes:
    target = io.BytesIO()
    ramp = Image.linear_gradient("L").resize((90, 60))
    Image.merge("RGB", (ramp, ramp.rotate(180), ramp)).save(target, kind)
    return target.getvalue()


def with_all_kinds_of_text() -> RichText:
    cells = tuple((Cell((Paragraph((Run(f"Celle {row}"),)),)),) * 2 for row in range(3))
    return rich_text(
        [
            Heading(2, (Run("Baggrund"),)),
            Paragraph((Run("KL skriver om "), Run("kvoter", link="https://www.kl.dk/kvoter"))),
            ListItem(ListKind.NUMBERED, 0, (Run("Første"),)),
            ListItem(ListKind.NUMBERED, 0, (Run("Anden"),)),
            Table(cells),
            Picture(photo("PNG"), "Et forløb fra grønt til rødt"),
            Picture(photo("JPEG"), "Et billede af en bro", (Run("Broen"),), 50),
        ]
    )


_WORD = "abcd-efgh"
Build = Callable[..., tuple[Path, MadePack]]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return what builds a pack of three tagged appendices, and more if there are."""
    files = {f"1.1-{name}": note(with_all_kinds_of_text()) for name in "ab"}
    files["2.1-c"] = note(with_all_kinds_of_text())

    def built(
        *, is_public: bool = False, is_grey: bool = False, **more: bytes
    ) -> tuple[Path, MadePack]:
        content = pack(tmp_path, files | {f"2.1-{name}": data for name, data in more.items()})
        prepared = PreparedFiles(tmp_path / "-".join(["prepared", *more]))
        building = PackBuilding(prepared, tmp_path, is_public=is_public, is_grey=is_grey)
        path = tmp_path / "pakke.pdf"
        return path, building.write(content, path, lambda _done, _total: None, lambda _reuse: None)

    return built


@pytest.mark.parametrize(
    ("is_public", "is_grey"), [(False, False), (False, True), (True, False), (True, True)]
)
def test_every_kind_of_pack_of_tagged_appendices_passes_both_judges(
    build: Build, tmp_path: Path, *, is_public: bool, is_grey: bool
) -> None:
    path, made = build(is_public=is_public, is_grey=is_grey)
    assert made.pictures == made.untagged == made.not_archivable == ()
    assert judge(path.read_bytes(), tmp_path / "dømt.pdf", {"conformance"}) == []


def is_false_alarm(words: str, path: Path) -> bool:
    """Tell whether a judge takes the last byte of a stream for a part of the line end after it.

    That happens when it is a carriage return: to one stream in 256, whoever wrote it.
    """
    if "STREAM-LENGTH" not in words:
        return False
    with pikepdf.open(path) as document:
        streams = [entry for entry in document.objects if isinstance(entry, pikepdf.Stream)]
        return any(stream.read_raw_bytes().endswith(b"\r") for stream in streams)


@pytest.mark.parametrize("is_grey", [False, True])
def test_the_tags_of_other_programs_pass_in_a_pack_what_they_passed_alone(
    build: Build, tmp_path: Path, *, is_grey: bool
) -> None:
    path, made = build(is_grey=is_grey, typst=(SAMPLES / "typst-ua.pdf").read_bytes())
    assert made.untagged == made.not_archivable == made.pictures == ()
    found = judge(path.read_bytes(), tmp_path / "dømt.pdf", {"conformance"})
    assert [words for words in found if not is_false_alarm(words, path)] == []
    others = {
        name: (SAMPLES / f"{name}-ua.pdf").read_bytes() for name in ("weasyprint", "libreoffice")
    }
    path, made = build(is_grey=is_grey, **others)
    assert (made.untagged, made.not_archivable) == ((), ("Bilag 2.1.2",))
    assert validate_pdf(path, profile=ValidationProfile.PDF_UA_1).failures == []


@pytest.mark.parametrize("is_grey", [False, True])
def test_a_picture_among_the_appendices_leaves_a_pack_that_can_be_kept_for_ever(
    build: Build, tmp_path: Path, *, is_grey: bool
) -> None:
    taken: dict[str, bytes] = {}
    for kind in ("PNG", "JPEG"):
        source, target = tmp_path / f"kort.{kind}", tmp_path / f"{kind}.pdf"
        source.write_bytes(photo(kind))
        take_in(FileKind.PICTURE, source, target, "Kort over <Ærø> & omegn", "")
        assert validate_pdf(target, profile=ValidationProfile.PDF_A_2B).failures == []
        taken[kind] = target.read_bytes()
    path, made = build(is_grey=is_grey, **taken)
    assert made.untagged == made.not_archivable == made.pictures == ()
    with pikepdf.open(path) as document:
        told: Any = document.Root.Metadata
        assert b"<pdfaid:part>2<" in told.read_bytes()
    found = validate_pdf(path, profile=ValidationProfile.PDF_A_2B).failures
    assert [fail.message for fail in found if not is_false_alarm(fail.rule_id, path)] == []


def test_a_grey_pack_with_pages_that_became_pictures_does_not_claim_what_it_is_not(
    build: Build,
) -> None:
    path, made = build(is_grey=True, shading=colourful("shading"), plain=appendix_files.pdf())
    (page,) = made.pictures
    assert "Bilag 2.1.2 · side 1" in texts_of(path)[page - 1]
    with pikepdf.open(path) as document:
        told: Any = document.Root.Metadata
        assert b"pdfuaid:part>" not in told.read_bytes()
    wrong = {
        fail.rule_id for fail in validate_pdf(path, profile=ValidationProfile.PDF_UA_1).failures
    }
    assert not {rule for rule in wrong if "STRUCT-PARENT" in rule}


@pytest.mark.parametrize("is_grey", [False, True])
def test_a_personal_copy_passes_both_judges(build: Build, tmp_path: Path, *, is_grey: bool) -> None:
    path, _ = build(is_grey=is_grey)
    target = tmp_path / "Bo Ærø.pdf"
    with PersonalCopies(path) as copies:
        copies.write(tmp_path / "en anden.pdf", "Åse Øst")
        copies.write(target, "Bo Ærø")
    assert all("Personligt eksemplar: Bo Ærø" in text for text in texts_of(target))
    assert judge(target.read_bytes(), tmp_path / "dømt.pdf", {"conformance"}) == []


def test_a_personal_copy_with_a_password_is_read_aloud_and_claims_no_archive(
    build: Build, tmp_path: Path
) -> None:
    path, _ = build()
    locked, opened = tmp_path / "låst.pdf", tmp_path / "åbnet.pdf"
    with PersonalCopies(path) as copies:
        copies.write(locked, "Bo Ærø", _WORD)
    with pikepdf.open(locked, password=_WORD) as document:
        assert document.allow.accessibility
        told: Any = document.Root.Metadata
        assert b"pdfaid:part>" not in told.read_bytes()
        assert b"pdfuaid:part>1<" in told.read_bytes()
        document.save(opened, encryption=False)
    assert validate_pdf(opened, profile=ValidationProfile.PDF_UA_1).failures == []
    heard = cast("Any", outloud).check(str(opened), layers={"conformance"})
    assert (heard.error, list(heard.findings)) == (None, [])
