from __future__ import annotations

import pytest

from onrecord.show.web.guard import allowed_host


@pytest.mark.parametrize(
    "header",
    [
        "127.0.0.1:8000",
        "127.0.0.1",
        "localhost:8000",
        "LOCALHOST",
        "[::1]:8000",
        "[::1]",
        "192.168.1.7:80",
        "research.lan:8000",
    ],
)
def test_addresses_and_the_given_name_are_answered(header):
    assert allowed_host(header, "research.lan")


@pytest.mark.parametrize(
    "header",
    ["", "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example:80", "evil"],
)
def test_other_names_are_refused(header):
    assert not allowed_host(header, "research.lan")


def test_a_rebound_name_is_refused_by_the_server(ask):
    answer = ask("/", Host="evil.example")
    assert answer.status == 400
    assert "market" not in answer.text


@pytest.mark.parametrize("path", ["/", "/events", "/static/site.css", "/nowhere", "/index.json"])
def test_every_answer_forbids_requests_to_other_machines(ask, path):
    policy = ask(path).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed_through_the_pages(ask, method):
    assert ask("/", method=method).status == 405
