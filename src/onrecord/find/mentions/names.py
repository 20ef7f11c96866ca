"""Sentence -> typed mentions: known names, shapes of names, people without a name, weapons and buildings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.mentions.nameshapes import INNER, SHAPES, Shape, outer
from onrecord.find.mentions.units import Unit, units_of
from onrecord.find.mentions.unknown import kind_of_unknown
from onrecord.find.sentence import span_of
from onrecord.find.words.event_words import event_words
from onrecord.find.words.verbs import is_verb
from onrecord.records import Mention, MentionKind, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.sentence import Lexicon, Sentence

__all__ = ["find_mentions"]

_OUTER, _INNER = outer(SHAPES), outer(INNER)
_NESTING = frozenset({MentionKind.GROUP, MentionKind.THING})
_ARTICLES = "t"
_CAPITALS = event_words("capital_city")
_BETWEEN = event_words("auxiliary") | {
    "also",
    "repeatedly",
    "still",
    "long",
    "since",
    "now",
    "always",
    "never",
    "later",
}
_GATHERINGS = frozenset({"protest", "riot"})


def find_mentions(sentence: Sentence, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Give actors, persons, places, groups and things, in order; a phrase holds the names inside it.

    An adjective of place counts inside a place phrase ("Nangarhari districts"), never inside an
    actor's name ("Afghan Taliban"). Pronouns are groups too; who they stand for is not asked here.
    """
    units = units_of(sentence, lexicon)
    tags = "".join(unit.tag for unit in units)
    found: list[Mention] = []
    for match in _OUTER.finditer(tags):
        shape = SHAPES[(match.lastindex or 1) - 1]
        begin, end = match.span()
        found.extend(_mentions(sentence, units, shape, begin, end))
        if shape.kind in _NESTING:
            found.extend(_nested(sentence, units, tags, begin, end))
    return tuple(dict.fromkeys(found))


def _mentions(
    sentence: Sentence, units: tuple[Unit, ...], shape: Shape, begin: int, end: int
) -> Iterator[Mention]:
    if shape.kind is not MentionKind.GROUP and shape.name != "thing":
        while not shape.keeps_article and units[begin].tag in _ARTICLES and begin + 1 < end:
            begin += 1
    head_begin, head_end = _head(units, shape, begin, end)
    kind = shape.kind
    if shape.name == "unknown name":
        asked = kind_of_unknown(sentence, units, begin, end)
        if asked is None:
            return
        kind = asked
    if shape.name == "known place" and units[begin].tag == "K" and _acts(sentence, units, begin):
        kind = MentionKind.ACTOR
    if shape.name == "known place" and _speaks(sentence, units, begin):
        kind = MentionKind.ACTOR
    if shape.name == "office" and end - begin == 1 and _lone(sentence, units[begin]):
        return
    yield _mention(sentence, kind, units[begin:end], units[head_begin:head_end])


def _lone(sentence: Sentence, unit: Unit) -> bool:
    """Tell a bare "Office", "Council", "Party" from "Parliament", "Police" and others that need no name."""
    return sentence.tokens[unit.first].words.lower() not in event_words("known_alone")


def _head(units: tuple[Unit, ...], shape: Shape, begin: int, end: int) -> tuple[int, int]:
    """Give the units of the head: from the first to the last with a letter of the first choice that fits."""
    for letters in shape.head.split("|"):
        fitting = [i for i in range(begin, end) if units[i].tag in letters]
        if fitting:
            return fitting[0], fitting[-1] + 1
    return begin, end


def _nested(
    sentence: Sentence, units: tuple[Unit, ...], tags: str, begin: int, end: int
) -> Iterator[Mention]:
    for match in _INNER.finditer(tags, begin, end):
        if match.span() != (begin, end):
            shape = INNER[(match.lastindex or 1) - 1]
            yield from _mentions(sentence, units, shape, *match.span())


def _mention(
    sentence: Sentence, kind: MentionKind, units: tuple[Unit, ...], head: tuple[Unit, ...]
) -> Mention:
    tokens = sentence.tokens
    span = span_of(sentence.text, tokens[units[0].first].start, tokens[units[-1].last].end)
    start, end = tokens[head[0].first].start, tokens[head[-1].last].end
    return Mention(mention_id(kind, span), kind, span, sentence.text.content[start:end])


def _acts(sentence: Sentence, units: tuple[Unit, ...], at: int) -> bool:
    """Tell whether a country acts here, as a state: "Russia launched", "agreed by Iran and China"."""
    chain = at
    while chain > 1 and units[chain - 1].tag in {",", "c"} and units[chain - 2].tag in "KA":
        chain -= 2
    before = units[chain - 1].tag if chain else ""
    if before == "y":
        return chain < 2 or units[chain - 2].tag != "p"  # noqa: PLR2004  "the border between Syria and Iraq"
    if before in {"i", "o"}:
        return False
    follow = at
    while _goes_on(units, follow):
        follow += 2
        if units[follow].tag == "t":
            follow += 1
    after = units[follow + 1].first if follow + 1 < len(units) else len(sentence.tokens)
    acts = after < len(sentence.tokens) and is_verb(sentence.tokens[after], copula=False)
    acts = acts or _is_doing(sentence, after)
    return acts and not _names_an_act(sentence, after)


def _speaks(sentence: Sentence, units: tuple[Unit, ...], at: int) -> bool:
    """Tell "Kabul denies it", where the capital stands for its state, from "Kabul fell"."""
    unit = units[at]
    first = sentence.tokens[unit.first]
    name = "_".join(token.words for token in sentence.tokens[unit.first : unit.last + 1])
    if name not in _CAPITALS or (at and units[at - 1].tag in {"i", "o"}) or not first.words[0].isupper():
        return False
    after = [token.lemma for token in sentence.tokens[unit.last + 1 : unit.last + 4]]
    verb = next((lemma for lemma in after if lemma not in _BETWEEN), "")
    return verb in event_words("state_verb")


def _is_doing(sentence: Sentence, at: int) -> bool:
    """Tell "Norland is rejecting this", "Norland has armed them" by an auxiliary and its verb."""
    pair = sentence.tokens[at : at + 2]
    return (
        len(pair) > 1
        and pair[0].lemma in {"be", "have"}
        and pair[1].words.endswith("ing")
        and is_verb(pair[1])
    )


def _goes_on(units: tuple[Unit, ...], at: int) -> bool:
    """Tell whether another state or group follows: ", Iran", "and the Taliban"."""
    tags = "".join(unit.tag for unit in units[at + 1 : at + 4])
    return tags[:1] in {",", "c"} and (
        tags[1:2] in {"K", "A"} or (tags[1:2] == "t" and tags[2:3] in {"K", "A"})
    )


def _names_an_act(sentence: Sentence, at: int) -> bool:
    """Tell "Norland protests continue" from "Norland protests against it": the first has a verb behind."""
    token = sentence.tokens[at]
    if token.lemma not in _GATHERINGS or not token.words.endswith("s"):
        return False
    return at + 1 >= len(sentence.tokens) or is_verb(sentence.tokens[at + 1])
