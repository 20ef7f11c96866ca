"""Asks the endpoint in the narrowest form of output that it takes, with bounded patience; counts it all."""

from __future__ import annotations

import time

from onrecord.find.models.llm.account import Account
from onrecord.find.models.llm.answer import Answer, read_answer
from onrecord.find.models.llm.settings import Settings
from onrecord.find.models.llm.trouble import FINAL, PASSING, Trouble, trouble_of
from onrecord.find.models.llm.wire import Wire

__all__ = ["Client"]

_FORM_REFUSED = frozenset({400, 415, 422, 501})
_PATIENCE = 3
_LONGEST = 60.0


class Client:
    """Asks for one stretch after another; `account` says what that came to.

    `gone` is what ended the asking for good: something that no further request can mend, or several
    stretches in a row for which every retry failed.
    """

    def __init__(self, settings: Settings, schema: dict[str, object]) -> None:
        self.settings, self.account = settings, Account()
        self.gone: Trouble | None = None
        self._wire = Wire(settings)
        self._forms: list[dict[str, object] | None] = [_schema_form(schema), {"type": "json_object"}, None]
        self._failed = 0

    def ask(self, messages: list[dict[str, str]]) -> Answer | Trouble:
        """Give the model's answer, or what was wrong; once the endpoint is `gone`, nothing more is sent."""
        if self.gone:
            return self.gone
        answer = self._in_some_form(messages)
        self._failed = self._failed + 1 if answer in PASSING else 0
        if isinstance(answer, Trouble) and (answer in FINAL or self._failed >= _PATIENCE):
            self.gone = answer
        return answer

    def _in_some_form(self, messages: list[dict[str, str]]) -> Answer | Trouble:
        """Ask in the narrowest form; one that is refused is left for good when a wider one is taken."""
        for skipped, form in enumerate(self._forms):
            last = skipped == len(self._forms) - 1
            answer, status = self._patiently(self._body(messages, form))
            if status in _FORM_REFUSED and not last:
                continue
            if isinstance(answer, Answer):
                del self._forms[:skipped]
            return answer
        return Trouble.REFUSED

    def _patiently(self, body: dict[str, object]) -> tuple[Answer | Trouble, int]:
        for attempt in range(self.settings.retries + 1):
            if 0 < self.settings.max_requests <= self.account.requests:
                return Trouble.BUDGET, 0
            self.account.requests += 1
            self.account.retries += attempt > 0
            answer, status, wait = self._once(body)
            if answer not in PASSING or attempt == self.settings.retries:
                break
            time.sleep(max(wait, min(self.settings.backoff * 2**attempt, _LONGEST)))
        return answer, status

    def _once(self, body: dict[str, object]) -> tuple[Answer | Trouble, int, float]:
        reply = self._wire.send(body)
        if isinstance(reply, Trouble):
            return reply, 0, 0.0
        trouble = trouble_of(reply.status)
        if trouble:
            return trouble, reply.status, reply.wait
        answer = read_answer(reply.content)
        self._count(answer)
        return answer, reply.status, 0.0

    def _count(self, answer: Answer | Trouble) -> None:
        tokens = answer.tokens if isinstance(answer, Answer) else None
        if tokens is None:
            self.account.uncounted += 1
            return
        self.account.tokens_in += tokens[0]
        self.account.tokens_out += tokens[1]

    def _body(self, messages: list[dict[str, str]], form: dict[str, object] | None) -> dict[str, object]:
        body: dict[str, object] = {
            "model": self.settings.model,
            "messages": messages,
            "temperature": 0,
            "max_tokens": self.settings.max_tokens,
            "stream": False,
        }
        return {**body, "response_format": form} if form else body


def _schema_form(schema: dict[str, object]) -> dict[str, object]:
    named = {"name": "claims", "strict": True, "schema": schema}
    return {"type": "json_schema", "json_schema": named}
