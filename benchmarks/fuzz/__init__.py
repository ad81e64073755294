"""Feed the parts that meet strangers' bytes with bytes that no one thought of: `make fuzz`."""
