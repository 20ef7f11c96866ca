"""Claims, links and judgements -> events, relations, presence."""
