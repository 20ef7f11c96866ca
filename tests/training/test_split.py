from __future__ import annotations

import csv

from hypothesis import given
from hypothesis import strategies as st
from training.schema import Example
from training.split import OUT, report, split, write

from onrecord.score.folds import fold_of


def filler(name, count=40):
    return " ".join(f"{name}{number}" for number in range(count))


def splits(found):
    rows = split(sorted(found, key=lambda one: (one.set, one.id)))
    return {row.document: row for row in rows}


def parts(found):
    return {name: (row.part, row.reason) for name, row in splits(found).items()}


def test_given_parts_stay_and_what_repeats_a_dev_text_of_any_set_is_dev():
    found = [
        Example("muc4", "a", filler("x"), given="dev"),
        Example("muc4", "b", filler("y"), given="train"),
        Example("satp", "c", filler("x") + " and more", given="train"),
    ]
    assert parts(found) == {
        "a": ("dev", "given"),
        "b": ("train", "given"),
        "c": ("dev", "shared-with-dev"),
    }


def test_what_may_not_ship_trains_nothing_that_ships():
    found = [
        Example("re3d", "a", filler("x"), source="BBC_Online"),
        Example("re3d", "b", filler("y"), source="CENTCOM"),
    ]
    assert parts(found) == {"a": ("none-shipping", "non-commercial"), "b": ("train", "cross-validated")}


def test_a_set_without_a_part_of_its_own_holds_out_fold_zero():
    found = [Example("rams", str(number), filler(f"w{number}x")) for number in range(40)]
    assert all((row.part == "dev") == (row.fold == 0) for row in splits(found).values())


def test_folds_follow_the_id_of_a_document_and_the_words_of_a_sentence():
    found = [Example("timebank", "wire", filler("x")), Example("cameo", "row", filler("y"))]
    assert {name: row.fold for name, row in splits(found).items()} == {
        "wire": fold_of("wire"),
        "row": fold_of(filler("y")),
    }


def test_a_group_has_the_fold_of_its_smallest_document():
    found = [Example("timebank", name, filler("x")) for name in ("p", "q", "r")]
    rows = splits(found)
    assert {row.fold for row in rows.values()} == {fold_of("p")}
    assert {row.group for row in rows.values()} == {"0"}


def test_whole_documents_keep_their_part_and_sentences_of_dev_documents_become_dev():
    one, other = filler("x", 20), filler("y", 20)
    found = [
        Example("ipe_docs", "whole-train", f"{one} {filler('a')}", given="train"),
        Example("ipe_docs", "whole-dev", f"{other} {filler('b')}", given="dev"),
        Example("ipe_sents", "piece-dev", one, given="dev"),
        Example("ipe_sents", "piece-train", other, given="train"),
    ]
    assert parts(found) == {
        "whole-train": ("train", "holds-dev-sentences"),
        "whole-dev": ("dev", "given"),
        "piece-dev": ("dev", "given"),
        "piece-train": ("dev", "stands-in-dev"),
    }


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(["train", "dev"])), max_size=8))
def test_no_text_stands_in_two_parts(told):
    found = [
        Example("muc4", str(number), filler(name), given=part) for number, (name, part) in enumerate(told)
    ]
    rows = splits(found)
    for name in "xyz":
        assert len({rows[one.id].part for one in found if one.text == filler(name)}) <= 1


def test_the_file_has_a_line_for_each_document_and_no_word_of_it(tmp_path):
    rows = split([Example("muc4", "a", filler("x"), given="dev")])
    write(rows, tmp_path / "s.csv")
    assert (tmp_path / "s.csv").read_text() == (
        f"document,set,part,reason,fold,group\na,muc4,dev,given,{fold_of('a')},\n"
    )
    assert "0 groups of two or more" in list(report(rows))


def test_the_split_of_the_project_has_every_group_in_one_fold_and_each_document_once():
    with OUT.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len({(row["set"], row["document"]) for row in rows}) == len(rows)
    folds = {}
    for row in rows:
        if row["group"]:
            assert folds.setdefault(row["group"], row["fold"]) == row["fold"]
