"""Bytes of a chat completion -> the list of claims that they hold, whatever else stands in them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice
from typing import NoReturn, TypeGuard

from onrecord.find.models.llm.trouble import Trouble

__all__ = ["Answer", "claims_of", "read_answer"]

_MOST_TOKENS = 10**9
_STARTS = 20
_LIST = re.compile(r'"claims"\s{0,20}:\s{0,20}\[')
_BETWEEN = re.compile(r"[\s,]{0,200}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote, whether it was cut off, and the tokens that the server counted, if it did."""

    words: str
    cut: bool = False
    tokens: tuple[int, int] | None = None


def read_answer(content: bytes) -> Answer | Trouble:
    """Give the first choice of a chat completion; NaN, over-deep and misshapen JSON is no answer."""
    try:
        whole = _decoder().decode(content.decode("utf-8"))
        choice = whole["choices"][0]
        words = choice["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return Trouble.NO_ANSWER
    if not isinstance(words, str):
        return Trouble.NO_ANSWER
    return Answer(words.rpartition("</think>")[2], choice.get("finish_reason") == "length", _tokens(whole))


def claims_of(answer: Answer) -> list[object] | Trouble:
    """Give the claims of the first JSON value that has any; of an answer that was cut off, the whole ones."""
    if answer.cut:
        return _whole_ones(answer.words)
    for match in islice(re.finditer(r"[{\[]", answer.words), _STARTS):
        value = _value_at(answer.words, match.start())
        if isinstance(value, dict) and isinstance(value.get("claims"), list):
            return list(value["claims"])
        if isinstance(value, list) and value and all(_is_claim(item) for item in value):
            return list(value)
    return Trouble.NOT_JSON


def _is_claim(value: object) -> bool:
    return isinstance(value, dict) and "evidence" in value


def _whole_ones(words: str) -> list[object]:
    start = _LIST.search(words)
    found: list[object] = []
    at = start.end() if start else len(words)
    while at < len(words):
        try:
            value, at = _decoder().raw_decode(words, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
        between = _BETWEEN.match(words, at)
        at = between.end() if between else at
    return found


def _value_at(words: str, at: int) -> object:
    try:
        return _decoder().raw_decode(words, at)[0]
    except (ValueError, RecursionError):
        return None


def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(parse_constant=_no_number)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _tokens(whole: dict[str, object]) -> tuple[int, int] | None:
    usage = whole.get("usage")
    if not isinstance(usage, dict):
        return None
    asked, given = usage.get("prompt_tokens"), usage.get("completion_tokens")
    return (asked, given) if _is_count(asked) and _is_count(given) else None


def _is_count(value: object) -> TypeGuard[int]:
    return type(value) is int and 0 <= value < _MOST_TOKENS
