"""Makes the pages of an appendix ready for a pack of some kind, whatever pack that will be."""

from collections.abc import Callable
from pathlib import Path

import pikepdf

from kkr_desktop.documents.greyscale import write_greyscale
from kkr_desktop.documents.pdf_saving import save
from kkr_desktop.documents.public_pages import clean_for_the_public

Step = Callable[[int, int], None]


def write_appendix_pages(
    source: Path, target: Path, step: Step, *, is_public: bool, is_grey: bool
) -> None:
    """Write pages that show the same, cleaned for the public, or in black and white, or both.

    What `step` raises ends the work.
    """
    if not is_public:
        write_greyscale(source, target, step)
        return
    cleaned = target.with_name(f"{target.name}.cleaned") if is_grey else target
    with pikepdf.open(source, suppress_warnings=True) as document:
        clean_for_the_public(document)
        save(document, cleaned)
    if is_grey:
        write_greyscale(cleaned, target, step)
        cleaned.unlink()
