"""Work that is due: claimed, attempted, done, at most once where it must be."""
