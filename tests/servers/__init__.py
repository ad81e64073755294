"""Real servers for tests, loopback only."""
