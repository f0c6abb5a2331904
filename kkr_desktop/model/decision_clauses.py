"""One clause of a recommendation becomes one clause of a decision.

"KKR X godkender A og anbefaler B" becomes "KKR X godkendte A og anbefalede B". Only the verbs
that the council itself is the subject of change. Whatever stands in a clause inside (after
"at", "som", "der", "hvordan" …) keeps its tense. Where that cannot be told for sure, the
draft says why it wants a check.
"""

import re
from dataclasses import dataclass

from kkr_desktop.model.decision_joints import JoinedVerbs
from kkr_desktop.model.decision_verbs import (
    AUXILIARIES,
    DECIDING,
    LEAVING,
    known_infinitive,
    known_passive,
    known_verb,
)
from kkr_desktop.model.decision_words import (
    ADVERBS,
    JOINING,
    NOT_VERBS,
    OPENING,
    PRONOUNS,
    STAY_BEFORE_VERB,
    Changes,
    Edit,
    Word,
    whose,
    words_in,
)

_TAKEN = frozenset({"efterretning", "orientering"})


@dataclass(frozen=True)
class Council:
    """Who decides."""

    name: str

    def length_of_name(self, text: str) -> int:
        """Return how many letters of the start of `text` name the council; 0 for none."""
        own = f"{re.escape(self.name)}|" if self.name else ""
        match = re.match(rf"(?:{own}KKR(?:[ ]+[A-ZÆØÅ]\w*)?|[Rr]ådet)(?![\w-])", text)
        if match is None or (match.group() != self.name and match.group().endswith("s")):
            return 0
        return match.end()

    @property
    def short(self) -> str:
        """What to call the council where the recommendation does not name it."""
        return self.name or "KKR"


class Clause:
    """A stretch of text from the subject, or from the verb, to the end of the sentence."""

    def __init__(self, text: str, start: int, end: int, council: Council, changes: Changes) -> None:
        self.text = text
        self.council = council
        self.changes = changes
        self.words = words_in(text, start, end)
        self._start = self.words[0].start if self.words else start
        self.end = end

    def begins_with_verb(self) -> bool:
        """Tell whether the clause has no subject of its own: "godkender A"."""
        place = self._past_adverbs(0)
        if place >= len(self.words):
            return False
        word = self.words[place].text
        return self._present(word) is not None or word.lower() in AUXILIARIES

    def draft(self, *, extra: str = "", inverted: bool = False) -> None:
        """Turn a clause with a subject into a decision.

        `extra` is an adverb that comes behind the verb; an `inverted` clause has its verb first.
        """
        if not self.words:
            return
        length = self.council.length_of_name(self.text[self._start : self.end])
        if length:
            self._draft_deed(self._start + length, extra, inverted=inverted)
        else:
            self._draft_event()

    def draft_verbs(self) -> None:
        """Turn a clause that begins with its verb, after a subject elsewhere, into a decision."""
        self._draft_deed(self._start, "", inverted=False)

    def begins_with_infinitive(self) -> bool:
        """Tell whether the clause begins as what follows "at": "godkende A"."""
        place = self._past_adverbs(0)
        return place < len(self.words) and known_infinitive(self.words[place].text) is not None

    def draft_infinitives(self) -> None:
        """Turn "godkende A og anbefale B" into "godkendte A og anbefalede B"."""
        words = self.words
        first = self._past_adverbs(0)
        verb = known_infinitive(words[first].text)
        if verb is not None:
            self.set_verb(words[first], verb.past, words[:first], first)
        is_inside = False
        for place in range(first + 1, len(words)):
            word, before = words[place], words[place - 1].lower
            is_joined = before in JOINING or before == ","
            if word.lower == "at" and not (is_joined and self._is_infinitive_at(place + 1)):
                is_inside = True
            elif is_joined and word.lower == "at":
                self.changes.edits.append(Edit(word.start, words[place + 1].start, ""))
                self._join_infinitive(words[place + 1], is_inside=is_inside, is_new=True)
            elif is_joined:
                self._join_infinitive(word, is_inside=is_inside, is_new=False)

    def _is_infinitive_at(self, place: int) -> bool:
        return place < len(self.words) and known_infinitive(self.words[place].text) is not None

    def _join_infinitive(self, word: Word, *, is_inside: bool, is_new: bool) -> None:
        verb = known_infinitive(word.text)
        if verb is None:
            return
        if is_inside:
            self.changes.doubt(whose(word))
        if is_new or not is_inside:
            self.changes.replace(word, verb.past)

    def _draft_deed(self, after_subject: int, extra: str, *, inverted: bool) -> None:
        """Turn what the council does."""
        place = next(
            (i for i, word in enumerate(self.words) if word.start >= after_subject),
            len(self.words),
        )
        found = self._verb_after(place)
        if found is None:
            return
        word = self.words[found]
        past = self._present(word.text)
        if past is None:
            self._draft_passive(place, found, after_subject)
            return
        between = self.words[place:found]
        if inverted:
            self.changes.insert(self._start, f"{past} ")
            self.changes.edits.append(Edit(word.start, self._gap_after(found), ""))
            self.changes.doubt(
                "Sætningen begynder med andet end rådets navn. Kontrollér ordstillingen."
            )
        else:
            self.set_verb(word, past, between, found, extra)
        self._walk(found + 1)

    def _present(self, word: str) -> str | None:
        """Return the past of a present, or None for another word."""
        if word.lower() in AUXILIARIES:
            return AUXILIARIES[word.lower()]
        verb = known_verb(word)
        return verb.past if verb is not None and word[:1].islower() else None

    def _past_adverbs(self, place: int) -> int:
        while place < len(self.words) and (
            self.words[place].lower in ADVERBS or self.words[place].text == "."
        ):
            place += 1
        return place

    def _verb_after(self, place: int) -> int | None:
        """Return where the council's verb stands, or None after saying that there is none."""
        words = self.words
        at = self._past_adverbs(place)
        if at >= len(words):
            self.changes.doubt("Indstillingen har intet udsagnsord.")
            return None
        in_commas = words[at].text == ","
        for index in range(at, len(words)):
            word = words[index]
            if in_commas and index > at and word.text == ",":
                in_commas = False
                self.changes.doubt("Der er en indskudt sætning før udsagnsordet. Læs efter.")
                continue
            if in_commas:
                continue
            is_verb = self._present(word.text) is not None
            if is_verb or known_passive(word.text) is not None:
                if word.lower in AUXILIARIES:
                    self.changes.doubt(
                        f"»{word.text}« siger ikke, hvad der blev besluttet. Skriv beslutningen."
                    )
                return index
            first = index == at and word.lower not in NOT_VERBS
            if (first and re.fullmatch(r"[a-zæøå]+[rs]", word.text)) or word.lower in JOINING:
                break
            if word.lower == "at" or (word.text == "," and index > at):
                break
        unknown = words[at].text
        self.changes.doubt(f"Programmet kender ikke udsagnsordet »{unknown}«. Skriv det i datid.")
        return None

    def set_verb(
        self, word: Word, past: str, between: list[Word], place: int, extra: str = ""
    ) -> None:
        """Put the verb in the past, and what stood between subject and verb behind it."""
        behind = word
        if place + 1 < len(self.words) and self.words[place + 1].lower in PRONOUNS:
            pronoun = self.words[place + 1]
            has_object = pronoun.lower == "sig" or self._ends_phrase(place + 2)
            behind = pronoun if has_object else word
        if between and between[0].lower in STAY_BEFORE_VERB:
            self.changes.doubt(f"Kontrollér, hvad »{between[0].text}« forbinder.")
        elif between and between[0].text != ",":
            moved = self.text[between[0].start : word.start].strip()
            self.changes.edits.append(Edit(between[0].start, word.start, ""))
            self.changes.doubt(
                f"»{moved}« står et andet sted i en beslutning. Kontrollér ordstillingen."
            )
            extra = f"{extra} {moved}".strip()
        self.changes.replace(word, past)
        if extra:
            self.changes.insert(behind.end, f" {extra}")

    def _ends_phrase(self, place: int) -> bool:
        return place >= len(self.words) or not self.words[place].text[0].isalpha()

    def _gap_after(self, place: int) -> int:
        return self.words[place + 1].start if place + 1 < len(self.words) else self.end

    def _draft_event(self) -> None:
        """Turn a clause about something else: "sagen drøftes", "kommunerne afsætter midler"."""
        for place, word in enumerate(self.words):
            if place and (word.text == "," or word.lower == "at" or word.lower in JOINING - {"og"}):
                break
            if word.lower in LEAVING and place:
                self.changes.replace(word, LEAVING[word.lower])
                self._walk(place + 1)
                return
            if self._present(word.text) is not None and place:
                break
            if known_passive(word.text) is not None and self._is_decided(place):
                if self._joins_undecided(place + 1):
                    break
                adverbs = place
                while adverbs and self.words[adverbs - 1].lower in ADVERBS:
                    adverbs -= 1
                self._draft_passive(adverbs, place, None)
                return
        self._frame()

    def _is_decided(self, place: int) -> bool:
        verb = known_passive(self.words[place].text)
        if verb is None or verb.present not in DECIDING:
            return False
        if verb.present == "tager":
            return any(word.lower in _TAKEN for word in self.words[place + 1 : place + 6])
        return verb.present != "giver"

    def _joins_undecided(self, place: int) -> bool:
        """Tell whether something is joined on that a decision does not do by itself."""
        for index in range(place, len(self.words)):
            word = self.words[index]
            if word.text == "," or word.lower == "at" or word.lower in OPENING:
                return False
            is_joined = self.words[index - 1].lower in JOINING
            if is_joined and known_passive(word.text) and not self._is_decided(index):
                return True
        return False

    def _draft_passive(self, adverbs: int, place: int, after_subject: int | None) -> None:
        word = self.words[place]
        verb = known_passive(word.text)
        if verb is None:
            return
        if after_subject is not None:
            self.changes.doubt("Rådet er ikke den, der handler i indstillingen. Læs efter.")
        if adverbs < place:
            moved = self.text[self.words[adverbs].start : word.start].strip()
            self.changes.doubt(
                f"»{moved}« står et andet sted i en beslutning. Kontrollér ordstillingen."
            )
            self.changes.insert(self.words[adverbs].start, "blev ")
            self.changes.replace(word, verb.participle)
        else:
            self.changes.replace(word, f"blev {verb.participle}")
        self._walk(place + 1, is_passive=True)

    def _frame(self) -> None:
        """Say that the council agreed to what others shall do or what shall be."""
        self.changes.insert(self._start, f"{self.council.short} tiltrådte, at ")
        self.changes.doubt(
            "Indstillingen siger, hvad andre skal gøre. Kontrollér, hvad der blev tiltrådt."
        )

    def _walk(self, place: int, *, is_passive: bool = False) -> None:
        JoinedVerbs(self, place, is_passive=is_passive).run()

    def go_on(self, start: int) -> None:
        """Turn the rest of the sentence as a decision of its own."""
        Clause(self.text, start, self.end, self.council, self.changes).draft()
