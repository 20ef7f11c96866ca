"""Mention -> Link or Moment: which actor, which place, when; and why."""
