"""Minutes and decisions without a window."""

import json

from tests.end_to_end.test_command_line import kkr


def test_a_decision_is_proposed_from_a_recommendation() -> None:
    words = "Det indstilles, at KKR X godkender A og anbefaler B"
    answer = json.loads(kkr("propose-decision", words, "--json").stdout)
    assert answer == {"text": "KKR X godkendte A og anbefalede B", "needs_check": False, "why": []}
    said = kkr("propose-decision", "Det indstilles, at KKR X ikke godkender A").stdout.splitlines()
    assert said[0] == "KKR X godkendte ikke A"
    assert "»ikke«" in said[1]
