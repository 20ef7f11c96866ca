"""Records <-> one SQLite file, with the ledger of judgements."""
