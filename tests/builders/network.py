"""A trained reader that finds just what a test writes down: real code over weights and outputs made by hand.

A piece is a word or a mark. A pair of stretches scores high where a hidden unit of its own meets both ends.
"""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from onrecord.find.models.trained.graph import Graph, Signals
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.weights import Heads, Weights
from onrecord.records import Passage, Text

TAGS = [
    ["names", ["person", "organisation", "place", "other", "time", "number"]],
    ["re3d", ["Organisation", "Location", "Person", "Weapon"]],
    ["attribution", ["source", "cue", "content"]],
    ["events", ["event"]],
]
MARKS = [
    ["polarity", ["positive", "negative"]],
    ["modality", ["actual", "possible", "planned", "predicted", "conditional", "demanded"]],
    ["act", ["attack", "killing", "injury", "arrest", "abduction", "destruction", "meeting", "other"]],
]
ROLES = ("agent", "target", "place", "instrument", "other")
PAIRS = [
    ["relation", ["none", "FightingAgainst", "AlliesOf", "InChargeOf", "BelongsTo", "CommWith"]],
    ["says", ["source", "content"]],
    ["same_event", ["same"]],
    ["role", ["outside", *(f"{mark}-{role}" for role in ROLES for mark in "BI")]],
]
UNITS = 24
SURE = 12.0


def text_of(content, language="en", boilerplate=()):
    """Give a text of one passage, cut where furniture stands."""
    edges = sorted({0, len(content), *(edge for pair in boilerplate for edge in pair)})
    passages = tuple(
        Passage(a, b, "boilerplate" if (a, b) in boilerplate else "body", language, "ltr")
        for a, b in pairwise(edges)
    )
    return Text("txt_network", "doc_network", "tests", content, passages, language=language)


class Network:
    """Writes down what the network shall find in one text; words are given as they stand there, first place."""

    def __init__(self, content, *, use="balanced", settings=None):
        self.content = content
        self._pieces = [m.span() for m in re.finditer(r"\w+|[^\w\s]", content)]
        self._tags, self._marks = Heads.of(TAGS, 3), Heads.of(MARKS, 1)
        self._tag_rows = np.zeros((len(self._pieces), self._width(self._tags)), dtype=np.float32)
        self._tag_rows[:, ::3] = SURE
        self._mark_rows = np.zeros((len(self._pieces), self._width(self._marks)), dtype=np.float32)
        self._halves = np.zeros((len(self._pieces), 2 * UNITS * len(PAIRS)), dtype=np.float32)
        self._arrays = {"labels.bias": np.zeros(1, dtype=np.float32)}
        for name, classes in PAIRS:
            self._arrays |= {
                f"{name}.distance": np.full((16, UNITS), -1.5, dtype=np.float32),
                f"{name}.alike": np.zeros((4, UNITS), dtype=np.float32),
                f"{name}.out": np.zeros((len(classes), UNITS), dtype=np.float32),
                f"{name}.bias": np.full(len(classes), -SURE, dtype=np.float32),
            }
        for name in ("relation", "role"):
            self._arrays[f"{name}.bias"][0] = SURE
        self._used = dict.fromkeys((name for name, _ in PAIRS), 0)
        self._use, self._settings = use, settings or {}

    def name(self, words, kind, head="names"):
        return self._tag(head, kind, self.at(words))

    def event(self, words, act, **marks):
        """A trigger, and the class of any mark: polarity="negative"."""
        self._tag("events", "event", self.at(words))
        for head, kind in {"act": act, "polarity": "positive", "modality": "actual", **marks}.items():
            at = self._marks.starts[head] + self._marks.classes[head].index(kind)
            self._mark_rows[slice(*self._range(self.at(words))), at] = SURE
        return self

    def role(self, trigger, words, role):
        first, last = self._range(self.at(words))
        for k in range(first, last):
            mark = "I" if k > first else "B"
            self._pair("role", f"{mark}-{role}", self._range(self.at(trigger)), (k, k + 1), SURE * 6)
        return self

    def says(self, source, cue, content):
        for kind, words in (("source", source), ("cue", cue), ("content", content)):
            if words:
                self._tag("attribution", kind, self.at(words))
        for kind, words in (("source", source), ("content", content)):
            if words:
                self._pair("says", kind, self._range(self.at(cue)), self._range(self.at(words)))
        return self

    def related(self, kind, one, other):
        return self._pair("relation", kind, self._range(self.at(one)), self._range(self.at(other)), SURE * 6)

    def same(self, one, other):
        ends = sorted((self._range(self.at(one)), self._range(self.at(other))))
        return self._pair("same_event", "same", *ends)

    def reader(self, words=None):
        """Give a reader whose graph has read the text, or these words of its length; it reads nothing else."""
        text = words or self.content
        starts, ends = np.array(self._pieces, dtype=np.int64).reshape(-1, 2).T
        labels = np.zeros((len(self._pieces), 2), dtype=np.float32)
        read = Signals(text, starts, ends, self._tag_rows, self._mark_rows, labels, self._halves)
        weights = Weights(
            graph=b"",
            tokenizer="",
            arrays=self._arrays,
            tags=self._tags,
            marks=self._marks,
            labels=Heads.of([["muc", ["attack"]]], 1),
            pairs=Heads.of(PAIRS, 1),
            settings=self._settings,
            version="hand",
            window=320,
            overlap=48,
        )
        reader = TrainedReader(weights, Graph(weights), self._use)
        reader._kept.last = text, (read,)
        return reader

    def signals(self):
        (read,) = self.reader().signals(self.content)
        return read

    def at(self, words):
        """Give where words stand for the first time; "2:words" is the second time."""
        count, _, rest = words.partition(":")
        words = rest if count.isdigit() else words
        at = -1
        for _ in range(int(count) if count.isdigit() else 1):
            at = self.content.index(words, at + 1)
        return at, at + len(words)

    def _tag(self, head, kind, at):
        first, last = self._range(at)
        start = self._tags.starts[head] + 3 * self._tags.classes[head].index(kind)
        self._tag_rows[first:last, start] = -SURE
        self._tag_rows[first, start + 1] = SURE
        self._tag_rows[first + 1 : last, start + 2] = SURE
        return self

    def _pair(self, head, kind, left, right, weight=SURE * 4):
        unit = self._used[head]
        self._used[head] += 1
        start = 2 * UNITS * [name for name, _ in PAIRS].index(head)
        for at in {left[0], left[1] - 1}:
            self._halves[at, start + unit] = 1
        for at in {right[0], right[1] - 1}:
            self._halves[at, start + UNITS + unit] = 1
        classes = dict(PAIRS)[head]
        self._arrays[f"{head}.out"][classes.index(kind), unit] = weight
        return self

    def _range(self, at):
        inside = [k for k, (start, end) in enumerate(self._pieces) if start < at[1] and at[0] < end]
        return inside[0], inside[-1] + 1

    @staticmethod
    def _width(heads):
        return sum(heads.width * len(classes) for classes in heads.classes.values())
