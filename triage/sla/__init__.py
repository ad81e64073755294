"""The promise: business calendars, due times, tallies. Pure."""
