"""Takes the layers out of a PDF (ISO 32000-1, 8.11): what is hidden goes for good.

What shows when the file is opened stays, as plain content without a layer's name.
"""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Callable, Iterable
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, Operator

_DEEPEST = 40
_TEXT = {"Tj", "TJ"}
_PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_NEVER = {"Do", "sh", "EI", "INLINE IMAGE"}


def has_layers(document: pikepdf.Pdf) -> bool:
    """Tell whether a document has layers at all."""
    return Name.OCProperties in document.Root


def flatten_layers(document: pikepdf.Pdf) -> bool:
    """Make a document one without layers, and return whether something hidden was taken out.

    A tree of structure is taken out with it, since it may tell what was hidden.
    """
    root: Any = document.Root
    if not has_layers(document):
        return False
    hidden = _Layers(root.OCProperties)
    cleaned = _Cleaning(document, hidden.is_shown)
    for page in document.pages:
        cleaned.page(page)
    del root.OCProperties
    if cleaned.took_out:
        for page in document.pages:
            if Name.StructParents in page.obj:
                del page.obj.StructParents
        for name in (Name.StructTreeRoot, Name.MarkInfo):
            if name in root:
                del root[name]
    document.remove_unreferenced_resources()
    return cleaned.took_out


class _Layers:
    """Which layers show when a document is opened."""

    def __init__(self, properties: Any) -> None:  # noqa: ANN401
        usual: Any = properties.get(Name.D, Dictionary())
        self._off = {layer.objgen for layer in usual.get(Name.OFF, Array())}
        if usual.get(Name.BaseState) == Name.OFF:
            every = {layer.objgen for layer in properties.get(Name.OCGs, Array())}
            shown = {layer.objgen for layer in usual.get(Name.ON, Array())}
            self._off |= every - shown

    def is_shown(self, content: Any) -> bool:  # noqa: ANN401
        """Tell whether what belongs to a layer, or to several by a rule, shows."""
        if not isinstance(content, Dictionary):
            return True
        if content.get(Name.Type) != Name.OCMD:
            return content.objgen not in self._off
        rule: Any = content.get(Name.VE)
        if isinstance(rule, Array):
            return self._holds(rule, 0)
        layers: Any = content.get(Name.OCGs, Array())
        listed = list(layers) if isinstance(layers, Array) else [layers]
        on = [self.is_shown(layer) for layer in listed if isinstance(layer, Dictionary)]
        if not on:
            return True
        return {
            "/AllOn": all(on),
            "/AnyOff": not all(on),
            "/AllOff": not any(on),
        }.get(str(content.get(Name.P, "/AnyOn")), any(on))

    def _holds(self, rule: Any, depth: int) -> bool:  # noqa: ANN401
        if not isinstance(rule, Array) or not len(rule) or depth > _DEEPEST:
            return self.is_shown(rule) if isinstance(rule, Dictionary) else False
        terms: Iterable[bool] = (self._holds(term, depth + 1) for term in list(rule)[1:])
        kind = str(rule[0])
        if kind == "/Not":
            return not any(terms)
        return any(terms) if kind == "/Or" else all(terms)


class _Cleaning:
    """Goes through all content of a document once."""

    def __init__(self, document: pikepdf.Pdf, is_shown: Callable[[Any], bool]) -> None:
        self._document = document
        self._is_shown = is_shown
        self._seen: set[Any] = set()
        self.took_out = False

    def page(self, whole: pikepdf.Page) -> None:
        """Take the layers out of a page and its annotations."""
        page: Any = whole.obj
        resources: Any = whole.resources
        if Name.Contents in page:
            page.Contents = self._document.make_stream(self._content(page, resources))
        self._resources(resources, 0)
        if Name.Annots in page:
            page.Annots = Array([shown for shown in page.Annots if self._stays(shown)])

    def _stays(self, entry: Any) -> bool:  # noqa: ANN401
        """Tell whether an annotation or a form shows; it belongs to no layer afterwards."""
        layer: Any = entry.get(Name.OC)
        if layer is None:
            return True
        del entry.OC
        shown = self._is_shown(layer)
        self.took_out = self.took_out or not shown
        return shown

    def _resources(self, resources: Any, depth: int) -> None:  # noqa: ANN401
        """Take the layers out of the forms, patterns and fonts that content uses."""
        if depth > _DEEPEST:
            return
        forms: Any = resources.get(Name.XObject, Dictionary())
        for key in list(forms.keys()):
            form: Any = forms[key]
            if not self._stays(form):
                del forms[key]
            elif form.get(Name.Subtype) == Name.Form:
                self._form(form, depth)
        for pattern in resources.get(Name.Pattern, Dictionary()).values():
            if isinstance(pattern, pikepdf.Stream):
                self._form(pattern, depth)
        for key in list(resources.get(Name.Properties, Dictionary()).keys()):
            named: Any = resources.Properties[key]
            if isinstance(named, Dictionary) and named.get(Name.Type) in {Name.OCG, Name.OCMD}:
                del resources.Properties[key]

    def _form(self, form: Any, depth: int) -> None:  # noqa: ANN401
        if form.objgen in self._seen:
            return
        self._seen.add(form.objgen)
        resources: Any = form.get(Name.Resources, Dictionary())
        form.write(self._content(form, resources))
        self._resources(resources, depth + 1)

    def _content(self, holder: Any, resources: Any) -> bytes:  # noqa: ANN401
        """Return content without its layers and without what they hide."""
        kept: list[Any] = []
        open_marks: list[tuple[bool, bool]] = []
        for instruction in pikepdf.parse_content_stream(holder):
            hidden = any(is_hidden for _, is_hidden in open_marks)
            operator = str(instruction.operator)
            if operator in {"BDC", "BMC"}:
                mark = self._mark(instruction, resources)
                open_marks.append(mark)
                if not mark[0]:
                    kept.append(instruction)
            elif operator == "EMC":
                is_layer = open_marks.pop()[0] if open_marks else False
                if not is_layer:
                    kept.append(instruction)
            elif operator == "Do" and not self._is_drawn(instruction, resources):
                self.took_out = True
            elif not hidden:
                kept.append(instruction)
            else:
                kept += self._without_paint(operator, instruction)
        return pikepdf.unparse_content_stream(kept)

    def _mark(self, instruction: Any, resources: Any) -> tuple[bool, bool]:  # noqa: ANN401
        """Tell whether a mark begins a layer, and whether that is hidden."""
        operands = list(instruction.operands)
        if len(operands) < 2 or operands[0] != Name.OC:
            return False, False
        named: Any = operands[1]
        if isinstance(named, Name):
            named = resources.get(Name.Properties, Dictionary()).get(named)
        return True, not self._is_shown(named)

    def _is_drawn(self, instruction: Any, resources: Any) -> bool:  # noqa: ANN401
        form: Any = resources.get(Name.XObject, Dictionary()).get(instruction.operands[0])
        layer: Any = form.get(Name.OC) if form is not None else None
        return layer is None or self._is_shown(layer)

    def _without_paint(self, operator: str, instruction: Any) -> list[Any]:  # noqa: ANN401
        """Return what keeps the state of the graphics as a hidden instruction leaves it."""
        if isinstance(instruction, ContentStreamInlineImage) or operator in _TEXT | _NEVER:
            self.took_out = True
            return []
        if operator in _PAINT:
            self.took_out = True
            return [pikepdf.ContentStreamInstruction([], Operator("n"))]
        if operator == "'" or operator == '"':
            self.took_out = True
            return [pikepdf.ContentStreamInstruction([], Operator("T*"))]
        return [instruction]
