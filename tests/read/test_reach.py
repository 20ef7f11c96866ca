from __future__ import annotations

import pytest

from onrecord.errors import ReadError
from onrecord.read.reach import goal_of, without_login

NAMED = "https://news.example/story"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.1", "100.64.0.1", "224.0.0.1",
        "[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]", "[2002:7f00:1::]", "localhost", "127.1",
    ],
)  # fmt: skip
def test_a_redirect_to_a_local_address_is_refused_in_every_spelling(host):
    with pytest.raises(ReadError, match="local network"):
        goal_of(f"http://{host}/", NAMED)


@pytest.mark.parametrize("host", ["93.184.216.34", "[2606:2800:220:1::1]"])
def test_a_redirect_to_a_public_address_is_followed(host):
    assert goal_of(f"http://{host}/", NAMED).address == host.strip("[]")


@pytest.mark.parametrize("named", ["http://127.0.0.1:8000/", "http://localhost/x", "http://[::1]/"])
def test_who_names_a_local_address_may_be_led_on_in_the_network(named):
    assert goal_of("http://192.168.0.7/", named).address == "192.168.0.7"


@pytest.mark.parametrize("url", ["http://ann:pw@a.example/", "http://ann@a.example/"])
def test_a_login_in_an_address_is_refused(url):
    with pytest.raises(ReadError, match="user name"):
        goal_of(url, url)
    assert without_login(url) == "http://a.example/"
