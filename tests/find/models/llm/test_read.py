"""`onrecord read --engine llm` and `onrecord score --engine llm` against a server on this machine."""

import json

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.store import Filter, Store

WORDS = "On 3 May 2021 the Taliban shelled a market in Kabul, police said.\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(WORDS, "utf-8")
    return path


@pytest.fixture
def called(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        return CliRunner().invoke(main, list(map(str, arguments)))

    return call


@pytest.fixture
def configured(endpoint, monkeypatch, given):
    monkeypatch.setenv("ONRECORD_LLM_URL", endpoint.url)
    monkeypatch.setenv("ONRECORD_LLM_MODEL", "tiny")
    monkeypatch.setenv("ONRECORD_LLM_PRICE_IN", "10")
    roles = [{"name": "agent", "quote": "the Taliban"}, {"name": "place", "quote": "Kabul"}]
    happened = [{"which": "happened", "quote": "3 May 2021"}]
    endpoint.says(
        given("the Taliban shelled a market in Kabul", roles=roles, times=happened), given("never said")
    )
    return endpoint


def test_without_an_endpoint_reading_is_refused_and_no_record_is_made(called, report, monkeypatch):
    monkeypatch.delenv("ONRECORD_LLM_URL", raising=False)
    done = called("read", report, "--into", "new.db", "--engine", "llm")
    assert done.exit_code == 2
    assert done.stderr.startswith("onrecord: the engine llm has no endpoint: set ONRECORD_LLM_URL")
    assert done.stderr.count("\n") == 1
    assert not (report.parent / "new.db").exists()


def test_a_report_is_read_and_its_event_is_dated_placed_and_linked(called, report, configured):
    done = called("read", report, "--into", "new.db", "--engine", "llm")
    assert done.exit_code == 0, done.output
    assert "llm: 1 requests, 0 of them retries; 100 tokens in, 20 out; cost 1.0000" in done.stderr
    assert "llm: 2 claims given, 1 kept" in done.stderr
    assert "llm: 2 values refused: claim without evidence 1; not in the text word for word 1" in done.stderr
    with Store(report.parent / "new.db") as store:
        (event,) = store.events(Filter())
        assert (event.when.earliest, event.place, event.country) == ("2021-05-03", "Kabul", "AF")
        assert any("Taliban" in name for _, _, name in event.sides)
    assert len(configured.asked) == 1


def test_reading_again_asks_nothing(called, report, configured):
    called("read", report, "--into", "new.db", "--engine", "llm")
    done = called("read", report, "--into", "new.db", "--engine", "llm")
    assert "(0 new), 0 claims" in done.stdout
    assert len(configured.asked) == 1


def test_a_text_that_failed_is_a_failure_in_the_record_and_is_asked_for_again(called, report, configured):
    good = configured.replies.pop()
    configured.sends(400)
    first = called("read", report, "--into", "new.db", "--engine", "llm")
    assert "the endpoint refused the request" in first.stderr
    configured.replies[:] = [good]
    second = called("read", report, "--into", "new.db", "--engine", "llm")
    assert "1 claims" in second.stdout


@pytest.fixture
def benchmark(tmp_path):
    rows = [{"docid": name, "doctext": WORDS, "templates": []} for name in ("first", "second")]
    path = tmp_path / "dev.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.mark.usefixtures("configured")
def test_a_benchmark_is_scored_and_the_account_stands_on_standard_error(called, benchmark):
    done = called("score", "muc4-templates", "--data", benchmark, "--engine", "llm", "--format", "json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["n"] == 2
    assert "llm: 2 requests" in done.stderr
    assert "llm: 4 claims given, 2 kept" in done.stderr


def test_a_document_without_an_answer_is_scored_as_empty_and_counted(called, benchmark, configured):
    configured.replies.insert(0, (200, b"no JSON", {}))
    done = called("score", "muc4-templates", "--data", benchmark, "--engine", "llm")
    assert done.exit_code == 0, done.output
    assert "llm: 1 stretches not read: texts of which nothing was answered 1" in done.stderr


def test_an_endpoint_that_refuses_ends_the_scoring(called, benchmark, configured):
    configured.replies[:] = [(401, b"", {})]
    done = called("score", "muc4-templates", "--data", benchmark, "--engine", "llm")
    assert done.exit_code == 2
    assert "ONRECORD_LLM_KEY" in done.stderr
