"""The places to be killed at, as the store and the use cases name them."""

from triage.crashpoints import crashpoint

__all__ = ["crashpoint"]
