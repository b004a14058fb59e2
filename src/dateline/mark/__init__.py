"""Article in, marks out, one finder a file: quotations, reported speech, sources, via, names, moments, figures."""
