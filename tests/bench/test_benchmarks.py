from __future__ import annotations

import sys
from pathlib import Path

import pytest

from onrecord.answers import Answer

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from benchmarks import run, table
from fixed_parts import DATA, PARTS, Part, baselines, open_engines

from onrecord.score.registry import TASKS

SATP = Part("satp", ("satp/dev*.tsv",))


class FirstLabel:
    """Gives every text the first label of SATP."""

    def answers(self, questions):
        return (Answer(labels=(("armed_assault", 1.0),)) for _ in questions)


@pytest.fixture
def data(tmp_path):
    (tmp_path / "satp").mkdir()
    rows = ("Gunmen fired.\t1\t0\t0\t0\n", "A bomb went off.\t0\t1\t0\t0\n", "Nothing.\t0\t0\t0\t0\n")
    (tmp_path / "satp" / "dev-1.tsv").write_text("".join(rows[:2]), "utf-8")
    (tmp_path / "satp" / "dev-2.tsv").write_text(rows[2], "utf-8")
    return tmp_path


def test_all_files_of_a_part_are_read_in_order_up_to_the_limit(data):
    assert len(list(SATP.tallies(data, FirstLabel()))) == 3
    assert len(list(SATP.tallies(data, FirstLabel(), 2))) == 2


def test_the_hash_of_a_part_changes_with_its_bytes_and_names_and_with_nothing_else(data):
    first = SATP.digest(data)
    (data / "satp" / "train.tsv").write_text("Other words.\t1\t0\t0\t0\n", "utf-8")
    assert SATP.digest(data) == first
    (data / "satp" / "dev-2.tsv").rename(data / "satp" / "dev-3.tsv")
    renamed = SATP.digest(data)
    (data / "satp" / "dev-3.tsv").write_text("Changed.\t0\t0\t0\t0\n", "utf-8")
    assert len({first, renamed, SATP.digest(data)}) == 3


def test_a_report_holds_engine_figures_and_hash(data):
    (line,) = run([SATP], {"first": FirstLabel()}, data)
    assert (line["engine"], line["task"], line["n"]) == ("first", "satp", 3)
    assert line["data"] == SATP.digest(data)


def test_data_that_are_not_there_are_said_and_left_out(tmp_path, capsys):
    assert list(run([SATP], {"first": FirstLabel()}, tmp_path)) == []
    assert "left out: satp with first" in capsys.readouterr().err


def test_an_engine_that_is_not_there_is_said_and_left_out():
    lines = []
    assert open_engines(("no such engine",), lines.append) == {}
    assert "no such engine" in lines[0]


def test_the_table_has_a_row_a_task_and_a_column_an_engine():
    lines = [{"engine": "b", "task": "cameo", "n": 1200, "f1": 0.5, "low": 0.4, "high": 0.62}]
    head, _, row = table(lines, ("a", "b"))
    assert head == "| task | texts | baselines | a | b |"
    assert row.startswith("| cameo | 1,200 | most frequent label 7.8; TF-IDF 80.0 (77.5 to 82.6)")
    assert row.endswith("|  | 50.0 (40.0 to 62.0) |")


def test_every_part_and_baseline_is_of_a_task():
    assert {part.task for part in PARTS} | set(baselines()) <= set(TASKS)


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="left out: the development data are not beside the checkout")
def test_only_every_fifth_topic_of_ecb_is_read():
    (coref,) = [part for part in PARTS if part.task == "coref"]
    topics = {int(place.name.partition("ecb")[0]) for place in coref.places(DATA)}
    assert topics == {5, 10, 20, 25, 30, 35}
