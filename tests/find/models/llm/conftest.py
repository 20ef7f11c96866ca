"""A real server on this machine that speaks the API with answers written beforehand."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.find.models.llm import Settings, engine
from onrecord.records import Passage, Text


class NamesOfTests:
    """A small lexicon of invented names, and the version that engines ask for."""

    version = "tests"

    def kinds(self, name):
        found = {"actor"} if name in {"Harbour Front", "River Column"} else set()
        return frozenset({"place"} if name in {"Norland", "Estmouth"} else found)


@dataclass
class Endpoint:
    """What the server answers, in order, the last one for good; and what it was asked."""

    url: str = ""
    replies: list = field(default_factory=list)
    asked: list = field(default_factory=list)
    headers: list = field(default_factory=list)

    def says(self, *claims, **more):
        self.replies.append((200, completion(json.dumps({"claims": list(claims)}), **more), {}))

    def writes(self, words, **more):
        self.replies.append((200, completion(words, **more), {}))

    def sends(self, status, content=b"", **headers):
        self.replies.append((status, content, {n.replace("_", "-"): v for n, v in headers.items()}))

    def settings(self, **changes):
        return Settings(
            self.url, "tiny/model 1", **{"backoff": 0.001, "timeout": 20.0, "retries": 2, **changes}
        )

    def engine(self, **changes):
        return engine(NamesOfTests(), self.settings(**changes))


def completion(words, finish="stop", usage=(100, 20)):
    counted = {"usage": {"prompt_tokens": usage[0], "completion_tokens": usage[1]}} if usage else {}
    choice = {"index": 0, "message": {"role": "assistant", "content": words}, "finish_reason": finish}
    return json.dumps({"object": "chat.completion", "choices": [choice], **counted}).encode()


@pytest.fixture
def endpoint():
    told = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            told.asked.append((self.path, json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
            told.headers.append(dict(self.headers))
            reply = told.replies.pop(0) if len(told.replies) > 1 else told.replies[0]
            if callable(reply):
                reply(self)
                return
            status, content, headers = reply
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            try:
                self.wfile.write(content)
            except OSError:
                self.close_connection = True

        def log_message(self, *_):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def text():
    def made(words, *roles):
        """Wrap words as a text; `roles` are (start, end, role) of its passages, one body by default."""
        passages = roles or ((0, len(words), "body"),)
        return Text(
            "txt",
            "doc",
            "tests",
            words,
            tuple(Passage(s, e, r, "en", "ltr") for s, e, r in passages),
            language="en",
        )

    return made


@pytest.fixture
def given():
    def made(evidence, kind="event", type_="attack", **more):
        """Give a claim in the form that the model is asked for."""
        return {"kind": kind, "type": type_, "evidence": evidence, **more}

    return made
