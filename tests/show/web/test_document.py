from __future__ import annotations

import made
import pytest

from onrecord.records import Claim, Kind, Reading, claim_id
from onrecord.show.web.document import WINDOW, document_page
from onrecord.store import Store


@pytest.fixture
def long_document(tmp_path):
    """A text of two windows, with a claim that lies across their border and one in the second."""
    content = "word " * (WINDOW // 5 + 400)
    with Store(tmp_path / "long.db", create=True) as store:
        text = made.add_text(store, content, "A long report", "Demo Wire")
        spans = [
            made.Span(text.id, start, start + 9, content[start : start + 9])
            for start in (WINDOW - 5, WINDOW + 500)
        ]
        claims = tuple(
            Claim(claim_id(Kind.STATEMENT, span, ()), text.id, Kind.STATEMENT, "said", span, "hand/1")
            for span in spans
        )
        store.add_reading(Reading(text.id, "hand/1", (), claims))
        yield store, text.document_id, [claim.id for claim in claims]


def test_a_long_text_is_turned_over_in_windows(long_document):
    store, id_, claims = long_document
    first = document_page(store, id_, {})
    second = document_page(store, id_, {"from": str(WINDOW)})
    assert (first.start, first.end, second.start) == (0, WINDOW, WINDOW)
    assert [[line["id"] for line in page.claims] for page in (first, second)] == [claims[:1], claims[1:]]
    assert first.next
    assert second.previous
    assert not second.next


def test_a_claim_across_the_border_is_marked_on_both_sides(long_document):
    store, id_, claims = long_document
    second = document_page(store, id_, {"from": str(WINDOW + 17)})
    assert second.blocks[0].pieces[0].claims == (claims[0],)


@pytest.mark.parametrize("asked", ["-1", "x", "", "99999999999", "٣"])
def test_a_window_that_is_not_there_is_one_that_is(long_document, asked):
    store, id_, _ = long_document
    assert document_page(store, id_, {"from": asked}).start in (0, WINDOW)
