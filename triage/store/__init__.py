"""All SQL, and the content-addressed files beside it."""
