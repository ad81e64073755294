"""One fault of a pack, as every check hands it on."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of a pack.

    kind: undecided, conflict, dead_rule, unanswerable, idle_window, unused_window, figure, unknown_heading or
    unused_heading. rule: the rule, topic, window or figure at fault. witness: a case in the contract's form that shows
    it; None where it is the absence of any. words: that case in plain words. beside: a second case, where it takes two.
    """

    kind: str
    rule: str
    what: str
    words: str = ""
    witness: Mapping[str, object] | None = None
    beside: Mapping[str, object] | None = None
