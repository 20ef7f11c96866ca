"""What a person corrects through the command line: it wins, it lasts, it can be taken back."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

import pytest
from click.testing import CliRunner

from onrecord import pipeline
from onrecord.cli import main
from onrecord.find.models.rules import RulesEngine
from onrecord.pipeline import Asked, read_into, rebuild
from onrecord.show.web.pages import claim_page
from onrecord.show.web.render import render
from onrecord.store import Filter, Store
from onrecord.store.derived import DERIVED

AT = "2020-01-01T00:00:00+00:00"
REPORT = (
    "HERAT, 13 March 2019 - Eleven policemen were killed when the Taliban attacked a police post in Herat on"
    " 11 March 2019.\n"
)
"""A text of our own; its event is invented."""

TABLES = ("link_alternative", "actor_name", "event_side", "event_dead", "event_claim", *DERIVED)

CORRECTED = [
    pytest.param(
        "the Taliban", "act:ttp", lambda e: ("agent", "act:ttp") in [s[:2] for s in e.sides], id="actor"
    ),
    pytest.param(
        "the Taliban", "open", lambda e: "act:taliban" not in [s[1] for s in e.sides], id="actor left open"
    ),
    pytest.param("Herat", "geo:1138958", lambda e: e.place_id == "geo:1138958", id="place"),
    pytest.param(
        "Herat", "adm:AF.11", lambda e: (e.place_id, e.where_precision) == ("adm:AF.11", 4), id="wider place"
    ),
    pytest.param("Herat", "open", lambda e: e.place_id == "", id="place left open"),
    pytest.param(
        "11 March 2019", "2019-03-10", lambda e: e.when.earliest == e.when.latest == "2019-03-10", id="day"
    ),
    pytest.param(
        "11 March 2019",
        "2019-03/..",
        lambda e: (e.when.earliest, e.when.latest) == ("2019-03-01", None),
        id="interval",
    ),
    pytest.param("11 March 2019", "open", lambda e: e.when.earliest is None, id="date left open"),
    pytest.param("", "killed=3..5", lambda e: (e.killed.low, e.killed.high) == (3, 5), id="figure"),
]


class Newer:
    """The rules engine under another name: another reading of the same text."""

    def __init__(self, names):
        self._rules = RulesEngine(names)
        self.by = "rules/next"

    def read(self, text):
        reading = self._rules.read(text)
        return replace(
            reading, by=self.by, claims=tuple(replace(claim, by=self.by) for claim in reading.claims)
        )


def run(*words):
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def derived(record):
    """All derived rows, as they lie in the file."""
    with sqlite3.connect(record) as db:
        return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 - our own table names


def the_event(record):
    with Store(record) as store:
        (event,) = store.events(Filter())
    return event


def shown(record, id_):
    return json.loads(run("show", id_, "--db", record, "--format", "jsonl")[1])


def id_of(record, words):
    """The id that `onrecord show` prints for these words; of the claim itself for no words."""
    (claim,) = the_event(record).claim_ids
    values = shown(record, claim)["values"][claim]
    return next((value["id"] for value in values if words and words.endswith(value["words"])), claim)


@pytest.fixture
def record(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    read_into(tmp_path / "x.db", [str(tmp_path / "report.txt")], at=AT)
    rebuild(tmp_path / "x.db")
    return tmp_path / "x.db"


def judge(record, target, verdict, value):
    words = ("--verdict", verdict, "--value", value, "--who", "A. Reviewer", "--reason", "as filed")
    return run("judge", target, *words, "--db", record)


@pytest.mark.parametrize(("words", "value", "holds"), CORRECTED)
def test_a_correction_wins_lasts_and_is_undone_to_the_byte(record, monkeypatch, words, value, holds):
    before, target = derived(record), id_of(record, words)
    assert not holds(the_event(record))
    code, said, _ = judge(record, target, "correct", value)
    assert (code, "onrecord rebuild" in said) == (0, True)
    rebuild(record)
    corrected = derived(record)
    assert holds(the_event(record))
    rebuild(record)
    assert derived(record) == corrected

    monkeypatch.setitem(pipeline.ENGINES, "newer", Newer)
    read_into(record, [], at=AT, asked=Asked("newer"))
    assert holds(the_event(record))
    with Store(record) as store:
        assert store.orphaned() == ()
        store.verify()
        older = next(row.by for row in store.readings() if not row.chosen)
        store.rank_engines([older])

    assert judge(record, target, "undo", "1")[0] == 0
    rebuild(record)
    assert derived(record) == before


def test_a_correction_is_applied_by_the_next_reading_too(record):
    judge(record, id_of(record, "Herat"), "correct", "geo:1138958")
    read_into(record, [], at=AT)
    assert the_event(record).place_id == "geo:1138958"


def test_show_says_who_decided_why_and_what_the_machine_had_said(record):
    target = id_of(record, "Herat")
    judge(record, target, "correct", "geo:1138958")
    rebuild(record)
    said = run("show", target, "--db", record)[1]
    assert f"place “Herat” [{target}] is Kabul [geo:1138958] 1.00: A. Reviewer decided: as filed" in said
    assert "or Herāt [geo:1140026]" in said
    assert "the machine: " in said
    assert "correct geo:1138958; A. Reviewer: as filed" in said


def test_show_says_of_every_value_the_words_the_reading_the_reason_and_the_rivals(record):
    (claim,) = the_event(record).claim_ids
    said = run("show", claim, "--db", record)[1]
    for part in (
        "actor “Taliban” [men_", "is Taliban [act:taliban]", "place “Herat” [men_", "kind: settlement; within: ",
        "precision: 1 of UCDP's seven steps: the place itself", "time “11 March 2019” [men_", "is 2019-03-11",
        "precision: day; counted from: nothing: it is stated in full; EDTF: 2019-03-11", "count “Eleven” [clm_", "is killed 11",
        "outcome: killed; status: ", "or Herat [adm:AF.11]",
    ):  # fmt: skip
        assert part in said


def test_a_time_is_corrected_in_edtf_and_kept_as_its_days(record):
    target = id_of(record, "11 March 2019")
    assert judge(record, target, "correct", "2019-21")[0] == 0
    rebuild(record)
    assert f"[{target}] is 2019-03-01 to 2019-05-31" in run("show", target, "--db", record)[1]


REFUSED = [
    ("Herat", "act:taliban", "does not fit: these words name places"),
    ("Herat", "geo:999999999", "no actor or place 'geo:999999999'"),
    ("Herat", "2019-03-10", "give an id such as geo:1138336"),
    ("the Taliban", "iso:AF", "does not fit: these words name actors"),
    ("the Taliban", "act:nobody", "give an id such as act:taliban"),
    ("11 March 2019", "act:taliban", "is no day and no interval"),
    ("", "injured=3", "its figures are: killed"),
    ("", "three", "is no figure"),
]


@pytest.mark.parametrize(("words", "value", "says"), REFUSED)
def test_a_value_that_is_none_or_does_not_fit_is_refused_and_nothing_is_kept(record, words, value, says):
    code, _, said = judge(record, id_of(record, words), "correct", value)
    assert (code, said.count("\n")) == (2, 1)
    assert says in said
    with Store(record) as store:
        assert store.judgements() == ()


def test_what_holds_no_words_of_its_own_cannot_be_corrected(record):
    code, _, said = judge(record, the_event(record).id, "correct", "geo:1138958")
    assert code == 2
    assert "give the id of a mention, or of a claim" in said


def test_open_words_are_not_left_open_again_and_a_mention_is_not_rejected(record):
    target = id_of(record, "Herat")
    judge(record, target, "correct", "open")
    rebuild(record)
    assert "is open as it is" in judge(record, target, "correct", "open")[2]
    assert "--verdict correct --value open" in judge(record, target, "reject", "x")[2]


def test_a_page_shows_that_a_person_decided(record):
    judge(record, id_of(record, "Herat"), "correct", "geo:1138958")
    rebuild(record)
    (claim,) = the_event(record).claim_ids
    with Store(record) as store:
        html = render("claim.html", page=claim_page(store, claim, {}), path=f"/claims/{claim}", query="")
    assert "decided by a person" in html
    assert "A. Reviewer decided: as filed" in html
