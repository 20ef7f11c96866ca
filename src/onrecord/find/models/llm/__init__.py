"""An engine behind any OpenAI-compatible endpoint: offline until one is set (docs/llm.md)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from onrecord.find.models.llm.client import Client
from onrecord.find.models.llm.engine import LlmEngine
from onrecord.find.models.llm.prompt import schema
from onrecord.find.models.llm.settings import Settings, from_environment

if TYPE_CHECKING:
    from onrecord.find.sentence import Lexicon

__all__ = ["LlmEngine", "Settings", "engine"]


def engine(lexicon: Lexicon, settings: Settings | None = None) -> LlmEngine:
    """Give the engine with these settings, or those of the environment; InputError where none are set."""
    return LlmEngine(lexicon, Client(settings or from_environment(os.environ), schema()))
