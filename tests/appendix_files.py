"""Files of others, good and bad, made by several producers."""

# pikepdf, ReportLab and PyMuPDF are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false

import io
from collections.abc import Callable
from typing import Any, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.pdfgen.canvas import Canvas


def saved(document: pikepdf.Pdf, **options: Any) -> bytes:  # noqa: ANN401
    target = io.BytesIO()
    document.save(target, **options)
    return target.getvalue()


def pdf(*, pages: int = 1, size: tuple[float, float] = (595, 842), rotate: int = 0) -> bytes:
    """Return a PDF with words in the middle of each page, made by ReportLab."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    for page in range(1, pages + 1):
        canvas.drawString(80, size[1] / 2, f"Bilagets side {page}")
        canvas.showPage()
    canvas.save()
    if not rotate:
        return target.getvalue()
    with pikepdf.open(target) as document:
        for page in document.pages:
            page.rotate(rotate, relative=False)
        return saved(document)


def saying(words: str) -> bytes:
    """Return a page that says something."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(80, 500, words)
    canvas.save()
    return target.getvalue()


def photo_telling(words: str) -> bytes:
    """Return a photo that tells of itself, as a camera makes it."""
    target = io.BytesIO()
    told = Image.Exif()
    told[0x010E] = words
    Image.new("RGB", (64, 48), "white").save(target, "JPEG", exif=told, comment=b"intern")
    return target.getvalue()


def locked(opened_with: str = "hemmelig") -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        return saved(document, encryption=pikepdf.Encryption(owner="ejer", user=opened_with))


def damaged() -> bytes:
    """Return a PDF whose cross-reference table is gone, as after a broken download."""
    whole = pdf(pages=3)
    return whole[: whole.rindex(b"xref\n")]


def cut_off() -> bytes:
    """Return a PDF that ends in its middle: most of its pages are there, few of their words."""
    with pikepdf.open(io.BytesIO(pdf(pages=30))) as document:
        whole = saved(document, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return whole[: len(whole) // 2]


def no_pages() -> bytes:
    return saved(pikepdf.new())


def enormous_page() -> bytes:
    document = pikepdf.new()
    document.add_blank_page(page_size=(3, 3))
    document.pages[0].obj.MediaBox = Array([0, 0, 900_000, 900_000])
    return saved(document)


def with_everything_active() -> bytes:
    """Return a PDF that would run, open and hold things, in every way that we know of."""
    document = pikepdf.open(io.BytesIO(pdf(pages=2)))
    root: Any = document.Root
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('hej')"))
    root.OpenAction = script
    root.AA = Dictionary(WC=script)
    root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    document.attachments["virus.exe"] = b"MZ"
    launch = Dictionary(S=Name.Launch, F=String("cmd.exe"))
    field = document.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("navn"),
            V=String("Udfyldt æøå"),
            DA=String("/Helv 12 Tf 0 g"),
            Rect=Array([80, 300, 300, 320]),
            F=4,
        )
    )
    root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3, DA=String("/Helv 12 Tf 0 g"))
    page: Any = document.pages[0].obj
    page.AA = Dictionary(O=script)
    where = Array([10, 10, 40, 40])
    page.Annots = Array(
        [
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=where, A=launch),
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=where,
                A=Dictionary(S=Name.URI, URI=String("https://kl.dk"), Next=script),
            ),
            Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=where, Contents=String("Intern!")),
            Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=where),
            Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=where),
            field,
        ]
    )
    return saved(document)


def picture(kind: str, size: tuple[int, int] = (120, 80), mode: str = "RGB") -> bytes:
    target = io.BytesIO()
    made = Image.new(mode, size, "white" if mode != "1" else 1)
    made.save(target, kind)
    return target.getvalue()


def fax(pages: int) -> bytes:
    """Return a TIFF of several pages."""
    target = io.BytesIO()
    frames = [Image.new("1", (100, 140), 1) for _ in range(pages)]
    frames[0].save(target, "TIFF", save_all=True, append_images=frames[1:])
    return target.getvalue()


def by_pymupdf() -> bytes:
    import pymupdf

    document = cast("Any", pymupdf).open()
    for number in range(2):
        document.new_page().insert_text((72, 400), f"Side {number} æøå")
    return cast("bytes", document.tobytes())


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "tom.pdf": (lambda: b"", "er tom"),
    "tekst.pdf": (lambda: b"Bare tekst", "ikke det, navnet siger"),
    "program.exe": (lambda: b"MZ\x90", "hverken en PDF"),
    "gammel.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ældre"),
    "zip.docx": (lambda: b"PK\x03\x04 et Word-dokument", "ikke det, navnet siger"),
    "låst.pdf": (locked, "adgangskode"),
    "halv.pdf": (lambda: pdf()[:200], "er beskadiget"),
    "nuller.pdf": (lambda: b"%PDF-1.7\n" + bytes(500), "er beskadiget"),
    "ingen sider.pdf": (no_pages, "har 0 sider"),
    "kæmpe.pdf": (enormous_page, "størrelse"),
    "halvt billede.png": (lambda: picture("PNG")[:60], "beskadiget billede"),
    "stort billede.png": (
        lambda: picture("PNG", (20_000, 16_000), "1"),
        "for stort billede",
    ),
}
"""Files that cannot be appendices, each with words of the reason."""
