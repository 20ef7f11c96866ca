import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.models.llm.answer import Answer, claims_of, read_answer
from onrecord.find.models.llm.trouble import Trouble

CLAIM = {"evidence": "men met"}


def whole(content, **more):
    return json.dumps({"choices": [{"message": {"content": content}, **more}]}).encode()


@pytest.mark.parametrize(
    "words",
    [
        '{"claims": [{"evidence": "men met"}]}',
        '```json\n{"claims": [{"evidence": "men met"}]}\n```',
        'Here you are: {"claims": [{"evidence": "men met"}]} I hope {this} helps.',
        'In {short}: {"claims": [{"evidence": "men met"}]}',
        '{"result": {"claims": [{"evidence": "men met"}]}}',
        '[{"evidence": "men met"}]',
        '{"claims": [{"evidence": "men met"}]} {"claims": []}',
    ],
)
def test_the_first_json_with_claims_is_taken(words):
    assert claims_of(Answer(words)) == [CLAIM]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I cannot do that.",
        "{}",
        '{"claims": "none"}',
        '{"claims": {"evidence": "men met"}}',
        '{"claims": [{"evidence": "men met"}',
        '{"claims": [{"evidence": NaN}]}',
        '{"claims": [{"evidence": 1e5, "roles": [{"name": "agent"}], ]}',
        "[1, 2]",
        "[" * 100_000,
        '{"claims": [' + "[" * 100_000,
        '{"claims": [' + "9" * 5_000 + "]}",
    ],
)
def test_what_holds_no_claims_is_trouble(words):
    assert claims_of(Answer(words)) is Trouble.NOT_JSON


def test_of_an_answer_that_was_cut_off_the_whole_claims_are_kept():
    words = '{"claims": [{"evidence": "men met"}, {"evidence": "they left"}, {"evidence": "the'
    assert claims_of(Answer(words, cut=True)) == [CLAIM, {"evidence": "they left"}]
    assert claims_of(Answer("I think that", cut=True)) == []


def test_thoughts_before_the_answer_are_left_out():
    answer = read_answer(whole('<think>{"claims": [{"evidence": "x"}]}</think>{"claims": []}'))
    assert claims_of(answer) == []


def test_tokens_and_the_reason_for_the_end_are_read():
    content = json.loads(whole("hello", finish_reason="length"))
    content["usage"] = {"prompt_tokens": 7, "completion_tokens": 3}
    assert read_answer(json.dumps(content).encode()) == Answer("hello", cut=True, tokens=(7, 3))


@pytest.mark.parametrize(
    "usage",
    [
        None,
        [],
        {},
        {"prompt_tokens": -1, "completion_tokens": 1},
        {"prompt_tokens": True, "completion_tokens": 1},
    ],
)
def test_tokens_that_are_no_counts_are_not_counted(usage):
    content = {**json.loads(whole("hello")), "usage": usage}
    assert read_answer(json.dumps(content).encode()) == Answer("hello")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"<html>",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": {}}',
        b'{"choices": ["x"]}',
        b'{"choices": [{"message": null}]}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ["x"]}}]}',
        b'{"choices": [{"message": {"content": NaN}}]}',
        b"[" * 200_000,
    ],
)
def test_what_is_not_in_the_form_of_the_api_is_no_answer(content):
    assert read_answer(content) is Trouble.NO_ANSWER


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_trouble(content):
    assert isinstance(read_answer(content), Answer | Trouble)


@given(st.text(st.sampled_from('{}[]":, claims1ev\\'), max_size=80), st.booleans())
def test_any_words_are_claims_or_trouble(words, cut):
    assert isinstance(claims_of(Answer(words, cut=cut)), list | Trouble)
