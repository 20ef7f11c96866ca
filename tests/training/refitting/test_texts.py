from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from training.examples import Placed
from training.model.mixture import held_out
from training.refitting.texts import HEADS, PARTS, label_sets, names_of
from training.schema import WHOLE_TEXT, Example, Role

from onrecord.answers import Stretch


def placed(name, number, labels=(), *, part="train", fold=1, group=""):
    one = Example(set=name, id=f"{name}-{number:03}", text=f"text {number}", labels={name: labels})
    return Placed(one, part, fold, "", group)


def test_gold_has_a_column_for_each_label_of_the_head():
    seen, _ = label_sets([placed("ipe_sents", 1, ("arrest", "any_action"))])["ipe_sents"]
    assert names_of("ipe_sents") == ("kill", "arrest", "fail", "force", "any_action")
    assert seen.gold.tolist() == [[0, 1, 0, 0, 1]]


def test_sentences_have_the_labels_of_documents_and_a_head_of_their_own():
    assert names_of(HEADS["ipe_sents"]) == names_of(HEADS["ipe_docs"])
    assert HEADS["ipe_sents"] != HEADS["ipe_docs"]


def test_what_is_held_out_is_not_fitted_to_and_nothing_of_dev_is_either():
    found = [placed("satp", k, fold=0) for k in range(64)]
    found += [placed("satp", 100, part="dev", fold=0), placed("satp", 101, part="none-shipping", fold=0)]
    seen, held = label_sets(found)["satp"]
    assert set(held.ids) == {p.example.id for p in found if held_out(p)}
    assert set(seen.ids) == {f"satp-{k:03}" for k in range(64)} - set(held.ids)
    assert 0 < len(held) < 64


def test_a_fold_leaves_out_what_it_is_judged_on_and_what_repeats_it():
    found = [
        placed("cameo", 1, fold=2, group="7"),
        placed("cameo", 2, fold=3),
        placed("plover", 3, group="7"),
    ]
    sets = label_sets(found, fold=2)
    assert sets["cameo"][0].ids == ("cameo-002",)
    assert sets["plover"][0].ids == ()
    assert len(label_sets(found)["cameo"][0]) == 2


def test_texts_of_one_group_share_a_part():
    found = [placed("satp", k, group=str(k % 9)) for k in range(27)]
    seen, _ = label_sets(found)["satp"]
    groups = {number: seen.parts[[int(i[-3:]) % 9 == number for i in seen.ids]] for number in range(9)}
    assert all(len(set(parts.tolist())) == 1 for parts in groups.values())
    assert set(seen.parts.tolist()) <= set(range(PARTS))


@pytest.mark.parametrize("most", [0, 3, 50])
def test_fewer_texts_are_drawn_by_chance_that_stays_the_same(most):
    found = [placed("satp", k) for k in range(20)]
    (one, _), (other, _) = (label_sets(rows, most=most)["satp"] for rows in (found, found[::-1]))
    assert one.ids == other.ids
    assert len(one) == min(20, most)
    assert one.gold.shape == (len(one), 4)


def test_both_parties_of_a_text_are_known_where_its_set_marks_them():
    one = placed("plover", 1, ("AID",))
    roles = (Role(WHOLE_TEXT, Stretch(5, 6), "target"), Role(WHOLE_TEXT, Stretch(0, 4), "source"))
    marked = one._replace(example=replace(one.example, roles=roles))
    sets = label_sets([marked, placed("plover", 2, ("AID",)), placed("cameo", 3)])
    found = dict(zip(sets["plover"][0].ids, sets["plover"][0].parties, strict=True))
    assert found == {"plover-001": (Stretch(0, 4), Stretch(5, 6)), "plover-002": None}
    assert sets["cameo"][0].parties == ()


def test_a_text_without_words_is_left_out():
    blank = placed("satp", 1)._replace(example=Example(set="satp", id="a", text=" ", labels={"satp": ()}))
    seen, _ = label_sets([blank])["satp"]
    assert len(seen) == 0
    assert np.array_equal(seen.gold, np.zeros((0, 4)))
