from __future__ import annotations

import csv
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from training.examples import Placed
from training.model.mixture import BASE, EIGHTHS, FOLDED, LAST, STAGES, held_out, texts_for, trainable
from training.schema import Example, Template
from training.split import OUT

SETS = sorted(set(BASE) | set(LAST))
PLACED = st.builds(
    Placed,
    st.builds(Example, st.sampled_from(SETS), st.text("abcdefgh", max_size=4), st.just("words")),
    st.sampled_from(["train", "dev", "none-shipping"]),
    st.integers(0, 4),
    st.just(""),
    st.sampled_from(["", "1", "2"]),
)


def placed(own_set, name, part="train", fold=1, group=""):
    return Placed(Example(own_set, name, "words"), part, fold, "", group)


@settings(deadline=None)
@given(PLACED)
def test_what_is_held_out_is_never_dev_and_always_of_one_fold_and_a_set_that_is_tuned(one):
    assert not held_out(one) or (one.part, one.fold, one.example.set in EIGHTHS) == ("train", 0, True)


def test_eighths_are_counted_by_the_letters_of_the_id():
    assert [held_out(placed("muc4", name, fold=0)) for name in "hlmo"] == [True, True, False, False]
    assert [held_out(placed("polnear", name, fold=0)) for name in "hij"] == [True, True, False]
    assert not held_out(placed("muc4", "h", fold=1))
    assert not held_out(placed("rams", "h", fold=0))


@settings(deadline=None)
@given(st.lists(PLACED, max_size=12), st.integers(-1, 4))
def test_nothing_is_learned_from_what_is_dev_held_out_or_judged_or_repeats_it(found, fold):
    learned = trainable(found, fold)
    judged = [p for p in found if p.fold == fold and p.example.set in FOLDED]
    assert all(p.part == "train" and not held_out(p) and p not in judged for p in learned)
    assert not {p.group for p in judged} - {""} & {p.group for p in learned}


def test_without_a_fold_all_training_texts_that_are_not_held_out_are_learned_from():
    found = [
        placed("re3d", "a"),
        placed("muc4", "b"),
        placed("rams", "c", "dev"),
        placed("satp", "h", fold=0),
    ]
    assert trainable(found, -1) == found[:2]


def test_a_text_is_read_as_often_as_its_set_says():
    found = [placed("re3d", "a"), placed("rams", "b"), placed("cameo", "c")]
    assert Counter(one.set for one in texts_for(found, {"re3d": 3.0, "rams": 1.0}, 1)) == {
        "re3d": 3,
        "rams": 1,
    }


def test_a_share_of_a_pass_is_drawn_and_texts_in_which_nothing_is_found_are_read_less():
    told = [Placed(Example("muc4", "t", "x", muc=(Template("attack"),)), "train", 1, "", "")] * 1000
    empty = [placed("muc4", "e")] * 1000
    read = Counter(one.id for one in texts_for([*told, *empty], {"muc4": 1.5}, 1))
    assert 1400 < read["t"] < 1600
    assert 625 < read["e"] < 725


@settings(deadline=None)
@given(st.lists(PLACED, max_size=12), st.integers())
def test_the_same_seed_gives_the_same_texts_in_the_same_order(found, seed):
    assert list(texts_for(found, BASE, seed)) == list(texts_for(found, BASE, seed))


def test_the_first_stage_reads_nothing_that_is_cross_validated_and_folds_read_nothing_else():
    assert not FOLDED & set(BASE)
    assert set(STAGES["fold"]) == FOLDED


def test_the_tables_name_sets_of_the_split():
    with OUT.open(encoding="utf-8", newline="") as rows:
        assert set(SETS) <= {row["set"] for row in csv.DictReader(rows)}
