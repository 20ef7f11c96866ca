from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.models.taken import Taken
from onrecord.records import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: Span("t", p[0], p[0] + p[1], ""))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_span_meets_what_shares_a_character_with_it_however_spans_nest(spans, asked):
    shared = any(set(range(s.start, s.end)) & set(range(asked.start, asked.end)) for s in spans)
    assert Taken(spans).meets(asked) is shared
