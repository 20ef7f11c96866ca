"""PolNeAR: who says what in political news (Newell, Margolin, Ruths, LREC 2018).

An attribution is found when its source and its content are: the words of each have a token F1 of at least
0.5 with gold's. Pairs are one to one. Where gold codes no source, the answer may have none. Published
figures are per part: exact spans, and tokens in common by tokens given and coded (Pareti et al. 2013,
"strict" and "partial"; the metrics of Citron); both stand among the parts. No figure for source and
content together has been published that we know of, so the rule of a half is ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from onrecord.answers import Answer, Attributed, Question, Stretch
from onrecord.score.pairing import pair_up
from onrecord.score.shares import counts_of, figures_of
from onrecord.score.task import Figures, Item, Tally, Task
from onrecord.score.tasks.polnear_files import Coded, read_polnear

__all__ = ["ENOUGH", "TASKS", "judge_attributions"]

ENOUGH = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ROLES = ("source", "cue", "content")
_PAIRED = 10_000.0  # more than any likeness adds up to: one more pair outweighs better pairs
Words = dict[str, frozenset[int]]
"""For each role the places of its tokens in the text."""


def judge_attributions(item: Item, answer: Answer) -> Tally:
    """Give the counts of one article: attributions found, found exactly, by content alone; tokens by part."""
    coded = cast("Coded", item.gold)
    starts = [match.start() for match in _TOKEN.finditer(coded.text)]
    asked, given = _worded(coded.attributions, starts), _worded(answer.attributions, starts)
    counts: dict[str, float] = {}
    for part, likeness in _RULES.items():
        counts |= counts_of(part, len(_pairs(asked, given, likeness)), len(given), len(asked))
    for role in _ROLES:
        theirs, ours = (frozenset[int]().union(*(one[role] for one in many)) for many in (asked, given))
        counts |= counts_of(role, len(theirs & ours), len(ours), len(theirs))
    return Tally(counts)


def _worded(attributions: Iterable[Attributed], starts: list[int]) -> list[Words]:
    told = dict.fromkeys((a.source, a.cue, a.content) for a in attributions)
    return [{role: _tokens(at, starts) for role, at in zip(_ROLES, one, strict=True)} for one in told]


def _tokens(stretches: tuple[Stretch, ...], starts: list[int]) -> frozenset[int]:
    return frozenset(s for stretch in stretches for s in starts if stretch.start <= s < stretch.end)


def _pairs(
    asked: list[Words], given: list[Words], likeness: Callable[[Words, Words], float]
) -> tuple[tuple[int, int], ...]:
    scored = {(a, g): likeness(one, two) for a, one in enumerate(asked) for g, two in enumerate(given)}
    return pair_up({pair: _PAIRED + score for pair, score in scored.items() if score > 0})


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the F1 of two sets of tokens; two empty ones agree."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _found(one: Words, other: Words) -> float:
    likes = [_f1(one[role], other[role]) for role in ("source", "content")]
    return sum(likes) if min(likes) >= ENOUGH else 0.0


def _exact(one: Words, other: Words) -> float:
    return float(all(one[role] == other[role] for role in ("source", "content")))


def _content(one: Words, other: Words) -> float:
    like = _f1(one["content"], other["content"])
    return like if like >= ENOUGH else 0.0


_RULES: dict[str, Callable[[Words, Words], float]] = {
    "attributions": _found,
    "strict": _exact,
    "content_found": _content,
}


def _figures(tally: Tally) -> Figures:
    return figures_of(tally, "attributions", ("strict", "content_found", *_ROLES))


def _items(path: Path) -> Iterator[Item]:
    for coded in read_polnear(path):
        yield Item(coded.id, Question("polnear", coded.text), coded)


TASKS: tuple[Task, ...] = (
    Task(
        "polnear",
        "PolNeAR: attributions whose source and content are both found (token F1 of each at least 0.5)",
        _items,
        judge_attributions,
        _figures,
    ),
)
