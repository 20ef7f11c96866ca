from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.linkage import linked

COUNT = 6
ALL = list(combinations(range(COUNT), 2))
PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)
SCORES = st.permutations([prime**0.5 % 1 for prime in PRIMES]).flatmap(
    lambda shares: st.sets(st.sampled_from(ALL)).map(
        lambda scored: {pair: share for pair, share in zip(ALL, shares, strict=True) if pair in scored}
    )
)
"""Some pairs with scores of which no two sums or means are equal."""


def naive(count, scores, least):
    groups = [[k] for k in range(count)]
    while len(groups) > 1:
        means = {
            (i, j): sum(scores.get((min(a, b), max(a, b)), 0) for a in groups[i] for b in groups[j])
            / (len(groups[i]) * len(groups[j]))
            for i, j in combinations(range(len(groups)), 2)
        }
        one, other = max(means, key=lambda pair: means[pair])
        if means[one, other] < least:
            break
        groups[one] = sorted(groups[one] + groups.pop(other))
    return sorted(groups)


def test_groups_join_by_the_mean_over_their_pairs():
    scores = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.3, (2, 3): 0.6}
    assert linked(4, scores, 0.61) == [[0, 1], [2], [3]]
    assert linked(4, scores, 0.58) == [[0, 1], [2, 3]]
    assert linked(4, scores, 0.56) == [[0, 1], [2, 3]]
    assert linked(4, scores, 0.27) == [[0, 1, 2, 3]]


def test_what_no_score_ties_stays_apart():
    assert linked(3, {}, 0.1) == [[0], [1], [2]]
    assert linked(0, {}, 0.1) == []


@settings(deadline=None)
@given(SCORES, st.sampled_from([0.05, 0.2, 0.4, 0.6, 0.9]))
def test_groups_are_those_of_looking_at_every_pair_of_groups_anew(scores, least):
    assert linked(COUNT, scores, least) == naive(COUNT, scores, least)


@settings(deadline=None)
@given(SCORES, st.floats(0.01, 1), st.floats(0.01, 1))
def test_a_higher_threshold_only_cuts_groups(scores, one, other):
    wide = linked(COUNT, scores, min(one, other))
    for group in linked(COUNT, scores, max(one, other)):
        assert any(set(group) <= set(whole) for whole in wide)


@pytest.mark.parametrize("least", [0.0, 0.5, 1.0])
def test_everything_stands_in_one_group(least):
    scores = {pair: 1.0 for pair in ALL if sum(pair) % 2}
    assert sorted(k for group in linked(COUNT, scores, least) for k in group) == list(range(COUNT))
