"""The words of the trade, one module a language."""
