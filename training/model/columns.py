"""Where a class stands: among the tag classes, or within its own head."""

from __future__ import annotations

from training.model.heads import TAGS, Head

__all__ = ["classes_of", "index_of", "tag_classes", "tag_column", "tag_columns"]


def tag_classes() -> int:
    """Give the number of classes of all tag heads."""
    return sum(len(head.classes) for head in TAGS)


def tag_column(head: str, name: str) -> int:
    """Give the place of a class among those of all tag heads; KeyError for a head that there is not."""
    start = 0
    for one in TAGS:
        if one.name == head:
            return start + one.classes.index(name)
        start += len(one.classes)
    raise KeyError(head)


def tag_columns(head: str) -> list[int]:
    """Give the places of all classes of a tag head."""
    return [tag_column(head, name) for one in TAGS if one.name == head for name in one.classes]


def classes_of(heads: tuple[Head, ...], head: str) -> tuple[str, ...]:
    """Give the classes of a head of a table; StopIteration for a head that it lacks."""
    return next(one.classes for one in heads if one.name == head)


def index_of(heads: tuple[Head, ...], head: str, name: str) -> int:
    """Give the place of a class in its head."""
    return classes_of(heads, head).index(name)
