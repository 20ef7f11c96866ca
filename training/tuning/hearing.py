"""Texts with known attributions as the reader saw them: stretches, pairs, and weights fitted on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import cast

import numpy as np

from onrecord.answers import Attributed
from onrecord.find.models.trained.attributions import REACHES, Heard
from onrecord.find.models.trained.cueing import PARTS, Owning, owning
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.reaches import Reach, reach_of, reaching
from onrecord.find.models.trained.spans import Found
from onrecord.find.models.trained.weights import Weights
from onrecord.score.task import Item
from onrecord.score.tasks.polnear_files import Coded
from training.tuning.owning import fitted_weights, right_pairs
from training.tuning.uses import Least

__all__ = ["Held"]


@dataclass(frozen=True, slots=True)
class Held:
    """Held-out texts as the reader saw them; stretches and pairs are kept by the thresholds they came of."""

    weights: Weights
    items: list[Item]
    signals: list[tuple[Signals, ...]]
    _found: dict[tuple[object, ...], list[list[Found]]] = field(default_factory=dict, repr=False)
    _pairs: dict[tuple[object, ...], list[Owning]] = field(default_factory=dict, repr=False)

    def gold(self, text: int) -> tuple[Attributed, ...]:
        """Give the attributions that were coded in a text."""
        return cast("Coded", self.items[text].gold).attributions

    def heard(self, text: int, least: Least) -> list[Heard]:
        """Give the stretches of each class in a text, a stretch of text at a time."""
        found = {kind: self._stretches(text, kind, self._reach(kind, least)) for kind in REACHES}
        return [{kind: found[kind][k] for kind in REACHES} for k in range(len(self.signals[text]))]

    def pairs(self, text: int, part: str, least: Least) -> list[Owning]:
        """Give the pairs of cues and stretches of a part in a text."""
        key = (text, part, self._reach("cue", least), self._reach(part, least))
        if key not in self._pairs:
            heard = zip(self.signals[text], self.heard(text, least), strict=True)
            self._pairs[key] = [owning(self.weights, s, h["cue"], h[part], part) for s, h in heard]
        return self._pairs[key]

    def weighing(self, texts: Iterable[int], least: Least) -> dict[str, dict[str, float]]:
        """Give the weights of features, by part, that are fitted on these texts."""
        chosen = tuple(texts)
        return {f"says {part}": self._fitted(chosen, part, least) for part in PARTS}

    def _fitted(self, texts: Iterable[int], part: str, least: Least) -> dict[str, float]:
        rows, right = [], []
        for text in texts:
            for pairs, heard in zip(self.pairs(text, part, least), self.heard(text, least), strict=True):
                rows.append(pairs.features)
                right.append(right_pairs(pairs, heard["cue"], heard[part], part, self.gold(text)))
        return fitted_weights(np.concatenate(rows), np.concatenate(right))

    def _stretches(self, text: int, kind: str, reach: Reach) -> list[list[Found]]:
        if (text, kind, reach) not in self._found:
            read = partial(reaching, self.weights, head="attribution", kind=kind, reach=reach)
            self._found[text, kind, reach] = [read(signals) for signals in self.signals[text]]
        return self._found[text, kind, reach]

    def _reach(self, kind: str, least: Least) -> Reach:
        return reach_of(kind, least, REACHES[kind])
