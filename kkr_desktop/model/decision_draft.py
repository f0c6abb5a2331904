"""Proposes the decision that a recommendation leads to.

"Det indstilles, at KKR X godkender A og anbefaler B" becomes "KKR X godkendte A og anbefalede
B". A proposal is never more than that: whatever may read wrongly is named in `reasons`, and
what cannot be understood is left as it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from kkr_desktop.model.decision_clauses import Clause, Council
from kkr_desktop.model.decision_doubts import doubts_about
from kkr_desktop.model.decision_verbs import AUXILIARIES, known_verb
from kkr_desktop.model.decision_words import Changes, Edit, edited, sentences_in
from kkr_desktop.model.richtext import (
    Block,
    ListItem,
    Paragraph,
    RichText,
    Run,
    Table,
    from_plain_text,
    rich_text,
)

_NAMED_COUNCIL = re.compile(r"\bKKR [A-ZÆØÅ]\w*\b(?<!s)")
"""A name in the genitive is left out: it need not be the council that decides."""
_LABEL = re.compile(r"\s*(?:Indstilling|Indstillingen er)\s*:\s*", re.IGNORECASE)
_ADVERB = r"(?:endvidere|desuden|samtidigt?|herudover|også|derfor|yderligere|endelig|videre)"
_TO = r"(?:\s+(?:til\s+|over\s+for\s+)?(?P<to>KKR(?:[ ]+(?-i:[A-ZÆØÅ])\w*)?\b|rådet\b))"
_PROPOSED = r"(?:indstilles|foreslås|anbefales|henstilles)"
_PROPOSES = r"(?:indstiller|foreslår|anbefaler|henstiller)"
_INTRODUCTIONS = (
    re.compile(
        rf"\s*Det\s+{_PROPOSED}(?:\s+(?P<adverb>{_ADVERB}))?{_TO}?(?:\s*,?\s*at\b\s*:?|\s*[,:])\s*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\s*(?P<before>[^,.;:]{{3,80}}?)\s+{_PROPOSED}\s+det{_TO}?\s*,?\s*at\b\s*:?\s*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\s*(?P<forum>[^.;:]{{2,120}}?)\s+{_PROPOSES}(?:\s+(?P<adverb>{_ADVERB}))?{_TO}?"
        r"(?:\s*,?\s*at\b\s*:?|\s*:)\s*",
        re.IGNORECASE,
    ),
)
_MARK = re.compile(r"\s*(?:[-–•*]|\(?\d{1,2}[.)]|\(?[a-zæøå][.)])\s+")
_ONLY_SUBJECT = re.compile(r"[\s:,]*$")
_LOOSE_END = re.compile(r"\s*(?:[,;]\s*)?(?:\b(?:og|samt)\s*)?$")
_STANDS_AS_IT_IS = (
    "En sætning er ikke en indstilling og står uændret. Slet den, hvis den ikke hører med."
)


@dataclass(frozen=True, slots=True)
class DecisionProposal:
    """A draft of a decision, and why it wants a check (empty when nothing is in doubt)."""

    text: RichText
    reasons: tuple[str, ...] = ()

    @property
    def needs_check(self) -> bool:
        """Whether something in the draft may read wrongly."""
        return bool(self.reasons)


def propose_decision(recommendation: RichText, council: str = "") -> DecisionProposal:
    """Return the decision that `recommendation` leads to when the council follows it.

    `council` is the council's full name, used where a sentence does not name it; without it,
    the name that stands elsewhere in the recommendation is used.
    """
    if recommendation.is_empty:
        return DecisionProposal(RichText())
    return _Draft(recommendation, Council(council or _council_named_in(recommendation))).made()


def propose_plain(recommendation: str, council: str = "") -> DecisionProposal:
    """Return the same for a recommendation of plain lines."""
    return propose_decision(from_plain_text(recommendation), council)


def _council_named_in(recommendation: RichText) -> str:
    """Return the one council that a recommendation names in full, or "" for none or several."""
    named = {found.group() for found in _NAMED_COUNCIL.finditer(recommendation.plain_text())}
    return named.pop() if len(named) == 1 else ""


class _Expects(Enum):
    """What the blocks after an introduction are."""

    SENTENCES = auto()
    CLAUSES = auto()
    VERBS = auto()
    OBJECTS = auto()


class _Draft:
    """Goes through the blocks of a recommendation."""

    def __init__(self, recommendation: RichText, council: Council) -> None:
        self._blocks = [block for block in recommendation.blocks if _is_worth_keeping(block)]
        self._council = council
        self._changes = Changes()
        self._expects = _Expects.SENTENCES
        self._level = 0
        self._made: list[Block] = []

    def made(self) -> DecisionProposal:
        """Return the whole."""
        for place, block in enumerate(self._blocks):
            if isinstance(block, Paragraph | ListItem):
                self._draft_block(block, self._blocks[place + 1 :])
            else:
                self._made.append(block)
        for block in self._made:
            for doubt in doubts_about(_text_of(block)):
                self._changes.doubt(doubt)
        return DecisionProposal(rich_text(self._made), tuple(self._changes.reasons))

    def _draft_block(self, block: Paragraph | ListItem, following: Sequence[Block]) -> None:
        text = _text_of(block)
        start = _start_of(text)
        if isinstance(block, ListItem):
            if not self._made or not isinstance(self._made[-1], ListItem):
                self._level = block.level
            if block.level > self._level:
                self._made.append(block)
                return
        self._changes.edits = []
        if self._expects in {_Expects.SENTENCES, _Expects.OBJECTS} or _introduction(
            text, start, self._council
        ):
            is_entry = isinstance(block, ListItem) or _MARK.match(text) is not None
            is_dropped = self._draft_sentences(text, start, following, is_entry=is_entry)
        else:
            is_dropped = self._draft_entry(text, start)
        if not is_dropped:
            self._made.append(_with(block, self._changes.edits))

    def _draft_entry(self, text: str, start: int) -> bool:
        """Turn an entry of a list that an introduction began."""
        first, *others = sentences_in(text[start:]) or [(0, len(text) - start)]
        begin, end = start + first[0], start + first[1]
        clause = self._clause(text, begin, end)
        is_at = re.match(r"\s*at\b\s*", text[begin:end], re.IGNORECASE)
        if self._expects is _Expects.VERBS and is_at is None:
            if clause.begins_with_verb():
                clause.draft_verbs()
            elif clause.begins_with_infinitive():
                clause.draft_infinitives()
            else:
                self._changes.doubt("Et punkt begynder ikke med et udsagnsord, programmet kender.")
        else:
            after_at = begin + (is_at.end() if is_at else 0)
            inner = self._clause(text, after_at, end)
            if inner.begins_with_infinitive():
                inner.draft_infinitives()
            elif inner.begins_with_verb():
                inner.draft_verbs()
            else:
                inner.draft()
            if after_at > begin:
                self._changes.edits.append(Edit(begin, after_at, ""))
            self._end_sentence(text, end, is_last=not others)
            self._capitalise(text, after_at)
        for other in others:
            self._draft_sentence(text, start + other[0], start + other[1])
        return False

    def _end_sentence(self, text: str, end: int, *, is_last: bool) -> None:
        """Let a clause that became a sentence end as one."""
        loose = _LOOSE_END.search(text[:end])
        if is_last and loose is not None and loose.group().strip():
            self._changes.edits.append(Edit(loose.start(), end, "."))

    def _draft_sentences(
        self, text: str, start: int, following: Sequence[Block], *, is_entry: bool
    ) -> bool:
        """Turn a block of sentences; True when nothing of it is left to be shown."""
        is_dropped = False
        if self._expects is not _Expects.OBJECTS or _introduction(text, start, self._council):
            self._expects = _Expects.SENTENCES
        elif is_entry:
            self._doubt_verb_among_objects(text, start)
            return False
        for begin, end in sentences_in(text[start:]):
            is_dropped = self._draft_sentence(text, start + begin, start + end, following)
        return is_dropped

    def _doubt_verb_among_objects(self, text: str, start: int) -> None:
        if self._clause(text, start, len(text)).begins_with_verb():
            self._changes.doubt("Et punkt på listen begynder måske med et udsagnsord. Læs efter.")

    def _draft_sentence(
        self, text: str, begin: int, end: int, following: Sequence[Block] = ()
    ) -> bool:
        """Turn one sentence; True when it was only an introduction to what follows."""
        if not text[begin:end].strip():
            return False
        label = _LABEL.match(text, begin, end)
        inside = label.end() if label else begin
        found = _introduction(text[:end], inside, self._council)
        if found is None:
            return self._draft_bare(text, begin, inside, end, following)
        clause_start = found.end()
        subject = self._council.length_of_name(text[clause_start:end])
        if _ONLY_SUBJECT.match(text[clause_start + subject : end]):
            return self._introduce(text, begin, clause_start, end, subject, found, following)
        self._draft_whole(text, begin, end, found)
        return False

    def _draft_bare(
        self, text: str, begin: int, inside: int, end: int, following: Sequence[Block]
    ) -> bool:
        """Turn a sentence without introduction: "KKR X godkender A", "At godkende A"."""
        at = re.match(r"\s*at\b\s*", text[inside:end], re.IGNORECASE)
        start = inside + (at.end() if at else _blanks(text, inside, end))
        subject = self._council.length_of_name(text[start:end])
        is_clause = bool(subject) or at is not None
        if subject and _ONLY_SUBJECT.match(text[start + subject : end]):
            if not following:
                self._changes.doubt("Indstillingen har intet udsagnsord.")
            self._expects = _Expects.VERBS
            self._changes.edits.append(Edit(begin, start, ""))
            return False
        if not is_clause:
            self._changes.doubt(_STANDS_AS_IT_IS)
            self._changes.edits.append(Edit(begin, inside, ""))
            return False
        self._changes.edits.append(Edit(begin, start, ""))
        clause = self._clause(text, start, end)
        if clause.begins_with_infinitive():
            self._changes.insert(start, f"{self._council.short} ")
            clause.draft_infinitives()
        else:
            clause.draft()
            self._capitalise(text, start)
        self._expects = self._after(text, end)
        return False

    def _draft_whole(self, text: str, begin: int, end: int, found: re.Match[str]) -> None:
        """Turn "Det indstilles, at KKR X godkender A"."""
        start = found.end()
        groups = found.groupdict()
        clause = self._clause(text, start, end)
        before = groups.get("before") or ""
        subject = self._council.length_of_name(text[start:end])
        if clause.begins_with_infinitive():
            self._changes.edits.append(Edit(begin, start, f"{self._addressed(found)} "))
            self._leave_out_between(groups)
            clause.draft_infinitives()
        elif before and subject:
            self._changes.edits.append(Edit(begin, start, f"{before.strip()} "))
            clause.draft(inverted=True)
        else:
            self._changes.edits.append(Edit(begin, start, ""))
            if before:
                self._leave_out(before)
            clause.draft(extra=(groups.get("adverb") or "").lower())
            self._capitalise(text, start)
        self._expects = self._after(text, end)

    def _after(self, text: str, end: int) -> _Expects:
        """Return what may follow a sentence: the rest of it, when it ends openly."""
        last = text[:end].rstrip()
        if last.endswith(":"):
            return _Expects.OBJECTS
        if re.search(r"(?:,|\b(?:og|samt))$", last):
            return _Expects.VERBS
        return _Expects.SENTENCES if last.endswith((".", "!", "?")) else _Expects.OBJECTS

    def _introduce(
        self,
        text: str,
        begin: int,
        clause_start: int,
        end: int,
        subject: int,
        found: re.Match[str],
        following: Sequence[Block],
    ) -> bool:
        """Deal with an introduction that a list follows: "Det indstilles, at KKR X"."""
        groups = found.groupdict()
        self._leave_out_between(groups)
        if not following:
            self._changes.doubt("Indstillingen har intet udsagnsord.")
        if subject:
            self._changes.edits.append(Edit(begin, clause_start, ""))
            self._expects = _Expects.VERBS
            return False
        entry = next((_text_of(b) for b in following if isinstance(b, Paragraph | ListItem)), "")
        first = _start_of(entry)
        clause = self._clause(entry, first, len(entry))
        at = re.match(r"at\s+", entry[first:], re.IGNORECASE)
        after_at = self._clause(entry, first + (at.end() if at else 0), len(entry))
        is_verb = clause.begins_with_verb() or after_at.begins_with_infinitive()
        if is_verb or not following:
            self._expects = _Expects.VERBS
            self._changes.edits.append(Edit(begin, end, self._addressed(found)))
            return False
        self._expects = _Expects.CLAUSES
        return True

    def _addressed(self, found: re.Match[str]) -> str:
        """Return the council that the introduction speaks to, or the one that this is about."""
        to = found.groupdict().get("to")
        if to and self._council.length_of_name(to) == len(to) and to != "KKR":
            return to[:1].upper() + to[1:]
        return self._council.short

    def _leave_out_between(self, groups: dict[str, str | None]) -> None:
        for left_out in (groups.get("before"), groups.get("adverb")):
            if left_out:
                self._leave_out(left_out)

    def _leave_out(self, words: str) -> None:
        self._changes.doubt(f"»{words.strip()}« er ikke taget med fra indstillingen.")

    def _capitalise(self, text: str, start: int) -> None:
        """Begin a sentence with a capital letter, unless something was put before it."""
        if start >= len(text) or any(
            edit.start == edit.end == start for edit in self._changes.edits
        ):
            return
        if any(edit.start <= start < edit.end for edit in self._changes.edits):
            return
        self._changes.edits.append(Edit(start, start + 1, text[start].upper()))

    def _clause(self, text: str, start: int, end: int) -> Clause:
        return Clause(text, start, end, self._council, self._changes)


def _introduction(text: str, start: int, council: Council) -> re.Match[str] | None:
    """Return the "Det indstilles, at" or "K29 indstiller, at" that stands at `start`."""
    for pattern in _INTRODUCTIONS:
        found = pattern.match(text, start)
        if found is None:
            continue
        forum = found.groupdict().get("forum") or ""
        name = council.length_of_name(forum)
        if forum and (name or not forum[:1].isupper() or _has_verb(forum)):
            continue
        return found
    return None


def _has_verb(words: str) -> bool:
    """Tell whether there is more than a name in `words`."""
    return any(known_verb(word) is not None or word in AUXILIARIES for word in words.split())


def _is_worth_keeping(block: Block) -> bool:
    return isinstance(block, Table) or bool(_text_of(block).strip())


def _text_of(block: Block) -> str:
    return "" if isinstance(block, Table) else "".join(run.text for run in block.runs)


def _start_of(text: str) -> int:
    """Return where the words of a line begin, after a list mark that was typed."""
    mark = _MARK.match(text)
    return mark.end() if mark else _blanks(text, 0, len(text))


def _blanks(text: str, start: int, end: int) -> int:
    return len(text[start:end]) - len(text[start:end].lstrip())


def _with(block: Paragraph | ListItem, edits: Sequence[Edit]) -> Paragraph | ListItem:
    """Return the block with the changes made to it; every letter that stays keeps its look."""
    runs: list[Run] = []
    place = 0
    for run in block.runs:
        after = place + len(run.text)
        is_last = run is block.runs[-1]
        own: list[Edit] = []
        for edit in edits:
            starts_here = place <= edit.start < after or (is_last and edit.start == after)
            start, end = max(edit.start, place), min(edit.end, after)
            if starts_here or start < end:
                shifted = Edit(start - place, max(start, end) - place, edit.text)
                own.append(shifted if starts_here else replace(shifted, text=""))
        runs.append(replace(run, text=edited(run.text, own)))
        place = after
    return replace(block, runs=tuple(runs))
