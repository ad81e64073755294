"""What a server says of itself and of its folders, as facts; and its NO."""

import re
from dataclasses import dataclass

RESPONSE_CODE = re.compile(r"\[([A-Za-z0-9-]{1,40})")


class Declined(Exception):  # what happened, not an error of ours
    """The server answered NO or BAD. code: its response code in capitals, "" when it gave none."""

    def __init__(self, command: str, answer: str) -> None:
        super().__init__(f"{command}: {answer}")
        found = RESPONSE_CODE.search(answer)
        self.code = found.group(1).upper() if found else ""
        self.answer = answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One folder as LIST names it. flags: lower case, with backslash. delimiter "" when names are flat."""

    name: str
    flags: frozenset[str]
    delimiter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What SELECT answered; 0 for a number that was not given. modseq: counts changes of flags (CONDSTORE)."""

    uidvalidity: int
    uidnext: int
    exists: int
    modseq: int
    permanent_flags: frozenset[str]


def number(given: object) -> int:
    """A number as IMAPClient gives it: plain, or the only one of a tuple."""
    one = given[0] if isinstance(given, tuple) and given else given
    return int(one) if isinstance(one, int) else 0
