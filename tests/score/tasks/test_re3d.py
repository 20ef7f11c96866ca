from __future__ import annotations

import csv
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Answer, Name, Question, Related, Stretch
from onrecord.errors import InputError
from onrecord.score.task import Item, Tally
from onrecord.score.tasks.re3d import TASKS
from onrecord.score.tasks.re3d_files import Coded
from onrecord.score.tasks.re3d_names import TYPES, flat_names
from onrecord.score.tasks.re3d_relations import RELATIONS

CASES = Path(__file__).parents[2] / "cases"
DATA = Path(__file__).parents[4] / "shared" / "data" / "re3d"
NAMES, RELATIONS_TASK, GOLD_NAMES = TASKS


def cases(table):
    lines = [line for line in (CASES / table).read_text("utf-8").splitlines() if not line.startswith("#")]
    return [pytest.param(row, id=row["note"]) for row in csv.DictReader(lines)]


def stretch(words):
    return Stretch(*map(int, words.split("-")))


def names(cell):
    return tuple(Name(stretch(at), kind) for at, kind in map(str.split, filter(None, cell.split(";"))))


def relations(cell):
    parted = map(str.split, filter(None, cell.split(";")))
    return tuple(Related(kind, stretch(one), stretch(other)) for kind, one, other in parted)


def item(names=(), relations=()):
    return Item("d", Question("re3d", "x" * 100), Coded("d", "x" * 100, names, relations))


def counted(tally, part):
    return [tally[f"{part} {count}"] for count in ("right", "given", "asked")]


@pytest.mark.parametrize("case", cases("re3d_names.csv"))
def test_names_are_counted_as_worked_by_hand(case):
    tally = NAMES.judge(item(names(case["gold"])), Answer(names=names(case["answer"])))
    assert counted(tally, "names") == [int(case[k]) for k in ("right", "given", "asked")]
    assert tally["lenient right"] == int(case["lenient"])


@pytest.mark.parametrize("case", cases("re3d_relations.csv"))
def test_relations_are_counted_as_worked_by_hand(case):
    answer = Answer(relations=relations(case["answer"]))
    tally = RELATIONS_TASK.judge(item(relations=relations(case["gold"])), answer)
    assert counted(tally, "relations") == [int(case[k]) for k in ("right", "given", "asked")]
    assert tally["lenient right"] == int(case["lenient"])


def test_figures_are_micro_averages_with_a_part_for_each_type():
    gold = item(names("0-5 Person;10-15 Location;20-25 Location;30-35 Weapon"))
    figures = NAMES.figures(
        NAMES.judge(gold, Answer(names=names("0-5 Person;10-15 Location;40-45 Location")))
    )
    assert (figures.precision, figures.recall) == (2 / 3, 2 / 4)
    assert figures.f1 == pytest.approx(4 / 7)
    assert figures.parts["Location_precision"] == figures.parts["Location_recall"] == 1 / 2
    assert figures.parts["Weapon_f1"] == 0
    assert figures.parts["Location_asked"] == 2


def test_an_unsure_gold_name_is_no_name_though_a_relation_may_end_in_it():
    unsure = (Name(Stretch(0, 5), "Person", 0.2),)
    assert NAMES.judge(item(unsure), Answer(names=unsure))["names asked"] == 0


STRETCHES = st.builds(lambda a, n: Stretch(a, a + n), st.integers(0, 40), st.integers(1, 9))
SOME_NAMES = st.lists(st.builds(Name, STRETCHES, st.sampled_from(TYPES)), max_size=8, unique=True).map(tuple)
SOME_TIES = st.lists(
    st.builds(Related, st.sampled_from(RELATIONS), STRETCHES, STRETCHES), max_size=8, unique=True
).map(tuple)


@given(SOME_NAMES, SOME_TIES)
def test_gold_against_itself_is_perfect(names, ties):
    for task, kind, gold in ((NAMES, "names", names), (RELATIONS_TASK, "relations", ties)):
        right, given_, asked = counted(task.judge(item(names, ties), Answer(names, ties)), kind)
        assert right == given_ == asked
        assert (asked > 0) == bool(gold)


@given(SOME_NAMES, SOME_TIES, SOME_NAMES, SOME_TIES)
def test_the_order_of_answers_does_not_matter(gold_names, gold_ties, names, ties):
    gold = item(gold_names, gold_ties)
    for task in (NAMES, RELATIONS_TASK):
        assert task.judge(gold, Answer(names, ties)) == task.judge(gold, Answer(names[::-1], ties[::-1]))


@given(st.lists(st.tuples(SOME_NAMES, SOME_NAMES), min_size=2, max_size=4))
def test_counts_of_documents_add_up_in_any_shards(documents):
    tallies = [NAMES.judge(item(gold), Answer(names=ours)) for gold, ours in documents]
    halves = sum(tallies[:1], Tally()) + sum(tallies[1:], Tally())
    assert NAMES.figures(halves) == NAMES.figures(sum(tallies[::-1], Tally()))


@given(SOME_NAMES)
def test_flat_names_do_not_overlap_and_are_among_those_given(names):
    flat = flat_names(names)
    assert set(flat) <= set(names)
    assert all(one.at.end <= other.at.start for one, other in pairwise(flat))


TEXT = "Ana Roe leads the Red Front near Dorn ."


def row(kind, start, end, confidence):
    return {"documentId": "D1", "type": kind, "begin": start, "end": end, "confidence": confidence}


def tie(kind, source, target, confidence):
    (a, b), (c, d) = source, target
    ends = {"sourceBegin": a, "sourceEnd": b, "targetBegin": c, "targetEnd": d}
    return {"documentId": "D1", "type": kind, "begin": 0, "end": 0, "confidence": confidence, **ends}


def write(folder, name, rows):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "re3d" / "A_Source"
    write(folder, "documents.jsonl", [{"_id": "D1", "text": TEXT}])
    named = [row("Person", 0, 7, 1), row("Person", 0, 3, 0), row("Organisation", 14, 28, 0.9)]
    unsure = [row("Location", 33, 37, 0.3), row("Nationality", 18, 21, 0.49), row("Person", 3, 4, 0.87)]
    write(folder, "entities.jsonl", [*named, *unsure, row("Organisation", 0, 7, 0.6)])
    ties = [tie("InChargeOf", (0, 7), (13, 28), 1), tie("CoLocated", (14, 28), (33, 37), 0.8)]
    write(folder, "relations.jsonl", [*ties, tie("Likes", (0, 7), (14, 28), 0.2), ties[0]])
    return folder


def test_a_source_or_a_folder_of_sources_gives_the_same_documents(source):
    assert list(NAMES.read(source)) == list(NAMES.read(source.parent))


def test_the_surest_name_of_a_stretch_stands_and_an_unsure_one_only_under_a_sure_relation(source):
    (document,) = NAMES.read(source)
    assert [(TEXT[n.at.start : n.at.end], n.type) for n in document.gold.names] == [
        ("Ana Roe", "Person"),
        ("the Red Front", "Organisation"),
        ("Dorn", "Location"),
    ]


def test_blanks_at_the_edges_are_no_part_of_a_name_and_a_blank_name_is_none(source):
    (document,) = NAMES.read(source)
    assert [(r.type, TEXT[r.object.start : r.object.end]) for r in document.gold.relations] == [
        ("InChargeOf", "the Red Front"),
        ("CoLocated", "Dorn"),
    ]


def test_names_are_given_for_relations_with_gold_names_alone_and_say_nothing_of_their_sureness(source):
    asked = [next(iter(task.read(source))).question.names for task in TASKS]
    assert asked[:2] == [(), ()]
    assert [name.score for name in asked[2]] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("missing", ["documents.jsonl", "entities.jsonl", "relations.jsonl"])
def test_a_missing_file_is_named(source, missing):
    (source / missing).unlink()
    with pytest.raises(InputError, match=missing):
        list(NAMES.read(source))


def test_a_row_of_another_form_is_an_input_error(source):
    write(source, "entities.jsonl", [{"documentId": "D1", "type": "Person"}])
    with pytest.raises(InputError, match="not in the form of re3d"):
        list(NAMES.read(source))


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="left out: re3d is not beside the checkout")
def test_all_names_and_relations_of_re3d_are_read():
    documents = [document.gold for document in NAMES.read(DATA)]
    flat = [name for d in documents for name in flat_names(n for n in d.names if n.score >= 0.5)]
    assert (len(documents), len(flat)) == (68, 2409)
    assert sum(len(d.relations) for d in documents) == 958
