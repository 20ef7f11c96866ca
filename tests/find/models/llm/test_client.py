import time

import pytest

from onrecord.find.models.llm import Settings
from onrecord.find.models.llm.answer import Answer
from onrecord.find.models.llm.client import Client
from onrecord.find.models.llm.trouble import Trouble

ASKED = [{"role": "user", "content": "The men met."}]
SCHEMA = {"type": "object"}


def client(endpoint, **changes):
    return Client(endpoint.settings(**changes), SCHEMA)


def forms(endpoint):
    return [body.get("response_format", {}).get("type") for _, body in endpoint.asked]


def test_a_request_has_the_model_the_schema_and_the_key(endpoint):
    endpoint.writes("hello")
    answer = client(endpoint, key="sk-1").ask(ASKED)
    assert answer == Answer("hello", tokens=(100, 20))
    ((path, body),) = endpoint.asked
    assert path == "/v1/chat/completions"
    assert (body["model"], body["temperature"], body["messages"]) == ("tiny/model 1", 0, ASKED)
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert endpoint.headers[0]["Authorization"] == "Bearer sk-1"


def test_without_a_key_no_header_of_one_is_sent(endpoint):
    endpoint.writes("hello")
    client(endpoint).ask(ASKED)
    assert "Authorization" not in endpoint.headers[0]


def test_a_server_that_takes_no_schema_is_asked_for_json_and_then_for_plain_words(endpoint):
    endpoint.sends(400)
    endpoint.sends(422)
    endpoint.writes("hello")
    asking = client(endpoint)
    assert asking.ask(ASKED) == Answer("hello", tokens=(100, 20))
    asking.ask(ASKED)
    assert forms(endpoint) == ["json_schema", "json_object", None, None]
    assert (asking.account.requests, asking.account.retries) == (4, 0)


def test_a_request_that_is_refused_in_every_form_leaves_the_forms_as_they_were(endpoint):
    for _ in range(3):
        endpoint.sends(400)
    endpoint.writes("hello")
    asking = client(endpoint)
    assert asking.ask(ASKED) is Trouble.REFUSED
    assert isinstance(asking.ask(ASKED), Answer)
    assert forms(endpoint) == ["json_schema", "json_object", None, "json_schema"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 408])
def test_what_may_pass_is_asked_again(endpoint, status):
    endpoint.sends(status, b"busy")
    endpoint.writes("hello")
    asking = client(endpoint)
    assert isinstance(asking.ask(ASKED), Answer)
    assert (asking.account.requests, asking.account.retries) == (2, 1)


def test_retries_have_an_end(endpoint):
    endpoint.sends(503)
    asking = client(endpoint, retries=2)
    assert asking.ask(ASKED) is Trouble.BUSY
    assert (asking.account.requests, asking.account.retries) == (3, 2)
    assert asking.gone is None


def test_after_three_stretches_in_a_row_nothing_more_is_sent(endpoint):
    endpoint.sends(503)
    asking = client(endpoint, retries=0)
    assert [asking.ask(ASKED) for _ in range(5)] == [Trouble.BUSY] * 5
    assert asking.account.requests == 3
    assert asking.gone is Trouble.BUSY


@pytest.mark.parametrize(
    ("status", "trouble"),
    [(401, Trouble.NO_ACCESS), (403, Trouble.NO_ACCESS), (404, Trouble.NOT_THERE), (302, Trouble.REDIRECT)],
)
def test_what_no_retry_mends_ends_the_asking_at_once(endpoint, status, trouble):
    endpoint.sends(status, Location=endpoint.url + "/elsewhere")
    asking = client(endpoint)
    assert [asking.ask(ASKED), asking.ask(ASKED)] == [trouble, trouble]
    assert len(endpoint.asked) == 1


def test_a_bound_on_requests_is_kept_with_retries_in_it(endpoint):
    endpoint.sends(503)
    asking = client(endpoint, max_requests=2, retries=5)
    assert asking.ask(ASKED) is Trouble.BUDGET
    assert len(endpoint.asked) == 2


def test_an_address_where_nobody_listens_is_told_as_such():
    asking = Client(Settings("http://127.0.0.1:9/v1", "tiny", retries=0), SCHEMA)
    assert asking.ask(ASKED) is Trouble.NO_CONNECTION


def test_an_answer_over_the_limit_is_not_taken(endpoint):
    endpoint.writes("x" * 10_000_000)
    assert client(endpoint).ask(ASKED) is Trouble.TOO_LARGE
    assert len(endpoint.asked) == 1


def test_an_answer_that_was_compressed_is_not_opened(endpoint):
    endpoint.sends(200, b"\x1f\x8b", Content_Encoding="gzip")
    assert client(endpoint).ask(ASKED) is Trouble.TOO_LARGE


def test_a_server_that_drips_is_left_when_the_time_is_up(endpoint):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(400):
            try:
                handler.wfile.write(b" ")
                handler.wfile.flush()
            except OSError:
                break
            time.sleep(0.02)

    endpoint.replies.append(drip)
    assert client(endpoint, timeout=0.3, retries=0).ask(ASKED) is Trouble.TIMEOUT


def test_the_account_tells_requests_tokens_and_cost(endpoint):
    endpoint.sends(500)
    endpoint.writes("hello")
    endpoint.writes("hello", usage=None)
    asking = client(endpoint, price_in=2.0, price_out=10.0)
    asking.ask(ASKED)
    asking.ask(ASKED)
    told = asking.account.lines(asking.settings)[0]
    assert told == (
        "llm: 3 requests, 1 of them retries; 100 tokens in, 20 out (1 answers did not say); cost 0.4000"
    )
