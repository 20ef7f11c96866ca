from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.task import Tally
from onrecord.score.tasks.label_counts import count_examples, count_labels, example_figures, macro_figures

CASES = Path(__file__).parents[2] / "cases"
SCHEME = ("a", "b", "c")
DOCUMENTS = st.lists(st.tuples(*[st.frozensets(st.sampled_from(SCHEME))] * 2), min_size=1, max_size=8)


def rows(name):
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def documents(cell):
    """Read "ab>a c>": given a and b where a holds, given c where nothing holds."""
    return [tuple(map(frozenset, word.split(">"))) for word in cell.split()]


@pytest.mark.parametrize("row", rows("score_labels.csv"), ids=lambda row: row["note"])
def test_figures_are_those_worked_by_hand(row):
    if row["metric"] == "example":
        tally = sum((count_examples(*pair) for pair in documents(row["documents"])), Tally())
        got = example_figures(tally, SCHEME)
    else:
        tally = sum((Tally(count_labels(*pair)) for pair in documents(row["documents"])), Tally())
        got = macro_figures(tally, dict.fromkeys(SCHEME, ""))
    wanted = [float(row[name]) for name in ("precision", "recall", "f1")]
    assert [got.precision, got.recall, got.f1] == pytest.approx(wanted, abs=1e-4)


def test_parts_say_how_each_label_fares():
    tally = count_examples(frozenset("ab"), frozenset("a")) + count_examples(frozenset("b"), frozenset("b"))
    parts = example_figures(tally, SCHEME).parts
    assert (parts["a.f1"], parts["c.f1"]) == (1.0, 0.0)
    assert (parts["b.precision"], parts["b.recall"]) == (0.5, 1.0)
    assert parts["micro.f1"] == pytest.approx(4 / 5)


def test_broader_classes_are_scored_beside_the_labels_of_one_class_tasks():
    groups = {"meet": "words", "praise": "words", "fight": "deeds"}
    counts = count_labels(frozenset({"meet"}), frozenset({"praise"}))
    counts |= count_labels(frozenset({"words"}), frozenset({"words"}), prefix="broad ")
    figures = macro_figures(Tally(counts), groups)
    assert (figures.f1, figures.parts["accuracy"], figures.parts["broad.f1"]) == (0.0, 0.0, 1.0)


@given(DOCUMENTS)
def test_perfect_answers_score_one_wherever_anything_is_asked(pairs):
    tally = sum((count_examples(gold, gold) for _, gold in pairs), Tally())
    assert example_figures(tally, SCHEME).f1 == float(any(gold for _, gold in pairs))


@given(DOCUMENTS)
def test_example_based_f1_is_the_mean_over_documents_with_any_label(pairs):
    some = [(g, h) for g, h in pairs if g or h]
    mean = sum(2 * len(g & h) / (len(g) + len(h)) for g, h in some) / len(some) if some else 0.0
    tally = sum((count_examples(*pair) for pair in pairs), Tally())
    assert example_figures(tally, SCHEME).f1 == pytest.approx(mean)
