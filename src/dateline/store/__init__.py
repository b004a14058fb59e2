"""The ledger: sources and what was found in them, kept in one file. Knows the model, and nothing of how marks are made."""
