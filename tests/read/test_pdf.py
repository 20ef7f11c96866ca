from __future__ import annotations

import importlib.util
import io
from pathlib import Path

from onrecord.read import Limits, read_sources
from onrecord.records import Failure, Intake

spec = importlib.util.spec_from_file_location("pdf_file", Path(__file__).with_name("pdf_file.py"))
pdf_file = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pdf_file)

REPORT = [
    "Valley Watch - weekly report",
    "Three villages east of the river were shelled on Monday and Tues-",
    "day night. Two people were killed and a government-",
    "held post was hit. The shelling came from the ridge above the ri-",
    "ver.",
    "Families left for the district town in the morning. The govern-",
    "ment-held road stayed open until noon, when the police closed it.",
]


def read_raw(raw, limits=None):
    (found,) = read_sources(["-"], at="2026-01-01T00:00:00Z", stdin=io.BytesIO(raw), limits=limits)
    return found


def bodies(intake):
    (text,) = intake.texts
    return [text.content[p.start : p.end] for p in text.passages if p.role == "body"]


def test_lines_of_a_pdf_become_paragraphs_with_their_words_made_whole():
    intake = read_raw(pdf_file.make_pdf([REPORT]))
    assert isinstance(intake, Intake)
    assert intake.raw.media_type == "application/pdf"
    prose = bodies(intake)
    assert "Monday and Tuesday night." in prose[0]
    assert prose[0].endswith("the ridge above the river.")
    assert prose[1].startswith("Families left")


def test_a_hyphen_that_the_word_has_elsewhere_is_kept():
    (first, second) = bodies(read_raw(pdf_file.make_pdf([[*REPORT, "It is a government-held town."]])))[:2]
    assert "a government-held post" in first
    assert "government-held road" in second


def test_running_heads_stand_at_the_end_as_boilerplate():
    pages = [
        ["Valley Watch 2019", f"{name} people left the town on Monday after the shelling.", f"Page {n}"]
        for n, name in enumerate(("Ten", "Twenty", "Thirty"), start=1)
    ]
    (text,) = read_raw(pdf_file.make_pdf(pages)).texts
    furniture = [text.content[p.start : p.end] for p in text.passages if p.role == "boilerplate"]
    assert furniture == ["Valley Watch 2019", "Page 1", "Page 2", "Page 3"]
    assert text.content.index("Thirty people") < text.content.index("Valley Watch 2019")


def test_title_and_author_come_from_the_file_unless_a_program_wrote_them():
    pdf = pdf_file.make_pdf([REPORT], info="/Title (Shelling east of the river) /Author (Valley Watch)")
    (text,) = read_raw(pdf).texts
    assert (text.title, text.author) == ("Shelling east of the river", "Valley Watch")
    (text,) = read_raw(pdf_file.make_pdf([REPORT], info="/Title (Microsoft Word - x.docx)")).texts
    assert "Word" not in text.title


def test_a_pdf_that_cannot_be_read_says_why():
    broken = read_raw(b"%PDF-1.7\nnothing that follows is a PDF")
    scan = read_raw(pdf_file.make_pdf([[]]))
    locked = read_raw(pdf_file.make_locked_pdf())
    assert all(isinstance(found, Failure) for found in (broken, scan, locked))
    assert "broken" in broken.what
    assert "no text layer" in scan.what
    assert "password" in locked.what


def test_pages_beyond_the_limit_are_told():
    intake = read_raw(pdf_file.make_pdf([REPORT, REPORT]), Limits(max_pages=1))
    assert "only the first 1 of 2 pages" in intake.failures[0].what
