"""Bounds put on a mail before any parser sees it, so that no mail can cost more than seconds.

The library's parser is quadratic in long structured headers and in nesting; everything that would reach those
corners is cut here, with a note in plain words. The raw mail itself is stored elsewhere, whole.
"""

import re

MAX_MAIL_BYTES = 50 * 1024 * 1024
MAX_HEADERS_BYTES = 256 * 1024
MAX_HEADER_BYTES = 64 * 1024
MAX_PARTS = 1000
MAX_DEPTH = 50
MAX_TEXT_BYTES = 4 * 1024 * 1024
"""Of all texts of a mail together, decoded; encoded they may be twice as long."""
TEXT_CUT = "The text of the mail is longer than 4 MB: only its beginning was read."
_KEPT_OF_GIANT = 1024 * 1024
_MAX_LINES = 1_500_000
_MAX_LINE_VISITS = 5_000_000
_MAX_STRUCTURE_BYTES = 8 * 1024
_FEW_BOUNDARIES = 8
_FEW_DELIMITERS = 900

_FILED = re.compile(
    rb"(?im)^content-type[ \t]{0,9}:\s{0,9}(?:multipart|message|application|image|audio|video|font|model)/|boundary"
)
_HEADER_LINE = re.compile(rb"[!-9;-~]+[ \t]*:|[ \t]|From ")
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n")
_EMPTY_LINE = re.compile(rb"\n\r?\n|\r\r")
_SPACED = re.compile(rb"^([A-Za-z][A-Za-z-]{1,40})[ \t]+:")
_KNOWN_HEADER = re.compile(
    rb"(?i)(?:from|to|subject|date|message-id|received|content-type|mime-version|return-path|reply-to|cc|sender)[ \t]*:"
)
# A line that neither continues a header nor starts one without a blank before its colon.
_ODD_LINE = re.compile(rb"(?m)^(?![!-9;-~]+:|[ \t]|From )[^\r\n]")
# Letters in both cases, not (?i): a pattern that begins with one certain octet is searched eight times as fast.
_STRUCTURE = re.compile(rb"\n[cC][oO][nN][tT][eE][nN][tT]-(?i:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*")
# Asked of lower case, for the same reason.
_BOUNDARY = re.compile(rb"boundary[*0-9]{0,4}[ \t]*=")
_MARK = re.compile(rb"(?im)^--([^\r\n]*)|boundary[*0-9]{0,4}[ \t]*=[ \t]*(?:\"([^\"\r\n]*)\"|([^\s;\"]*))")


def bounded(raw: bytes) -> tuple[bytes, list[str]]:
    """The mail within all bounds, and a note for each bound that it broke."""
    problems: list[str] = []
    for bound in (
        mended,
        _bound_size,
        _bound_lines,
        _bound_headers,
        _bound_text,
        _bound_structure_headers,
        _bound_nesting,
    ):
        raw, problem = bound(raw)
        if problem:
            problems.append(problem)
    return raw, problems


def mended(raw: bytes) -> tuple[bytes, str | None]:
    """Header blocks at which the library stops: blanks before colons, leading blank lines, stray lines."""
    raw = raw.lstrip(b"\r\n")
    blank = _BLANK_LINE.search(raw, 0, MAX_HEADERS_BYTES)
    block = raw[: blank.start()] if blank else b""
    if not block or not _ODD_LINE.search(block):
        return raw, None
    lines = block.splitlines()
    known = sum(1 for line in lines if _KNOWN_HEADER.match(line))
    odd = [at for at, line in enumerate(lines) if not _HEADER_LINE.match(line)]
    spaced = [_SPACED.sub(rb"\1:", line) for line in lines]
    if not odd or known < 2 or len(odd) > len(lines) // 2:
        return (b"\n".join(spaced) + raw[len(block) :], None) if not odd else (raw, None)
    for at in odd:
        spaced[at] = b" " + spaced[at] if at else b"X-Stray: " + spaced[at]
    return b"\n".join(spaced) + raw[len(block) :], "The mail's headers are broken: stray lines among them were skipped."


def _bound_size(raw: bytes) -> tuple[bytes, str | None]:
    if len(raw) <= MAX_MAIL_BYTES:
        return raw, None
    return raw[:_KEPT_OF_GIANT], "The mail is larger than 50 MB: only its first megabyte was read."


def _bound_lines(raw: bytes) -> tuple[bytes, str | None]:
    if len(raw) <= _MAX_LINES or raw.count(b"\n") + raw.count(b"\r") <= 2 * _MAX_LINES:
        return raw, None
    return raw[:_MAX_LINES], "The mail has millions of lines: only its beginning was read."


def _bound_headers(raw: bytes) -> tuple[bytes, str | None]:
    """Cut single headers at 64 kB and the header block at 256 kB; the body stays."""
    end = _headers_end(raw)
    if end <= MAX_HEADER_BYTES:
        return raw, None
    kept, size, position, header, cut = [], 0, 0, 0, False
    for line in raw[: end + 2].splitlines(keepends=True):
        if position >= end or not _HEADER_LINE.match(line[:MAX_HEADER_BYTES]):
            break
        position += len(line)
        header = header + len(line) if line[:1] in b" \t" else len(line)
        if header > MAX_HEADER_BYTES or size + len(line) > MAX_HEADERS_BYTES:
            cut = True
            if header == len(line) and size < MAX_HEADERS_BYTES:
                kept.append(line[: MAX_HEADER_BYTES // 2].rstrip() + b"\n")
                size += len(kept[-1])
            continue
        kept.append(line)
        size += len(line)
    if not cut:
        return raw, None
    return b"".join(kept) + raw[position:], "The mail's headers are far too long: they were cut."


def _headers_end(raw: bytes) -> int:
    """Where the first blank line begins; the end of the mail when there is none."""
    found = _EMPTY_LINE.search(raw)
    end = found.start() if found else len(raw)
    return end - 1 if end and raw[end : end + 1] == b"\n" and raw[end - 1 : end] == b"\r" else end


def _bound_text(raw: bytes) -> tuple[bytes, str | None]:
    """Cut a mail that is one text and holds no file: no parser needs to see what nobody will read."""
    most = 2 * MAX_TEXT_BYTES + MAX_HEADERS_BYTES
    if len(raw) <= most or _FILED.search(raw, 0, min(_headers_end(raw), most)):
        return raw, None
    return raw[:most], TEXT_CUT


def _bound_structure_headers(raw: bytes) -> tuple[bytes, str | None]:
    """Cut Content-Type and Content-Disposition of any part; reading their parameters is quadratic."""
    if len(raw) <= _MAX_STRUCTURE_BYTES:
        return raw, None
    lines = b"\n" + raw
    if not any(match.end() - match.start() - 1 > _MAX_STRUCTURE_BYTES for match in _STRUCTURE.finditer(lines)):
        return raw, None
    cut = _STRUCTURE.sub(lambda match: match[0][: 1 + _MAX_STRUCTURE_BYTES].rstrip(b"\r\n"), lines)
    return cut[1:], "A part of the mail has far too long headers: they were cut."


def _bound_nesting(raw: bytes) -> tuple[bytes, str | None]:
    """Cut the mail where it nests deeper or splits into more parts than allowed."""
    few_boundaries = sum(1 for _ in zip(_BOUNDARY.finditer(raw.lower()), range(_FEW_BOUNDARIES + 1), strict=False))
    if not few_boundaries or (few_boundaries <= _FEW_BOUNDARIES and raw.count(b"\n--") <= _FEW_DELIMITERS):
        return raw, None
    depth_allowed = min(MAX_DEPTH, max(_FEW_BOUNDARIES, _MAX_LINE_VISITS // (raw.count(b"\n") + 1)))
    open_at: dict[bytes, int] = {}
    stack: list[bytes] = []
    parts = 0
    for mark in _MARK.finditer(raw):
        line = mark[1]
        if line is None:
            boundary = (mark[2] if mark[2] is not None else mark[3]).rstrip()
            open_at[boundary] = len(stack)
            stack.append(boundary)
        else:
            line = line.rstrip()
            closed = line.endswith(b"--") and line not in open_at
            level = open_at.get(line[:-2] if closed else line)
            if level is None:
                continue
            parts += not closed
            for gone in stack[level + (not closed) :]:
                open_at.pop(gone, None)
            del stack[level + (not closed) :]
        if len(stack) > depth_allowed:
            return raw[: mark.start()], "The mail is nested too deeply: what lies deeper was not read."
        if parts > MAX_PARTS:
            return raw[: mark.start()], "The mail has more than 1,000 parts: the rest was not read."
    return raw, None
