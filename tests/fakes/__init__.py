"""Stand-ins that pass the contract of the real thing."""
