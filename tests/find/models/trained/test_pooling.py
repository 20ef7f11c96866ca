from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.pooling import label_logits


def with_labels(signals, rows):
    return signals("word", labels=np.array(rows, dtype=np.float32))


def test_a_label_is_the_mean_of_values_weighed_by_attention(weights, signals):
    attention, values = [0.0, np.log(3), 0, 0], [4.0, 8, 0, 0]
    rows = [[0, 0, 0, 0, *values], [*attention, 0, 0, 0, 0]]
    # shares of the first row: 1/2 and 1/4 of it; biases 0.5 and -0.5
    assert label_logits(weights, [with_labels(signals, rows)]) == pytest.approx([2.5, 1.5, 0, 0])


def test_no_stretch_has_no_logits(weights):
    assert label_logits(weights, []) is None


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
