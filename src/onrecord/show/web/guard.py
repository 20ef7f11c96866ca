"""Who may ask, and what a browser may do with an answer: no request may leave the machine."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "Guard", "allowed_host"]

HEADERS = {
    "content-security-policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Guard:
    """Refuse a foreign Host header and put the headers on every answer."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if not scope["path"].startswith("/static/"):
                    headers["cache-control"] = "no-store"
            await send(message)

        if allowed_host(Headers(scope=scope).get("host", ""), self._host):
            await self._app(scope, receive, send_guarded)
            return
        refusal = PlainTextResponse("This server answers only to its own address.", 400)
        await refusal(scope, receive, send_guarded)


def allowed_host(header: str, own: str) -> bool:
    """Say whether a Host header is ours: localhost, the name given to serve, or a plain address.

    A page that rebinds its own name to this machine sends that name, never an address.
    """
    name = (
        header.rpartition(":")[0]
        if header.rpartition(":")[2].isdigit() and not header.endswith("]")
        else header
    )
    name = name.strip("[]").lower()
    if name in ("localhost", own.lower()):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
