from __future__ import annotations

import json
import socket
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from onrecord.show.web.app import make_app

sys.path.insert(0, str(Path(__file__).parent))

import made


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "record.db"
    return made.build_record(path), path


@pytest.fixture(scope="session")
def ids(built):
    return built[0]


@pytest.fixture(scope="session")
def record(built):
    return built[1]


@pytest.fixture
def own_record(tmp_path):
    path = tmp_path / "record.db"
    return made.build_record(path), path


@contextmanager
def serving(path):
    """Serve a record on a free port; gives its address."""
    server = uvicorn.Server(uvicorn.Config(make_app(path), log_level="critical", lifespan="off"))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listener.close()


@pytest.fixture(scope="session")
def site(record):
    """The address of a real server on a free port, for as long as the tests run."""
    with serving(record) as address:
        yield address


@pytest.fixture
def own_site(own_record):
    """A record of one's own, that may be changed, its ids, and the address where it is served."""
    ids, path = own_record
    with serving(path) as address:
        yield ids, path, address


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.text = status, headers, body.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.text)


@pytest.fixture(scope="session")
def ask(site):
    """Ask the server for an address; gives status, headers and words."""

    def asking(path, method="GET", **headers):
        request = urllib.request.Request(site + path, method=method, headers=headers)  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own server
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())

    return asking
