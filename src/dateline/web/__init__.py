"""The ledger as pages: thin, it sees the desk and the sheets. Needs the extra `web`."""
