"""Takes out of a PDF what can do something: only pages and their links stay.

Actions are those of ISO 32000-1, 12.6.4; annotations those of 12.5.6.
"""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from kkr_desktop.documents.intake.report import LAYERS, Refusal

_SAFE_ACTIONS = {"/GoTo", "/Named"}
_SAFE_SCHEMES = ("http://", "https://", "mailto:")
_PLAYERS = {"/Screen", "/Movie", "/Sound", "/RichMedia", "/3D"}
_COMMENTS = {"/Text", "/Popup"}
_KEPT = {"/Link", "/Widget"}

SCRIPTS = "Scripts er fjernet."
FILES = "Vedhæftede filer er fjernet."
FORM = "Formularfelter er gjort til almindelig tekst."
SIGNATURE = "Den digitale underskrift gælder kun den oprindelige fil."
COMMENTS = "Kommentarer er fjernet."
MARKS = "Overstregninger og stempler er gjort til en del af siden."
PLAYERS = "Lyd, video og 3D er fjernet."
ACTIONS = "Links til programmer og filer er fjernet."


def take_out(document: pikepdf.Pdf) -> set[str]:
    """Take it out, and return what to tell about it."""
    root: Any = document.Root
    notes = set(_from_catalog(root))
    has_form = Name.AcroForm in root
    if has_form:
        notes |= set(_from_form(root.AcroForm))
    flatten = False
    for page in document.pages:
        found = set(_from_page(page.obj))
        flatten = flatten or MARKS in found or FORM in found
        notes |= found
    if has_form or flatten:
        _flatten(document)
    if Name.AcroForm in root:
        del root.AcroForm
    if _from_outlines(root.get(Name.Outlines), set()):
        notes.add(ACTIONS)
    return notes


def _from_catalog(root: Any) -> Iterator[str]:  # noqa: ANN401
    action = root.get(Name.OpenAction)
    if isinstance(action, Dictionary) and not _is_safe(action):
        del root.OpenAction
        yield SCRIPTS
    if Name.AA in root:
        del root.AA
        yield SCRIPTS
    names: Any = root.get(Name.Names, Dictionary())
    if Name.JavaScript in names:
        del names.JavaScript
        yield SCRIPTS
    if Name.EmbeddedFiles in names:
        del names.EmbeddedFiles
        yield FILES
    for key in (Name.AF, Name.Collection):
        if key in root:
            del root[key]
            yield FILES
    layers: Any = root.get(Name.OCProperties)
    if layers is not None:
        usual: Any = layers.get(Name.D, Dictionary())
        if usual.get(Name.OFF) or usual.get(Name.BaseState) == Name.OFF:
            yield LAYERS


def _from_form(form: Any) -> Iterator[str]:  # noqa: ANN401
    if bool(form.get(Name.XFA)) and len(form.get(Name.Fields, Array())) == 0:
        raise Refusal(
            "er en formular, som kun Adobe Reader kan vise. Udskriv den til PDF, "
            "og tilføj den udskrevne."
        )
    if int(form.get(Name.SigFlags, 0)) & 1:
        yield SIGNATURE
    if len(form.get(Name.Fields, Array())):
        yield FORM


def _flatten(document: pikepdf.Pdf) -> None:
    """Make what fields and marks show a part of their pages; what shows nothing goes."""
    root: Any = document.Root
    form: Any = root.get(Name.AcroForm)
    bare = [
        annotation
        for page in document.pages
        for annotation in page.obj.get(Name.Annots, Array())
        if annotation.get(Name.Subtype) == Name.Widget and Name.AP not in annotation
    ]
    if form is not None and bare:
        if Name.DR not in form:
            form.DR = Dictionary()
        if Name.Font not in form.DR:
            form.DR.Font = Dictionary()
        if Name.Helv not in form.DR.Font:
            form.DR.Font.Helv = Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
        form.NeedAppearances = True
        document.generate_appearance_streams()
    document.flatten_annotations("all")
    for page in document.pages:
        left: Any = page.obj.get(Name.Annots)
        if left is not None:
            page.obj.Annots = Array([kept for kept in left if kept.get(Name.Subtype) == Name.Link])


def _from_page(page: Any) -> Iterator[str]:  # noqa: ANN401
    if Name.AA in page:
        del page.AA
        yield SCRIPTS
    annotations: Any = page.get(Name.Annots)
    if annotations is None:
        return
    kept: list[Any] = []
    for annotation in annotations:
        if not isinstance(annotation, Dictionary):
            continue
        told = list(_from_annotation(annotation))
        yield from told
        if not {FILES, PLAYERS, COMMENTS} & set(told):
            kept.append(annotation)
    if len(kept) != len(annotations):
        page.Annots = Array(kept)


def _from_annotation(annotation: Any) -> Iterator[str]:  # noqa: ANN401
    kind = str(annotation.get(Name.Subtype, ""))
    if kind == "/FileAttachment":
        yield FILES
    elif kind in _PLAYERS:
        yield PLAYERS
    elif kind in _COMMENTS:
        yield COMMENTS
    elif kind not in _KEPT:
        yield MARKS
    elif kind == "/Widget":
        yield FORM
    if Name.AA in annotation:
        del annotation.AA
        yield SCRIPTS
    action = annotation.get(Name.A)
    if isinstance(action, Dictionary) and not _is_safe(action):
        script = action.get(Name.S) == Name.JavaScript
        del annotation.A
        yield SCRIPTS if script else ACTIONS


def _is_safe(action: Any) -> bool:  # noqa: ANN401
    """Tell whether an action only leads somewhere; what would follow on it is cut off."""
    if Name.Next in action:
        del action.Next
    kind = str(action.get(Name.S, ""))
    if kind == "/URI":
        return str(action.get(Name.URI, "")).strip().casefold().startswith(_SAFE_SCHEMES)
    return kind in _SAFE_ACTIONS


def _from_outlines(outlines: Any, seen: set[Any]) -> bool:  # noqa: ANN401
    """Take unsafe actions out of bookmarks; a ring of bookmarks is followed once."""
    found = False
    waiting = [outlines] if isinstance(outlines, Dictionary) else []
    while waiting:
        node: Any = waiting.pop()
        if node.objgen in seen:
            continue
        seen.add(node.objgen)
        action = node.get(Name.A)
        if isinstance(action, Dictionary) and not _is_safe(action):
            del node.A
            found = True
        waiting += [
            kin
            for kin in (node.get(Name.First), node.get(Name.Next))
            if isinstance(kin, Dictionary) and kin.is_indirect
        ]
    return found
