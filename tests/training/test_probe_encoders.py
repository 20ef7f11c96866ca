from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
pytest.importorskip("transformers", reason="left out: transformers is not installed")
pytest.importorskip("sklearn", reason="left out: scikit-learn is not installed")

from training.probe_encoders import FEWEST, probed

KINDS = ("kill", "arrest")


def rows(count):
    """Give states in which one direction says "kill", another "arrest", and a third nothing."""
    chance = np.random.default_rng(7)
    flags = chance.random((count, 2)) < 0.3
    noise = chance.normal(0, 0.1, (count, 3))
    states = np.hstack([flags.astype(float), np.zeros((count, 1))]) + noise
    gold = [frozenset(kind for kind, held in zip(KINDS, row, strict=True) if held) for row in flags]
    return states, gold


def test_labels_that_the_states_tell_are_found():
    known, gold = rows(300)
    asked, right = known[:60] + 0.01, gold[:60]
    given = [frozenset(label for label, _ in answer.labels) for answer in probed(known, gold, asked)]
    assert given == right
    assert {frozenset(KINDS), frozenset()} <= set(right)


def test_a_label_with_too_few_texts_is_never_given():
    known, gold = rows(100)
    gold = [labels | ({"rare"} if k < FEWEST - 1 else set()) for k, labels in enumerate(gold)]
    assert all("rare" not in dict(answer.labels) for answer in probed(known, gold, known))
