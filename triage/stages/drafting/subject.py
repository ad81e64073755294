"""The subject of a reply, and the name in its greeting: what little of a customer's mail goes into ours."""

import re

REPLY_PREFIX = re.compile(r"(?:re|aw|antw|sv|vs|rif|res|ref|r)(?:\[\d{1,3}\])? ?: *", re.IGNORECASE)
MAX_SUBJECT = 200


def reply_subject(subject: str) -> str:
    """`Re: ` once, however many prefixes of whatever mail program stood there; control characters never."""
    rest = " ".join("".join(mark if mark.isprintable() else " " for mark in subject).split())
    while found := REPLY_PREFIX.match(rest):
        rest = rest[found.end() :]
    return f"Re: {rest}"[:MAX_SUBJECT].rstrip()


def first_name(name: str) -> str:
    """A first name fit for a greeting, else nothing: better no name than a wrong one."""
    words = name.replace('"', " ").split()
    if "," in name or not 1 < len(words) <= 4:
        return ""
    first = words[0]
    fits = 1 < len(first) <= 20 and first.replace("-", "").isalpha() and first[0].isupper() and not first.isupper()
    return first if fits else ""
