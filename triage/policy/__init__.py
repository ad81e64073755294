"""A shop's rules as typed data, and the engine that decides by them. Pure."""
