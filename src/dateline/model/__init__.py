"""The nouns, one a file. Standard library only; imports nothing of ours."""
