from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.tokens import MAX_TOKEN_LENGTH, MAX_TOKENS, split_sentences
from onrecord.records import Passage, Text


def text_of(content, role="body", language="en"):
    return Text("txt", "doc", "test", content, (Passage(0, len(content), role, language, "ltr"),))


def sentences(content):
    return [content[s.start : s.end] for s in split_sentences(text_of(content))]


def words(content):
    return [t.words for s in split_sentences(text_of(content)) for t in s.tokens]


def test_a_full_stop_without_a_space_still_ends_a_sentence():
    assert sentences("They left Kunduz.IS then came.") == ["They left Kunduz.", "IS then came."]


def test_titles_and_initialisms_do_not_end_a_sentence():
    content = "Gen. Amin met Lt. Col. Baz of the U.S. Army at 5 p.m. on Monday."
    assert sentences(content) == [content]


def test_an_initialism_ends_a_sentence_before_a_word_that_opens_one():
    assert sentences("He flew to the U.S. The talks went on.") == [
        "He flew to the U.S.",
        "The talks went on.",
    ]


def test_number_signs_and_short_months_wait_for_a_digit():
    assert sentences("Highway No. 5 was cut on Jan. 12.") == ["Highway No. 5 was cut on Jan. 12."]
    assert sentences("The answer was no. Nobody came.") == ["The answer was no.", "Nobody came."]


def test_closing_quotes_stay_with_their_sentence():
    assert sentences('"We left." Then he sat.') == ['"We left."', "Then he sat."]
    assert sentences("“Really?” he said.") == ["“Really?” he said."]


def test_a_lower_case_sentence_is_split_after_a_long_word():
    assert sentences("He took the district. after that he left.") == [
        "He took the district.",
        "after that he left.",
    ]


def test_blank_lines_end_sentences_and_single_line_ends_do_not():
    assert sentences("A heading\n\nThe fort\nfell") == ["A heading", "The fort\nfell"]


def test_arabic_script_full_stops_end_sentences():
    assert len(sentences("حملہ ہوا۔ کیا یہ سچ ہے؟ نہیں")) == 3


def test_addresses_are_not_split():
    assert sentences("See example.org for more.") == ["See example.org for more."]


def test_hyphenated_names_and_numbers_are_one_token_and_possessives_come_off():
    assert words("IS-K’s men and al-Qaeda's") == ["IS-K", "’s", "men", "and", "al-Qaeda", "'s"]
    assert words("1,300 or 2.5% of $80") == ["1,300", "or", "2.5", "%", "of", "$", "80"]
    assert words("Sana'a didn't fall") == ["Sana'a", "did", "n't", "fall"]


def test_boilerplate_is_left_out_and_headings_are_kept():
    assert split_sentences(text_of("Menu Home", "boilerplate")) == ()
    assert len(split_sentences(text_of("Ten die", "heading"))) == 1


def test_a_sentence_takes_the_language_of_its_passage():
    assert split_sentences(text_of("حمله شد", language="fa"))[0].language == "fa"


def test_lemmas_of_regular_and_irregular_forms():
    pairs = {
        "killed": "kill", "fought": "fight", "Seized": "seize", "carried": "carry", "died": "die",
        "was": "be",
        "needed": "need", "men": "man", "besieged": "besiege", "districts": "district", "planned": "plan",
        "bombings": "bomb", "IS": "is", "during": "during", "hundred": "hundred",
        "Forces": "force", "n’t": "not",
    }  # fmt: skip
    assert {form: lemma_of(form) for form in pairs} == pairs


def test_long_names_and_long_sentences_are_cut_at_bounds():
    name = split_sentences(text_of("a" * 100_000))
    assert max(len(t.words) for s in name for t in s.tokens) <= MAX_TOKEN_LENGTH
    assert max(len(s.tokens) for s in split_sentences(text_of("ab " * 50_000))) <= MAX_TOKENS


def test_a_passage_of_many_sentences_is_cut_as_each_of_them_alone():
    written = [f"Gen. Amin {'and his men ' * (k % 13)}left at 5 p.m. on 3 May." for k in range(2_000)]
    assert len(words(" ".join(written))) > 3 * 8_000
    assert sentences(" ".join(written)) == written
    assert sentences("\n \n" * 20_000 + "They left.") == ["They left."]


def test_hostile_runs_give_no_more_tokens_than_characters():
    for unit in ("a-", "1,", "\n ", "A.", ". ", "'", "1-a", "(", "a'"):
        content = unit * 2_000
        assert sum(len(s.tokens) for s in split_sentences(text_of(content))) <= len(content)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .\n'-’5aAn't۔")), max_size=300))
def test_tokens_stand_where_they_say_and_cover_every_mark(content):
    found = split_sentences(text_of(content))
    at = 0
    for sentence in found:
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        for token in sentence.tokens:
            assert token.start >= at
            assert token.words == content[token.start : token.end] != ""
            assert not content[at : token.start].strip()
            at = token.end
    assert not content[at:].strip()
