"""Text -> Reading: mentions, claims, ties, and what was not read."""
