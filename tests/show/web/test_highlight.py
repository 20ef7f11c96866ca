from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Passage, Span, Text
from onrecord.show.web.highlight import cut_blocks

TEXT = Text(
    "t",
    "d",
    "hand/1",
    "Menu\n\nعرب 😀 one two three four",
    (Passage(0, 5, "boilerplate", "en", "ltr"), Passage(6, 12, "body", "ar", "rtl")),
)


def text_of(blocks):
    return "".join(piece.words for block in blocks for piece in block.pieces)


def span(words):
    start = TEXT.content.index(words)
    return Span("t", start, start + len(words), words)


def test_passages_keep_role_language_and_direction_and_what_lies_between_is_body():
    blocks = cut_blocks(TEXT, (), 0, len(TEXT.content))
    assert [(b.role, b.language, b.direction) for b in blocks] == [
        ("boilerplate", "en", "ltr"), ("body", "ar", "rtl"), ("body", "", "ltr"),
    ]  # fmt: skip


def test_overlapping_spans_are_cut_so_that_each_piece_names_its_claims_innermost_first():
    spans = [("a", span("one two three")), ("b", span("two three four")), ("c", span("two"))]
    pieces = {p.words: p.claims for b in cut_blocks(TEXT, spans, 0, len(TEXT.content)) for p in b.pieces}
    assert pieces["one "] == ("a",)
    assert pieces["two"] == ("c", "a", "b")
    assert pieces[" three"] == ("a", "b")
    assert pieces[" four"] == ("b",)


def test_each_claim_begins_once_also_when_two_begin_together():
    spans = [("a", span("two three")), ("b", span("two")), ("c", span("one two"))]
    begins = [
        id_ for b in cut_blocks(TEXT, spans, 0, len(TEXT.content)) for p in b.pieces for id_ in p.begins
    ]
    assert sorted(begins) == ["a", "b", "c"]


@st.composite
def texts(draw):
    content = draw(st.text(st.sampled_from("ab 😀ع\n"), min_size=1, max_size=40))
    size = len(content)
    cuts = draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size)), max_size=6))
    passages = tuple(Passage(min(c), max(c), "body", "en", "ltr") for c in cuts[:3])
    spans = [
        (str(n), Span("t", min(c), max(c), content[min(c) : max(c)]))
        for n, c in enumerate(cuts[3:])
        if c[0] != c[1]
    ]
    return Text("t", "d", "hand/1", content, passages), spans


@given(texts())
def test_no_word_is_lost_doubled_or_moved(made):
    text, spans = made
    blocks = cut_blocks(text, spans, 0, len(text.content))
    assert "".join(text_of(blocks).split()) == "".join(text.content.split())
    for block in blocks:
        for piece in block.pieces:
            assert text.content[piece.start : piece.start + len(piece.words)] == piece.words


@given(texts())
def test_a_piece_is_marked_exactly_where_a_claim_lies(made):
    text, spans = made
    for block in cut_blocks(text, spans, 0, len(text.content)):
        for piece in block.pieces:
            for at in range(piece.start, piece.start + len(piece.words)):
                assert set(piece.claims) == {id_ for id_, span in spans if span.start <= at < span.end}
