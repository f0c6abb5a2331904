"""Turns pictures into tagged PDF pages: one figure a page, spoken by its title."""

# Pillow and pikepdf are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
import zlib
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from kkr_desktop.documents.intake.archivable import make_archivable
from kkr_desktop.documents.intake.report import Refusal

_A4 = (595.276, 841.89)
_MARGIN = 34.0
_MOST_PIXELS = 120_000_000
_MOST_PAGES = 500


def picture_to_pdf(source: Path, target: Path, title: str) -> None:
    """Write the picture, or the pictures of a TIFF, as PDF. Raises Refusal."""
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    document = pikepdf.new()
    tree = _begin_tree(document)
    try:
        with Image.open(source) as picture:
            if getattr(picture, "n_frames", 1) > _MOST_PAGES:
                raise Refusal(f"har over {_MOST_PAGES} billeder. Del den i flere filer.")
            for number, frame in enumerate(ImageSequence.Iterator(picture)):
                name = title if number == 0 else f"{title}, side {number + 1}"
                _add_page(document, tree, source if number == 0 else None, frame, name)
    except Image.DecompressionBombError as error:
        raise Refusal("er et for stort billede. Gem det i en mindre opløsning.") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refusal("er et beskadiget billede. Gem det igen, og tilføj det så.") from error
    make_archivable(document, title)
    document.save(target, deterministic_id=True)


def _begin_tree(document: pikepdf.Pdf) -> Any:  # noqa: ANN401
    tree = document.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            ParentTree=document.make_indirect(Dictionary(Nums=Array())),
            ParentTreeNextKey=0,
        )
    )
    whole = document.make_indirect(Dictionary(S=Name.Document, P=tree, K=Array()))
    tree.K = whole
    document.Root.StructTreeRoot = tree
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.Lang = String("da-DK")
    return tree


def _add_page(
    document: pikepdf.Pdf,
    tree: Any,  # noqa: ANN401
    source: Path | None,
    frame: Image.Image,
    words: str,
) -> None:
    upright = ImageOps.exif_transpose(frame)
    image = _as_it_is(document, source, frame) if upright.size == frame.size else None
    if image is None:
        image = _compressed(document, upright)
    page_width, page_height = _A4 if upright.height >= upright.width else _A4[::-1]
    room = page_width - 2 * _MARGIN, page_height - 2 * _MARGIN
    scale = min(room[0] / upright.width, room[1] / upright.height, 72 / 60)
    width, height = upright.width * scale, upright.height * scale
    left, bottom = (page_width - width) / 2, page_height - _MARGIN - height
    code = (
        f"/Figure << /MCID 0 >> BDC q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm "
        "/Picture Do Q EMC"
    )
    key = int(tree.ParentTreeNextKey)
    page = pikepdf.Page(
        document.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, round(page_width, 3), round(page_height, 3)]),
                Resources=Dictionary(XObject=Dictionary(Picture=image)),
                Contents=document.make_stream(code.encode("ascii")),
                StructParents=key,
                Tabs=Name.S,
            )
        )
    )
    document.pages.append(page)
    added = document.pages[-1].obj
    box = [left, bottom, left + width, bottom + height]
    figure = document.make_indirect(
        Dictionary(
            S=Name.Figure,
            P=tree.K,
            Pg=added,
            K=0,
            Alt=String(words),
            A=Dictionary(O=Name.Layout, BBox=Array([round(edge, 3) for edge in box])),
        )
    )
    tree.K.K.append(figure)
    tree.ParentTree.Nums.append(key)
    tree.ParentTree.Nums.append(document.make_indirect(Array([figure])))
    tree.ParentTreeNextKey = key + 1


def _as_it_is(document: pikepdf.Pdf, source: Path | None, frame: Image.Image) -> Any:  # noqa: ANN401
    """Return a JPEG's own data, which need not be made anew; None for anything else."""
    if source is None or frame.format != "JPEG" or frame.mode not in {"RGB", "L"}:
        return None
    return _image(document, source.read_bytes(), frame.size, frame.mode, Name.DCTDecode)


def _compressed(document: pikepdf.Pdf, picture: Image.Image) -> Any:  # noqa: ANN401
    """Return a picture on white, without loss; a large photo as JPEG of high quality."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        behind = Image.new("RGBA", picture.size, "white")
        behind.alpha_composite(picture.convert("RGBA"))
        picture = behind
    plain = picture.convert("L" if picture.mode in {"1", "L", "I;16"} else "RGB")
    if plain.width * plain.height > 4_000_000 and picture.mode != "1":
        coded = io.BytesIO()
        plain.save(coded, "JPEG", quality=92)
        return _image(document, coded.getvalue(), plain.size, plain.mode, Name.DCTDecode)
    data = zlib.compress(plain.tobytes(), 6)
    return _image(document, data, plain.size, plain.mode, Name.FlateDecode)


def _image(
    document: pikepdf.Pdf,
    data: bytes,
    size: tuple[int, int],
    mode: str,
    coding: Name,
) -> Any:  # noqa: ANN401
    image: Any = document.make_stream(b"")
    image.write(data, filter=coding)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = size
    image.ColorSpace = Name.DeviceGray if mode == "L" else Name.DeviceRGB
    image.BitsPerComponent = 8
    return image
