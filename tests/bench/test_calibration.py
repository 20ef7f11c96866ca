from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from calibration import TASKS, Stated, row, rows, stated
from fixed_parts import Part

from onrecord.find.models.trained.reader import open_reader

FOUND = [
    Stated("kill", 0.9, True),
    Stated("arrest", 0.2, False),
    Stated("kill", 0.5, False),
    Stated("arrest", 0.0, True),
]


def test_a_row_has_what_was_stated_and_what_was_met():
    # gaps 0.1, 0.2, 0.5, 1.0 alone in their bins: error 0.45; squares 0.01 + 0.04 + 0.25 + 1 = 1.3 over 4
    assert row("made", FOUND) == "| made | 4 | 0.400 | 0.500 | 0.450 | 0.325 |"
    assert row("none", []) == "| none | 0 | 0.000 | 0.000 | 0.000 | 0.000 |"


def test_each_label_has_a_row_of_its_own_where_asked():
    assert len(list(rows("made", FOUND, by_label=False))) == 1
    names = [line.split(" | ")[0] for line in rows("made", FOUND, by_label=True)]
    assert names == ["| made", "| made, kill", "| made, arrest"]


def test_every_label_of_every_text_is_asked_for(tmp_path):
    (tmp_path / "dev.tsv").write_text(
        "Raiders shelled the port\t1\t0\t0\t0\nThe council met\t0\t0\t0\t0\n", "utf-8"
    )
    found = list(stated(open_reader(threads=1), Part("satp", ("dev.tsv",)), tmp_path))
    assert [(one.label, one.applies) for one in found[:2]] == [("armed_assault", True), ("bombing", False)]
    assert len(found) == 8
    assert all(0 <= one.share <= 1 for one in found)
    assert len(list(stated(open_reader(threads=1), Part("satp", ("dev.tsv",)), tmp_path, 1))) == 4


@pytest.mark.parametrize("task", ["satp", "insightcrime", "ipe-docs", "ipe-sents"])
def test_tasks_with_labels_and_a_development_part_are_measured(task):
    assert task in TASKS
