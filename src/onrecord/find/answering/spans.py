"""What the rules engine says where a benchmark asks for words by their place: names, relations, and the like.

Each function takes a question and the engine's reading of its text, and gives one part of the answer.
"""

from __future__ import annotations

from onrecord.find.answering.spans_acts import acts_of, groups_of
from onrecord.find.answering.spans_attributions import attributions_of
from onrecord.find.answering.spans_names import names_of
from onrecord.find.answering.spans_relations import relations_of

__all__ = ["acts_of", "attributions_of", "groups_of", "names_of", "relations_of"]
