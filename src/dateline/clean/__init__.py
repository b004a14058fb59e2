"""Source in, `Article` out: every passage labelled with its kind and the reason; title, byline and publication date found."""
