"""Joins the structure trees of several PDFs into one (ISO 32000-1, 14.7).

Each file's numbers of structure parents are shifted past those in use, its own
tree comes below one element, and the maps of its roles and classes are merged.
"""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_DEEPEST = 40


class JoinedStructure:
    """The tree of a document that others come into."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._tree: Any = document.Root.StructTreeRoot
        self._parents: list[tuple[int, Any]] = list(number_tree(self._tree.ParentTree))
        self._next = int(self._tree.ParentTreeNextKey)
        self._owners = dict(self._parents)

    def element_of(self, page: Any) -> Any:  # noqa: ANN401
        """Return the element that all of a typeset page belongs to."""
        return self._owners[int(page.StructParents)][0]

    def take(self, source: pikepdf.Pdf, pages: list[Any], below: Any, words: str) -> bool:  # noqa: ANN401
        """Take the tree of a file whose pages were copied in below an element.

        Return whether it has one that can be followed; pages without one are read as
        their content stands.
        """
        below.T = String(words)
        if Name.Pg in below:
            del below.Pg
        theirs: Any = source.Root.get(Name.StructTreeRoot)
        is_marked = bool(source.Root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False))
        if theirs is not None and is_marked:
            try:
                self._take_tree(source, theirs, pages, below)
            except (AttributeError, KeyError, TypeError, ValueError, pikepdf.PdfError):
                # The tree is not what the standard asks for; nothing of it is in use yet.
                pass
            else:
                return True
        self._take_untagged(pages, below)
        return False

    def _take_tree(self, source: pikepdf.Pdf, theirs: Any, pages: list[Any], below: Any) -> None:  # noqa: ANN401
        tree: Any = self._document.copy_foreign(theirs)
        base = self._next
        kids: Any = tree.K
        top = list(kids) if isinstance(kids, Array) else [kids]
        for kid in top:
            kid.P = below
        parents = [(base + key, owner) for key, owner in number_tree(tree.ParentTree)]
        if not parents:
            raise ValueError(tree.ParentTree)
        used = max(key + 1 for key, _ in parents)
        following = max(base + int(tree.get(Name.ParentTreeNextKey, 0)), used)
        _shift(pages, base)
        for name in (Name.RoleMap, Name.ClassMap):
            self._merge(name, tree.get(name))
        language = source.Root.get(Name.Lang)
        if language is not None:
            below.Lang = String(str(language))
        below.K = Array(top)
        self._parents += parents
        self._next = following

    def _take_untagged(self, pages: list[Any], below: Any) -> None:  # noqa: ANN401
        """Let each page of a file without tags be one paragraph, read as its content stands."""
        kids: list[Any] = []
        for page in pages:
            element = self._document.make_indirect(Dictionary(S=Name.P, P=below, Pg=page, K=0))
            page.StructParents = self._next
            page.Tabs = Name.S
            self._parents.append((self._next, self._document.make_indirect(Array([element]))))
            self._next += 1
            kids.append(element)
            for annotation in page.get(Name.Annots, Array()):
                if Name.StructParent in annotation:
                    del annotation.StructParent
        below.K = Array(kids)

    def add_link(self, page: Any, annotation: Any, below: Any) -> None:  # noqa: ANN401
        """Add a link annotation of a page as the last of what stands below an element."""
        reference = Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)
        element = self._document.make_indirect(
            Dictionary(S=Name.Link, P=below, K=Array([reference]), Alt=annotation.Contents)
        )
        annotation.StructParent = self._next
        self._parents.append((self._next, element))
        self._next += 1
        below.K.append(element)

    def finish(self) -> None:
        """Write the parents down."""
        numbers = Array()
        for key, owner in sorted(self._parents, key=lambda entry: entry[0]):
            numbers.append(key)
            numbers.append(owner)
        self._tree.ParentTree = self._document.make_indirect(Dictionary(Nums=numbers))
        self._tree.ParentTreeNextKey = self._next

    def _merge(self, name: Name, theirs: Any) -> None:  # noqa: ANN401
        if theirs is None:
            return
        if name not in self._tree:
            self._tree[name] = Dictionary()
        ours: Any = self._tree[name]
        for key, value in theirs.items():
            if Name(key) not in ours:
                ours[Name(key)] = value


def number_tree(tree: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:  # noqa: ANN401
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    entries: Any = tree.get(Name.Nums)
    if entries is not None:
        values = list(entries)
        for place in range(0, len(values) - 1, 2):
            yield int(values[place]), values[place + 1]
    if depth < _DEEPEST:
        for kid in tree.get(Name.Kids, Array()):
            yield from number_tree(kid, depth + 1)


def _shift(pages: list[Any], base: int) -> None:
    """Move the numbers of structure parents of pages, their links and their forms."""
    seen: set[Any] = set()
    for page in pages:
        if Name.StructParents in page:
            page.StructParents = int(page.StructParents) + base
        for annotation in page.get(Name.Annots, Array()):
            if Name.StructParent in annotation:
                annotation.StructParent = int(annotation.StructParent) + base
        _shift_forms(page.get(Name.Resources, Dictionary()), base, seen, 0)


def _shift_forms(resources: Any, base: int, seen: set[Any], depth: int) -> None:  # noqa: ANN401
    for form in resources.get(Name.XObject, Dictionary()).values():
        if form.objgen in seen or depth > _DEEPEST:
            continue
        seen.add(form.objgen)
        for name in (Name.StructParents, Name.StructParent):
            if name in form:
                form[name] = int(form[name]) + base
        if Name.Resources in form:
            _shift_forms(form.Resources, base, seen, depth + 1)
