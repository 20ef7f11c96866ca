from __future__ import annotations

import json

import pytest

from onrecord.errors import InputError
from onrecord.show.listing import LISTINGS
from onrecord.store import Filter, Store


@pytest.mark.parametrize("what", list(LISTINGS))
def test_every_row_of_every_list_is_json(record, what):
    listing = LISTINGS[what]
    with Store(record) as store:
        lines = [listing.line(row) for row in listing.fetch(store, Filter())]
    assert json.loads(json.dumps(lines)) == lines


@pytest.mark.parametrize(
    ("what", "count"), [("documents", 4), ("claims", 7), ("events", 4), ("open", 1), ("readings", 4)]
)
def test_lists_hold_what_was_stored(record, what, count):
    with Store(record) as store:
        assert len(list(LISTINGS[what].fetch(store, Filter()))) == count


@pytest.mark.parametrize("what", ["readings", "judgements", "orphaned"])
def test_a_list_without_filters_refuses_one_instead_of_passing_it_over(record, what):
    with Store(record) as store, pytest.raises(InputError, match="no filter"):
        list(LISTINGS[what].fetch(store, Filter(actor="Hill League")))


def test_a_limit_holds_for_every_list(record):
    with Store(record) as store:
        for listing in LISTINGS.values():
            assert len(list(listing.fetch(store, Filter(limit=1)))) <= 1
