from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.grouping import COMMON, groups, links, runs

PASSAGE = " ".join(f"p{number}" for number in range(23))
LINKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=15)


def joined(size, pairs):
    return groups(size, pairs, lambda *_: False)


def filler(name, count=60):
    return " ".join(f"{name}{number}" for number in range(count))


def test_a_text_has_a_run_for_each_eight_words_and_one_where_it_has_fewer():
    assert [len(runs(filler("w", count))) for count in (0, 3, 8, 10)] == [0, 1, 1, 3]


def test_case_and_punctuation_do_not_part_texts():
    assert runs("Rain, in Oldtown!") == runs("rain in oldtown")


@pytest.mark.parametrize(("words", "linked"), [(23, [(0, 1)]), (22, [])])
def test_long_texts_are_linked_by_a_passage_of_23_words(words, linked):
    passage = " ".join(PASSAGE.split()[:words])
    assert (
        links([f"{filler('a')} {passage} {filler('b')}", f"{filler('c')} {passage} {filler('d')}"]) == linked
    )


@pytest.mark.parametrize(("words", "linked"), [(12, [(0, 1)]), (11, [])])
def test_a_short_text_is_linked_by_half_of_its_runs(words, linked):
    short = " ".join(PASSAGE.split()[:17])  # ten runs; 12 words in common are five of them
    assert links([short, f"{filler('a')} {' '.join(short.split()[:words])} {filler('b')}"]) == linked


def test_what_very_many_texts_say_links_nothing_but_the_same_words_do():
    texts = [f"{PASSAGE} {filler(f'x{number}y', 9)}" for number in range(COMMON + 1)]
    assert links(texts) == []
    assert links([*texts, texts[0]]) == [(0, COMMON + 1)]


def test_texts_without_a_word_are_not_alike():
    assert links(["...", "...", ""]) == []


def test_links_join_over_any_number_of_steps():
    assert joined(5, [(3, 4), (1, 3)]) == [0, 1, 2, 1, 1]


def test_links_that_are_apart_join_nothing():
    assert groups(3, [(0, 1), (1, 2)], lambda one, other: (one, other) == (0, 1)) == [0, 1, 1]


@given(LINKS, st.randoms())
def test_the_order_of_links_does_not_matter(pairs, chance):
    shuffled = [tuple(chance.sample(pair, 2)) for pair in pairs]
    chance.shuffle(shuffled)
    assert joined(10, pairs) == joined(10, shuffled)


@given(LINKS)
def test_a_group_is_named_by_its_smallest_place_and_holds_both_ends_of_a_link(pairs):
    first = joined(10, pairs)
    assert all(first[place] == place for place in first)
    assert all(first[place] <= place for place in range(10))
    assert all(first[one] == first[other] for one, other in pairs)
