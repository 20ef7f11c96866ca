"""What a run cost and what it threw away: counts that are shown at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.find.models.llm.settings import Settings

__all__ = ["Account"]

_THOUSAND = 1000


@dataclass(slots=True)
class Account:
    """Counts of one run; `refused` are values by reason, `unread` stretches by reason."""

    requests: int = 0
    retries: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    given: int = 0
    claims: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)

    def lines(self, settings: Settings) -> tuple[str, ...]:
        """Give the account in words, a line a subject."""
        told = f"llm: {self.requests:,} requests, {self.retries:,} of them retries"
        tokens = f"{self.tokens_in:,} tokens in, {self.tokens_out:,} out"
        if self.uncounted:
            tokens += f" ({self.uncounted:,} answers did not say)"
        lines = [f"{told}; {tokens}{self._cost(settings)}"]
        lines.append(f"llm: {self.given:,} claims given, {self.claims:,} kept")
        lines += _listed("values refused", self.refused) + _listed("stretches not read", self.unread)
        return tuple(lines)

    def _cost(self, settings: Settings) -> str:
        if settings.price_in is None and settings.price_out is None:
            return ""
        cost = self.tokens_in * (settings.price_in or 0.0) + self.tokens_out * (settings.price_out or 0.0)
        return f"; cost {cost / _THOUSAND:,.4f}"


def _listed(what: str, counts: Counter[str]) -> list[str]:
    if not counts:
        return []
    reasons = "; ".join(f"{reason} {number:,}" for reason, number in sorted(counts.items()))
    return [f"llm: {counts.total():,} {what}: {reasons}"]
