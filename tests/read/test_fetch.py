from __future__ import annotations

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.read import Limits, read_sources
from onrecord.records import Failure, Intake

PAGE = b"<html><body><p>Two people were hurt on the bridge on Monday, the police said.</p></body></html>"
LIMITS = Limits(max_bytes=200_000, connect_seconds=2, read_seconds=0.5, total_seconds=1.5, max_redirects=3)
REDIRECTS = {
    "/loop": "/loop",
    "/moved": "/2017/03/14/page",
    "/file": "file:///etc/hostname",
    "/ftp": "ftp://127.0.0.1/x",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path in REDIRECTS:
            self.send_response(302)
            self.send_header("Location", REDIRECTS[self.path])
            self.end_headers()
        elif self.path.endswith("/page"):
            self._answer(PAGE)
        elif self.path == "/zipped":
            self._answer(PAGE, ("Content-Encoding", "gzip"))
        elif self.path in {"/endless", "/drip", "/headers"}:
            self._send_on()
        elif self.path == "/silent":
            self.server.stop.wait(5)
        else:
            self.send_error(404)

    def _answer(self, body, *headers):
        self.send_response(200)
        for name, value in (("Content-Type", "text/html"), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _send_on(self):
        self.wfile.write(b"HTTP/1.0 200 OK\r\n" if self.path == "/headers" else b"HTTP/1.0 200 OK\r\n\r\n")
        piece = b"a" * 65_536 if self.path == "/endless" else b"x"
        while not self.server.stop.is_set():
            try:
                self.wfile.write(piece)
            except OSError:
                return
            if self.path != "/endless":
                time.sleep(0.05)

    def log_message(self, *_):
        """Keep the tests quiet."""


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.stop = threading.Event()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.stop.set()
    server.shutdown()
    server.server_close()


def read_one(url):
    (found,) = read_sources([url], at="2026-01-01T00:00:00Z", limits=LIMITS)
    return found


def test_a_page_is_fetched_and_carries_its_address(site):
    intake = read_one(f"{site}/page")
    assert isinstance(intake, Intake)
    assert intake.raw.content == PAGE
    assert (intake.fetch.location, intake.texts[0].url) == (f"{site}/page", f"{site}/page")
    assert intake.texts[0].published is None


def test_a_redirect_is_followed(site):
    assert read_one(f"{site}/moved").raw.content == PAGE


def test_the_day_in_the_address_is_the_publication_day_where_no_other_is(site):
    published = read_one(f"{site}/2017/03/14/page").texts[0].published
    assert (published.earliest, published.words) == ("2017-03-14", "address /2017/03/14")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/gone", "the server answered 404"),
        ("/loop", "redirects more than 3 times"),
        ("/file", "only http and https"),
        ("/ftp", "only http and https"),
        ("/endless", "more than 200,000 bytes"),
        ("/zipped", "compressed"),
        ("/drip", "no full answer within 1.5 s"),
        ("/headers", "no full answer within 1.5 s"),
        ("/silent", "timed out"),
    ],
)
def test_a_bad_answer_is_a_failure_that_says_what_happened(site, path, what):
    found = read_one(f"{site}{path}")
    assert isinstance(found, Failure)
    assert found.where == f"{site}{path}"
    assert what in found.what


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://example.org/x", "http://", "http://[::1", "://x"]
)
def test_what_is_no_http_address_is_not_asked_for(url):
    assert isinstance(read_one(url), Failure)


def test_a_page_elsewhere_cannot_redirect_into_the_local_network(site, monkeypatch):
    port = site.rpartition(":")[2]
    real = socket.getaddrinfo

    def names(host, *rest, **named):
        return real("127.0.0.1" if host.endswith(".example") else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", names)
    assert read_one(f"http://news.example:{port}/moved").raw.content == PAGE
    for path in ("/home", "/neighbour"):
        monkeypatch.setitem(
            REDIRECTS, path, f"http://{'127.0.0.1' if path == '/home' else 'other.example'}:{port}/page"
        )
        assert (
            "in a local network: name that address yourself"
            in read_one(f"http://news.example:{port}{path}").what
        )
    assert read_one(f"{site}/home").raw.content == PAGE


def test_an_address_with_a_password_is_not_asked_for_and_the_password_not_kept(site):
    found = read_one(site.replace("://", "://ann:secret@") + "/page")
    assert isinstance(found, Failure)
    assert "secret" not in repr(found)
    assert found.where == f"{site}/page"


def test_a_closed_port_is_a_failure():
    found = read_one("http://127.0.0.1:9/")
    assert "the request failed" in found.what
    assert "0x" not in found.what
