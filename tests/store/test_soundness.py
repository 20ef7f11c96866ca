from __future__ import annotations

import pytest

from onrecord.errors import LedgerError, OnrecordError
from onrecord.store import Filter

CHANGES = {
    "bytes": "UPDATE raw_content SET content = CAST('no' AS BLOB)",
    "a word of a text": "UPDATE text SET content = replace(content, 'eighty', 'ninety')",
    "the place of a claim": "UPDATE claim SET start = start + 1",
    "the words of a role": "UPDATE claim_role SET stop = stop - 1",
    "the place of a mention": "UPDATE mention SET start = start + 1",
    "the kind of a mention": "UPDATE mention SET kind = 'place' WHERE kind = 'actor'",
    "which reader made a text": "UPDATE text SET reader = 'plain/9'",
    "a row that belongs to nothing": "INSERT INTO resolved VALUES (99, 'x')",
    "a judgement": "UPDATE judgement_payload SET payload = replace(payload, 'reject', 'accept')",
}


@pytest.fixture
def filled(store, sample):
    intake = sample.intake()
    store.add_intake(intake)
    store.add_reading(sample.reading(intake.texts[0]))
    claim = store.claims(Filter())[0].claim
    store.append(sample.judgement(claim.id, span=claim.evidence, seen='{"kind": "event"}'))
    return store


def test_a_record_as_it_was_written_is_sound(filled):
    found = filled.check()
    assert (found.documents, found.readings, found.judgements) == (1, 1, 1)
    assert filled.check((found.judgements, found.head)) == found


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_by_another_tool_is_found(filled, what):
    db = filled._file._db
    db.execute("PRAGMA foreign_keys = OFF")
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute(CHANGES[what])
    with pytest.raises(OnrecordError, match=r"restore a copy|mend the engine"):
        filled.check()


def test_a_ledger_that_does_not_go_on_from_the_end_that_was_kept_is_found(filled):
    with pytest.raises(LedgerError, match="the hash that you kept"):
        filled.check((1, "0" * 64))
