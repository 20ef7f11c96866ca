import pytest

from onrecord.find.models.llm.wire import Reply, Wire


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("86400", 60.0),
        ("-1", 0.0),
        ("soon", 0.0),
        ("nan", 0.0),
        ("²", 0.0),
        ("", 0.0),
    ],
)
def test_the_wait_that_a_server_asks_for_is_read_and_bounded(endpoint, header, wait):
    endpoint.sends(429, b"busy", Retry_After=header)
    assert Wire(endpoint.settings()).send({}) == Reply(429, wait=wait)


def test_the_body_of_an_error_is_not_read(endpoint):
    endpoint.sends(500, b"x" * 10_000_000)
    assert Wire(endpoint.settings()).send({}) == Reply(500)


def test_a_good_answer_is_given_whole(endpoint):
    endpoint.sends(200, b"x" * 200_000)
    assert Wire(endpoint.settings()).send({"a": 1}) == Reply(200, b"x" * 200_000)
    assert endpoint.asked == [("/v1/chat/completions", {"a": 1})]
