<<<<<<< HEAD
"""The tests mirror triage/ file by file."""
=======
"""Tests of the product."""
>>>>>>> store
