"""`onrecord score` from the command line, on texts of our own."""

from __future__ import annotations

import json

from click.testing import CliRunner

from onrecord.cli import main
from onrecord.score.registry import TASKS

SENTENCES = (
    "Gunmen shot dead two shopkeepers near the old bridge.\t1\t0\t0\t0\n"
    "A bomb exploded in the market and wounded ten people.\t0\t1\t0\t0\n"
    "Rebels kidnapped a teacher.\t0\t0\t0\t1\n"
)


def run(*words):
    done = CliRunner().invoke(main, ["score", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def data(folder):
    path = folder / "dev.tsv"
    path.write_text(SENTENCES, "utf-8")
    return path


def claims(folder, name, *starts):
    path = folder / name
    evidence = [{"document": "d", "text_id": "t", "start": at, "end": at + 9, "text": "x"} for at in starts]
    lines = [json.dumps({"kind": "event", "act": "attack", "roles": {}, "evidence": e}) for e in evidence]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_an_engine_is_scored_as_one_json_object(tmp_path):
    code, out, _ = run("satp", "--data", data(tmp_path), "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == ["task", "n", "precision", "recall", "f1", "low", "high", "parts"]
    # two of three right; the third is given an abduction
    assert (found["task"], found["n"], found["f1"]) == ("satp", 3, 0.6667)
    assert found["parts"]["bombing.f1"] == 1


def test_a_table_shows_the_whole_and_each_label(tmp_path):
    data(tmp_path)
    code, out, _ = run("satp", "--data", tmp_path, "--limit", 2)
    assert code == 0
    assert out.startswith("satp: 2 texts, per cent; F1 is ")
    cells = [line.split() for line in out.splitlines()]
    assert ["all", "100.0", "100.0", "100.0"] in cells
    assert ["armed_assault", "100.0", "100.0", "100.0"] in cells
    assert ["abduction", "0.0", "0.0", "0.0"] in cells


def test_every_task_is_explained_in_a_line():
    code, out, _ = run("--list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(TASKS)


def test_two_files_of_claims_are_compared(tmp_path):
    gold, mine = claims(tmp_path, "gold.jsonl", 0, 20), claims(tmp_path, "mine.jsonl", 0, 50)
    found = json.loads(run(gold, mine, "--format", "json")[1])
    assert (found["task"], found["precision"], found["recall"]) == ("claims", 0.5, 0.5)
    cells = [line.split() for line in run(gold, mine)[1].splitlines()]
    assert ["event", "50.0", "50.0", "50.0"] in cells
    assert ["field.type", "100.0"] in cells


def test_mistakes_are_one_line_and_exit_code_2(tmp_path):
    for words, told in [
        (("satp",), "--data is missing"),
        ((), "give one task"),
        (("muc9", "--data", tmp_path), "no task 'muc9'"),
        (("satp", "--data", tmp_path / "gone"), "no such file"),
        (("satp", "--data", data(tmp_path), "--engine", "oracle"), "no engine 'oracle' is installed"),
        ((tmp_path / "a.jsonl", tmp_path / "b.jsonl"), "no such file"),
    ]:
        code, out, err = run(*words)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert told in err
