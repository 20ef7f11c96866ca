"""The engine llm: a text in windows to an endpoint, and back what of the answers stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import FindError
from onrecord.find.models.llm.answer import claims_of
from onrecord.find.models.llm.claims import claims_in, joined
from onrecord.find.models.llm.ground import Ground
from onrecord.find.models.llm.mentions import mentions_of
from onrecord.find.models.llm.prompt import messages_for, version
from onrecord.find.models.llm.quotes import stretch_of
from onrecord.find.models.llm.refusal import Refusal
from onrecord.find.models.llm.sift import Sift
from onrecord.find.models.llm.trouble import SMALLER, Trouble
from onrecord.find.models.llm.windows import Window, windows_of
from onrecord.find.version import tables_hash
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Reading, Unread

if TYPE_CHECKING:
    from onrecord.find.models.llm.client import Client
    from onrecord.find.sentence import Lexicon
    from onrecord.records import Claim, Text

__all__ = ["LlmEngine"]

_HALVINGS = 2
_NOT_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Part:
    """What one window gave; `trouble` says why not, or not all, of it was read."""

    window: Window
    claims: tuple[Claim, ...] = ()
    trouble: Trouble | None = None
    answered: bool = True


@dataclass(frozen=True, slots=True)
class LlmEngine:
    """Reads with a model behind an OpenAI-compatible endpoint; `lexicon` brings the names known outside."""

    lexicon: Lexicon
    client: Client

    @property
    def by(self) -> str:
        """Give "llm/1+", the model's name, and eight digits for prompt, schema and tables."""
        model = _NOT_NAME.sub("-", self.client.settings.model)[:_LONGEST_NAME]
        return f"llm/1+{model}+{version(tables_hash(self.lexicon.version))}"

    def account(self) -> tuple[str, ...]:
        """Give what the run cost so far and what was refused, a line a subject."""
        return self.client.account.lines(self.client.settings)

    def read(self, text: Text) -> Reading:
        """Give claims and mentions of a text, and a row for each window that was not read.

        Raises FindError where no window was answered: nothing is stored then, and the next run asks again.
        """
        by, sentences = self.by, split_sentences(text)
        ground = Ground(text, self.lexicon, sentences)
        windows = windows_of(text.content, sentences, self.client.settings.window)
        parts = [part for window in windows for part in self._read(ground, window, by)]
        failed = [part for part in parts if part.trouble]
        if failed and not any(part.answered for part in parts):
            raise FindError(f"{failed[0].trouble}; nothing of this text was read, the next run asks again")
        claims = self._joined(parts)
        self.client.account.unread.update(str(part.trouble) for part in failed)
        return Reading(
            text_id=text.id,
            by=by,
            mentions=mentions_of(claims, ground),
            claims=claims,
            unread=tuple(_unread(ground, part) for part in failed),
        )

    def _read(self, ground: Ground, window: Window, by: str, halvings: int = _HALVINGS) -> Iterator[_Part]:
        """Read one window; what is too long for the model or the server is asked for again in halves."""
        answer = self.client.ask(messages_for(ground.text.content[window.start : window.end]))
        given = answer if isinstance(answer, Trouble) else claims_of(answer)
        trouble = given if isinstance(given, Trouble) else None
        if not isinstance(answer, Trouble) and answer.cut:
            trouble = Trouble.CUT_OFF
        halves = window.halves() if trouble in SMALLER and halvings else ()
        for half in halves:
            yield from self._read(ground, half, by, halvings - 1)
        if not halves:
            kept = () if isinstance(given, Trouble) else self._kept(ground, window, given, by)
            yield _Part(window, kept, trouble, answered=not isinstance(given, Trouble))

    def _kept(self, ground: Ground, window: Window, given: list[object], by: str) -> tuple[Claim, ...]:
        account = self.client.account
        account.given += len(given)
        stretch = stretch_of(ground.text.content, window.start, window.end)
        return tuple(claims_in(given, Sift(ground, stretch, account.refused), by))

    def _joined(self, parts: list[_Part]) -> tuple[Claim, ...]:
        found = [claim for part in parts for claim in part.claims]
        claims = joined(found)
        account = self.client.account
        account.claims += len(claims)
        if len(found) > len(claims):
            account.refused[Refusal.DOUBLE] += len(found) - len(claims)
        return claims


def _unread(ground: Ground, part: _Part) -> Unread:
    return Unread(ground.span((part.window.start, part.window.end)), f"llm: {part.trouble}")
