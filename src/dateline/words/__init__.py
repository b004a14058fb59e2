"""Word lists as TOML and TSV, and the loader that reads them. Data, not code."""
