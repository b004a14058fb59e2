"""The command line: thin, it sees the desk and the sheets."""
