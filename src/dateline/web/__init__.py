"""The page: thin, it sees the desk and the sheets."""
