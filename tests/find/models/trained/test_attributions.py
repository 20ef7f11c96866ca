from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from onrecord.find.models.trained.attributions import attributions_in
from onrecord.find.models.trained.reader import TrainedReader

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
