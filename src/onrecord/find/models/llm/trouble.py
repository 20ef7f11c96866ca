"""What can go wrong with an endpoint, in our own words: nothing that a server writes is shown or kept."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["FINAL", "PASSING", "SMALLER", "Trouble", "trouble_of"]

_OK, _REDIRECTS, _ERRORS = 200, 300, 400


class Trouble(StrEnum):
    """Why a stretch was not read."""

    NO_CONNECTION = "the endpoint could not be reached"
    TIMEOUT = "the endpoint gave no full answer in time"
    BUSY = "the endpoint was busy or failed (429 or 5xx)"
    NO_ACCESS = "the endpoint refuses access (401 or 403); check ONRECORD_LLM_KEY"
    NOT_THERE = "the endpoint knows no such address or model (404)"
    REDIRECT = "the endpoint redirects, which is not followed"
    REFUSED = "the endpoint refused the request (4xx)"
    BUDGET = "the bound of ONRECORD_LLM_MAX_REQUESTS was reached"
    TOO_LARGE = "the answer was larger than allowed, or compressed"
    NO_ANSWER = "the answer has not the form of the API"
    NOT_JSON = "the answer holds no JSON of the form that was asked for"
    CUT_OFF = "the answer was cut off"


PASSING = frozenset({Trouble.NO_CONNECTION, Trouble.TIMEOUT, Trouble.BUSY})
"""What may be over in a moment: asked again, within bounds."""

FINAL = frozenset({Trouble.NO_ACCESS, Trouble.NOT_THERE, Trouble.REDIRECT, Trouble.BUDGET})
"""What no further request of this run can mend."""

SMALLER = frozenset({Trouble.REFUSED, Trouble.TOO_LARGE, Trouble.NOT_JSON, Trouble.CUT_OFF})
"""What a shorter stretch may mend."""

_BY_STATUS = {
    401: Trouble.NO_ACCESS,
    403: Trouble.NO_ACCESS,
    404: Trouble.NOT_THERE,
    408: Trouble.BUSY,
    409: Trouble.BUSY,
    425: Trouble.BUSY,
    429: Trouble.BUSY,
    501: Trouble.REFUSED,
}


def trouble_of(status: int) -> Trouble | None:
    """Give what an HTTP status says, None for a good one."""
    if status == _OK:
        return None
    if _REDIRECTS <= status < _ERRORS:
        return Trouble.REDIRECT
    return _BY_STATUS.get(status, Trouble.BUSY if status >= 500 else Trouble.REFUSED)  # noqa: PLR2004
