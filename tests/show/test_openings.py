from __future__ import annotations

from onrecord.show.openings import openings
from onrecord.store import Filter, Store


def test_a_name_that_no_actor_was_found_for_is_listed_with_its_words_and_reason(record, ids):
    with Store(record) as store:
        (opening,) = openings(store, Filter())
    assert (opening.what, opening.text, opening.why) == ("actor", "The League", "two actors are called so")
    assert opening.document_id == ids["daily"]


def test_openings_can_be_narrowed_by_kind_words_and_document(record, ids):
    with Store(record) as store:
        kept = [Filter(type="actor"), Filter(text="league"), Filter(document=ids["daily"])]
        gone = [Filter(type="time"), Filter(text="front"), Filter(document=ids["wire"]), Filter(offset=1)]
        assert [len(list(openings(store, wanted))) for wanted in kept] == [1, 1, 1]
        assert [len(list(openings(store, wanted))) for wanted in gone] == [0, 0, 0, 0]
