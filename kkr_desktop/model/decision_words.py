"""A sentence as words with their places, and changes to it that keep every other letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-’'./]\w+)*-?|[^\w\s]")
_CLOSING = {"(": ")", "[": "]", "»": "«", "“": "”", "„": "“", "”": "”", '"': '"'}
_SENTENCE_END = re.compile(r"[.!?][)\]»«”“\"]*\s+(?=[A-ZÆØÅ»„“”\"(])")
_ABBREVIATIONS_TEXT = """
adm art bl.a bl ca d dvs e.l ekskl el eks evt f.eks f.s.v.a f.t fhv fx hhv i.f.t ift inkl jf kap
kl kr lign litra m.fl m.m m.v maks max mht mia min mio mv nr o.l osv p.t pct pga pkt pr ref s sek
stk str tlf udg v vedr vha
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())

_ADVERBS = """
aldrig alene allerede altid atter bl.a blot desuden dog endelig endnu endvidere fortløbende
fortsat foreløbig foreløbigt fremadrettet fremover fuldt gerne ganske generelt herefter herudover
hermed ikke igen imidlertid kun kraftigt ligeledes løbende midlertidigt navnlig nu næppe også
overordnet principielt samlet samtidig samtidigt særligt særlig således stadig straks tillige
tilsvarende udelukkende udtrykkeligt yderligere
"""
ADVERBS = frozenset(_ADVERBS.split())
JOINING = frozenset({"og", "samt", "men", "eller"})
_OPENING = """
som der hvilket hvilke hvilken hvem hvad hvor hvordan hvorfor hvorvidt hvornår hvis når fordi idet
mens selvom såfremt medmindre hvorved hvorefter hvortil hvorfra hvori hvormed
"""
OPENING = frozenset(_OPENING.split())
_OPENING_AFTER_COMMA = """
da efter for før inden indtil om siden så uanset
"""
OPENING_AFTER_COMMA = frozenset(_OPENING_AFTER_COMMA.split())
RELATIVE = frozenset({"som", "der", "hvilket", "hvor"})
STAY_BEFORE_VERB = frozenset({"både", "enten", "hverken"})
"""What joins two verbs stays before the first of them: "KKR hverken godkendte eller afviste"."""
OF_A_LATER_TIME = frozenset({"mens", "når"})
SO_THAT = frozenset({"således", "sådan"})
PRONOUNS = frozenset({"sig", "den", "det", "dem"})
_NOT_VERBS = """
under over efter eller per alle flere hver bedre siden senest hos vores deres jeres os gennem
mellem er her der især samlet ellers derfor hvor sammen
"""
NOT_VERBS = frozenset(_NOT_VERBS.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of punctuation, with where it stands."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Edit:
    """That the letters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass
class Changes:
    """What is to change in a text, and why somebody should look at it."""

    edits: list[Edit] = field(default_factory=list[Edit])
    reasons: list[str] = field(default_factory=list[str])

    def replace(self, word: Word, text: str) -> None:
        """Let a word become another."""
        self.edits.append(Edit(word.start, word.end, text))

    def insert(self, place: int, text: str) -> None:
        """Put something in."""
        self.edits.append(Edit(place, place, text))

    def doubt(self, reason: str) -> None:
        """Ask for a check; the same reason is given once."""
        if reason not in self.reasons:
            self.reasons.append(reason)


def words_in(text: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch, without what is quoted or in parentheses."""
    hidden = list(_hidden(text, start, end))
    return [
        Word(match.group(), match.start(), match.end())
        for match in _WORD.finditer(text, start, end)
        if not any(first <= match.start() < last for first, last in hidden)
    ]


def _hidden(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    while place < end:
        closing = _CLOSING.get(text[place])
        found = text.find(closing, place + 1, end) if closing else -1
        if found < 0:
            place += 1
        else:
            yield place, found + 1
            place = found + 1


def sentences_in(text: str) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends; an abbreviation or an ordinal ends none."""
    hidden = list(_hidden(text, 0, len(text)))
    found: list[tuple[int, int]] = []
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        if any(first <= match.start() < last - 1 for first, last in hidden):
            continue
        if text[match.start()] == "." and _is_abbreviation(text[begin : match.start()]):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    if begin < len(text):
        found.append((begin, len(text)))
    return found


def _is_abbreviation(before: str) -> bool:
    last = before.split()[-1].lstrip('(»„“"').lower() if before.split() else ""
    is_initial = len(last) == 1 and last.isalpha()
    is_ordinal = last.isdigit() and len(last) <= 2
    return last in _ABBREVIATIONS or is_initial or is_ordinal


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with the changes made to it."""
    made: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        made += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*made, text[place:]])


def whose(word: Word) -> str:
    """Return the reason for a check where a verb may have another subject."""
    return f"Kontrollér »{word.text}«: er det rådet, der gør det?"
