"""muc4-templates: micro F1 of types and fillers under the best mapping of templates, as GTT is scored.

Source: X. Du, A. Rush, C. Cardie, Template filling with generative transformers, NAACL 2021. Their
scorer tries every mapping; here pairings of greatest weight find the same one in polynomial time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from onrecord.score.pairing import pair_up
from onrecord.score.task import Figures, Item, Tally, Task
from onrecord.score.tasks.muc_forms import ROLES, Template, bare_fillers, templates_of
from onrecord.score.tasks.muc_jsonl import read_jsonl
from onrecord.score.tasks.muc_rme import rme_counts, rme_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.answers import Answer

__all__ = ["TASK", "best_mapping", "harmonic", "pair_counts"]

_NAME = "muc4-templates"
_ROWS = ("type", *ROLES)
_ROUNDS = 8
Pair = tuple[int, int]


def pair_counts(given: Template, gold: Template) -> Mapping[str, int]:
    """Count what is right in a pair of templates: `ROW.right_given` and `ROW.right_asked`.

    Nothing is right unless the type given is part of the gold one ("attack" of "bombing / attack").
    A filler given is right when some gold filler has all of its mentions.
    """
    if given.type not in gold.type:
        return {}
    counts = {"type.right_given": 1, "type.right_asked": 1}
    for role, mine, theirs in zip(ROLES, given.fillers, gold.fillers, strict=True):
        held = [(i, j) for i, m in enumerate(mine) for j, t in enumerate(theirs) if set(m) <= set(t)]
        counts[f"{role}.right_given"] = len({i for i, _ in held})
        counts[f"{role}.right_asked"] = len({j for _, j in held})
    return counts


def harmonic(right_given: float, given: float, right_asked: float, asked: float) -> float:
    """Give F1 where precision and recall have numerators of their own."""
    precision = right_given / given if given else 0.0
    recall = right_asked / asked if asked else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def best_mapping(given: Sequence[Template], gold: Sequence[Template]) -> tuple[Pair, ...]:
    """Map templates one to one so that F1 is greatest.

    F1 is a concave function of the two numerators: pairings are weighted by its slope, which is found
    anew at each pairing until F1 no longer rises.
    """
    found = {
        (i, j): counts
        for i, mine in enumerate(given)
        for j, theirs in enumerate(gold)
        if (counts := _both(pair_counts(mine, theirs)))
    }
    sizes = _size(given), _size(gold)
    slope: tuple[float, float] = sizes
    best: tuple[Pair, ...] = ()
    for _ in range(_ROUNDS):
        pairs = pair_up({pair: slope[0] * a + slope[1] * b for pair, (a, b) in found.items()})
        if not pairs or _f1(pairs, found, sizes) <= _f1(best, found, sizes):
            break
        best = pairs
        right = _sums(best, found)
        slope = sizes[0] / right[0] ** 2, sizes[1] / right[1] ** 2
    return best


def _both(counts: Mapping[str, int]) -> tuple[int, int] | None:
    if not counts:
        return None
    return (
        sum(counts[f"{row}.right_given"] for row in _ROWS),
        sum(counts[f"{row}.right_asked"] for row in _ROWS),
    )


def _size(templates: Sequence[Template]) -> int:
    return sum(1 + sum(map(len, template.fillers)) for template in templates)


def _sums(pairs: Sequence[Pair], found: Mapping[Pair, tuple[int, int]]) -> tuple[int, int]:
    return sum(found[pair][0] for pair in pairs), sum(found[pair][1] for pair in pairs)


def _f1(pairs: Sequence[Pair], found: Mapping[Pair, tuple[int, int]], sizes: tuple[int, int]) -> float:
    right = _sums(pairs, found)
    return harmonic(right[0], sizes[0], right[1], sizes[1])


def _bare(templates: Sequence[Template]) -> list[Template]:
    return [Template(t.type, tuple(map(bare_fillers, t.fillers))) for t in templates]


def _read(path: Path) -> Iterator[Item]:
    return read_jsonl(path, _NAME)


def _judge(item: Item, answer: Answer) -> Tally:
    gold = _bare(cast("tuple[Template, ...]", item.gold))
    given = _bare(templates_of(answer.incidents))
    counts: Counter[str] = Counter()
    for side, templates in (("given", given), ("asked", gold)):
        counts[f"type.{side}"] += len(templates)
        for template in templates:
            counts.update({f"{r}.{side}": len(f) for r, f in zip(ROLES, template.fillers, strict=True)})
    for i, j in best_mapping(given, gold):
        counts.update(pair_counts(given[i], gold[j]))
    return Tally({**counts, **rme_counts(given, gold)})


def _row(tally: Tally, rows: Sequence[str]) -> tuple[float, float, float]:
    sums = {
        what: sum(tally[f"{row}.{what}"] for row in rows)
        for what in ("right_given", "given", "right_asked", "asked")
    }
    precision = sums["right_given"] / sums["given"] if sums["given"] else 0.0
    recall = sums["right_asked"] / sums["asked"] if sums["asked"] else 0.0
    return precision, recall, harmonic(*sums.values())


def _figures(tally: Tally) -> Figures:
    parts: dict[str, float] = {}
    for row in _ROWS:
        figures = _row(tally, (row,))
        parts |= zip((f"{row}.precision", f"{row}.recall", f"{row}.f1"), figures, strict=True)
    return Figures(*_row(tally, _ROWS), parts | rme_figures(tally))


TASK = Task(
    _NAME,
    "MUC-4, templates with type and five roles: GTT's micro F1, with CEAF-RME in its parts (PATH: jsonl)",
    _read,
    _judge,
    _figures,
)
