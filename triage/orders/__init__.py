"""Where order facts come from."""
