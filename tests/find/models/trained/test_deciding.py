from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.deciding import BETAS, most_worth

SHARES = st.lists(st.floats(0.01, 0.99), min_size=1, max_size=5)


def expected(given_ones, shares, beta):
    """F of a set over all ways in which labels may apply, added up one by one."""
    total = 0.0
    for truth in product((False, True), repeat=len(shares)):
        chance = 1.0
        for applies, share in zip(truth, shares, strict=True):
            chance *= share if applies else 1 - share
        both = sum(1 for k in given_ones if truth[k])
        below = beta**2 * sum(truth) + len(given_ones)
        total += chance * (1 + beta**2) * both / below if below else 0.0
    return total


@pytest.mark.parametrize(
    ("shares", "price", "labels"),
    [
        ({"a": 0.9, "b": 0.8, "c": 0.1}, 0.5, ("a", "b")),
        ({"a": 0.4, "b": 0.1}, 0.0, ("a",)),  # the likeliest, where an answer costs nothing
        ({"a": 0.4, "b": 0.1}, 0.5, ("a",)),  # 0.4 - 0.02 for both is more than 0.5 x 0.54
        ({"a": 0.2, "b": 0.1}, 0.5, ()),  # at most 0.2 and a bit, less than 0.5 x 0.72
        ({"a": 0.5, "b": 0.45, "c": 0.4}, 0.2, ("a", "b", "c")),
        ({"a": 0.0, "b": 0.0}, 0.0, ()),
    ],
    ids=["two are sure", "for nothing", "worth it", "not worth it", "all of three in doubt", "none at all"],
)
def test_the_set_that_is_worth_most_is_given(shares, price, labels):
    assert most_worth(shares, "balanced", price) == labels


@settings(deadline=None)
@given(SHARES, st.sampled_from(sorted(BETAS)))
def test_no_set_is_expected_to_be_worth_more_and_the_likeliest_labels_are_given(shares, use):
    found = most_worth({str(k): share for k, share in enumerate(shares)}, use, 0.0)
    chosen = tuple(map(int, found))
    best = max(
        expected(some, shares, BETAS[use])
        for size in range(1, len(shares) + 1)
        for some in [sorted(range(len(shares)), key=lambda k: -shares[k])[:size]]
    )
    assert expected(chosen, shares, BETAS[use]) == pytest.approx(best)
    assert len(chosen) >= 1


@settings(deadline=None)
@given(SHARES, st.floats(0, 1), st.floats(0, 1))
def test_the_dearer_an_answer_the_fewer_are_given(shares, one, other):
    named = {str(k): share for k, share in enumerate(shares)}
    cheap, dear = (most_worth(named, "balanced", price) for price in sorted((one, other)))
    assert dear in (cheap, ())


@settings(deadline=None)
@given(SHARES)
def test_recall_gives_no_fewer_labels_than_precision(shares):
    named = {str(k): share for k, share in enumerate(shares)}
    precise, whole = (most_worth(named, use, 0.0) for use in ("precision", "recall"))
    assert len(precise) <= len(whole)
