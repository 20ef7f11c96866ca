from __future__ import annotations

import hashlib
import io
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read import Limits, read_sources
from onrecord.records import Failure, Intake, document_id, text_id

PROSE = "Two people were hurt on the bridge on Monday."
AT = "2026-01-01T00:00:00Z"
PIECES = st.sampled_from(
    [b"<p>", b"</p>", b"<!doctype html><html>", b"<div class='comments'>", b"%PDF-1.4\n", b'{"text": "a b c"}\n',
     b"text,title\n", b"\n\n", b"\r\n", b"Comments\n", b"Popular posts\n\n", b"Ali says:\n", b"\x00", b"\xff\xfe",
     b"\xef\xbb\xbf", "\u202e\u0645\u0631\u062d\u0628\u0627".encode(), b"\xed\xa0\x80", PROSE.encode(),
     b"By Jane Roe\n", b"14 March 2017\n", b"KABUL, 14 March 2017 \xe2\x80\x94 "]
)  # fmt: skip
HOSTILE = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda words: words.encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=12).map(b"".join),
)


def read_raw(raw, limits=None):
    return list(read_sources(["-"], at=AT, stdin=io.BytesIO(raw), limits=limits))


@settings(deadline=None, max_examples=150)
@given(HOSTILE)
def test_any_bytes_give_documents_or_a_failure_and_twice_the_same(raw):
    found = read_raw(raw)
    assert found
    assert found == read_raw(raw)
    for entry in found:
        if isinstance(entry, Failure):
            assert entry.stage == "read"
            assert entry.what
            assert entry.advice
        else:
            assert entry.texts
            check(entry)


def check(intake):
    assert intake.raw.sha256 == hashlib.sha256(intake.raw.content).hexdigest()
    for document, text in zip(intake.documents, intake.texts, strict=True):
        assert document.id == document_id(intake.raw.sha256, document.part) == text.document_id
        assert text.id == text_id(intake.raw.sha256, document.part, text.reader)
        text.content.encode()
        at = 0
        for passage in text.passages:
            assert at <= passage.start < passage.end <= len(text.content)
            assert text.content[at : passage.start].strip() == ""
            assert passage.role in {"body", "heading", "byline", "caption", "boilerplate"}
            at = passage.end
        assert text.content[at:].strip() == ""


def test_one_bad_source_does_not_keep_the_others_from_being_read(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE, "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    sources = [tmp_path / "missing.txt", tmp_path / "empty.txt", tmp_path / "image.png", tmp_path / "a.txt"]
    found = list(read_sources(map(str, sources), at=AT))
    assert [entry.what for entry in found[:3]] == [
        "there is no such file or folder",
        "it is empty",
        "it is a PNG image, not a text that can be read",
    ]
    assert isinstance(found[3], Intake)
    assert (found[3].fetch.at, found[3].fetch.location) == (AT, str(tmp_path / "a.txt"))


def test_a_file_larger_than_the_limit_is_refused_by_its_size(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)  # sparse: takes no room
    (failure,) = read_sources([str(path)], at=AT)
    assert failure.what == "it has 1,000,000,000 bytes, and the limit is 100,000,000"


def test_an_input_stream_without_end_is_cut():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, into):
            into[:] = b"a" * len(into)
            return len(into)

    stream = io.BufferedReader(Endless())
    (failure,) = read_sources(["-"], at=AT, stdin=stream, limits=Limits(max_bytes=100_000))
    assert "more than 100,000 bytes" in failure.what


def test_unknown_binary_bytes_are_refused_in_one_clear_line():
    (failure,) = read_raw(bytes(range(32)) * 100)
    assert failure.what == "it is a binary file, not a text that can be read"


@pytest.mark.parametrize(
    ("limits", "what"),
    [(Limits(max_text=20), "its text has 45 characters"), (Limits(max_blocks=1), "it has 2 paragraphs")],
)
def test_a_text_too_long_to_be_read_in_time_is_refused(limits, what):
    raw = PROSE.encode() if limits.max_text == 20 else b"One.\n\nTwo."
    (failure,) = read_raw(raw, limits)
    assert failure.what.startswith(what)


def test_documents_beyond_the_limit_are_told():
    raw = f"{PROSE} Nobody was killed.\n\nComments\n\n" + "Ali says:\n\nI was there.\n\n" * 5
    (intake,) = read_raw(raw.encode(), Limits(max_items=3))
    assert len(intake.documents) == 3
    assert "only the first 3 of 6 items" in intake.failures[0].what


def test_a_plain_text_is_kept_as_it_is_but_for_line_ends():
    (intake,) = read_raw(b"  Ten left.\r\n\r\n\tTwo stayed. \n")
    assert intake.texts[0].content == "  Ten left.\n\n\tTwo stayed. \n"


def test_bidirectional_controls_are_kept_and_do_no_harm():
    words = "The army \u202eyzarc\u202c said so."
    (intake,) = read_raw(words.encode())
    assert intake.texts[0].content == words
    assert intake.texts[0].direction == "ltr"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_encoding_is_told_from_the_bytes(encoding):
    words = "Les autorités ont annoncé que dix soldats avaient été blessés près de la frontière."
    (intake,) = read_raw(words.encode(encoding))
    assert intake.texts[0].content == words


def test_an_import_of_the_package_stays_light():
    heavy = "{'trafilatura', 'pypdfium2', 'py3langid', 'urllib3'}"
    code = f"import onrecord, sys; sys.exit(len({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
