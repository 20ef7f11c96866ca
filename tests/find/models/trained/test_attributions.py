from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from onrecord.find.models.trained.attributions import attributions_in, told
from onrecord.find.models.trained.cueing import Owning
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found

TEXT = "The ministry said on Monday that rebels had left Estmouth. A monitor denied it, and villagers told the paper so."


def asked(reader, inside, owned):
    classes = reader.weights.tags.classes["attribution"]
    table = {"attribution": dict.fromkeys(classes, inside), "says": {"source": owned, "content": owned}}
    return TrainedReader(replace(reader.weights, settings={"thresholds": {"balanced": table}}), reader.graph)


@pytest.mark.parametrize("inside", np.linspace(0.1, 0.9, 5).tolist())
def test_each_attribution_has_a_cue_and_content_and_at_most_one_source(reader, inside):
    found = attributions_in(asked(reader, inside, 0.0), TEXT)
    for one in found:
        assert (len(one.cue), len(one.content) >= 1, len(one.source) <= 1) == (1, True, True)
        assert 0 <= one.score <= 1
        for at in (*one.source, *one.cue, *one.content):
            words = TEXT[at.start : at.end]
            assert words == words.strip() != ""
    contents = [at for one in found for at in one.content]
    assert len(set(contents)) == len(contents)
    assert len({one.cue for one in found}) == len(found)


def test_some_threshold_finds_attributions(reader):
    assert any(attributions_in(asked(reader, p / 10, 0.0), TEXT) for p in range(1, 10))


@pytest.mark.parametrize("inside", [0.4, 0.5, 0.6])
def test_a_higher_threshold_of_owning_never_gives_more(reader, inside):
    found = [attributions_in(asked(reader, inside, p / 10), TEXT) for p in range(12)]
    for more, fewer in pairwise(found):
        assert {at for one in fewer for at in one.content} <= {at for one in more for at in one.content}
        assert {one.cue for one in fewer} <= {one.cue for one in more}
    assert found[-1] == ()


def test_a_text_without_words_has_no_attributions(reader):
    assert attributions_in(reader, " \n") == ()


HEARD = {
    "source": [Found(0, 12, "source", 0.9), Found(58, 67, "source", 0.9)],
    "cue": [Found(13, 17, "cue", 0.9), Found(68, 74, "cue", 0.9)],
    "content": [Found(28, 39, "content", 0.9), Found(40, 55, "content", 0.9), Found(75, 77, "content", 0.9)],
}


def told_by(source, content, least):
    """Give what is told by shares of pairs: a row a cue, a column a stretch."""
    table = {"source": np.array(source, dtype=float), "content": np.array(content, dtype=float)}
    pairs = {name: Owning(np.argwhere(rows >= 0), np.zeros((rows.size, 0))) for name, rows in table.items()}
    found = told(HEARD, pairs, {name: rows.ravel() for name, rows in table.items()}, least)
    return [
        ([at.start for at in a.source], a.cue[0].start, [at.start for at in a.content], a.score)
        for a in found
    ]


LEAST = {"source": 0.3, "content": 0.5, "more": 0.2}
APART = [[0.9, 0.3, 0.1], [0.1, 0.1, 0.8]]


@pytest.mark.parametrize(
    ("source", "content", "expected"),
    [
        ([[0.9, 0.1], [0.1, 0.9]], APART, [([0], 13, [28, 40], 0.9), ([58], 68, [75], 0.8)]),
        ([[0.9, 0.1], [0.8, 0.1]], APART, [([0], 13, [28, 40], 0.9), ([0], 68, [75], 0.8)]),  # one for both
        ([[0.2, 0.1], [0.1, 0.4]], APART, [([], 13, [28, 40], 0.9), ([58], 68, [75], 0.8)]),  # unknown
        (
            [[0.9, 0.1], [0.1, 0.9]],
            [[0.9, 0.1, 0.1], [0.1, 0.7, 0.8]],
            [([0], 13, [28], 0.9), ([58], 68, [40, 75], 0.8)],
        ),
        ([[0.9, 0.1], [0.1, 0.9]], [[0.4, 0.4, 0.4], [0.3, 0.3, 0.6]], [([58], 68, [75], 0.6)]),
        ([[0.9, 0.1], [0.1, 0.9]], [[0.6, 0.1, 0.1], [0.1, 0.1, 0.1]], [([0], 13, [28], 0.6)]),
    ],
)
def test_contents_go_to_their_likeliest_cue_and_each_cue_takes_its_likeliest_source(
    source, content, expected
):
    assert told_by(source, content, LEAST) == expected


def test_the_second_content_of_a_cue_has_a_threshold_of_its_own():
    sources = [[0.9, 0.1], [0.1, 0.9]]
    assert [row[2] for row in told_by(sources, APART, LEAST | {"more": 0.4})] == [[28], [75]]
    assert [row[2] for row in told_by(sources, APART, LEAST | {"content": 0.85})] == [[28, 40]]
