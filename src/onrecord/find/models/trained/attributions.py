"""Who says what: cues, with the source and the contents that belong to each.

A content belongs to one cue, a source may have several cues ("he promised this and rejected that").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from onrecord.answers import Attributed, Stretch
from onrecord.find.models.trained.cueing import PARTS, Doubles, Owning, Whole, owning, weighed
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.reaches import Reach, reach_of, reaching
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found
from onrecord.find.models.trained.weights import Weights

__all__ = ["LEAST", "REACHES", "Heard", "attributions_in", "attributions_of", "heard_in", "told"]

REACHES = {"source": Reach(0.5, 0.2, 0.8), "cue": Reach(0.7, 0.5, 0.8), "content": Reach(0.75, 0.3, 0.9)}
"""How stretches are cut where no threshold is given."""
LEAST = {"source": 0.05, "content": 0.2, "more": 0.2}
"""How likely a cue's source, its surest content and each further one must be, where no threshold is given."""
Heard = dict[str, list[Found]]
"""Sources, cues and contents, each in the order of the text."""


class Own(NamedTuple):
    """A stretch by its number, and how likely it belongs to a cue."""

    number: int
    share: float


def attributions_in(reader: TrainedReader, text: str) -> tuple[Attributed, ...]:
    """Give the attributions of a text; a cue without content gives none, and a source may be unknown."""
    return tuple(one for signals in reader.signals(text) for one in attributions_of(reader, signals))


def attributions_of(reader: TrainedReader, signals: Signals) -> list[Attributed]:
    """Give the attributions of one stretch of a text."""
    heard = heard_in(reader.weights, signals, reader.thresholds("attribution"))
    weighing = reader.weights.settings.get("weighing", {})
    pairs = {part: owning(reader.weights, signals, heard["cue"], heard[part], part) for part in PARTS}
    shares = {part: weighed(pairs[part], weighing.get(f"says {part}", {})) for part in PARTS}
    return told(heard, pairs, shares, reader.thresholds("says"))


def heard_in(weights: Weights, signals: Signals, least: Mapping[str, float]) -> Heard:
    """Give the stretches of each class at these thresholds."""
    return {
        kind: reaching(weights, signals, "attribution", kind, reach_of(kind, least, reach))
        for kind, reach in REACHES.items()
    }


def told(
    heard: Heard, pairs: Mapping[str, Owning], shares: Mapping[str, Doubles], given: Mapping[str, float]
) -> list[Attributed]:
    """Give an attribution for each cue with a content that is likely enough, by how likely its pairs are."""
    content = given.get("content", LEAST["content"])
    least = {"source": LEAST["source"], "more": min(content, LEAST["more"]), **given, "content": content}
    sources = _best_of_each(pairs["source"].pairs[:, 0], pairs["source"].pairs[:, 1], shares["source"])
    found = []
    for cue, contents in sorted(_contents(pairs["content"], shares["content"]).items()):
        if contents[0].share >= least["content"]:
            kept = contents[:1] + [own for own in contents[1:] if own.share >= least["more"]]
            source = sources.get(cue)
            named = [source.number] if source and source.share >= least["source"] else []
            found.append(_attributed(heard, cue, named, kept))
    return found


def _contents(pairs: Owning, shares: Doubles) -> dict[int, list[Own]]:
    """Give the contents of each cue, surest first; each content belongs to its likeliest cue alone."""
    owned: dict[int, list[Own]] = {}
    for content, cue in _best_of_each(pairs.pairs[:, 1], pairs.pairs[:, 0], shares).items():
        owned.setdefault(cue.number, []).append(Own(content, cue.share))
    return {cue: sorted(contents, key=lambda own: -own.share) for cue, contents in owned.items()}


def _best_of_each(members: Whole, others: Whole, shares: Doubles) -> dict[int, Own]:
    """Give for each member the other of its likeliest pair."""
    order = np.argsort(shares, kind="stable").tolist()
    return {int(members[k]): Own(int(others[k]), float(shares[k])) for k in order}


def _attributed(heard: Heard, cue: int, sources: list[int], contents: list[Own]) -> Attributed:
    source = tuple(_at(heard["source"][number]) for number in sources)
    content = tuple(sorted(_at(heard["content"][own.number]) for own in contents))
    return Attributed(source, (_at(heard["cue"][cue]),), content, contents[0].share)


def _at(found: Found) -> Stretch:
    return Stretch(found.start, found.end)
