"""One comparison a file: two things in, a score and a sentence out."""
