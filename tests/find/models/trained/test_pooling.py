from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers import Stretch
from onrecord.find.models.trained.pooling import label_logits, mean_within, over_states, pooled


def with_labels(signals, rows):
    return signals("word", labels=np.array(rows, dtype=np.float32))


def test_a_label_is_the_mean_of_values_weighed_by_attention(weights, signals):
    attention, values = [0.0, np.log(3), 0, 0], [4.0, 8, 0, 0]
    rows = [[0, 0, 0, 0, *values], [*attention, 0, 0, 0, 0]]
    # shares of the first row: 1/2 and 1/4 of it; biases 0.5 and -0.5
    assert label_logits(weights, [with_labels(signals, rows)]) == pytest.approx([2.5, 1.5, 0, 0])


def test_no_stretch_has_no_logits(weights):
    assert label_logits(weights, []) is None


def test_states_are_pooled_as_values_are():
    attention = np.array([[0.0, 0.0], [0.0, np.log(3)]])
    states = np.array([[4.0, 0.0, 8.0], [0.0, 4.0, 8.0]])
    parts = [(attention[:1], states[:1]), (attention[1:], states[1:])]
    # the first label takes both alike, the second one part of the first and three of the other
    assert pytest.approx(np.array([[2.0, 2, 8], [1, 3, 8]])) == pooled(parts, over_states).T


def test_the_mean_of_a_stretch_is_that_of_the_pieces_that_stand_in_it(signals):
    text = "one two three four"
    read = signals(text, labels=np.array([[1.0], [2], [6], [9]], dtype=np.float32))
    assert mean_within([read], Stretch(4, 13), lambda one: one.labels) == pytest.approx([4.0])
    assert mean_within([read], Stretch(30, 40), lambda one: one.labels) is None
    assert mean_within([], Stretch(0, 3), lambda one: one.labels) is None


def test_a_value_that_is_linear_in_the_states_is_pooled_to_the_same_whether_before_or_after(weights, signals):
    states, rows = np.random.default_rng(1).normal(size=(5, 3)), np.random.default_rng(2).normal(size=(4, 3))
    attention = np.random.default_rng(3).normal(size=(5, 4))
    found = label_logits(weights, [with_labels(signals, np.hstack([attention, states @ rows.T]))])
    whole = pooled([(attention[:2], states[:2]), (attention[2:], states[2:])], over_states)
    assert found == pytest.approx((rows * whole.T).sum(1) + weights.arrays["labels.bias"], abs=1e-5)


@settings(deadline=None)
@given(
    st.lists(st.lists(st.floats(-1e4, 1e4, width=32), min_size=8, max_size=8), min_size=2, max_size=8),
    st.data(),
)
def test_where_a_text_is_cut_changes_no_label(weights, signals, rows, data):
    cut = data.draw(st.integers(1, len(rows) - 1))
    parts = [with_labels(signals, rows[:cut]), with_labels(signals, rows[cut:])]
    whole = label_logits(weights, [with_labels(signals, rows)])
    assert np.isfinite(whole).all()
    for order in (parts, parts[::-1]):
        np.testing.assert_allclose(label_logits(weights, order), whole, rtol=1e-5, atol=1e-2)
