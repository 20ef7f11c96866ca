"""Words -> values: counts with hedges, time words, casualties."""
