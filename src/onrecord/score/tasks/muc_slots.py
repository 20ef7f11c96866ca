"""muc4-slots: recall, precision and overgeneration slot by slot, as MUC-4 was scored in 1992.

Source: N. Chinchor, MUC-4 evaluation metrics, MUC-4 proceedings, 1992. A partial fill earns 0.5. Sheets
are mapped one to one where the type agrees at least in part and so does a fill of some perpetrator,
target or victim slot; of all such mappings the one of most credit is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from onrecord.score.pairing import pair_up
from onrecord.score.task import Figures, Item, Tally, Task, prf
from onrecord.score.tasks.muc_fills import CORRECT, Fill, Verdict, credit, words
from onrecord.score.tasks.muc_keys import Sheet
from onrecord.score.tasks.muc_sheets import DESCRIBED, SLOTS, Slot, sheet_of
from onrecord.score.tasks.muc_texts import read_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.answers import Answer

__all__ = ["TASK"]

_NAME = "muc4-slots"
_CONTENT = ("perpetrator_individual", "perpetrator_organisation", "target", DESCRIBED)
_CATEGORIES = ("correct", "partial", "incorrect", "spurious", "missing")


def _paired(given: Sequence[Fill], gold: Sequence[Fill], verdict: Verdict) -> dict[tuple[int, int], float]:
    weights = {
        (i, j): credit(one, other, verdict) for i, one in enumerate(given) for j, other in enumerate(gold)
    }
    return {pair: weights[pair] for pair in pair_up(weights)}


def _slot_counts(slot: Slot, given: Sheet, gold: Sheet) -> dict[str, float]:
    """Count the fills of a slot of mapped sheets by the categories of 1992."""
    mine, theirs = given.fills[slot.name], gold.fills[slot.name]
    pairs = _paired(mine, theirs, slot.verdict)
    correct = sum(value == CORRECT for value in pairs.values())
    used = {j for _, j in pairs}
    left = len(mine) - len(pairs)
    lacking = sum(not fill.optional for j, fill in enumerate(theirs) if j not in used)
    incorrect = min(left, lacking)
    numbers = (correct, len(pairs) - correct, incorrect, left - incorrect, lacking - incorrect)
    return {f"{slot.name}.{name}": float(n) for name, n in zip(_CATEGORIES, numbers, strict=True)}


def _credit(given: Sheet, gold: Sheet) -> float:
    """Weigh a pair of sheets; 0 where the conditions of mapping are not met."""
    per_slot = {
        s.name: sum(_paired(given.fills[s.name], gold.fills[s.name], s.verdict).values()) for s in SLOTS
    }
    described = sum(_paired(given.fills[DESCRIBED], gold.fills[DESCRIBED], words).values())
    content = {**per_slot, DESCRIBED: described}
    mapped = per_slot["type"] and any(content[name] for name in _CONTENT)
    return sum(per_slot.values()) if mapped else 0.0


def _read(path: Path) -> Iterator[Item]:
    return read_messages(path, _NAME)


def _judge(item: Item, answer: Answer) -> Tally:
    gold = cast("tuple[Sheet, ...]", item.gold)
    given = tuple(map(sheet_of, answer.incidents))
    pairs = pair_up({(i, j): _credit(g, k) for i, g in enumerate(given) for j, k in enumerate(gold)})
    counts: Counter[str] = Counter()
    for i, j in pairs:
        for slot in SLOTS:
            counts.update(cast("dict[str, int]", _slot_counts(slot, given[i], gold[j])))
    spurious = [sheet for i, sheet in enumerate(given) if i not in {i for i, _ in pairs}]
    missing = [sheet for j, sheet in enumerate(gold) if j not in {j for _, j in pairs} and not sheet.optional]
    for slot in SLOTS:
        counts[f"{slot.name}.unmapped_spurious"] += sum(len(s.fills[slot.name]) for s in spurious)
        counts[f"{slot.name}.unmapped_missing"] += sum(
            not fill.optional for s in missing for fill in s.fills[slot.name]
        )
    return Tally(counts)


def _figures(tally: Tally) -> Figures:
    names = [slot.name for slot in SLOTS]
    total = Tally(
        {
            f"all.{what}": sum(tally[f"{name}.{what}"] for name in names)
            for what in (*_CATEGORIES, "unmapped_spurious", "unmapped_missing")
        }
    )
    parts: dict[str, float] = {}
    for name in ("all", *names):
        parts |= _row(name, tally + total)
    precision, recall = parts["all.precision"], parts["all.recall"]
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(precision, recall, f1, parts)


def _row(name: str, tally: Tally) -> dict[str, float]:
    """Give the row of a slot: ALL TEMPLATES under plain names, mapped ones alone under `_matched`."""
    mapped = {what: tally[f"{name}.{what}"] for what in _CATEGORIES}
    every = dict(mapped)
    every["spurious"] += tally[f"{name}.unmapped_spurious"]
    every["missing"] += tally[f"{name}.unmapped_missing"]
    row = {**every, **_ratios(every)}
    row |= {f"{what}_matched": value for what, value in _ratios(mapped).items() if what in _SHARES}
    return {f"{name}.{what}": value for what, value in row.items()}


_SHARES = ("recall", "precision", "overgeneration")


def _ratios(counts: dict[str, float]) -> dict[str, float]:
    right = counts["correct"] + counts["partial"] / 2
    both = counts["correct"] + counts["partial"] + counts["incorrect"]
    possible, actual = both + counts["missing"], both + counts["spurious"]
    precision, recall, _ = prf(right, actual, possible)
    over = counts["spurious"] / actual if actual else 0.0
    return {
        "possible": possible,
        "actual": actual,
        "recall": recall,
        "precision": precision,
        "overgeneration": over,
    }


TASK = Task(
    _NAME,
    "MUC-4, eleven slots as scored in 1992, all templates (PATH: folder of texts and answer keys)",
    _read,
    _judge,
    _figures,
)
