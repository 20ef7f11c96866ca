from __future__ import annotations

import csv
import io
import json
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from onrecord.cli import COMMANDS, main

sys.path.insert(0, str(Path(__file__).parent / "show"))

import made

ROOT = Path(__file__).parents[1]
REFERENCE = (ROOT / "docs" / "cli.md").read_text("utf-8")
MOUNT, UMOUNT = "/usr/bin/mount", "/usr/bin/umount"
CONTEXT = click.Context(main)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "record.db"
    return made.build_record(path), path


def run(*words, **more):
    """Run a command in this process; gives exit code, standard output, standard error."""
    done = CliRunner().invoke(main, [str(word) for word in words], **more)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def command(name):
    return main.get_command(CONTEXT, name)


def test_every_command_of_the_table_is_there_with_the_help_that_the_table_says():
    assert [command(name).name for name in COMMANDS] == list(COMMANDS)
    for name, entry in COMMANDS.items():
        assert command(name).help.partition("\n")[0] == entry.help


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_an_example_in_its_help(name):
    code, out, _ = run(name, "--help")
    assert code == 0
    assert f"Example: onrecord {name}" in " ".join(out.split())


@pytest.mark.parametrize("name", list(COMMANDS))
def test_the_reference_names_every_command_and_option(name):
    section = REFERENCE.partition(f"## onrecord {name}")[2].partition("\n## ")[0]
    options = [flag for option in command(name).params for flag in option.opts if flag.startswith("--")]
    assert section
    assert [flag for flag in options if f"`{flag}" not in section] == []


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_says_what_it_does(name):
    options = [option for option in command(name).params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_version_is_told():
    assert run("--version")[1].startswith("onrecord, version ")


def test_help_loads_no_heavy_library():
    script = "import sys; from onrecord.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    heavy = {"rich", "starlette", "jinja2", "uvicorn", "trafilatura", "xlsxwriter", "numpy"}
    assert loaded.isdisjoint(heavy | {"onnxruntime", "tokenizers"})


def test_an_unknown_command_is_refused():
    assert run("destroy")[0] == 2


def test_claims_are_listed_one_json_object_a_line(built):
    ids, db = built
    code, out, err = run("list", "claims", "--db", db, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert {line["id"] for line in lines} >= {ids["bombing"], ids["urdu"]}


def test_lists_can_be_narrowed(built):
    _, db = built
    _, out, _ = run(
        "list", "claims", "--db", db, "--format", "csv", "--actor", "Hill League", "--place", "Oldmarket"
    )
    assert len(list(csv.DictReader(io.StringIO(out)))) == 2
    assert run("list", "events", "--db", db, "--format", "csv", "--since", "2020-01-01")[1].count("\n") == 1


def test_a_filter_that_a_list_does_not_know_is_refused(built):
    code, out, err = run("list", "places", "--db", built[1], "--actor", "Hill League")
    assert (code, out) == (2, "")
    assert err.startswith("onrecord: places cannot be narrowed by actor")


def test_disputed_events_can_be_listed_alone(built):
    _, out, _ = run("list", "events", "--db", built[1], "--format", "jsonl", "--disputed")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["evt:market"]
    code, _, err = run("list", "claims", "--db", built[1], "--disputed")
    assert code == 2
    assert "claims cannot be narrowed by disputed" in err


def test_what_stays_open_refuses_a_filter_that_it_does_not_know(built):
    code, _, err = run("list", "open", "--db", built[1], "--actor", "Hill League")
    assert code == 2
    assert "open cannot be narrowed by actor" in err


def test_a_day_that_is_none_is_refused(built):
    code, _, err = run("list", "events", "--db", built[1], "--since", "yesterday")
    assert code == 2
    assert "yesterday" in err


def test_a_table_says_that_nothing_is_verified(built):
    _, out, err = run("list", "claims", "--db", built[1])
    assert "clm_" in out
    assert err == "7 claims; machine reading, not verified\n"


def test_show_gives_the_quotes_who_says_so_and_the_alternatives(built):
    ids, db = built
    _, out, _ = run("show", ids["bombing"], "--db", db)
    assert "“a suicide bomber of the Hill League killed 12 people in Oldmarket”" in out
    assert "who says so: Officials\n" in out
    assert "or Old Guard [cand:old-guard] 0.20: shares a word" in out


def test_show_as_json_holds_value_and_claims(built):
    found = json.loads(run("show", "evt:market", "--db", built[1], "--format", "jsonl")[1])
    assert found["value"]["killed"] == {"low": 12, "best": 12, "high": None}
    assert len(found["claims"]) == 3


def test_an_unknown_id_is_one_line_and_exit_code_2(built):
    code, out, err = run("show", "evt:none", "--db", built[1])
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_events_are_exported_and_what_is_lost_is_reported(built, tmp_path):
    out = tmp_path / "events.csv"
    code, _, err = run("export", "events", "--db", built[1], "--out", out)
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert code == 0
    assert [row["id"] for row in rows] == ["evt:market", "evt:june", "evt:open"]
    assert "4 events read = 3 written + 1 left out" in err


def test_a_workbook_is_exported(built, tmp_path):
    out = tmp_path / "events.xlsx"
    assert (
        run("export", "events", "--db", built[1], "--format", "xlsx", "--out", out, "--min-deaths", "1")[0]
        == 0
    )
    assert out.read_bytes()[:2] == b"PK"


def test_a_judgement_is_entered_listed_and_undone(tmp_path):
    db = tmp_path / "record.db"
    ids = made.build_record(db)
    who = ("--who", "A. Reviewer", "--db", db)
    assert run("judge", ids["bombing"], "--verdict", "reject", "--reason", "a drill", *who)[1].startswith(
        "judgement 1"
    )
    assert (
        run("judge", ids["bombing"], "--verdict", "undo", "--value", "1", "--reason", "no drill", *who)[0]
        == 0
    )
    rows = [
        json.loads(line)
        for line in run("list", "judgements", "--db", db, "--format", "jsonl")[1].splitlines()
    ]
    assert [(row["verdict"], row["value"]) for row in rows] == [("reject", ""), ("undo", "1")]
    assert rows[0]["span"]["words"] == "a suicide bomber of the Hill League killed 12 people in Oldmarket"


def test_two_things_are_the_same_only_with_the_other_one_named(built):
    code, _, err = run(
        "judge", "evt:market", "--verdict", "same", "--who", "A", "--reason", "x", "--db", built[1]
    )
    assert code == 2
    assert "--value" in err


def test_forgetting_asks_first_and_then_leaves_no_words(tmp_path):
    db = tmp_path / "record.db"
    ids = made.build_record(db)
    words = ("forget", ids["wire"], "--db", db, "--who", "A. Reviewer", "--reason", "asked for")
    assert run(*words, input="n\n")[0] == 1
    assert "Karim Example" in run("list", "claims", "--db", db, "--format", "jsonl")[1]
    assert run(*words, "--yes")[0] == 0
    assert "had planned it" not in run("list", "claims", "--db", db, "--format", "jsonl")[1]
    assert b"had planned it" not in db.read_bytes()


def test_a_document_that_is_not_there_cannot_be_forgotten(built):
    code, _, err = run("forget", "doc_none", "--db", built[1], "--who", "A", "--reason", "x", "--yes")
    assert code == 2
    assert "doc_none" in err


@pytest.mark.parametrize(
    "words", [("list", "claims"), ("show", "x"), ("export", "events"), ("serve",), ("rebuild",)]
)
@pytest.mark.parametrize("content", [None, b"", b"not a record", b"SQLite format 3\0" + bytes(200)])
def test_a_missing_empty_or_foreign_record_is_one_line_and_exit_code_2(tmp_path, words, content):
    db = tmp_path / "wrong.db"
    if content is not None:
        db.write_bytes(content)
    code, out, err = run(*words, "--db", db)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert str(db) in err
    assert (db.read_bytes() if content is not None else None) == content


def test_a_port_in_use_is_one_line_and_exit_code_2(built):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, err = run("serve", "--db", built[1], "--port", taken.getsockname()[1])
    assert (code, err.count("\n")) == (2, 1)


def onrecord(*words, **more):
    """Run the command as a user does, in a process of its own."""
    environment = {**os.environ, **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        **more,
    )


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "broken.pdf": b"%PDF-1.7\n" + bytes(300),
    "picture.bin": bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", list(BAD))
def test_a_source_that_cannot_be_read_is_one_line_and_exit_code_2(tmp_path, name):
    if BAD[name] is not None:
        (tmp_path / name).write_bytes(BAD[name])
    done = onrecord("read", tmp_path / name, "--into", tmp_path / "record.db")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert name in done.stderr


def test_a_file_of_one_gigabyte_is_refused(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(2**30)
    done = onrecord("read", tmp_path / "huge.txt", "--into", tmp_path / "record.db")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "huge.txt" in done.stderr


def test_an_address_that_fails_is_one_line_and_exit_code_2(tmp_path):
    done = onrecord("read", "http://127.0.0.1:9/report.html", "--into", tmp_path / "record.db")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("engine", ["trained", "both"])
def test_the_demo_texts_are_read_by_each_engine_and_a_second_time_nothing_is_new(tmp_path, engine):
    texts = sorted((ROOT / "src/onrecord/show/demo").glob("0[5-8]*"))
    read = ["read", *texts, "--engine", engine, "--into", tmp_path / "record.db"]
    first, again = onrecord(*read), onrecord(*read)
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert f"{len(texts)} documents read ({len(texts)} new)" in first.stdout
    assert f"{len(texts)} documents read (0 new), 0 claims" in again.stdout
    assert onrecord("verify", "--db", tmp_path / "record.db").returncode == 0


@pytest.mark.parametrize("use", ["--recall", "--precision"])
def test_a_use_that_an_engine_does_not_have_is_one_line_and_exit_code_2(tmp_path, use):
    (tmp_path / "report.txt").write_text("Gunmen attacked a mill.\n", "utf-8")
    done = onrecord(
        "read", tmp_path / "report.txt", "--engine", "rules", use, "--into", tmp_path / "record.db"
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "--recall and --precision are for trained, both" in done.stderr
    assert not (tmp_path / "record.db").exists()


def test_reading_into_a_foreign_file_leaves_it_as_it_is(tmp_path):
    wrong = tmp_path / "notes.txt"
    wrong.write_text("my notes", encoding="utf-8")
    (tmp_path / "report.txt").write_text("Two people were killed in Kabul on 3 May 2019.", encoding="utf-8")
    done = onrecord("read", tmp_path / "report.txt", "--into", wrong)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert wrong.read_text("utf-8") == "my notes"


def test_when_some_sources_fail_the_others_are_read_and_the_failures_are_told(tmp_path):
    good = tmp_path / "report.txt"
    good.write_text(
        "Police said two people were killed in a bombing in Kabul on 3 May 2019.", encoding="utf-8"
    )
    db = tmp_path / "record.db"
    done = onrecord("read", good, tmp_path / "missing.txt", "--into", db)
    assert done.returncode == 0
    assert "1 documents read (1 new)" in done.stdout
    assert "missing.txt" in done.stderr
    assert "onrecord list failures" in done.stderr
    listed = onrecord("list", "failures", "--db", db, "--format", "jsonl").stdout.splitlines()
    assert ["missing.txt" in line for line in listed] == [True]


@pytest.mark.skipif(
    not Path(MOUNT).exists() or os.geteuid() != 0, reason="needs a small file system of its own: root"
)
def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = [MOUNT, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small file system can be mounted here")
    try:
        first, second = tmp_path / "first.txt", tmp_path / "second.txt"
        first.write_text("Police said two people were killed in Kabul on 3 May 2019.", encoding="utf-8")
        second.write_text("Police said two people were killed in Kabul.\n" * 40_000, encoding="utf-8")
        assert onrecord("read", first, "--into", disk / "record.db").returncode == 0
        done = onrecord("read", second, "--into", disk / "record.db")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "full" in done.stderr
        assert (
            len(
                onrecord(
                    "list", "documents", "--db", disk / "record.db", "--format", "jsonl"
                ).stdout.splitlines()
            )
            == 1
        )
    finally:
        subprocess.run([UMOUNT, str(disk)], check=True)


def test_data_are_written_in_utf_8_in_every_locale(built):
    _, path = built
    command_line = [
        sys.executable,
        "-m",
        "onrecord",
        "list",
        "documents",
        "--db",
        str(path),
        "--format",
        "jsonl",
    ]
    odd = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    usual = {**os.environ, "PYTHONUTF8": "1"}
    first, second = (
        subprocess.run(command_line, env=env, capture_output=True, check=True) for env in (odd, usual)
    )
    assert first.stdout == second.stdout
    assert any(ord(mark) > 127 for mark in first.stdout.decode("utf-8"))


def test_a_judgement_that_would_change_nothing_is_refused_or_says_so(built):
    _, path = built
    (claim,) = [
        json.loads(line)["id"]
        for line in run("list", "claims", "--db", path, "--format", "jsonl", "--limit", 1)[1].splitlines()
    ]
    (event,) = [
        json.loads(line)["id"]
        for line in run("list", "events", "--db", path, "--format", "jsonl", "--limit", 1)[1].splitlines()
    ]
    who = ("--who", "A. Reviewer", "--reason", "why", "--db", path)
    for value in ("clm_nowhere", event, claim):
        assert run("judge", claim, "--verdict", "same", "--value", value, *who)[0] == 2
    assert run("judge", claim, "--verdict", "reject", "--who", " ", "--reason", "x", "--db", path)[0] == 2
    assert "changes nothing derived" in run("judge", event, "--verdict", "accept", *who)[1]


def test_forgetting_that_another_program_kept_from_finishing_is_finished_by_a_second_call(tmp_path):
    path = tmp_path / "record.db"
    made.build_record(path)
    (document,) = [
        json.loads(line)["id"]
        for line in run("list", "documents", "--db", path, "--format", "jsonl", "--limit", 1)[1].splitlines()
    ]
    call = ("forget", document, "--who", "A. Reviewer", "--reason", "why", "--yes", "--db", path)
    assert run(*call)[0] == 0
    with sqlite3.connect(path) as db:
        db.execute("UPDATE tombstone SET purged = 0")
    db.close()
    assert run(*call)[0] == 0
    assert run(*call)[0] == 2
