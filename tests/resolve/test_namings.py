from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.namings import Named, Namings

NAMED = st.builds(Named, st.integers(0, 50), st.integers(51, 99), st.sampled_from("abc"), st.just("x"))


@given(st.lists(NAMED, max_size=30), st.integers(0, 50), st.integers(0, 60))
def test_names_taken_in_in_any_order_come_back_in_the_texts_and_each_actors_first_is_known(named, start, end):
    kept = Namings()
    for one in named:
        kept.add(one)
    assert kept.between(start, end) == sorted(one for one in named if start <= one.start < end)
    assert kept.first == {
        ident: min(one for one in named if one.id == ident) for ident in {n.id for n in named}
    }
