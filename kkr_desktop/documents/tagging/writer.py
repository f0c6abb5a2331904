"""Writes the structure tree into ReportLab's document."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false, reportPrivateUsage=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from kkr_desktop.documents.tagging.canvas import TaggedCanvas, text_string
from kkr_desktop.documents.tagging.file_writer import write_file
from kkr_desktop.documents.tagging.structure import Element, LinkObject, MarkedContent


def write_structure(canvas: TaggedCanvas, root: Element) -> None:
    """Let the document whose pages are all drawn be written with the tree below `root`."""
    root.prune()
    document: Any = canvas._doc
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    keys: list[list[Element] | Element] = list(canvas.marks)
    for number in range(1, len(canvas.marks) + 1):
        page = document.idToObject[f"Page{number}"]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number - 1
        page.Tabs = PDFName("S")
    for element, annotation in canvas.links:
        annotation["StructParent"] = len(keys)
        keys.append(element)
    tree = _Tree(document, root, keys)
    document.Catalog.StructTreeRoot = document.Reference(tree, "StructTreeRoot")
    document.format = lambda: write_file(document, tree, tree.elements())


class _Tree(PDFObject):
    """The structure tree root. `keys` are the elements of each page's marks, then the links'.

    `first_number` is the number that the root's object has in the file; those of the elements
    below it follow.
    """

    first_number = 0

    def __init__(
        self,
        document: Any,  # noqa: ANN401
        root: Element,
        keys: list[list[Element] | Element],
    ) -> None:
        self._numbers: dict[str, tuple[int, int]] = document.idToObjectNumberAndVersion
        self._root = root
        self._keys = keys

    def elements(self) -> Iterator[bytes]:
        """Yield the source of each element, once the first number is known."""
        inside = list(self._root.below())
        for number, element in enumerate(inside, start=self.first_number):
            element.number = number
        for element in inside:
            yield self._source(element).encode("ascii")

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        """Return its source."""
        entries = "\n".join(
            f"{key} {_to(owner)}"
            if isinstance(owner, Element)
            else f"{key} [{' '.join(map(_to, owner))}]"
            for key, owner in enumerate(self._keys)
        )
        source = (
            f"<< /Type /StructTreeRoot /K {_to(self._root)}\n"
            f"/RoleMap << /Title /P >>\n"
            f"/ParentTreeNextKey {len(self._keys)}\n"
            f"/ParentTree << /Nums [\n{entries}\n] >> >>"
        )
        return source.encode("ascii")

    def _source(self, element: Element) -> str:
        page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        parent = self._named("StructTreeRoot") if element.parent is None else _to(element.parent)
        source = f"<< /S /{element.role} /P {parent}"
        if page is not None:
            source += f" /Pg {self._page(page)}"
        if element.attributes:
            source += f" /A {element.attributes}"
        if element.language:
            source += f" /Lang {text_string(element.language)}"
        if element.alternate:
            source += f" /Alt {text_string(element.alternate)}"
        if element.kids:
            source += f" /K [{' '.join(self._kid(kid, page) for kid in element.kids)}]"
        return f"{source} >>"

    def _kid(self, kid: Element | MarkedContent | LinkObject, page: int | None) -> str:
        match kid:
            case Element():
                return _to(kid)
            case MarkedContent(where, number) if where == page:
                return str(number)
            case MarkedContent(where, number):
                return f"<< /Type /MCR /Pg {self._page(where)} /MCID {number} >>"
            case LinkObject(where, annotation):
                target = self._named(annotation)
                return f"<< /Type /OBJR /Pg {self._page(where)} /Obj {target} >>"

    def _page(self, number: int) -> str:
        return self._named(f"Page{number}")

    def _named(self, name: str) -> str:
        """Return the reference to one of ReportLab's objects by its name in the document."""
        return f"{self._numbers[name][0]} 0 R"


def _to(element: Element) -> str:
    return f"{element.number} 0 R"
