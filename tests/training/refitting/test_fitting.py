from __future__ import annotations

import numpy as np
import pytest
from training.packing import packed
from training.refitting.texts import LabelSet, names_of

from onrecord.find.models.trained.reader import open_reader
from onrecord.find.models.trained.weights import read_weights

pytestmark = pytest.mark.filterwarnings("ignore")  # torch warns of what it traces


def part(texts, at):
    return LabelSet(texts.name, texts.ids[at], texts.texts[at], texts.gold[at], texts.parts[at])


@pytest.fixture
def fitted(network, tokenizer, sentences):
    """Give a head that is fitted to sentences, with as many held out as asked."""
    from training.refitting.fitting import fit_head  # noqa: PLC0415 - needs torch
    from training.refitting.states import graph_of_states  # noqa: PLC0415 - needs torch

    graph = graph_of_states(network, tokenizer, 1)
    return lambda held: fit_head(graph, sentences, part(sentences, slice(held)))


@pytest.mark.parametrize("held", [0, 55], ids=["none held out", "some held out"])
def test_what_is_packed_says_of_a_text_what_was_fitted(network, tokenizer, sentences, fitted, held):
    from training.export import arrays_of, graph_of  # noqa: PLC0415 - needs torch
    from training.refit import put, tables  # noqa: PLC0415 - needs torch
    from training.refitting.fitting import logits_of  # noqa: PLC0415 - needs torch
    from training.refitting.regressions import Fit  # noqa: PLC0415 - needs scikit-learn
    from training.refitting.states import graph_of_states, states_of  # noqa: PLC0415 - needs torch
    from training.refitting.stored import widen  # noqa: PLC0415 - needs torch
    from training.refitting.words import counts_of  # noqa: PLC0415 - needs scikit-learn

    head = fitted(held)
    states = states_of(graph_of_states(network, tokenizer, 1), sentences)
    logits = logits_of(Fit(head.rows, head.logits), states) + counts_of(sentences) @ head.table
    found = {"ipe_sents": head}
    widen(network, put(network, found))
    graph = graph_of(network, exact=False)
    reader = open_reader(
        threads=1, weights=read_weights(packed(graph, arrays_of(network), tokenizer, {}, tables(found)))
    )
    shares = np.array([list(reader.labels(text, "ipe_sents").values()) for text in sentences.texts])
    assert list(reader.labels("police", "ipe_sents")) == list(names_of("ipe_sents"))
    assert ((shares > 0.5) == sentences.gold).mean() > 0.95
    assert shares == pytest.approx(1 / (1 + np.exp(-logits)), abs=0.01)


def test_texts_held_out_are_judged_where_there_are_enough_and_else_those_fitted_to(sentences, fitted):
    assert fitted(55).judged.ids == sentences.ids[:55]
    assert fitted(5).judged is sentences
