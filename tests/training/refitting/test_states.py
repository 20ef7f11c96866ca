from __future__ import annotations

import numpy as np
import pytest
from training.model.heads import label_slice
from training.refitting.texts import LabelSet

from onrecord.answers import Stretch

pytestmark = pytest.mark.filterwarnings("ignore")  # torch warns of what it traces


@pytest.fixture
def graph(network, tokenizer):
    from training.refitting.states import graph_of_states  # noqa: PLC0415 - needs torch

    return graph_of_states(network, tokenizer, 1)


def test_labels_are_exact_sums_over_the_states_of_the_graph_that_ships(network, graph):
    (read,) = graph.read("police held two men")
    weight, shift = (one.detach().numpy() for one in (network.labels.weight, network.labels.bias))
    assert read.halves.shape == (4, weight.shape[1])
    assert read.labels == pytest.approx(read.halves @ weight.T + shift, abs=1e-4)


def test_states_are_pooled_evenly_and_by_the_attention_of_each_label(graph, sentences):
    from training.refitting.states import states_of  # noqa: PLC0415 - needs torch

    found = states_of(graph, sentences)
    assert found.own.shape == (len(sentences), 5, found.even.shape[1])
    (read,) = graph.read(sentences.texts[0])
    attention = np.exp(read.labels[:, label_slice("ipe").start])
    assert found.even[0] == pytest.approx(read.halves.mean(0), abs=1e-5)
    assert found.own[0, 0] == pytest.approx(attention @ read.halves / attention.sum(), abs=1e-5)


def test_pooled_states_are_kept_for_the_same_graph_and_texts_alone(graph, sentences, tmp_path):
    from training.refitting.states import states_of  # noqa: PLC0415 - needs torch

    first = states_of(graph, sentences, tmp_path / "new")
    (kept,) = (tmp_path / "new").iterdir()
    np.savez(kept, even=first.even * 2, own=first.own)
    assert np.array_equal(states_of(graph, sentences, tmp_path / "new").even, first.even * 2)
    fewer = LabelSet(
        "ipe_sents", sentences.ids[:3], sentences.texts[:3], sentences.gold[:3], sentences.parts[:3]
    )
    assert np.array_equal(states_of(graph, fewer, tmp_path / "new").even, first.even[:3])


def test_what_stands_between_two_parties_is_pooled_too(graph):
    from training.refitting.states import states_of  # noqa: PLC0415 - needs torch

    text = "police held two men"
    texts = LabelSet(
        "plover", ("a", "b"), (text, text), np.zeros((2, 15), dtype=int), np.zeros(2, dtype=int),
        ((Stretch(0, 6), Stretch(16, 19)), None),
    )  # fmt: skip
    found = states_of(graph, texts)
    (read,) = graph.read(text)
    size = read.halves.shape[1]
    assert found.even.shape == (2, 2 * size)
    assert found.even[0, size:] == pytest.approx(read.halves[1:3].mean(0), abs=1e-5)
    assert found.even[1, size:] == pytest.approx(np.zeros(size))
    assert found.even[0, :size] == pytest.approx(read.halves.mean(0), abs=1e-5)


def test_a_text_without_pieces_is_refused(graph):
    from training.refitting.states import states_of  # noqa: PLC0415 - needs torch

    blank = LabelSet("ipe_sents", ("a",), (" ",), np.zeros((1, 5), dtype=int), np.zeros(1, dtype=int))
    with pytest.raises(ValueError, match="without words"):
        states_of(graph, blank)
