"""Sentence -> events and tolls: triggers, frames, roles, facets."""
