import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.merge.mint import mint


def clusters(*groups):
    return tuple(frozenset(group.split()) for group in groups)


def after(*rounds, equivalents=None):
    """Mint one state of the clusters after another; give the last with its table of ids."""
    table, last = (), None
    for groups in rounds:
        last = mint(clusters(*groups), table, equivalents)
        table += last.rows
    return last, table


def named(minted, claims):
    return next(
        event_id for event_id, members in minted.events.items() if members == frozenset(claims.split())
    )


def test_each_cluster_gets_an_id_of_its_own():
    first, table = after(["a b", "c"])
    assert sorted(map(sorted, first.events.values())) == [["a", "b"], ["c"]]
    assert [(seq, claim) for _, seq, claim in table] == [(1, "a"), (1, "b"), (2, "c")]


def test_the_same_clusters_keep_their_ids_and_add_nothing():
    first, _ = after(["a b", "c"])
    again, _ = after(["a b", "c"], ["c", "b a"])
    assert dict(again.events) == dict(first.events)
    assert (again.rows, again.redirects) == ((), ())


def test_a_new_claim_joins_under_the_old_id():
    first, _ = after(["b"])
    grown, _ = after(["b"], ["a b"])
    assert named(grown, "a b") == named(first, "b")


def test_the_oldest_survives_a_join_and_the_loser_redirects():
    apart, _ = after(["m"], ["m", "a"])
    joined, _ = after(["m"], ["m", "a"], ["a m"])
    assert named(joined, "a m") == named(apart, "m")
    assert joined.redirects == ((named(apart, "a"), named(apart, "m")),)


def test_undoing_a_join_gives_both_ids_back():
    apart, _ = after(["a", "b"])
    undone, _ = after(["a", "b"], ["a b"], ["b", "a"])
    assert dict(undone.events) == dict(apart.events)


def test_on_a_split_the_part_with_the_founding_claim_keeps_the_id():
    whole, _ = after(["a b c d"])
    split, _ = after(["a b c d"], ["a", "b c d"])
    assert named(split, "a") == named(whole, "a b c d")
    assert named(split, "b c d") not in whole.events


def test_a_part_that_split_off_keeps_its_new_id():
    split, _ = after(["a b c"], ["a", "b c"])
    later, _ = after(["a b c"], ["a", "b c"], ["a", "c"])
    assert named(later, "c") == named(split, "b c")


def test_without_its_founding_claim_an_id_follows_most_of_its_claims():
    whole, _ = after(["a b c d"])
    split, _ = after(["a b c d"], ["b", "c d"])
    assert named(split, "c d") == named(whole, "a b c d")


def test_an_event_without_claims_is_gone_and_its_id_is_not_given_again():
    whole, _ = after(["a"])
    later, _ = after(["a"], ["b"])
    assert set(whole.events).isdisjoint(later.events)
    assert later.redirects == ()


def test_a_newer_readings_claim_keeps_the_id_of_the_claim_it_stands_for():
    old, table = after(["a b", "c"])
    new = mint(clusters("a2 b2", "c2"), table, {"a2": ["a"], "b2": ["b"], "c2": ["c"]})
    assert named(new, "a2 b2") == named(old, "a b")
    assert named(new, "c2") == named(old, "c")
    third = mint(clusters("a2 b2", "c2"), table + new.rows)
    assert dict(third.events) == dict(new.events)


def partitions():
    claims = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)
    return claims.flatmap(
        lambda chosen: st.lists(st.integers(0, 3), min_size=len(chosen), max_size=len(chosen)).map(
            lambda marks: [
                " ".join(c for c, m in zip(chosen, marks, strict=True) if m == mark)
                for mark in sorted(set(marks))
            ]
        )
    )


@given(st.lists(partitions(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_whatever_happens_each_cluster_has_one_id_and_order_does_not_matter(rounds, random):
    last, table = after(*rounds)
    assert set(last.events.values()) == set(clusters(*rounds[-1]))
    assert len(last.events) == len(rounds[-1])
    ages = {event_id: seq for event_id, seq, _ in table}
    assert all(ages[winner] < ages[loser] for loser, winner in last.redirects)
    assert len(set(ages.values())) == len(ages)
    shuffled = [random.sample(groups, len(groups)) for groups in rounds]
    other, other_table = after(*shuffled)
    assert (dict(other.events), other_table) == (dict(last.events), table)


@given(partitions())
def test_every_assigned_claim_stands_in_the_table(groups):
    _, table = after(groups)
    assert {claim for _, _, claim in table} == set(itertools.chain.from_iterable(g.split() for g in groups))
