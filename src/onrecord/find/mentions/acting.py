"""Evidence that an unknown capitalised word names somebody: it acts, it is told in full, it is a surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.plain_words import is_plain
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordtags import NOT_NAMES, TAGS, tag_capital
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.find.mentions.units import Unit
    from onrecord.find.sentence import Sentence

__all__ = ["acts_here", "alias_here", "defined_here", "surname_here"]

_NEAR, _TRIES, _REACH = 20_000, 8, 3
_FORCE = frozenset(
    {
        *("force", "harm", "take", "take_people", "weapon", "beat", "clash", "own", "do_to", "sayto"),
        *("leave", "move", "accuse", "group", "meet", "ask_for", "expel"),
    }
)
_ACTS = frozenset(
    row["trigger"].split()[0] for row in rows("acts") if row["class"] == "v" and row["frame"] in _FORCE
)
_VERBS = _ACTS | event_words("saying") | event_words("speaking")
_GROUP_TAGS = frozenset(TAGS[tag] for tag in ("fighter", "member", "forceword", "body"))
_LED_BY = frozenset(TAGS[tag] for tag in ("fighter", "member", "people", "role"))
_ALIASES = ("known as", "better known as", "also known as", "alias", "nicknamed")
_OF_A_PERSON = frozenset({"", TAGS["given"], TAGS["title"]})


def acts_here(sentence: Sentence, units: tuple[Unit, ...], begin: int, end: int) -> bool:
    """Tell whether the name in these units acts or speaks, or is who did it ("by X", "X fighters")."""
    if (end < len(units) and units[end].tag in _GROUP_TAGS) or _led(units, begin):
        return True
    at = units[end - 1].last + 1
    if at < len(sentence.tokens) and sentence.tokens[at].words in {"'s", "’s"} and end + 1 < len(units):
        return units[end + 1].tag in _GROUP_TAGS
    for token in sentence.tokens[at : at + _REACH]:
        if token.lemma in _VERBS and token.words[0].islower():
            return not token.words.endswith("ing")
        if token.lemma not in words_of("adverb") | words_of("auxiliary"):
            break
    before = sentence.tokens[units[begin].first - 1] if units[begin].first else None
    behind = units[begin - 2].first if begin > 1 else units[begin].first
    said = begin > 0 and before is not None and before.lemma in event_words("saying")
    done = before is not None and before.words.lower() == "by" and sentence.tokens[behind].lemma in _VERBS
    return said or done


def _led(units: tuple[Unit, ...], begin: int) -> bool:
    """Tell "a member of the XYZ": only what has members and leaders can stand there."""
    tags = [unit.tag for unit in units[max(0, begin - 3) : begin]]
    if tags and tags[-1] == TAGS["det"]:
        tags.pop()
    return len(tags) > 1 and tags[-1] == TAGS["of"] and tags[-2] in _LED_BY


def defined_here(sentence: Sentence, word: str) -> bool:
    """Tell whether the text spells an acronym out: "Sea Front of Norland (SFN)"."""
    content, start = sentence.text.content, max(0, sentence.start - _NEAR)
    at = content.find(f"({word}", start, sentence.end + _NEAR)
    if at < 0:
        return False
    ahead = content[max(0, at - 60) : at].split()[-len(word) - 2 :]
    return any(part[0].isupper() and part[0] == word[0] for part in ahead)


def surname_here(sentence: Sentence, word: str) -> bool:
    """Tell whether the text near by writes another name before the word: "Karim Zadran" for "Zadran"."""
    content, at = sentence.text.content, max(0, sentence.start - _NEAR)
    for _ in range(_TRIES):
        at = content.find(f" {word}", at, sentence.end + _NEAR)
        if at < 0:
            return False
        first = content[max(0, at - 40) : at].rpartition(" ")[2]
        if first[:1].isupper() and first[1:].islower() and first not in NOT_NAMES:
            return tag_capital(first) in _OF_A_PERSON and not is_plain(first)
        at += 1
    return False


def alias_here(sentence: Sentence, word: str) -> bool:
    """Tell whether the text near by gives the word as another name of a person: ", known as Kestrel"."""
    content, start = sentence.text.content, max(0, sentence.start - _NEAR)
    for cue in _ALIASES:
        at = content.find(f", {cue} {word}", start, sentence.end + _NEAR)
        named = content[max(0, at - 60) : max(at, 0)].split()[-2:]
        if len(named) > 1 and all(part[:1].isupper() and tag_capital(part) in _OF_A_PERSON for part in named):
            return True
    return False
