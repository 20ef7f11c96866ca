"""How likely a stretch belongs to a cue: what the network says of the pair, weighed with where the two stand.

The weights of a linear logistic model over FEATURES come with the reader's settings; without them the
network's word counts alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import pair_logits
from onrecord.find.models.trained.spans import Found
from onrecord.find.models.trained.weights import Weights

__all__ = ["BASE", "FEATURES", "NEAR", "PARTS", "Owning", "owning", "weighed"]

NEAR = 600
"""Characters between the begins of a cue and of what may belong to it; training asks as far as 900."""
PARTS = ("source", "content")
"""What belongs to a cue, in the order of the head's classes."""
FEATURES = (
    *("odds", "cue", "stretch", "over other cues", "over other stretches"),
    *("gap", "behind", "gap behind", "cues between", "stretches between", "sentences between"),
    *("lines between", "length"),
)
"""Log odds of the pair, of the cue and of the stretch, and by how much the pair beats the best pair of its
stretch with another cue, and of its cue with another stretch; the logarithm of the characters between the
two, whether the stretch is the later, what stands between them, and the logarithm of its length."""
BASE = "base"
"""The name of what is added to every sum."""
FURTHEST = 9.0
"""Log odds are held this near to 0."""
NOBODY = -7.0
"""The log odds of the best other pair where there is none."""
MOST_BETWEEN, MOST_SENTENCES = 4, 3
_ENDS = re.compile(r"[.!?][”\"]?\s")
_LINES = re.compile("\n")
Whole = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]


class Owning(NamedTuple):
    """Pairs of a cue and a stretch by their numbers, [pairs, 2], and the features of each."""

    pairs: Whole
    features: Doubles


class Places(NamedTuple):
    """Begins and ends of stretches in order, and their log odds."""

    starts: Whole
    ends: Whole
    odds: Doubles


def owning(
    weights: Weights, signals: Signals, cues: Sequence[Found], stretches: Sequence[Found], part: str
) -> Owning:
    """Give every pair of a cue and a near stretch of this part (source, content) with its features."""
    one, other = _places(cues), _places(stretches)
    first = np.searchsorted(one.starts, other.starts - NEAR, side="right").tolist()
    last = np.searchsorted(one.starts, other.starts + NEAR, side="left").tolist()
    found = [(k, j) for j, near in enumerate(zip(first, last, strict=True)) for k in range(*near)]
    asked = [((cues[k].start, cues[k].end), (stretches[j].start, stretches[j].end)) for k, j in found]
    odds = pair_logits(weights, signals, "says", asked)[:, PARTS.index(part)].astype(np.float64)
    pairs = np.array(found, dtype=np.int64).reshape(-1, 2)
    standing = _standing(_marks(_ENDS, signals), _marks(_LINES, signals), one, other, pairs)
    return Owning(pairs, np.stack([*_told(odds.clip(-FURTHEST, FURTHEST), one, other, pairs), *standing], 1))


def weighed(found: Owning, weighing: Mapping[str, float]) -> Doubles:
    """Give how likely each pair is; by the network's word alone where `weighing` is empty."""
    given = weighing or {"odds": 1.0}
    sums = found.features @ np.array([given.get(name, 0.0) for name in FEATURES]) + given.get(BASE, 0.0)
    shares: Doubles = np.exp(-np.logaddexp(0, -sums))
    return shares


def _places(stretches: Sequence[Found]) -> Places:
    rows = np.array([(one.start, one.end) for one in stretches], dtype=np.int64).reshape(-1, 2)
    shares = np.array([one.score for one in stretches], dtype=np.float64).clip(1e-12, 1 - 1e-12)
    return Places(rows[:, 0], rows[:, 1], np.log(shares / (1 - shares)).clip(-FURTHEST, FURTHEST))


def _marks(pattern: re.Pattern[str], signals: Signals) -> Whole:
    """Give where a pattern stands in what was read."""
    first, last = (int(signals.starts[0]), int(signals.ends[-1])) if len(signals) else (0, 0)
    found = (match.start() for match in pattern.finditer(signals.text, first, last))
    return np.fromiter(found, dtype=np.int64)


def _told(odds: Doubles, cues: Places, others: Places, pairs: Whole) -> tuple[Doubles, ...]:
    """Give the features that come from the network's word."""
    k, j = pairs.T
    beating = odds - _best_other(odds, j), odds - _best_other(odds, k)
    return (odds, cues.odds[k], others.odds[j], *beating)


def _best_other(odds: Doubles, member: Whole) -> Doubles:
    """Give for each pair the highest log odds of another pair that shares its member."""
    order = np.lexsort((-odds, member))
    first = np.diff(member[order], prepend=-1) != 0
    best = odds[order][first]
    second = np.full(len(best), NOBODY)
    group = np.cumsum(first) - 1
    runner_up = np.flatnonzero(~first & np.append(True, first)[:-1])
    second[group[runner_up]] = odds[order][runner_up]
    found = np.empty_like(odds)
    found[order] = np.where(first, second[group], best[group])
    return found


def _standing(ends: Whole, lines: Whole, cues: Places, others: Places, pairs: Whole) -> tuple[Doubles, ...]:
    """Give the features that come from where the two stand."""
    k, j = pairs.T
    behind = others.starts[j] >= cues.starts[k]
    low = np.where(behind, cues.ends[k], others.ends[j])
    high = np.maximum(low, np.where(behind, others.starts[j], cues.starts[k]))
    first, last = np.minimum(cues.starts[k], others.starts[j]), np.maximum(cues.starts[k], others.starts[j])
    gap = np.log1p(high - low)
    cues_between, others_between = (_between(p.starts, first + 1, last) for p in (cues, others))
    return (
        *(gap, behind.astype(np.float64), gap * behind),
        *(cues_between.clip(0, MOST_BETWEEN), others_between.clip(0, MOST_BETWEEN)),
        *(_between(ends, low, high).clip(0, MOST_SENTENCES), _between(lines, low, high).clip(0, 1)),
        np.log1p(others.ends[j] - others.starts[j]),
    )


def _between(places: Whole, low: Whole, high: Whole) -> Doubles:
    """Count the places in [low, high)."""
    return (np.searchsorted(places, high) - np.searchsorted(places, low)).clip(0).astype(np.float64)
