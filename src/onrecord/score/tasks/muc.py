"""The three tasks of MUC-4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.score.tasks import muc_roles, muc_slots, muc_templates

if TYPE_CHECKING:
    from onrecord.score.task import Task

__all__ = ["TASKS"]

TASKS: tuple[Task, ...] = (muc_roles.TASK, muc_templates.TASK, muc_slots.TASK)
