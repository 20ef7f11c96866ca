"""Text -> sentences of tokens, and what words are: base forms, classes, clauses, subjects, lists."""
