"""Writes the structure tree into ReportLab's document."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false, reportPrivateUsage=false
# pyright: reportUnknownArgumentType=false

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from kkr_desktop.documents.tagging.canvas import TaggedCanvas, text_string
from kkr_desktop.documents.tagging.structure import Element, LinkObject, MarkedContent


def write_structure(canvas: TaggedCanvas, root: Element) -> None:
    """Put the tree below `root` into the document whose pages are all drawn."""
    root.prune()
    document: Any = canvas._doc
    objects = _Objects(document, root)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    document.Catalog.StructTreeRoot = objects.tree
    keys: list[list[Element] | Element] = list(canvas.marks)
    for number in range(1, len(canvas.marks) + 1):
        page = document.idToObject[f"Page{number}"]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number - 1
        page.Tabs = PDFName("S")
    for element, annotation in canvas.links:
        annotation["StructParent"] = len(keys)
        keys.append(element)
    objects.tree.keys = keys


class _Objects:
    """The PDF objects of a tree, each with its number in the file."""

    def __init__(self, document: Any, root: Element) -> None:  # noqa: ANN401
        self._document = document
        self._names: dict[int, str] = {}
        self.tree = _Tree(self, root)
        document.Reference(self.tree, "StructTreeRoot")
        waiting = [root]
        while waiting:
            element = waiting.pop()
            self._names[id(element)] = document.Reference(_Node(self, element)).name
            waiting += [kid for kid in element.kids if isinstance(kid, Element)]

    def of(self, element: Element | None) -> str:
        """Return the reference to an element's object, or to the tree's root."""
        return self.named("StructTreeRoot" if element is None else self._names[id(element)])

    def page(self, number: int) -> str:
        """Return the reference to a page."""
        return self.named(f"Page{number}")

    def named(self, name: str) -> str:
        """Return the reference to an object by its name in the document."""
        number, generation = self._document.idToObjectNumberAndVersion[name]
        return f"{number} {generation} R"


class _Tree(PDFObject):
    """The structure tree root. `keys` are the elements of each page's marks, then the links'."""

    def __init__(self, objects: _Objects, root: Element) -> None:
        self._objects = objects
        self._root = root
        self.keys: list[list[Element] | Element] = []

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        """Return its source."""
        entries = "\n".join(
            f"{key} {self._objects.of(owner)}"
            if isinstance(owner, Element)
            else f"{key} [{' '.join(map(self._objects.of, owner))}]"
            for key, owner in enumerate(self.keys)
        )
        source = (
            f"<< /Type /StructTreeRoot /K {self._objects.of(self._root)}\n"
            f"/RoleMap << /Title /P >>\n"
            f"/ParentTreeNextKey {len(self.keys)}\n"
            f"/ParentTree << /Nums [\n{entries}\n] >> >>"
        )
        return source.encode("ascii")


class _Node(PDFObject):
    """An element of the tree."""

    def __init__(self, objects: _Objects, element: Element) -> None:
        self._objects = objects
        self._element = element

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        """Return its source."""
        element, objects = self._element, self._objects
        page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        source = f"<< /S /{element.role} /P {objects.of(element.parent)}"
        if page is not None:
            source += f" /Pg {objects.page(page)}"
        if element.attributes:
            source += f" /A {element.attributes}"
        if element.language:
            source += f" /Lang {text_string(element.language)}"
        if element.alternate:
            source += f" /Alt {text_string(element.alternate)}"
        if element.kids:
            source += f" /K [{' '.join(self._kid(kid, page) for kid in element.kids)}]"
        return f"{source} >>".encode("ascii")

    def _kid(self, kid: Element | MarkedContent | LinkObject, page: int | None) -> str:
        objects = self._objects
        match kid:
            case Element():
                return objects.of(kid)
            case MarkedContent(where, number) if where == page:
                return str(number)
            case MarkedContent(where, number):
                return f"<< /Type /MCR /Pg {objects.page(where)} /MCID {number} >>"
            case LinkObject(where, annotation):
                place, target = objects.page(where), objects.named(annotation)
                return f"<< /Type /OBJR /Pg {place} /Obj {target} >>"
