"""Runs a step over documents, one by one or side by side; one that fails becomes a row, never silence."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from onrecord.errors import EvidenceError, StoreError
from onrecord.records import Failure, hash_id
from onrecord.run.going import Going

__all__ = ["attempt", "side_by_side"]

Given = TypeVar("Given")
Gave = TypeVar("Gave")


def attempt(
    step: Callable[[Given], Gave], given: Given, *, stage: str, where: str, document_id: str
) -> Gave | Failure:
    """Give what the step gives, or a `Failure` with the error's words and the line that raised it.

    The one broad except of the package: any text may hold what no test foresaw, and one document
    must not stop the others. A record file that cannot be written (StoreError) concerns all of them
    and ends the run; a reading whose words do not stand in its text (EvidenceError) does not.
    """
    try:
        return step(given)
    except EvidenceError as error:
        return _failure(error, stage, where, document_id)
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001 - see above; KeyboardInterrupt and SystemExit still end the run
        return _failure(error, stage, where, document_id)


def side_by_side(
    step: Callable[[Given], Gave], given: Iterable[Given], workers: int
) -> Generator[Gave, None, None]:
    """Give what a step gives for each, in order, `workers` of them under way at once, each in a thread.

    It pays where a step waits or lets others compute. What a step raises is raised in its turn. Whoever stops
    here, by an error, by an interrupt or by closing this, does not wait: what is under way is broken off.
    """
    if workers <= 1:
        yield from map(step, given)
        return
    pool, waiting, going = ThreadPoolExecutor(workers, "document"), deque[Future[Gave]](), Going()
    try:
        for one in given:
            waiting.append(pool.submit(going.run, step, one))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        going.break_off()
        pool.shutdown()


def _failure(error: Exception, stage: str, where: str, document_id: str) -> Failure:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error} (at {frame.name}, line {frame.lineno})"
    advice = "the other documents were read; report the text that fails, it is kept in the record"
    return Failure(hash_id("fail", stage, document_id, what), stage, where, what, advice, document_id)
