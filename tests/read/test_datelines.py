from __future__ import annotations

import pytest

from onrecord.read import read_sources
from onrecord.read.datelines import dateline_end

CASES = [
    ("KABUL, 14 March 2017 — Gunmen came.", "Gunmen came."),
    ("Kabul, 14 March 2017 - Gunmen came.", "Gunmen came."),
    ("MOGADISHU (Demo Wire) — A bomb went off.", "A bomb went off."),
    ("KABUL, March 12 (Demo Wire) -- A bomb went off.", "A bomb went off."),
    ("N'DJAMENA, Chad – Soldiers crossed.", "Soldiers crossed."),
    ("PORT SUDAN: The port was shut.", "The port was shut."),
    ("NATO said on Monday that it knew nothing.", None),
    ("The town of Kabul - the capital - was quiet.", None),
    ("IS-K is led by others.", None),
    ("On 14 March 2017 gunmen came.", None),
    ("UN AID: too late for many?", None),
    ("KABUL —", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "rest"), CASES)
def test_a_dateline_ends_where_the_report_begins(words, rest):
    end = dateline_end(words)
    assert (words[end:] if end else None) == rest


def test_a_dateline_becomes_a_passage_of_its_own_and_the_text_stays_whole(tmp_path):
    words = "Two towns\n\nKABUL, 14 March 2017 — Gunmen attacked a post in Herat and killed nine of the men there.\n"
    (tmp_path / "wire.txt").write_text(words, "utf-8")
    (intake,) = read_sources([str(tmp_path / "wire.txt")], at="2020-01-01T00:00:00+00:00")
    (text,) = intake.texts
    found = {p.role: text.content[p.start : p.end] for p in text.passages}
    assert found["byline"] == "KABUL, 14 March 2017 —"
    assert found["body"].startswith("Gunmen attacked")
    assert text.published.earliest == "2017-03-14"
