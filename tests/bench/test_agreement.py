from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import codings
from agreement import Side, agreement, engine_sides, field_table, found_table, page_table
from codings import Page, find_pages

from onrecord.errors import InputError
from onrecord.records import Kind, Modality, Polarity
from onrecord.vocabulary import rows

TEXT = "Rebels attacked Northtown. Soldiers left Easthill. The mayor of Westford resigned."


def claim(words, **roles):
    start = TEXT.index(words)
    places = {
        role: [{"start": TEXT.index(name), "end": TEXT.index(name) + len(name)}]
        for role, name in roles.items()
    }
    return {
        "kind": "event",
        "act": "attack",
        "roles": places,
        "polarity": "positive",
        "modality": "actual",
        "evidence": {"document": "article", "start": start, "end": start + len(words)},
    }


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Three claims by the first coder, two by the second: one the same, one that names another agent."""
    monkeypatch.setattr(codings, "GOLD", tmp_path)
    (tmp_path / "second").mkdir()
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    first = [
        claim("Rebels attacked Northtown", agent="Rebels"),
        claim("Soldiers left Easthill"),
        claim("The mayor of Westford resigned"),
    ]
    second = [claim("attacked Northtown", agent="Rebels"), claim("Soldiers left Easthill", agent="Soldiers")]
    for name, lines in (("one", first), ("second/one", second)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return Page("one", tmp_path / "one.txt")


def test_the_second_coder_is_scored_against_the_first(page):
    total = agreement([page]).total
    assert (total.found.gold, total.found.mine, total.found.paired) == (3, 2, 2)
    assert total.found.precision == 1
    assert total.found.recall == pytest.approx(2 / 3)
    assert total.accuracy("doers") == 0.5  # the same rebels; soldiers are extra
    assert total.whole == 0.5


def test_a_coding_that_leaves_out_the_words_gets_them_from_the_page(page):
    assert page.codings() == ["one", "second/one"]
    assert page.coded("second/one")[1]["roles"]["agent"][0]["text"] == "Soldiers"


def test_the_tables_hold_pages_sides_and_fields(page):
    coders = agreement([page])
    other = Side("rules", "both", {"one": coders.scores["one"] + coders.scores["one"]})
    assert list(page_table(coders))[2:] == [
        "| one | 3 | 2 | 2 | 1.00 | 0.67 | 0.80 | 0.50 |",
        "| all | 3 | 2 | 2 | 1.00 | 0.67 | 0.80 | 0.50 |",
    ]
    assert list(found_table([coders]))[2] == (
        "| second coder | first coder | 1.00 | 0.67 | 0.80 (0.80 to 0.80) | 0.50 (0.50 to 0.50) |"
    )
    assert "| doers | 2 | 0.50 (0.50 to 0.50) | 0.50 |" in list(field_table([coders, other]))


def test_an_engine_that_is_not_there_is_refused(page):
    with pytest.raises(InputError, match="no engine"):
        engine_sides([page], "no such engine")


def test_a_page_with_other_bytes_is_left_out_and_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(codings, "GOLD", tmp_path)
    (tmp_path / "pages.csv").write_text("name,file,sha256\none,one.txt,00\n", "utf-8")
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    assert list(find_pages()) == []
    assert "left out: one" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["sahel-wire", "congo-report", "myanmar-page"])
def test_the_second_coding_quotes_the_page_and_uses_the_names_of_the_record(name):
    (page,) = [page for page in find_pages() if page.name == name]
    acts = {row["act"] for row in rows("act_types")}
    for line in page.coded(f"second/{name}"):
        words = line["evidence"]
        assert page.text[words["start"] : words["end"]] == words["text"]
        assert line["kind"] in set(Kind)
        assert line["kind"] != "event" or line["act"] in acts
        assert (line["polarity"] in set(Polarity), line["modality"] in set(Modality)) == (True, True)
