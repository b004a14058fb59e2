"""The ledger. Knows the model only."""
