"""Across articles: copies, stories, people, the same claim. `compare` holds one comparison a file."""
