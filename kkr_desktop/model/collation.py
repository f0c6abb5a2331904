"""Danish alphabetical order."""

import unicodedata

_AFTER_Z = {"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"}
_LIKE_Y = {"ü": "y"}


def danish_key(text: str) -> tuple[str, str]:
    """Return a key that sorts names as a Danish register does.

    æ, ø and å come last, in that order; aa sorts as å (Retskrivningsordbogen
    § 3), so Aabenraa, Aalborg and Aarhus end the list; case and other accents
    count only between names that are otherwise equal. Aligned with the
    operating system's Danish collation by a test.
    """
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    primary = "".join(_letter(character) for character in folded)
    return primary, text


def _letter(character: str) -> str:
    if character in _AFTER_Z:
        return _AFTER_Z[character]
    if character in _LIKE_Y:
        return _LIKE_Y[character]
    base = unicodedata.normalize("NFD", character)[0]
    if base.isalnum():
        return base
    return " " if character.isspace() or character == "-" else ""
