from hypothesis import given
from hypothesis import strategies as st

from onrecord.match import ACCEPTED, cluster

NAMES = st.sampled_from("abcdefgh")
LINKS = st.lists(st.tuples(NAMES, NAMES, st.sampled_from([0.2, 0.5, 0.7, 0.9, ACCEPTED])), max_size=20)
WALLS = st.lists(st.tuples(NAMES, NAMES), max_size=6)


def test_items_without_links_stay_alone():
    assert cluster("ba", [], [], 0.5) == (frozenset("a"), frozenset("b"))


def test_a_chain_of_links_is_one_cluster():
    assert cluster("abc", [("a", "b", 0.6), ("b", "c", 0.6)], [], 0.5) == (frozenset("abc"),)


def test_a_link_under_the_threshold_joins_nobody():
    assert cluster("ab", [("a", "b", 0.49)], [], 0.5) == (frozenset("a"), frozenset("b"))


def test_the_stronger_link_wins_where_a_wall_allows_only_one():
    links = [("a", "m", 0.6), ("b", "m", 0.8)]
    assert cluster("abm", links, [("a", "b")], 0.5) == (frozenset("a"), frozenset("bm"))


def test_a_wall_holds_along_a_chain():
    links = [("a", "b", 0.9), ("b", "c", 0.8), ("c", "d", 0.9)]
    assert cluster("abcd", links, [("a", "d")], 0.5) == (frozenset("ab"), frozenset("cd"))


def test_a_persons_link_comes_before_the_machines():
    links = [("a", "m", 0.99), ("b", "m", ACCEPTED)]
    assert cluster("abm", links, [("a", "b")], 0.5) == (frozenset("a"), frozenset("bm"))


def test_a_judgement_on_something_gone_is_left_out():
    assert cluster("a", [("a", "gone", ACCEPTED)], [("gone", "a")], 0.5) == (frozenset("a"),)


@given(links=LINKS, walls=WALLS, seed=st.randoms())
def test_the_order_of_links_and_walls_does_not_matter(links, walls, seed):
    expected = cluster("abcdefgh", links, walls, 0.5)
    turned = [(other, one, score) for one, other, score in links]
    seed.shuffle(turned)
    seed.shuffle(walls)
    assert cluster("hgfedcba", turned, walls, 0.5) == expected


@given(links=LINKS, walls=WALLS)
def test_every_item_is_in_one_cluster_and_no_wall_is_crossed(links, walls):
    found = cluster("abcdefgh", links, walls, 0.5)
    assert sorted(name for group in found for name in group) == list("abcdefgh")
    assert not any({one, other} <= group for group in found for one, other in walls if one != other)
