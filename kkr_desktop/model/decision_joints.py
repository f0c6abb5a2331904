"""The verbs of a sentence that are joined to its first one, and those that only look so."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kkr_desktop.model.decision_verbs import (
    AUXILIARIES,
    DECIDING,
    NOUNS_TOO,
    Verb,
    is_infinitive,
    known_passive,
    known_verb,
)
from kkr_desktop.model.decision_words import (
    ADVERBS,
    JOINING,
    OF_A_LATER_TIME,
    OPENING,
    OPENING_AFTER_COMMA,
    PRONOUNS,
    RELATIVE,
    SO_THAT,
    Edit,
    Word,
    whose,
)

if TYPE_CHECKING:
    from kkr_desktop.model.decision_clauses import Clause

_REST_OF_CLAUSE = 3


@dataclass
class _Opened:
    """A clause inside the clause."""

    word: str
    place: int


class JoinedVerbs:
    """Goes through what follows the first verb, and finds the verbs that are joined to it."""

    def __init__(self, clause: "Clause", place: int, *, is_passive: bool) -> None:
        self._clause = clause
        self._words = clause.words
        self._changes = clause.changes
        self._first = self._place = place
        self._is_passive = is_passive
        self._inside: list[_Opened] = []
        self._is_unsure = False

    def run(self) -> None:
        """Go to the end of the sentence."""
        while self._place < len(self._words):
            word = self._words[self._place]
            if word.lower == "at":
                if self._at():
                    return
            elif word.text == ",":
                self._comma()
            elif self._opens(word):
                if word.lower == "idet" or (word.lower in OF_A_LATER_TIME and not self._inside):
                    self._changes.doubt(f"Kontrollér tiden i sætningen efter »{word.lower}«.")
                self._inside.append(_Opened(word.lower, self._place))
            else:
                self._maybe_verb(word)
            self._place += 1

    def _before(self) -> tuple[str, bool]:
        """Return what joins the present word to what is before it, and whether after a comma."""
        at = self._place - 1
        while at >= self._first and (
            self._words[at].lower in ADVERBS or self._words[at].text == "."
        ):
            at -= 1
        if at < self._first - 1:
            return "", False
        before = self._words[at].lower
        if before in JOINING:
            return before, at > 0 and self._words[at - 1].text == ","
        return ("," if before == "," else ""), before == ","

    def _at(self) -> bool:
        """Deal with "at"; True when the rest of the sentence was dealt with."""
        place = self._place
        following = place + 1
        while following < len(self._words) and self._words[following].lower in ADVERBS:
            following += 1
        if following >= len(self._words) or is_infinitive(self._words[following].text):
            return False
        if self._words[place - 1].lower in SO_THAT:
            word = self._words[place - 1].lower
            self._changes.doubt(f"Kontrollér tiden i sætningen efter »{word} at«.")
        joined, _ = self._before()
        rest = self._words[place + 1]
        text, end = self._clause.text, self._clause.end
        is_council = self._clause.council.length_of_name(text[rest.start : end]) > 0
        directly = all(
            near.text == "," or near.lower in PRONOUNS | ADVERBS
            for near in self._words[self._first : place]
        )
        is_inside = any(opened.word == "at" for opened in self._inside)
        if (
            joined
            and not directly
            and self._is_new_decision(joined, is_council=is_council, is_inside=is_inside)
        ):
            self._begin_again(rest)
            return True
        self._inside.append(_Opened("at", place))
        return False

    def _is_new_decision(self, joined: str, *, is_council: bool, is_inside: bool) -> bool:
        if is_inside or not joined:
            return is_council and joined in JOINING
        if joined in JOINING:
            return True
        if not is_council:
            return self._is_passive
        before = self._words[self._place - 2].lower if self._place > 1 else ""
        if before in {"til", "om", "på", "af", "ved", "for", "med", "i", "efterretning"}:
            return False
        self._changes.doubt("Kontrollér, hvor hver af indstillingens at-sætninger begynder.")
        return True

    def _begin_again(self, rest: Word) -> None:
        at = self._words[self._place]
        if any(opened.word == "at" for opened in self._inside):
            self._changes.doubt("Kontrollér, hvor hver af indstillingens at-sætninger begynder.")
        joint, last = self._words[self._place - 1], self._words[self._place - 2]
        if joint.lower in JOINING and last.text != ",":
            self._changes.insert(last.end, ",")
        self._changes.edits.append(Edit(at.start, rest.start, ""))
        self._clause.go_on(rest.start)

    def _opens(self, word: Word) -> bool:
        if word.lower in OPENING:
            joined, _ = self._before()
            return not (word.lower == "der" and joined == "" and self._place == self._first)
        after_comma = self._place > 0 and self._words[self._place - 1].text == ","
        if word.lower in OPENING_AFTER_COMMA and after_comma:
            return True
        return word.lower == "om" and any(
            self._has_own_subject(place)
            for place in range(self._place + 1, min(self._place + 5, len(self._words)))
        )

    def _has_own_subject(self, place: int) -> bool:
        """Tell whether a verb stands at `place` that is not joined to one before it."""
        word = self._words[place]
        if known_verb(word.text) is None and word.lower not in AUXILIARIES:
            return False
        before = place - 1
        while self._words[before].lower in ADVERBS:
            before -= 1
        return self._words[before].lower not in JOINING

    def _comma(self) -> None:
        """End a relative clause at its second comma, unless that stands in a list."""
        if not self._inside:
            return
        opened = self._inside[-1]
        following = self._words[self._place + 1].lower if self._place + 1 < len(self._words) else ""
        is_long = self._place - opened.place >= _REST_OF_CLAUSE
        if opened.word in RELATIVE and is_long and following not in JOINING:
            self._inside.pop()
            self._is_unsure = True

    def _maybe_verb(self, word: Word) -> None:
        if not word.text[0].islower():
            return
        verb = known_passive(word.text) if self._is_passive else known_verb(word.text)
        joined, after_comma = self._before()
        if verb is None and joined in JOINING and after_comma and word.text.endswith("er"):
            self._changes.doubt(f"Er »{word.text}« et udsagnsord her? Kontrollér det.")
        if verb is None or not joined:
            self._maybe_verb_of_its_own(word)
            return
        if self._inside and not (joined in JOINING and after_comma):
            if verb.present in DECIDING:
                self._changes.doubt(whose(word))
            return
        if len(self._inside) > 1 or self._is_unsure:
            self._changes.doubt(whose(word))
        if word.lower in NOUNS_TOO:
            self._changes.doubt(f"Er »{word.text}« et udsagnsord her? Kontrollér det.")
        self._inside.clear()
        self._put_in_past(word, verb)

    def _maybe_verb_of_its_own(self, word: Word) -> None:
        """Deal with a verb that has a subject of its own: "… og KKR X anbefaler B"."""
        if self._inside:
            return
        passive, active = known_passive(word.text), known_verb(word.text)
        if passive is not None and passive.present in DECIDING:
            if not self._is_passive:
                self._changes.doubt(f"Kontrollér »{word.text}«: der er mere end ét grundled.")
            self._changes.replace(word, f"blev {passive.participle}")
        elif active is not None and self._follows_council():
            self._changes.replace(word, active.past)
        elif active is not None or passive is not None:
            self._changes.doubt(whose(word))

    def _follows_council(self) -> bool:
        text, before = self._clause.text, self._words[self._place - 1]
        for near in self._words[max(self._place - 4, 0) : self._place]:
            length = self._clause.council.length_of_name(text[near.start : before.end])
            if length and near.start + length == before.end:
                return True
        return False

    def _put_in_past(self, word: Word, verb: Verb) -> None:
        if self._is_passive:
            self._changes.replace(word, verb.participle)
            return
        start = self._place
        while self._words[start - 1].lower in ADVERBS or self._words[start - 1].text == ".":
            start -= 1
        between = self._words[start : self._place]
        self._clause.set_verb(word, verb.past, between, self._place)
