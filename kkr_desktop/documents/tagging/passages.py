"""A passage in another language travels through ReportLab's paragraphs as a link's address.

ReportLab tells where the words of a link begin and end on each line, and of
nothing else. So a passage is a link to "lang:en", and a link inside one is a
link to "lang:en https://…".
"""

_SCHEME = "lang:"


def passage_address(language: str, link: str = "") -> str:
    """Return the address that stands for a language, and for a real link in it."""
    return f"{_SCHEME}{language} {link}".rstrip()


def split_passage(address: str) -> tuple[str, str]:
    """Return language and real link of an address; either may be empty."""
    if not address.startswith(_SCHEME):
        return "", address
    language, _, link = address.removeprefix(_SCHEME).partition(" ")
    return language, link
