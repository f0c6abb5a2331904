"""Puts a pack together from what is ready from before, and makes only what is not.

Ready can be the typeset pages, as long as neither the agenda nor the list of appendices changed,
and each appendix as it is for the public or in black and white, as long as its file is the same.
In a pack of neither kind an appendix comes in as it was made ready when it was taken in.
The line on each page tells its number of all, so it is written last, into every pack anew: that
is a tenth of the work, and to keep pages with their lines would save none of the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kkr_desktop.model.errors import AppendixUnreadable, FileProblem
from kkr_desktop.storage.prepared_files import PreparedFiles

if TYPE_CHECKING:
    from kkr_desktop.documents.pack import PackAppendix, PackContent
    from kkr_desktop.documents.pack_frame import PackFrame
    from kkr_desktop.documents.pack_merge import MadePack

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reuse:
    """What of a pack is ready from before.

    Of the appendices only those count that a pack of its kind has to prepare: none where they
    come in as they are.
    """

    typeset_pages: bool
    appendices: int
    of_appendices: int


Tell = Callable[[Reuse], None]


class PackBuilding:
    """The making of one pack, in a folder of its own for what is not kept."""

    def __init__(
        self, prepared: PreparedFiles, folder: Path, *, is_public: bool, is_grey: bool
    ) -> None:
        self._prepared = prepared
        self._folder = folder
        self._is_public = is_public
        self._is_grey = is_grey

    def write(self, content: "PackContent", target: Path, step: Step, tell: Tell) -> "MadePack":
        """Write a pack; `tell` hears what is reused before anything is made.

        What `step` raises ends the work; what was ready by then stays so. Raises
        AppendixUnreadable.
        """
        from kkr_desktop.documents.pack_frame import frame_from_bytes, frame_key
        from kkr_desktop.documents.pack_merge import write_pack

        key = f"{frame_key(content)}{'-grey' if self._is_grey else ''}"
        stored = self._prepared.read(key)
        keys = self._keys(content)
        ready = {wanted: self._prepared.find(wanted) for wanted in dict.fromkeys(keys)}
        reused = sum(ready[wanted] is not None for wanted in keys)
        tell(Reuse(stored is not None, reused, len(keys)))
        total = len(keys) + len(content.appendices)
        step(0, max(total, 1))
        frame = frame_from_bytes(stored) if stored is not None else self._frame(content, key)
        made = self._make_ready(content, keys, ready, lambda done: step(done, total))

        def put_in(done: int, _total: int) -> None:
            step(len(keys) + done, total)

        told = write_pack(made, frame, target, put_in)
        self._prepared.sweep()
        return told

    def _keys(self, content: "PackContent") -> list[str]:
        """Return what each appendix is kept by as it has to be; none when as it is will do."""
        from kkr_desktop.documents.pack_frame import appendix_key

        if not (self._is_public or self._is_grey):
            return []
        return [
            appendix_key(row.pdf, is_public=self._is_public, is_grey=self._is_grey)
            for row in content.appendices
        ]

    def _frame(self, content: "PackContent", key: str) -> "PackFrame":
        from kkr_desktop.documents.greyscale import write_greyscale
        from kkr_desktop.documents.pack_frame import typeset_frame

        frame = typeset_frame(content)
        if self._is_grey:
            coloured, grey = self._folder / "frame.pdf", self._folder / "grey-frame.pdf"
            coloured.write_bytes(frame.pdf)
            write_greyscale(coloured, grey, _go_on)
            frame = replace(frame, pdf=grey.read_bytes())
        kept = self._folder / "frame"
        kept.write_bytes(frame.to_bytes())
        self._prepared.keep(key, kept)
        return frame

    def _make_ready(
        self,
        content: "PackContent",
        keys: list[str],
        ready: dict[str, Path | None],
        step: Callable[[int], None],
    ) -> "PackContent":
        """Return the content with the appendices as they have to be."""
        if not keys:
            return content
        found: dict[str, Path] = {}
        for done, (row, key) in enumerate(zip(content.appendices, keys, strict=True)):
            step(done)
            if key not in found:
                found[key] = ready[key] or self._make(row, key, lambda done=done: step(done))
        return _with_files(content, [found[key] for key in keys])

    def _make(self, row: "PackAppendix", key: str, step: Callable[[], None]) -> Path:
        from kkr_desktop.documents.appendix_pages import write_appendix_pages
        from kkr_desktop.documents.pack_merge import UNREADABLE

        made = self._folder / key
        try:
            write_appendix_pages(
                row.pdf,
                made,
                lambda _done, _total: step(),
                is_public=self._is_public,
                is_grey=self._is_grey,
            )
        except (*UNREADABLE, FileProblem) as error:
            raise AppendixUnreadable(row.label, row.title) from error
        return self._prepared.keep(key, made)


def _go_on(_done: int, _total: int) -> None:
    """Go on: the typeset pages are few."""


def _with_files(content: "PackContent", files: list[Path]) -> "PackContent":
    """Return the content with other files for its appendices, in their order."""
    following = iter(files)
    items = tuple(
        replace(
            item,
            appendices=tuple(replace(row, pdf=next(following)) for row in item.appendices),
        )
        for item in content.items
    )
    return replace(content, items=items)
