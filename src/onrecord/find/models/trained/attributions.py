"""Who says what: cues, with the source and the contents that belong to each."""

from __future__ import annotations

from onrecord.answers import Attributed, Stretch
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import pair_logits, sigmoid
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, spans_of

__all__ = ["attributions_in"]

NEAR = 900
"""Characters between a cue and what belongs to it, as in training."""


def attributions_in(reader: TrainedReader, text: str) -> tuple[Attributed, ...]:
    """Give the attributions of a text; a cue without content gives none, and a source may be unknown."""
    return tuple(one for signals in reader.signals(text) for one in _in_stretch(reader, signals))


def _in_stretch(reader: TrainedReader, signals: Signals) -> list[Attributed]:
    spans = spans_of(reader.weights, signals, "attribution", reader.thresholds("attribution"))
    cues = [span for span in spans if span.kind == "cue"]
    sources = _owners(reader, signals, cues, [s for s in spans if s.kind == "source"], 0)
    contents = _owners(reader, signals, cues, [s for s in spans if s.kind == "content"], 1)
    found = []
    for k, cue in enumerate(cues):
        if contents.get(k):
            source = sorted(sources.get(k, []), key=lambda owned: -owned[1])[:1]
            content = sorted(span for span, _ in contents[k])
            found.append(
                Attributed(
                    tuple(_at(span) for span, _ in source),
                    (_at(cue),),
                    tuple(map(_at, content)),
                    min(cue.score, *(share for _, share in contents[k])),
                )
            )
    return found


def _owners(
    reader: TrainedReader, signals: Signals, cues: list[Found], spans: list[Found], column: int
) -> dict[int, list[tuple[Found, float]]]:
    """Give each span to the cue that it most likely belongs to, by the number of the cue."""
    pairs = [(k, span) for span in spans for k, cue in enumerate(cues) if abs(cue.start - span.start) < NEAR]
    asked = [((cues[k].start, cues[k].end), (span.start, span.end)) for k, span in pairs]
    shares = sigmoid(pair_logits(reader.weights, signals, "says", asked)[:, column]).tolist()
    least = reader.thresholds("says").get(("source", "content")[column], 0.4)
    best: dict[Found, tuple[float, int]] = {}
    for (k, span), share in zip(pairs, shares, strict=True):
        best[span] = max(best.get(span, (least, -1)), (share, k))
    found: dict[int, list[tuple[Found, float]]] = {}
    for span, (share, k) in best.items():
        if k >= 0:
            found.setdefault(k, []).append((span, share))
    return found


def _at(span: Found) -> Stretch:
    return Stretch(span.start, span.end)
