"""The tests mirror triage/ file by file."""
