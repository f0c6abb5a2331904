"""Which words of a text a dictionary can judge, and which are known without it."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b\S+\.(?:dk|com|org|eu|net|pdf|docx)\b\S*")
_WORD = re.compile(r"[\w]+(?:['’.][\w]+)*")
_SHORTEST = 2


def words_to_check(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word that a dictionary can judge, with where it begins.

    Addresses, numbers, abbreviations with full stops and words in capitals are left out; a
    compound with a hyphen is judged part by part.
    """
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in _WORD.finditer(text):
        start = match.start()
        if any(first <= start < last for first, last in addresses):
            continue
        word = re.sub(r"['’]s?$", "", match.group())
        is_worth_it = len(word) >= _SHORTEST and not word.isupper() and "." not in word
        if is_worth_it and word.replace("'", "").replace("’", "").isalpha():
            yield start, word


def is_known(word: str, known: frozenset[str]) -> bool:
    """Tell whether a word, or what it is the genitive of, is among the known ones."""
    folded = word.casefold()
    return folded in known or folded.removesuffix("s") in known
