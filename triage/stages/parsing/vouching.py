"""Who really wrote: is there one author, and does the shop's own mail server vouch for their domain? Pure.

Only one line of the mail is believed: the topmost Authentication-Results (RFC 8601) that the configured server signed,
and only as high above the mail as no sender can write. Whatever else the mail says of itself proves nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from triage.records import Address, Voucher
from triage.stages.parsing.headers import eight_bit

_LONGEST = 16 * 1024
_AUTHORS = frozenset(["from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "dkim-signature"])
"""Headers that a sender writes: what stands below one of them, a sender could write too."""
_ATOM = r"[^\s<>()\[\]@,;:\\\"]{1,64}"
_BOX = re.compile(rf"{_ATOM}@[^\s<>()\[\]@,;:\\\"]{{1,255}}")
_WORD = re.compile(r"=\?[^?\s]{1,80}\?[bBqQ]\?[^?\s]{0,400}\?=")
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_TOKEN = re.compile(r"[^\s;=()\"]+")


def has_one_author(values: Sequence[str], sender: Address) -> bool:
    """Whether From stands once and names one address that no reader could take for another.

    values: every From header, raw. Quoted strings, comments and encoded words are names; what is left may hold one
    `@`, at most one pair of angle brackets around the address, and neither a group nor a route.
    """
    if len(values) != 1:
        return False
    value = eight_bit(values[0][:_LONGEST]).replace("\r\n", "").replace("\n", "").strip()
    bare = _without_names(_WORD.sub(" ", value))
    if bare is None or _CONTROLS.search(value) or bare.count("@") != 1 or any(mark in bare for mark in ":;\\"):
        return False
    before, bracket, inside = bare.partition("<")
    if bracket:
        box, closed, after = inside.partition(">")
        if not closed or "@" in before or after.strip() or "<" in box:
            return False
    else:
        box = bare
    box = box.strip()
    return bool(_BOX.fullmatch(box)) and ">" not in box and Address(name="", address=box).key == sender.key


def _without_names(value: str) -> str | None:
    """The value without quoted strings and comments, None where one of them never ends."""
    out: list[str] = []
    depth, quoted, escaped = 0, False, False
    for char in value:
        if escaped:
            escaped = False
        elif char == "\\" and (quoted or depth):
            escaped = True
        elif quoted:
            quoted = char != '"'
        elif char == '"' and not depth:
            quoted = True
            out.append(" ")
        elif char == "(":
            depth += 1
            out.append(" ")
        elif char == ")" and depth:
            depth -= 1
        elif not depth:
            out.append(char)
    return None if quoted or depth or escaped else "".join(out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One result of an Authentication-Results line: `dmarc=pass header.from=mail.example`, all in lower case."""

    method: str
    verdict: str
    properties: Mapping[str, str]


def vouches(headers: Sequence[tuple[str, str]], voucher: Voucher, sender: Address) -> bool:
    """Whether the configured server says that the sender's domain sent this mail.

    headers: of the mail, raw and in order. A DMARC pass for exactly that domain does; where the domain publishes no
    DMARC, a DKIM signature of the domain or of one above it. SPF alone does not: it is about the envelope.
    """
    domain = _domain(sender.address.rpartition("@")[2])
    line = _line_of(headers, voucher)
    if line is None or not domain:
        return False
    results = results_of(line)
    dmarc = [one for one in results if one.method == "dmarc"]
    if any(one.verdict != "none" for one in dmarc):
        return all(one.verdict == "pass" and _domain(one.properties.get("header.from", "")) == domain for one in dmarc)
    return any(
        one.method == "dkim" and one.verdict == "pass" and _speaks_for(one.properties.get("header.d", ""), domain)
        for one in results
    )


def _line_of(headers: Sequence[tuple[str, str]], voucher: Voucher) -> str | None:
    """The topmost line that the configured server signed, where no sender could have written it."""
    received = 0
    for name, value in headers:
        name = name.lower()
        if name == "received":
            received += 1
        elif name in _AUTHORS:
            return None
        elif name == "authentication-results" and _signer(value) == voucher.authserv_id.strip().lower():
            return value
        if received > voucher.received_above:
            return None
    return None


def lines_above(headers: Iterable[tuple[str, object]], authserv_id: str) -> int | None:
    """How many Received lines stand above the topmost line of that server; None where it has none."""
    received = 0
    for name, value in headers:
        if name.lower() == "received":
            received += 1
        elif name.lower() == "authentication-results" and _signer(str(value)) == authserv_id.lower():
            return received
    return None


def _signer(value: str) -> str:
    """The authserv-id at the beginning of a line; "" when there is none."""
    pieces = _pieces(value[:_LONGEST])
    return pieces[0][0].lower() if pieces and pieces[0] else ""


def results_of(value: str) -> list[Result]:
    """The results of a line, after its authserv-id; what is malformed is left out."""
    return [one for piece in _pieces(value[:_LONGEST])[1:] if (one := _result(piece)) is not None]


def _result(tokens: Sequence[str]) -> Result | None:
    """`method[/version] = verdict` and then `ptype.property = value`, as tokens with `=` between."""
    if len(tokens) < 3 or tokens[1] != "=":
        return None
    found: dict[str, str] = {}
    for at in range(3, len(tokens) - 2):
        if tokens[at + 1] == "=" and tokens[at] != "=":
            found.setdefault(tokens[at].lower(), tokens[at + 2].lower())
    return Result(method=tokens[0].lower().partition("/")[0], verdict=tokens[2].lower(), properties=found)


def _pieces(value: str) -> list[list[str]]:
    """Tokens between the semicolons of a line; comments are gone, a quoted string is one token."""
    pieces: list[list[str]] = [[]]
    at, end, depth = 0, len(value), 0
    while at < end:
        char = value[at]
        if depth:
            at += 1 if char == "\\" else 0
            depth += (char == "(") - (char == ")")
        elif char == "(":
            depth = 1
        elif char == ";":
            pieces.append([])
        elif char == "=":
            pieces[-1].append("=")
        elif char == '"':
            word, at = _quoted(value, at + 1)
            pieces[-1].append(word)
        elif not char.isspace():
            found = _TOKEN.match(value, at)
            if found is not None:
                pieces[-1].append(found[0])
                at = found.end() - 1
        at += 1
    return pieces


def _quoted(value: str, at: int) -> tuple[str, int]:
    """The words of a quoted string that begins at `at`, and where its closing mark stands."""
    out: list[str] = []
    while at < len(value) and value[at] != '"':
        at += 1 if value[at] == "\\" else 0
        out.append(value[at : at + 1])
        at += 1
    return "".join(out), at


def _domain(name: str) -> str:
    """A domain in ASCII and lower case, without what stands before an @; "" for what is none."""
    name = name.rpartition("@")[2].strip().rstrip(".")
    try:
        return name.encode("idna").decode("ascii").lower() if name else ""
    except UnicodeError:
        return ""


def _speaks_for(signer: str, domain: str) -> bool:
    """Whether a signature of this domain stands for mail of that one: the same, or a domain above it."""
    signer = _domain(signer)
    return "." in signer and (domain == signer or domain.endswith(f".{signer}"))
