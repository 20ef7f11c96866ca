from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="left out: scikit-learn is not installed (training/requirements.txt)")
pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")

from training.refitting.fitting import logits_of
from training.refitting.regressions import (
    FEWEST,
    RARE,
    crossed,
    log_loss,
    one_label,
    several_labels,
)
from training.refitting.states import States

DRAW = np.random.default_rng(3)
TEXTS = 60
PARTS = np.arange(TEXTS) % 5


def close_states(gold):
    """States that lie close together, as an encoder's do, and differ by their label in one direction."""
    noise = DRAW.normal(size=(TEXTS, 6)) * 0.01
    return 5 + noise + np.outer(gold, [0.05, 0, 0, 0, 0, 0])


def states(gold, own_knows=False):
    plain, telling = close_states(np.zeros(TEXTS)), close_states(gold)
    even, own = (plain, telling) if own_knows else (telling, plain)
    return States(even, own[:, None])


@pytest.mark.parametrize("own_knows", [False, True], ids=["evenly", "by its own attention"])
def test_a_label_is_told_from_states_that_lie_close_together(own_knows):
    gold = (np.arange(TEXTS) % 3 == 0).astype(int)
    found = states(gold, own_knows)
    fit = several_labels(found, gold[:, None], PARTS)
    assert fit.rows[0].own == own_knows
    assert (((fit.crossed[:, 0] > 0) == gold).mean()) > 0.9
    assert ((logits_of(fit, found)[:, 0] > 0) == gold).mean() > 0.9


def test_a_label_that_too_few_texts_carry_is_never_likely():
    gold = (np.arange(TEXTS) < FEWEST - 1).astype(int)
    fit = several_labels(states(gold), gold[:, None], PARTS)
    assert set(fit.crossed[:, 0]) == {RARE} == {fit.rows[0].bias}
    assert not fit.rows[0].weight.any()


def test_of_labels_that_exclude_each_other_the_right_one_is_highest():
    kind = np.arange(TEXTS) % 2 * 2  # the second of three classes has no text
    gold = np.eye(3, dtype=int)[kind]
    found = states(kind / 2)
    fit = one_label(found, gold, PARTS)
    assert (logits_of(fit, found).argmax(1) == kind).mean() > 0.9
    assert (fit.crossed.argmax(1) == kind).mean() > 0.9


def test_each_text_is_judged_by_what_was_fitted_to_the_other_parts():
    seen = []

    def solve(x, _):
        seen.append(set(x[:, 0].tolist()))
        return np.ones((1, 1)), np.zeros(1)

    x = np.arange(10.0)[:, None]
    logits = crossed(x, np.zeros(10, dtype=int), np.arange(10) % 2, solve)
    assert seen == [{1, 3, 5, 7, 9}, {0, 2, 4, 6, 8}]
    assert logits[:, 0].tolist() == list(range(10))


def test_the_loss_is_that_of_a_coin_where_nothing_is_known():
    gold = np.array([[1, 0], [0, 1]])
    assert log_loss(np.zeros((2, 2)), gold) == pytest.approx(np.log(2))
    assert log_loss(np.zeros((2, 2)), gold, exclusive=True) == pytest.approx(np.log(2))
    assert log_loss(np.array([[9.0, -9], [-9, 9]]), gold) < 1e-3
