"""What the user sets: endpoint, model and bounds of a run; without an endpoint there is no engine."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from onrecord.errors import InputError

__all__ = ["NAMES", "Settings", "from_environment"]

_PREFIX = "ONRECORD_LLM_"
_PRINTABLE = re.compile(r"[!-~]*")
_LEAST_WINDOW = 400


@dataclass(frozen=True, slots=True)
class Settings:
    """The endpoint and its bounds; seconds, characters, tokens and any currency, as each name says.

    `max_requests` 0 is no bound. `price_in` and `price_out` are for 1,000 tokens; None is no price.
    The key is in no `repr`, so that no message can show it.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 180.0
    connect_timeout: float = 10.0
    retries: int = 3
    backoff: float = 1.0
    max_tokens: int = 4096
    window: int = 6000
    max_requests: int = 0
    max_bytes: int = 4_000_000
    price_in: float | None = None
    price_out: float | None = None


NAMES = {
    "timeout": (1.0, 3600.0),
    "retries": (0, 10),
    "max_tokens": (64, 1_000_000),
    "window": (_LEAST_WINDOW, 200_000),
    "max_requests": (0, 1_000_000_000),
    "price_in": (0.0, 1e6),
    "price_out": (0.0, 1e6),
}
"""Settings that are numbers, each with its least and greatest value; ONRECORD_LLM_ and the name sets one."""


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Give the settings, or raise InputError with one line that says what to set."""
    url, model = (environment.get(_PREFIX + name, "").strip() for name in ("URL", "MODEL"))
    if not url or not model:
        raise InputError(
            "the engine llm has no endpoint: set ONRECORD_LLM_URL (such as http://127.0.0.1:8080/v1) and"
            " ONRECORD_LLM_MODEL; the texts that are read will be sent there (docs/llm.md)"
        )
    numbers = {name: _number(environment, name) for name in NAMES if environment.get(_variable(name))}
    return Settings(_address(url), model, _key(environment), **numbers)  # type: ignore[arg-type]


def _variable(name: str) -> str:
    return _PREFIX + name.upper()


def _number(environment: Mapping[str, str], name: str) -> float | int:
    least, most = NAMES[name]
    try:
        value = type(least)(environment[_variable(name)])
    except ValueError:
        value = math.nan
    if not least <= value <= most:
        raise InputError(f"{_variable(name)} is no number from {least:g} to {most:g}")
    return value


def _address(url: str) -> str:
    """Give the base address without its last slash; what else may stand in a URL is refused."""
    try:
        parts = urlsplit(url)
        sound = bool(parts.hostname) and parts.scheme in {"http", "https"} and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not _PRINTABLE.fullmatch(url):
        raise InputError("ONRECORD_LLM_URL is no http or https address such as http://127.0.0.1:8080/v1")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise InputError(
            "ONRECORD_LLM_URL holds a login, a query or a fragment: give the plain base address,"
            " and the key in ONRECORD_LLM_KEY"
        )
    return url.rstrip("/")


def _key(environment: Mapping[str, str]) -> str:
    key = environment.get(_variable("key"), "").strip()
    if not _PRINTABLE.fullmatch(key):
        raise InputError("ONRECORD_LLM_KEY holds characters that no header can carry; set it anew")
    return key
