from __future__ import annotations

import os

import pytest

from onrecord.read import read_sources
from onrecord.records import Failure, Intake

PROSE = "Two people were hurt on the bridge on Monday."


def read_all(*sources):
    return list(read_sources(map(str, sources), at="2026-01-01T00:00:00Z"))


def where(found):
    return [entry.where if isinstance(entry, Failure) else entry.fetch.location for entry in found]


def test_a_folder_is_walked_in_order_and_hidden_files_are_left(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "deep/c.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{PROSE} {name}", "utf-8")
    found = read_all(tmp_path)
    assert where(found) == [str(tmp_path / name) for name in ("a.txt", "b.txt", "deep/c.txt")]


def test_a_folder_of_hidden_files_alone_is_a_failure(tmp_path):
    (tmp_path / ".hidden.txt").write_text(PROSE, "utf-8")
    (failure,) = read_all(tmp_path)
    assert "hidden files are skipped" in failure.what


def test_a_link_out_of_the_folder_is_told_and_not_followed(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("secret", "utf-8")
    (inside / "a.txt").write_text(PROSE, "utf-8")
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    found = read_all(inside)
    assert [entry.what for entry in found if isinstance(entry, Failure)] == [
        "a link that leads out of the folder"
    ] * 2
    assert [entry.fetch.location for entry in found if isinstance(entry, Intake)] == [str(inside / "a.txt")]


def test_a_name_that_is_no_utf8_can_still_be_written_down(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(PROSE.encode())
    (intake,) = read_all(tmp_path)
    assert intake.fetch.location.endswith("caf\\xe9.txt")
    intake.fetch.location.encode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_and_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (failure,) = read_all(tmp_path / "pipe")
    assert "neither a file nor a folder" in failure.what


def test_a_name_that_no_path_can_have_is_a_failure():
    (failure,) = read_all("a\0b")
    assert failure.stage == "read"
