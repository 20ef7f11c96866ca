"""The whole path on real files: what must hold whatever goes in."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.find.models.rules import RulesEngine
from onrecord.pipeline import Asked, Progress, read_into, rebuild
from onrecord.records import Judgement, Reading, claim_id
from onrecord.store import Filter, Store

AT = "2020-01-01T00:00:00+00:00"

REPORTS = {
    "wire.txt": "KABUL, 12 March 2019 - Gunmen attacked a police post in Herat on 11 March 2019 and killed nine officers, the governor said.\n",
    "daily.txt": "HERAT, 13 March 2019 - Eleven policemen were killed when the Taliban attacked a police post in Herat on 11 March 2019.\n",
    "other.txt": "On 2 April 2019 a suicide bombing in Kabul killed more than thirty people. The Taliban denied responsibility.\n",
}
"""Texts of our own; their events are invented and named as such by no outlet."""


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    for name, words in REPORTS.items():
        (folder / name).write_text(words, "utf-8")
    return folder


def dump(record: Path) -> list[str]:
    with sqlite3.connect(record) as db:
        return [line for line in db.iterdump() if not line.startswith("PRAGMA")]


def values(record: Path) -> set[tuple[object, ...]]:
    """What an event says, without its id: membership and values."""
    with Store(record) as store:
        return {
            (e.claim_ids, e.type, e.when, e.place_id, e.killed, e.injured, e.sides, e.origins, e.disputed)
            for e in store.events(Filter())
        }


def test_a_folder_goes_in_and_claims_and_events_come_out(tmp_path, sources):
    seen: list[Progress] = []
    summary = read_into(tmp_path / "x.db", [str(sources)], at=AT, on_step=seen.append)
    assert (summary.documents, summary.new, summary.failures) == (3, 3, ())
    assert summary.claims >= 3
    assert {"read", "find", "resolve", "merge"} <= {progress.stage for progress in seen}


def test_two_reports_of_one_attack_with_two_tolls_become_one_disputed_event(tmp_path, sources):
    read_into(tmp_path / "x.db", [str(sources)], at=AT)
    with Store(tmp_path / "x.db") as store:
        (event,) = [
            e for e in store.events(Filter()) if e.place_id == "geo:1140026" and e.killed.best is not None
        ]
    assert (event.killed.low, event.killed.high, event.disputed, event.origins) == (9, 11, True, 2)


def test_a_second_run_changes_nothing(tmp_path, sources):
    record = tmp_path / "x.db"
    read_into(record, [str(sources)], at=AT)
    before = dump(record)
    summary = read_into(record, [str(sources)], at="2021-02-02T00:00:00+00:00")
    assert (summary.new, summary.claims) == (0, 0)
    assert dump(record) == before


def test_what_another_run_reads_meanwhile_is_not_merged_away(tmp_path, sources):
    record, (first, *others) = tmp_path / "r.db", sorted(Path(sources).iterdir())
    began = []

    def another_run(progress: Progress) -> None:
        if progress.stage == "resolve" and not began:
            began.append(progress)
            read_into(record, [str(other) for other in others], at=AT)

    read_into(record, [str(first)], at=AT, on_step=another_run)
    with Store(record) as store:
        events = store.events(Filter())
    rebuild(record)
    with Store(record) as store:
        assert began
        assert store.events(Filter()) == events


def test_derived_rows_can_be_deleted_and_made_again(tmp_path, sources):
    record = tmp_path / "x.db"
    read_into(record, [str(sources)], at=AT)
    before = dump(record)
    rebuild(record)
    assert dump(record) == before


def test_the_order_of_documents_does_not_matter(tmp_path, sources):
    found = []
    for n, order in enumerate(permutations(sorted(REPORTS))):
        record = tmp_path / f"{n}.db"
        read_into(record, [str(sources / name) for name in order], at=AT)
        found.append(values(record))
    assert all(one == found[0] for one in found)


def test_documents_read_one_by_one_add_up_to_the_same_record(tmp_path, sources):
    for name in sorted(REPORTS):
        read_into(tmp_path / "slow.db", [str(sources / name)], at=AT)
    read_into(tmp_path / "fast.db", [str(sources)], at=AT)
    assert values(tmp_path / "slow.db") == values(tmp_path / "fast.db")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda s: s.encode("utf-8", "surrogatepass")),
        st.text('{}[]":,<>/&;ab1\n \x00\u202e۔', max_size=400).map(lambda s: s.encode("utf-8")),
        st.sampled_from(sorted(REPORTS.values())).map(lambda s: s.encode("utf-16")),
    ),
    suffix=st.sampled_from([".txt", ".html", ".pdf", ".jsonl", ".csv", ".bin", ""]),
)
def test_any_bytes_give_documents_or_a_failure_row_and_every_span_matches(tmp_path_factory, content, suffix):
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / f"any{suffix}").write_bytes(content)
    summary = read_into(folder / "x.db", [str(folder / f"any{suffix}")], at=AT)
    assert summary.documents or summary.failures
    with Store(folder / "x.db") as store:
        assert store.failures(Filter()) or store.documents(Filter())
        for text in store.texts():
            reading = store.chosen_reading(text.id)
            assert reading is not None
            spans = [claim.evidence for claim in reading.claims] + [
                mention.span for mention in reading.mentions
            ]
            assert all(span.words == text.content[span.start : span.end] for span in spans)


class Newer:
    """The rules engine as a second version that quotes a little more around each claim's evidence."""

    def __init__(self, names):
        self._rules = RulesEngine(names)
        self.by = "rules/2"

    def read(self, text):
        reading = self._rules.read(text)
        claims = tuple(self._wider(text, claim) for claim in reading.claims)
        return Reading(text.id, self.by, reading.mentions, claims, (), reading.unread)

    def _wider(self, text, claim):
        end = min(claim.evidence.end + 1, len(text.content))
        start = claim.evidence.start
        evidence = replace(claim.evidence, end=end, words=text.content[start:end])
        return replace(claim, id=claim_id(claim.kind, evidence, claim.roles), evidence=evidence, by=self.by)


def test_a_second_engine_adds_a_reading_and_keeps_claims_judgements_and_event_ids(
    tmp_path, sources, monkeypatch
):
    record = tmp_path / "x.db"
    read_into(record, [str(sources)], at=AT)
    with Store(record) as store:
        (event,) = [e for e in store.events(Filter()) if e.place == "Kabul" and e.killed.low == 31]
        old = store.claim(event.claim_ids[0]).claim
        seen = '{"kind": "event"}'
        store.append(Judgement(0, "claim", old.id, "reject", "", "a reader", "test", AT, old.evidence, seen))
    rebuild(record)
    with Store(record) as store:
        assert event.id not in {e.id for e in store.events(Filter())}
    monkeypatch.setitem(pipeline.ENGINES, "newer", Newer)
    read_into(record, [], at=AT, asked=Asked("newer"))
    with Store(record) as store:
        assert {row.by for row in store.readings()} > {"rules/2"}
        assert store.claim(old.id).claim == old
        assert store.orphaned() == ()
        assert event.id not in {e.id for e in store.events(Filter())}
        (judgement,) = store.judgements()
        store.append(
            replace(judgement, target_id=str(judgement.seq), verdict="undo", value=str(judgement.seq))
        )
    rebuild(record)
    with Store(record) as store:
        (again,) = [e for e in store.events(Filter()) if e.id == event.id]
        assert again.claim_ids != event.claim_ids
        assert again.killed == event.killed


def test_an_engine_that_does_not_exist_is_refused_with_the_names_of_those_that_do(tmp_path):
    with pytest.raises(InputError, match="rules"):
        read_into(tmp_path / "x.db", [], at=AT, asked=Asked("magic"))


FOUND_BY = {"rules": {""}, "trained": {""}, "both": {"rules", "trained"}}
"""What may stand behind the colon of a claim's `by`."""


@pytest.mark.parametrize("engine", list(FOUND_BY))
def test_every_engine_that_ships_gives_a_sound_record_and_a_second_run_changes_nothing(
    tmp_path, sources, engine
):
    record = tmp_path / "x.db"
    assert read_into(record, [str(sources)], at=AT, asked=Asked(engine)).failures == ()
    before = dump(record)
    again = read_into(record, [str(sources)], at="2021-02-02T00:00:00+00:00", asked=Asked(engine))
    assert (again.new, again.claims, again.failures) == (0, 0, ())
    assert dump(record) == before
    with Store(record) as store:
        store.check()
        claims = [c for row in store.readings() for c in store.reading(row.text_id, row.by).claims]
        assert {row.by.partition("/")[0] for row in store.readings()} == {engine}
    assert {claim.by.partition(":")[2] for claim in claims} <= FOUND_BY[engine]


def test_both_engines_after_the_rules_keep_claims_and_carry_what_people_decided(tmp_path, sources):
    record = tmp_path / "x.db"
    read_into(record, [str(sources)], at=AT)
    with Store(record) as store:
        old = {c.id: c for row in store.readings() for c in store.reading(row.text_id, row.by).claims}
        for claim in old.values():
            seen = f'{{"kind": "{claim.kind}"}}'
            store.append(
                Judgement(0, "claim", claim.id, "reject", "", "a reader", "test", AT, claim.evidence, seen)
            )
    read_into(record, [], at=AT, asked=Asked("both"))
    with Store(record) as store:
        assert {row.by.partition("/")[0] for row in store.readings() if row.chosen} == {"both"}
        chosen = {c.id for text in store.texts() for c in store.chosen_reading(text.id).claims}
        assert set(old) <= chosen
        assert store.orphaned() == ()
        rejected = set(old)
        assert all(not rejected & set(event.claim_ids) for event in store.events(Filter()))


@pytest.mark.parametrize("engine", ["rules", "llm"])
def test_an_engine_with_one_setting_refuses_another_use(tmp_path, engine):
    with pytest.raises(InputError, match="trained, both"):
        read_into(tmp_path / "x.db", [], at=AT, asked=Asked(engine, "recall"))
    assert not (tmp_path / "x.db").exists()


def test_another_use_is_another_reading(tmp_path, sources):
    record = tmp_path / "x.db"
    for use in ("balanced", "precision"):
        read_into(record, [str(sources / "daily.txt")], at=AT, asked=Asked("trained", use))
    with Store(record) as store:
        assert [row.by.endswith("+precision") for row in store.readings()] == [False, True]


class Breaks:
    """An engine that cannot read one text: it stands for whatever no test foresaw."""

    by = "breaks/1"

    def __init__(self, names):
        self._rules = RulesEngine(names)

    def read(self, text):
        if "Eleven" in text.content:
            return text.content[10**9]
        return replace(self._rules.read(text), by=self.by, claims=(), ties=())


def test_a_document_that_fails_becomes_a_row_and_the_others_are_read(tmp_path, sources, monkeypatch):
    monkeypatch.setitem(pipeline.ENGINES, "breaks", Breaks)
    summary = read_into(tmp_path / "x.db", [str(sources)], at=AT, asked=Asked("breaks"))
    (failure,) = summary.failures
    assert failure.stage == "find"
    assert "IndexError" in failure.what
    with Store(tmp_path / "x.db") as store:
        assert len(store.readings()) == 2
        assert len(store.failures(Filter())) >= 1
