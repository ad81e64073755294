"""The pure steps of one mail: parse, understand, extract, decide, draft."""
