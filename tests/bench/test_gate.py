from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import codings
import gate
from codings import GOLD, SECOND, rows

FLOORS = json.loads(gate.FLOORS.read_text("utf-8"))


def floor(data="one", **scores):
    return {"data": data, "scores": scores}


@pytest.mark.parametrize(
    ("now", "fallen"),
    [(0.5, 0), (0.6, 0), (0.4951, 0), (0.494, 1)],
    ids=["equal", "better", "within the noise", "worse"],
)
def test_a_score_falls_when_it_is_below_its_floor_by_more_than_the_noise(now, fallen):
    assert len(gate.falls("both, satp", floor(f1=now), floor(f1=0.5))) == fallen


def test_a_floor_of_other_data_is_worthless_and_a_set_without_a_floor_cannot_fall():
    (line,) = gate.falls("both, satp", floor(f1=0.9), floor("other", f1=0.5))
    assert "the data changed" in line
    assert gate.falls("both, satp", floor(f1=0.1), None) == []


def test_an_engine_that_is_not_there_falls_only_if_it_has_floors():
    assert gate.hold("no such engine", {}) == ({}, [])
    now, (line,) = gate.hold("no such engine", {"satp": floor(f1=0.5)})
    assert now == {}
    assert line.startswith("FALLEN no such engine")


def test_the_hash_of_a_set_knows_its_own_pages_and_codings_alone(tmp_path, monkeypatch):
    page = "name,file,sha256\none,pages/one.txt,aa\n"
    for name, text in (("one.jsonl", "{}\n"), ("pages.csv", page)):
        (tmp_path / name).write_text(text, "utf-8")
    for module in (gate, codings):
        monkeypatch.setattr(module, "GOLD", tmp_path)
    first = gate.digest(("one",))
    (tmp_path / "pages.csv").write_text(page + "two,pages/two.txt,bb\n", "utf-8")
    assert gate.digest(("one",)) == first
    (tmp_path / "one.jsonl").write_text('{"id": 1}\n', "utf-8")
    assert gate.digest(("one",)) != first


def test_every_set_of_pages_names_codings_that_are_there():
    for coding in (coding for members in gate.SETS.values() for coding in members):
        assert coding.removeprefix(SECOND) in rows()
        assert (GOLD / f"{coding}.jsonl").is_file()


@pytest.mark.parametrize("name", gate.SETS)
def test_the_floors_of_pages_are_those_of_the_gold_that_is_there(name):
    for engine in FLOORS.values():
        assert engine[name]["data"] == gate.digest(gate.SETS[name])
