"""One clause of a recommendation becomes one clause of a decision.

"KKR X godkender A og anbefaler B" becomes "KKR X godkendte A og anbefalede B". Only the verbs
that the council itself is the subject of change. Whatever stands in a clause inside (after
"at", "som", "der", "hvordan" …) keeps its tense. Where that cannot be told for sure, the
draft says why it wants a check.
"""

import re
from dataclasses import dataclass

from kkr_desktop.model.decision_verbs import (
    AUXILIARIES,
    DECIDING,
    NOUNS_TOO,
    Verb,
    is_infinitive,
    known_infinitive,
    known_passive,
    known_verb,
)
from kkr_desktop.model.decision_words import (
    ADVERBS,
    JOINING,
    NOT_VERBS,
    OPENING,
    OPENING_AFTER_COMMA,
    PRONOUNS,
    RELATIVE,
    Changes,
    Edit,
    Word,
    words_in,
)

_TAKEN = frozenset({"efterretning", "orientering"})
_REST_OF_CLAUSE = 3


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
            self.changes.doubt(_whose(word))
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
        if between and between[0].text != ",":
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
        _Walk(self, place, is_passive=is_passive).run()


@dataclass
class _Opened:
    """A clause inside the clause."""

    word: str
    place: int


class _Walk:
    """Goes through what follows the first verb, and finds the verbs that are joined to it."""

    def __init__(self, clause: Clause, place: int, *, is_passive: bool) -> None:
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
                self._inside.append(_Opened(word.lower, self._place))
                if word.lower == "idet":
                    self._changes.doubt("Kontrollér tiden i sætningen efter »idet«.")
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
        joined, _ = self._before()
        rest = self._words[place + 1]
        text, end = self._clause.text, self._clause.end
        is_council = self._clause.council.length_of_name(text[rest.start : end]) > 0
        directly = all(
            near.text == "," or near.lower in PRONOUNS | ADVERBS
            for near in self._words[self._first : place]
        )
        is_inside = any(opened.word == "at" for opened in self._inside)
        if joined and not directly and self._is_new_decision(joined, is_council, is_inside):
            self._begin_again(rest, is_council)
            return True
        self._inside.append(_Opened("at", place))
        return False

    def _is_new_decision(self, joined: str, is_council: bool, is_inside: bool) -> bool:  # noqa: FBT001
        if is_inside:
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

    def _begin_again(self, rest: Word, is_council: bool) -> None:  # noqa: FBT001
        at = self._words[self._place]
        clause, text = self._clause, self._clause.text
        if any(opened.word == "at" for opened in self._inside):
            self._changes.doubt("Kontrollér, hvor hver af indstillingens at-sætninger begynder.")
        self._changes.edits.append(Edit(at.start, rest.start, ""))
        made = Clause(text, rest.start, clause.end, clause.council, self._changes)
        made.draft()

    def _opens(self, word: Word) -> bool:
        if word.lower in OPENING:
            joined, _ = self._before()
            return not (word.lower == "der" and joined == "" and self._place == self._first)
        after_comma = self._place > 0 and self._words[self._place - 1].text == ","
        if word.lower in OPENING_AFTER_COMMA and after_comma:
            return True
        soon = self._words[self._place + 1 : self._place + 5]
        return word.lower == "om" and any(
            known_verb(near.text) is not None or near.lower in AUXILIARIES for near in soon
        )

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
        if verb is None or not joined:
            self._maybe_verb_of_its_own(word)
            return
        if self._inside and not (joined in JOINING and after_comma):
            if verb.present in DECIDING:
                self._changes.doubt(_whose(word))
            return
        if len(self._inside) > 1 or self._is_unsure:
            self._changes.doubt(_whose(word))
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
            self._changes.doubt(_whose(word))

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


def _whose(word: Word) -> str:
    return f"Kontrollér »{word.text}«: er det rådet, der gør det?"
