"""Mention -> Link or Moment: which actor, which place, when; and why."""

from onrecord.resolve.resolver import Resolution, Resolver

__all__ = ["Resolution", "Resolver"]
