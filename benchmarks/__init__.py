"""The measured claims of the README, to be run again by anyone."""
