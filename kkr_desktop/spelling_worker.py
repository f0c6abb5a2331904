"""The process that knows how Danish words are spelled.

Hunspell holds the interpreter's lock while it loads and while it looks for suggestions, so it
lives in a process of its own. It reads a line of JSON, {"check": [words]} or {"suggest": word},
and answers with one: {"wrong": [words]} or {"suggestions": [words]}.
"""

# Hunspell's wrapper has no types.
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false

import json
import sys
from collections.abc import Callable

from kkr_desktop.resource_files import resource

FLAG = "--spelling-worker"
"""What the program is started with to be this process."""

LANGUAGE = "da_DK"


def serve() -> int:
    """Answer until the input ends, which it does when the window is gone."""
    from hunspell import Hunspell

    dictionary = Hunspell(LANGUAGE, hunspell_data_dir=str(resource("dictionaries")))
    is_right: Callable[[str], bool] = dictionary.spell
    suggest: Callable[[str], tuple[str, ...]] = dictionary.suggest
    for line in sys.stdin:
        asked: dict[str, list[str] | str] = json.loads(line)
        if "suggest" in asked:
            answer = {"suggestions": list(suggest(str(asked["suggest"])))}
        else:
            answer = {"wrong": [word for word in asked["check"] if not is_right(word)]}
        sys.stdout.write(json.dumps({**asked, **answer}) + "\n")
        sys.stdout.flush()
    return 0
