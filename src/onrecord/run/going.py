"""Steps under way in threads, which can be broken off: an interrupt must not wait for the longest text."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from threading import Lock, get_ident
from typing import TypeVar

__all__ = ["Going"]

Given = TypeVar("Given")
Gave = TypeVar("Gave")


class Going:
    """The threads that are inside a step."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._threads = set[int]()

    def run(self, step: Callable[[Given], Gave], given: Given) -> Gave:
        """Give what the step gives; raises SystemExit where it was broken off."""
        with self._lock:
            self._threads.add(get_ident())
        try:
            return step(given)
        finally:
            with self._lock:
                self._threads.discard(get_ident())

    def break_off(self) -> None:
        """Raise SystemExit in every step under way, once it is back in Python; what it holds is let go.

        No thread can be ended from outside, so CPython raises there what no broad `except Exception` keeps.
        """
        with self._lock:
            for thread in self._threads:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(thread), ctypes.py_object(SystemExit)
                )
