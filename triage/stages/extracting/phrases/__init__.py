"""The trade's phrases by theme, in six languages and the notation of `lexicon`. Only plain phrases stand here."""
