"""Words into ReportLab's paragraph markup. Everything a user typed is escaped here."""

import re
from collections.abc import Iterable
from html import escape

from kkr_desktop.documents.fonts import TEXT, stretches
from kkr_desktop.documents.styles import INK
from kkr_desktop.documents.tagging.passages import passage_address
from kkr_desktop.model.dates import MONTHS
from kkr_desktop.model.richtext import Run, is_safe_link
from kkr_desktop.model.text import without_unprintable

LINK_COLOUR = "#0b4a63"
_TIED = re.compile(
    rf"(?<=\d\.) (?=(?:{'|'.join(MONTHS)})\b)"
    r"|(?<=\d) (?=(?:mio|mia|kr|pct)\.|%)"
    r"|(?<=§) (?=\d)"
    r"|(?<=\bkl\.) (?=\d)"
    r"|(?<=\bnr\.) (?=\d)"
)
"""The blanks at which no line is broken: "26. januar", "4 mio.", "§ 108", "kl. 9.30", "nr. 4"."""

_LOSES_ITS_BLANK = re.compile("\u00ad(?=\\S*\\s+$)")
"""A soft hyphen in the last word before a change of font, whose blank ReportLab would drop."""

_TAB = "\u00a0" * 4


def plain(text: str) -> str:
    """Return markup that shows `text` exactly, whatever it holds."""
    clean = _TIED.sub("\u00a0", without_unprintable(text)).replace("\t", _TAB)
    return "".join(_stretch(font, words) for font, words in stretches(clean))


def _stretch(font: str, words: str) -> str:
    # ReportLab would run blanks together and drop them at the ends of a line.
    kept = _LOSES_ITS_BLANK.sub("", words).replace("  ", " \u00a0")
    shown = escape(kept, quote=False).replace("\n", "<br/>")
    return shown if font == TEXT else f'<font name="{font}">{shown}</font>'


def runs(content: Iterable[Run]) -> str:
    """Return the markup of a block's runs."""
    return "".join(_run(run) for run in content)


def _quoted(address: str) -> str:
    return f'"{escape(address)}"'


def _run(run: Run) -> str:
    shown = plain(run.text)
    for wanted, tag in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u")):
        if wanted:
            shown = f"<{tag}>{shown}</{tag}>"
    is_link = run.link is not None and is_safe_link(run.link)
    address = without_unprintable(run.link or "").replace("\n", "") if is_link else ""
    if run.language:
        address = passage_address(run.language, address)
    if is_link:
        return f'<a href={_quoted(address)} color="{LINK_COLOUR}"><u>{shown}</u></a>'
    return f'<a href={_quoted(address)} color="{INK.hexval()}">{shown}</a>' if address else shown
