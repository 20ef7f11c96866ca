"""Keeps what a graph was fed, so that the very same windows can be run once more with nothing around."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol

__all__ = ["Recorder", "Session", "recorders_of"]

Feed = dict[str, Any]


class Session(Protocol):
    """What runs a graph: named outputs of named inputs."""

    def run(self, names: Sequence[str] | None, feed: Feed) -> list[Any]:
        """Give the outputs, all of them where no names are given."""


@dataclass(slots=True)
class Recorder:
    """Stands before a session and keeps each different input once."""

    session: Session
    fed: dict[bytes, tuple[Sequence[str] | None, Feed]] = field(default_factory=dict)

    def run(self, names: Sequence[str] | None, feed: Feed) -> list[Any]:
        """Run the session as asked."""
        self.fed[b"".join(array.tobytes() for array in feed.values())] = names, feed
        return self.session.run(names, feed)

    def again(self, pool: ThreadPoolExecutor) -> int:
        """Run everything that was kept, and forget it; give how many pieces that were."""
        asked = list(self.fed.values())
        self.fed.clear()
        deque(pool.map(lambda one: self.session.run(*one), asked), maxlen=0)
        return sum(int(feed["ids"].size) for _, feed in asked)


def recorders_of(graphs: type[Any]) -> list[Recorder]:
    """Give a list that gets a recorder for each graph of this class that is opened from now on."""
    recorders: list[Recorder] = []
    loaded = graphs._loaded  # noqa: SLF001 - the session has no public name: nothing else needs it

    def load(graph: Any) -> tuple[Any, Any]:  # noqa: ANN401 - of the class that was given
        session, tokenizer = loaded(graph)
        if not isinstance(session, Recorder):
            session = graph._session = Recorder(session)  # noqa: SLF001
            recorders.append(session)
        return session, tokenizer

    graphs._loaded = load  # noqa: SLF001
    return recorders
