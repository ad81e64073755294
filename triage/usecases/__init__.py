"""What the product does: read, think, write, in one transaction each."""
