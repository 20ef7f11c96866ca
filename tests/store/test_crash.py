"""A writer is killed in the middle of its work; the record opens and goes on."""

import subprocess
import sys
import time

import pytest

from onrecord.store import Store

WRITER = """
import hashlib, sys
from pathlib import Path
from onrecord import records as r
from onrecord.store import Store

with Store(Path(sys.argv[1]), create=True) as store:
    for i in range(int(sys.argv[2]), 10_000_000):
        content = f"Story {i}. " + "words " * 2000
        sha = hashlib.sha256(content.encode()).hexdigest()
        document = r.Document(r.document_id(sha, 0), sha, 0, "article")
        text = r.Text(r.text_id(sha, 0, "plain/1"), document.id, "plain/1", content, (r.Passage(0, 5, "body", "en", "ltr"),))
        fetch = r.Fetch(f"{i}.txt", sha, "text/plain", "2026-01-01")
        store.add_intake(r.Intake(r.RawBytes(sha, "text/plain", content.encode()), fetch, (document,), (text,)))
        print(i, flush=True)
"""


def kill_while_writing(path, first):
    """Start a writer, kill it after its next few documents, give the last that it said was in."""
    command = [sys.executable, "-c", WRITER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(3):
            writer.stdout.readline()
        time.sleep(first % 5 / 500)
        writer.kill()
        said = writer.stdout.read().split("\n")
    return max([first + 2, *(int(line) for line in said[:-1] if line)])


@pytest.mark.parametrize("kills", [4])
def test_a_killed_writer_loses_no_document_that_was_in(path, kills):
    first = 0
    for _ in range(kills):
        last = kill_while_writing(path, first)
        with Store(path) as store:
            texts = list(store.texts())
            assert len(texts) >= last + 1
            assert [text.content.split(".")[0] for text in texts] == [f"Story {i}" for i in range(len(texts))]
            assert all(text.passages for text in texts)
            assert store._file.outside("PRAGMA integrity_check") == [("ok",)]
            assert len(store.documents()) == len(texts)
        first = len(texts)


def test_a_step_that_is_broken_off_leaves_nothing(store, sample, dump):
    before = dump(store)

    def half():
        with store._file.writing() as db:
            db.execute("INSERT INTO raw VALUES ('a', 'b', 1)")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert dump(store) == before
    assert store.add_intake(sample.intake())
