"""Pure functions on strings and offsets. Knows the nouns and no words of any language but English grammar."""
