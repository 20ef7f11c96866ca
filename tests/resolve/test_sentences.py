from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.sentences import REACH, sentence_start, sentence_starts


def test_a_sentence_begins_after_a_full_stop_and_not_after_an_initial():
    content = "It rained. Then J. Doe of the U.S. Navy left. They came"
    assert [content[at:][:4] for at in sentence_starts(content, content.index("They"))] == [
        "It r",
        "Then",
        "They",
    ]
    assert content[sentence_start(content, content.index("Navy")) :].startswith("Then")


@given(st.text(alphabet='Aa. \n?!"', max_size=900), st.integers(0, 900))
def test_starts_stand_in_order_before_the_offset_and_within_reach(content, at):
    at = min(at, len(content))
    starts = sentence_starts(content, at)
    assert starts == sorted(starts)
    assert all(max(0, at - REACH) <= start <= at for start in starts)
