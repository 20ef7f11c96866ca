"""One bounded request to the one address that was set: no redirect, no proxy, a limit on size and on time."""

from __future__ import annotations

import json
import queue
import threading
import time
from dataclasses import dataclass

import urllib3

from onrecord.find.models.llm.settings import Settings
from onrecord.find.models.llm.trouble import Trouble

__all__ = ["Reply", "Wire"]

_CHUNK = 65_536
_OK = 200
_LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the status, the bytes of an answer, and how many seconds the server asks to wait."""

    status: int
    content: bytes = b""
    wait: float = 0.0


class Wire:
    """Sends JSON to `settings.url` + /chat/completions."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        timeout = urllib3.Timeout(connect=settings.connect_timeout, read=settings.timeout)
        self._pool = urllib3.PoolManager(retries=False, timeout=timeout)

    def send(self, body: dict[str, object]) -> Reply | Trouble:
        """Give the reply, or what was wrong with it.

        The work runs in a thread of its own, because neither a name server nor headers that arrive
        byte by byte heed a socket's timeout; the thread is left behind when the time is up.
        """
        replies: queue.Queue[Reply | Trouble] = queue.Queue()
        threading.Thread(target=self._work, args=(body, replies), daemon=True).start()
        try:
            return replies.get(timeout=self._settings.timeout)
        except queue.Empty:
            return Trouble.TIMEOUT

    def _work(self, body: dict[str, object], replies: queue.Queue[Reply | Trouble]) -> None:
        try:
            replies.put(self._ask(body))
        except urllib3.exceptions.NewConnectionError:  # a timeout too, by its family
            replies.put(Trouble.NO_CONNECTION)
        except urllib3.exceptions.TimeoutError:
            replies.put(Trouble.TIMEOUT)
        except (urllib3.exceptions.HTTPError, OSError, ValueError):
            replies.put(Trouble.NO_CONNECTION)

    def _ask(self, body: dict[str, object]) -> Reply | Trouble:
        deadline = time.monotonic() + self._settings.timeout
        response = self._pool.request(
            "POST",
            self._settings.url + "/chat/completions",
            body=json.dumps(body).encode(),
            headers=self._headers(),
            redirect=False,
            preload_content=False,
        )
        try:
            return self._read(response, deadline)
        finally:
            response.close()

    def _headers(self) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",  # what is not compressed cannot grow when it is opened
            "User-Agent": "onrecord",
        }
        if self._settings.key:
            headers["Authorization"] = f"Bearer {self._settings.key}"
        return headers

    def _read(self, response: urllib3.BaseHTTPResponse, deadline: float) -> Reply | Trouble:
        if response.status != _OK:
            return Reply(response.status, wait=_seconds(response.headers.get("Retry-After", "")))
        if response.headers.get("Content-Encoding", "identity").lower() not in {"identity", ""}:
            return Trouble.TOO_LARGE
        pieces, size = [], 0
        while piece := response.read1(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > self._settings.max_bytes:
                return Trouble.TOO_LARGE
            if time.monotonic() > deadline:
                return Trouble.TIMEOUT
        return Reply(_OK, b"".join(pieces))


def _seconds(header: str) -> float:
    """Read a Retry-After in seconds; a date, or anything else, asks for nothing."""
    return min(float(header), _LONGEST_WAIT) if header.isascii() and header.isdigit() else 0.0
