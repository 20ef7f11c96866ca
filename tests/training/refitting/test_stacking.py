from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="left out: scikit-learn is not installed (training/requirements.txt)")
pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")

from training.refitting.stacking import Mix, known_mixed, mixed, several_mixed

from onrecord.score.calibration import calibration_error

DRAW = np.random.default_rng(5)
TEXTS, LABELS = 400, 3
PARTS = np.arange(TEXTS) % 5
TRUTH = DRAW.normal(size=(TEXTS, LABELS)) * 2 - 1
GOLD = (DRAW.random((TEXTS, LABELS)) < 1 / (1 + np.exp(-TRUTH))).astype(int)
NOISE = DRAW.normal(size=(2, TEXTS, LABELS)) * 2


def test_the_mix_adds_up_by_label():
    mix = Mix(0.5, 2.0, np.array([1.0, -1.0]))
    assert mixed(mix, np.array([[2.0, 4.0]]), np.array([[0.5, 0.0]])).tolist() == [[3.0, 1.0]]


def test_two_that_err_apart_are_both_heard():
    mix = several_mixed(TRUTH + NOISE[0], TRUTH + NOISE[1], GOLD, PARTS)
    assert mix.encoder == pytest.approx(mix.words, rel=0.5)
    assert mix.words > 0


@pytest.mark.parametrize("words", [NOISE[0], -TRUTH, np.zeros_like(TRUTH)], ids=["noise", "lies", "silence"])
def test_words_that_say_nothing_get_no_weight(words):
    mix = several_mixed(TRUTH, words, GOLD, PARTS)
    assert abs(mix.words) < 0.05
    assert mix.encoder > 0


@pytest.mark.parametrize("scale", [0.3, 3.0], ids=["too timid", "too bold"])
def test_what_is_mixed_is_as_likely_as_it_says(scale):
    mix = several_mixed(TRUTH * scale + 1, np.zeros_like(TRUTH), GOLD, PARTS)
    odds = mixed(mix, TRUTH * scale + 1, np.zeros_like(TRUTH))
    shares = 1 / (1 + np.exp(-odds.ravel()))
    raw = 1 / (1 + np.exp(-(TRUTH * scale + 1).ravel()))
    right = GOLD.ravel() == 1
    assert calibration_error(shares, right) < 0.05 < calibration_error(raw, right)


def test_weights_that_are_known_are_kept_and_each_label_is_as_likely_as_it_is_met():
    words = TRUTH + NOISE[0]
    mix = known_mixed((0.25, 0.75), TRUTH, words, GOLD)
    assert mix[:2] == (0.25, 0.75)
    shares = 1 / (1 + np.exp(-mixed(mix, TRUTH, words)))
    assert shares.mean(0) == pytest.approx(GOLD.mean(0), abs=1e-4)


def test_a_label_that_no_text_has_is_moved_no_further_than_can_be():
    mix = known_mixed((1.0, 0.0), TRUTH, TRUTH, np.zeros_like(GOLD))
    assert (mix.shifts >= -10).all()
    assert (mix.shifts < -3).all()
