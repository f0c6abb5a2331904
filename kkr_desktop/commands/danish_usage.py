"""The words with which argparse tells how a command is used, in Danish."""

import argparse

_ASKS_BY = "_"
_DANISH = {
    "usage: ": "brug: ",
    "positional arguments": "angives",
    "options": "tilvalg",
    "show this help message and exit": "vis denne hjælp",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fejl: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "der mangler: %s",
    "one of the arguments %s is required": "der mangler en af: %s",
    "not allowed with argument %s": "kan ikke bruges sammen med %s",
    "unrecognized arguments: %s": "kendes ikke: %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan betyde flere ting: %(matches)s"
    ),
    "ignored explicit argument %r": "skal stå alene, uden %r",
    "expected one argument": "der skal stå noget efter",
    "expected at most one argument": "der må højst stå én ting efter",
    "expected at least one argument": "der skal stå mindst én ting efter",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "»%(value)s« kendes ikke (vælg mellem %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "»%(value)s« kan ikke bruges her",
}


def speak_danish() -> None:
    """Let argparse tell usage, help and errors in Danish.

    It asks gettext by one name, which gets these words instead. gettext itself would answer in the
    language of the computer, which is often English even where a Dane sits.
    """
    setattr(argparse, _ASKS_BY, _in_danish)


def _in_danish(text: str) -> str:
    return _DANISH.get(text, text)
