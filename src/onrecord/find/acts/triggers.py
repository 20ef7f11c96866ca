"""Words that name an act, found by an index on their first lemma; guards from not_acts.csv are honoured."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordforms import is_noun_here, noun_key, past
from onrecord.find.words.wordtags import TAGS, tag_plain
from onrecord.vocabulary import Row, rows

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["Trigger", "find_triggers"]

_GAP = 7
_LEADING = frozenset(
    {"of", "including", "to", "for", "with", "from", "against", "on", "in", "by", "between", "two"}
)
_NOUNS = frozenset(TAGS[tag] for tag in ("fighter", "member", "people", "forceword", "body", "role", "thing"))
_NOUN_FIRST = frozenset({"fire", "call"})  # "a fire on the coast" is no "fire on"
_STOPS = frozenset({",", ";", ":", ".", "—", "(", ")"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of acts.csv and the tokens, first to last, on which it fired."""

    row: Row
    first: int
    last: int
    tokens: frozenset[int]
    nominal: bool


def _index(table: str, column: str) -> dict[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    found: defaultdict[str, list[tuple[tuple[str, ...], Row]]] = defaultdict(list)
    for row in rows(table):
        words = tuple(row[column].split())
        found[words[0]].append((words, row))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


_ACTS = _index("acts", "trigger")
_GUARDS = _index("not_acts", "words")
_NOUN_TRIGGERS = frozenset(row["trigger"] for row in rows("acts") if row["class"] == "n") | {
    "fight",
    "target",
    "train",
    "shell",
    "torch",
    "loot",
    "found",
    "fault",
    "blame",
    "visit",
}


def find_triggers(frame: Frame) -> tuple[Trigger, ...]:
    """Give the triggers of a sentence, longest first where they overlap, in order of place."""
    blocked = _guarded(frame)
    found = []
    for at, token in enumerate(frame.tokens):
        for key in {token.lemma, noun_key(token.words)}:
            found.extend(_at(frame, at, _ACTS.get(key, ())))
    found.sort(key=lambda t: (-len(t.tokens), t.first, t.nominal))
    kept: list[Trigger] = []
    taken = set(blocked)
    for trigger in found:
        if not trigger.tokens & taken:
            kept.append(trigger)
            taken |= trigger.tokens
    return tuple(sorted(kept, key=lambda t: t.first))


def _guarded(frame: Frame) -> frozenset[int]:
    covered: set[int] = set()
    for at, token in enumerate(frame.tokens):
        for key in {token.lemma, noun_key(token.words), token.words.lower()}:
            for words, _ in _GUARDS.get(key, ()):
                tokens = _match(frame, at, words)
                if tokens:
                    covered |= tokens
    return frozenset(covered)


def _at(frame: Frame, at: int, entries: tuple[tuple[tuple[str, ...], Row], ...]) -> list[Trigger]:
    found = []
    for words, row in entries:
        tokens = _match(frame, at, words)
        if not tokens:
            continue
        nominal = row["class"] == "n"
        main = max(tokens) if nominal else at
        asked = (
            (len(words) == 1 and not _only_verb(frame, at, words[0])) or nominal or words[0] in _NOUN_FIRST
        )
        if asked and is_noun_here(frame, main) != nominal:
            continue
        if nominal and words[-1] != noun_key(frame.tokens[main].words) and len(words) == 1:
            continue
        if not nominal and len(words) == 1 and (_is_adjective(frame, at) or _in_a_name(frame, at)):
            continue
        found.append(Trigger(row, min(tokens), max(tokens), tokens, nominal))
    return found


def _only_verb(frame: Frame, at: int, trigger: str) -> bool:
    """Tell words that no noun shares ("kills", "injures"): headlines put them behind any word."""
    lower = frame.tokens[at].words.lower()
    before = frame.tokens[at - 1].words.lower() if at else ""
    plain = not lower.endswith("ing") and trigger not in _NOUN_TRIGGERS
    return plain and lower in {trigger, f"{trigger}s"} and before not in words_of("determiner")


def _is_adjective(frame: Frame, at: int) -> bool:
    """Tell "Banned outfits met", "of wounded soldiers" from verbs: a participle that opens a noun phrase."""
    acting = frame.tokens[at].words.endswith("ing") and at > 0 and frame.tokens[at - 1].words.lower() == "by"
    if not (past(frame, at) or acting) or at + 1 >= len(frame.tokens) or frame.tokens[at].words.isupper():
        return False
    opens = at == 0 or frame.tokens[at - 1].words.lower() in _LEADING
    following = frame.tokens[at + 1]
    noun = following.words[0].isalpha() and tag_plain(following.words, following.lemma) in _NOUNS
    return opens and (noun or following.words[0].isupper())


def _in_a_name(frame: Frame, at: int) -> bool:
    """Tell a capital inside a sentence behind another one ("US Bomb"): no verb of running text has one."""
    token = frame.tokens[at]
    if at == 0 or token.words != token.lemma.capitalize():
        return False
    return frame.tokens[at - 1].words[0].isupper()


def _match(frame: Frame, at: int, words: tuple[str, ...]) -> frozenset[int]:
    """Give the tokens that these lemmas stand on, from `at`; nothing where they do not."""
    tokens, gap = [at], 0
    index = at + 1
    for word in words[1:]:
        if word == "..":
            gap = _GAP
            continue
        limit = min(index + gap, len(frame.tokens) - 1)
        while index < limit and not _is(frame, index, word):
            if frame.tokens[index].words in _STOPS:
                return frozenset()
            index += 1
        if index >= len(frame.tokens) or not _is(frame, index, word):
            return frozenset()
        tokens.append(index)
        index, gap = index + 1, 0
    return frozenset(tokens)


def _is(frame: Frame, at: int, word: str) -> bool:
    token = frame.tokens[at]
    return word in {"*", token.lemma, token.words.lower()} or word == noun_key(token.words)
