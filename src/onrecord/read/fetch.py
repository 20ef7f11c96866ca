"""An address that the user gave -> bytes, within bounds of size, time and redirects."""

from __future__ import annotations

import queue
import threading
import time
from urllib.parse import urljoin

import urllib3

from onrecord.errors import ReadError
from onrecord.read.limits import Limits
from onrecord.read.reach import Goal, goal_of

__all__ = ["fetch", "is_address"]

CHUNK = 65_536
REDIRECTS = frozenset({301, 302, 303, 307, 308})
OK = 200
HEADERS = {
    "User-Agent": "onrecord (reads one page that its user named)",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf,*/*;q=0.5",
    "Accept-Encoding": "identity",  # what is not compressed cannot grow when it is opened
}


def is_address(source: str) -> bool:
    """Say whether a source is an address rather than a path."""
    return "://" in source[:40]


def fetch(url: str, limits: Limits) -> bytes:
    """Give the bytes behind an address, or raise ReadError.

    The work runs in a thread of its own, because neither a name server nor headers that arrive
    byte by byte heed a socket's timeout; the thread is left behind when the time is up.
    """
    answers: queue.Queue[bytes | ReadError] = queue.Queue()
    threading.Thread(target=_work, args=(url, limits, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=limits.total_seconds)
    except queue.Empty:
        raise ReadError(f"no full answer within {limits.total_seconds:g} s") from None
    if isinstance(answer, ReadError):
        raise answer
    return answer


def _work(url: str, limits: Limits, answers: queue.Queue[bytes | ReadError]) -> None:
    try:
        answers.put(_follow(url, limits))
    except ReadError as error:
        answers.put(error)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        answers.put(ReadError(f"the request failed: {_brief(error)}"))


def _follow(named: str, limits: Limits) -> bytes:
    deadline = time.monotonic() + limits.total_seconds
    timeout = urllib3.Timeout(connect=limits.connect_seconds, read=limits.read_seconds)
    url = named
    with urllib3.PoolManager(retries=False, timeout=timeout) as pool:
        for _ in range(limits.max_redirects + 1):
            response = _ask(pool, goal_of(url, named), url)
            try:
                if response.status not in REDIRECTS:
                    return _body(response, limits, deadline)
                url = urljoin(url, response.headers.get("Location", ""))
            finally:
                response.close()
    raise ReadError(f"it redirects more than {limits.max_redirects} times")


def _ask(pool: urllib3.PoolManager, goal: Goal, url: str) -> urllib3.BaseHTTPResponse:
    """Ask the address that was checked under the name that the URL has."""
    parsed = urllib3.util.parse_url(url)
    name = (parsed.host or goal.host).strip("[]")
    secure = {"server_hostname": name, "assert_hostname": name} if goal.scheme == "https" else None
    address = name if goal.address == goal.host else goal.address
    connections = pool.connection_from_host(address, goal.port, goal.scheme, secure)
    headers = {**HEADERS, "Host": parsed.netloc or name}
    path = parsed.request_uri
    return connections.request("GET", path, headers=headers, redirect=False, preload_content=False)


def _body(response: urllib3.BaseHTTPResponse, limits: Limits, deadline: float) -> bytes:
    if response.status != OK:
        raise ReadError(f"the server answered {response.status}")
    if response.headers.get("Content-Encoding", "identity").lower() not in {"identity", ""}:
        raise ReadError("the server compressed its answer although it was asked not to")
    pieces, size = [], 0
    while piece := response.read1(CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > limits.max_bytes:
            raise ReadError(f"it has more than {limits.max_bytes:,} bytes, which is the limit")
        if time.monotonic() > deadline:
            raise ReadError(f"no full answer within {limits.total_seconds:g} s")
    return b"".join(pieces)


def _brief(error: Exception) -> str:
    return str(error).split("object at 0x")[0].rsplit("<", 1)[0].strip(" (:")[:200] or type(error).__name__
