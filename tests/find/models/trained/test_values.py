from builders.network import text_of
from onrecord.find.models.trained.mentions import mention_of
from onrecord.find.models.trained.values import values_in
from onrecord.find.sentence import span_of
from onrecord.find.words.tokens import split_sentences
from onrecord.records import MentionKind


def read(content, *named):
    text = text_of(content)
    names = tuple(mention_of(span_of(text, *at), kind) for *at, kind in named)
    return values_in(split_sentences(text)[0], names)


def test_a_sentence_has_the_times_and_counts_of_the_tables():
    found = read("On 3 May 2016 nine men fled.")
    assert [(m.kind, m.span.words) for m in found.mentions] == [
        (MentionKind.TIME, "3 May 2016"),
        (MentionKind.NUMBER, "nine"),
    ]


def test_a_time_in_a_name_is_none_and_a_count_in_a_phrase_is_one():
    words = "The March 23 Movement held nine men."
    assert [m.span.words for m in read(words, (4, 21, MentionKind.ACTOR)).mentions] == ["nine"]
    assert "nine" in [m.span.words for m in read(words, (27, 35, MentionKind.GROUP)).mentions]
