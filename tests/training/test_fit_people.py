from __future__ import annotations

import pytest
from training.fit_people import RARE, Noun, best_f1, fitted, share_of


@pytest.fixture(scope="module")
def nouns():
    """Hit nouns are victims; each has a second phrase that tells nothing."""
    silent = {"counted": 0.0, "noise": 0.0}
    return [
        Noun(k, [{"counted": float(k % 2), "noise": float(k % 3 == 0)}, silent], bool(k % 2))
        for k in range(6 * RARE)
    ]


def test_a_noun_is_as_likely_as_its_likeliest_phrase(nouns):
    rule = fitted(nouns)
    assert rule["counted"] > 0
    hit, other = nouns[1], nouns[2]
    assert share_of(hit, rule) > share_of(other, rule)
    assert share_of(Noun(0, [other.phrases[0], *hit.phrases], True), rule) == share_of(hit, rule)


def test_a_trait_that_is_rare_has_no_weight(nouns):
    odd = [Noun(0, [{"counted": 1.0, "noise": 0.0, "odd": 1.0}], True)]
    assert "odd" not in fitted([*odd, *nouns])


def test_the_best_threshold_is_that_of_the_greatest_f1():
    assert best_f1([0.9, 0.4, 0.8, 0.1], [True, False, True, False]) == (1.0, 0.8)
