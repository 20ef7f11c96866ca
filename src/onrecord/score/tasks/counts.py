"""Counts of casualties: which rows (outcome, least and greatest number, and what else is said) a text gives.

A row is right when its outcome, low and high are; each row pairs once. The mark is micro F1 over rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from onrecord.answers import Answer, Counted, Question
from onrecord.score.task import Figures, Item, Tally, Task, prf
from onrecord.score.tasks.counts_baseline import nearest_numbers
from onrecord.score.tasks.counts_files import CELLS, UNTESTED, CountedText, CountRow, read_counts
from onrecord.score.words import Stretch, same_filler

__all__ = ["TASKS", "count_figures", "judge_counts"]

Pair = tuple[CountRow, Counted]
WORDS = frozenset({"side", "inflicted_by", "as_of"})
"""Cells that hold words of the text, right when they name the same; the others are terms and are equal."""

_SIDES = ("right", "given", "asked")


def judge_counts(item: Item, answer: Answer) -> Tally:
    """Give what one text came to: rows right, given and asked; the killed, each cell, the baseline."""
    gold = cast("CountedText", item.gold)
    pairs = _pairs(gold.rows, answer.counts)
    sizes = (len(pairs), len(answer.counts), len(gold.rows))
    counts: dict[str, float] = {"texts": 1, "texts right": float(len(set(sizes)) == 1)}
    counts |= _three("rows", *sizes)
    counts |= _three("killed", *(sum(map(_is_killed, side)) for side in (
        [one for one, _ in pairs], answer.counts, gold.rows)))  # fmt: skip
    for name in CELLS:
        counts[f"{name} right"] = sum(_agrees(one, other, name) is not False for one, other in pairs)
    simple = nearest_numbers(gold.text)
    counts |= _three("baseline", len(_pairs(gold.rows, simple)), len(simple), len(gold.rows))
    return Tally(counts | (_three(f"part {gold.part}", *sizes) if gold.part else {}))


def count_figures(tally: Tally) -> Figures:
    """Give micro F1 over rows; parts: with each cell right too, the killed, whole texts, the baseline."""
    whole = prf(*(tally[f"rows {side}"] for side in _SIDES))
    parts = {
        f"with_{name}_f1": prf(tally[f"{name} right"], tally["rows given"], tally["rows asked"])[2]
        for name in CELLS
    }
    named = [
        name[: -len(" asked")] for name in tally.counts if name.endswith(" asked") and name != "rows asked"
    ]
    for name in named:
        shares = prf(*(tally[f"{name} {side}"] for side in _SIDES))
        flat = name.replace(" ", "_")
        parts |= dict(zip((f"{flat}_precision", f"{flat}_recall", f"{flat}_f1"), shares, strict=True))
    parts["texts_right"] = tally["texts right"] / tally["texts"] if tally["texts"] else 0.0
    return Figures(*whole, parts)


def _three(name: str, right: float, given: float, asked: float) -> dict[str, float]:
    return {f"{name} right": right, f"{name} given": given, f"{name} asked": asked}


def _is_killed(row: CountRow | Counted) -> bool:
    return row.outcome == "killed"


def _pairs(gold: Sequence[CountRow], given: Sequence[Counted]) -> list[Pair]:
    """Pair rows of one outcome and the same ends, each once; of several the one with the most cells right."""
    left, pairs = list(given), []
    for row in gold:
        fitting = [one for one in left if _same_count(row, one)]
        if fitting:
            best = max(fitting, key=lambda one: sum(_agrees(row, one, name) is True for name in CELLS))
            left.remove(best)
            pairs.append((row, best))
    return pairs


def _same_count(row: CountRow, one: Counted) -> bool:
    ends = ((row.low, one.low), (row.high, one.high))
    return row.outcome == one.outcome and all(asked in (UNTESTED, given) for asked, given in ends)


def _agrees(row: CountRow, one: Counted, name: str) -> bool | None:
    """Tell whether a cell is right; None where it is not compared."""
    asked = dict(row.cells).get(name, UNTESTED)
    if asked == UNTESTED:
        return None
    given = dict(one.cells).get(name, "")
    if name not in WORDS or not (asked and given):
        return asked == given
    return same_filler((Stretch(0, 0, asked),), (Stretch(0, 0, given),))


def _items(path: Path) -> Iterator[Item]:
    for text in read_counts(path):
        yield Item(text.id, Question("counts", text.text), text)


TASKS: tuple[Task, ...] = (
    Task(
        "counts",
        "counts of casualties: rows of outcome, low and high; micro F1",
        _items,
        judge_counts,
        count_figures,
    ),
)
