"""Who says what: cues, with the source and the contents that belong to each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from onrecord.answers import Attributed, Stretch
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import pair_logits, sigmoid
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, spans_of

__all__ = ["attributions_in", "attributions_of"]

NEAR = 900
"""Characters between a cue and what belongs to it, as in training."""
PARTS = ("source", "content")
LEAST = 0.4
"""How likely a span must belong to a cue where no threshold is given."""
Owned = tuple[Found, float]


def attributions_in(reader: TrainedReader, text: str) -> tuple[Attributed, ...]:
    """Give the attributions of a text; a cue without content gives none, and a source may be unknown."""
    return tuple(one for signals in reader.signals(text) for one in attributions_of(reader, signals))


def attributions_of(reader: TrainedReader, signals: Signals) -> list[Attributed]:
    """Give the attributions of one stretch of a text."""
    spans = spans_of(reader.weights, signals, "attribution", reader.thresholds("attribution"))
    cues = [span for span in spans if span.kind == "cue"]
    sources = _owned(reader, signals, cues, [s for s in spans if s.kind == "source"], 0)
    contents = _owned(reader, signals, cues, [s for s in spans if s.kind == "content"], 1)
    return [_attributed(cue, sources.get(k, []), contents[k]) for k, cue in enumerate(cues) if k in contents]


def _attributed(cue: Found, sources: list[Owned], contents: list[Owned]) -> Attributed:
    source = sorted(sources, key=lambda owned: -owned[1])[:1]
    content = sorted(span for span, _ in contents)
    sure = min(cue.score, *(share for _, share in contents))
    return Attributed(tuple(_at(span) for span, _ in source), (_at(cue),), tuple(map(_at, content)), sure)


def _owned(
    reader: TrainedReader, signals: Signals, cues: list[Found], spans: list[Found], column: int
) -> dict[int, list[Owned]]:
    """Give each span to the cue that it most likely belongs to, by the number of the cue."""
    pairs = [(k, span) for span in spans for k in _near(cues, span)]
    asked = [((cues[k].start, cues[k].end), (span.start, span.end)) for k, span in pairs]
    shares = sigmoid(pair_logits(reader.weights, signals, "says", asked)[:, column]).tolist()
    least = reader.thresholds("says").get(PARTS[column], LEAST)
    best: dict[Found, tuple[float, int]] = {}
    for (k, span), share in zip(pairs, shares, strict=True):
        best[span] = max(best.get(span, (least, -1)), (share, k))
    found: dict[int, list[Owned]] = {}
    for span, (share, k) in best.items():
        if k >= 0:
            found.setdefault(k, []).append((span, share))
    return found


def _near(cues: list[Found], span: Found) -> range:
    """Give the numbers of the cues, which come in the order of the text, that begin near a span's begin."""
    first = bisect_right(cues, span.start - NEAR, key=lambda cue: cue.start)
    return range(first, bisect_left(cues, span.start + NEAR, key=lambda cue: cue.start))


def _at(span: Found) -> Stretch:
    return Stretch(span.start, span.end)
