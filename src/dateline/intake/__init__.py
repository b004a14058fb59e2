"""One reader a format: bytes in, `Source` out (text, and the map from the text back to where it came from)."""
