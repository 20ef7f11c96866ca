"""One adapter for each engine."""
