"""Stage 3, extract: a parsed mail and its labels -> order numbers and claims with their facts. Pure."""
