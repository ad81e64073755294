"""The trade's phrases by theme, in six languages, in the notation of `lexicon`. A phrase stands here only if it is plain."""
