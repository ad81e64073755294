"""What the drafting stage is made of: wording by language, the sources of each word, the guard, subjects."""
