"""What the sender wrote now: one pass over the lines drops history, quotes, signatures and legal footers.

Every rule looks at single lines of bounded length or at a bounded number of neighbours, so the time grows with the
text and with nothing else. Where a rule is unsure it keeps the line: too much is better than too little.
"""

import re
from dataclasses import dataclass

from triage.stages.parsing import phrases
from triage.stages.parsing.markup import HISTORY_RULE

_QUOTED = re.compile(r"[ \t]{0,3}(?:>|&gt;)")
_QUOTE_MARKS = re.compile(r"[ \t]{0,3}(?:(?:>|&gt;)[ \t]?)+")
_LABEL = re.compile(r"[\s>*_]{0,6}([^\W\d_][^:：\n]{0,24}?)[\s*_]{0,3}[:：]")
_TIME = re.compile(r"\d{1,2}\s?[:.hH]\s?\d{2}|\d\s?[aApP]\.?[mM]\b|\d\s?Uhr")
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}[:hH]\d{2}(?!\d)|\d\s?[aApP]\.?[mM]\b|\d\s?Uhr")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}|(?:19|20)\d\d|\d年|\d{1,2}\.? [^\W\d_]{3,}")
_SHORT_ATTRIBUTION = re.compile(r"\d{4}-\d\d-\d\d .{0,200}<[^<>\s]{3,200}>:$")
_RULE_LINE = re.compile(r"\s*[_=—–*-]{10,}\s*$")
_LINK_BEHIND = re.compile(r"(?<=\w)\s?[<(\[]https?://[^\s<>]{1,300}[>)\]]?$")
_BLANK, _STRAY = " ", "-"
MAX_LINES = 20_000
_MAX_CANDIDATES = 2000
_MAX_JUDGED = 200
_MAX_LINE = 400
_MAX_ATTRIBUTION_LINES = 4
_MAX_BLOCK_LINES = 12
_MAX_SIGNATURE_LINES = 15
_MAX_DEVICE_LINES = 60
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The new text, and what was found below it.

    forwarded: the text of a mail that was passed on, None when none was.
    has_history: an older mail was found and left out.
    """

    new: str
    forwarded: str | None
    has_history: bool


def cut(text: str, *, forward_subject: bool = False) -> Cut:
    """Split a body into what is new and what is not. forward_subject: the subject says that it is passed on."""
    lines = _BLANK_LINES.sub("\n\n", text).split("\n", MAX_LINES)[:MAX_LINES]
    short = [line[:_MAX_LINE].rstrip() for line in lines]
    labels = _labels(short)
    attributions = _attributions(short)
    kept: list[str] = []
    has_history = False
    at, end, forwarded_at = 0, len(lines), None
    while at < end:
        line = short[at]
        if _QUOTED.match(line):
            has_history = True
            at += 1
            continue
        if at in attributions and _ends_here(short, at, attributions[at]):
            has_history = True
            break
        if at in attributions and _is_quoted_next(short, at + attributions[at]):
            has_history = True
            at += attributions[at]
            continue
        start = _history_start(short, labels, at)
        if start:
            has_history = True
            if start == "forward" or (start == "block" and forward_subject):
                forwarded_at = at
            break
        kept.append(lines[at])
        at += 1
    forwarded = _forwarded_body(lines[forwarded_at:]) if forwarded_at is not None else None
    return Cut(new=_without_trailers(kept), forwarded=forwarded, has_history=has_history)


def unquoted(text: str) -> str:
    """The same text without quote marks at the line starts."""
    return "\n".join(_QUOTE_MARKS.sub("", line) for line in text.split("\n"))


def _attributions(short: list[str]) -> dict[int, int]:
    """Where lines such as "On ... Ann wrote:" start, and over how many lines each runs."""
    found: dict[int, int] = {}
    candidates = 0
    for end, line in enumerate(short):
        if candidates > _MAX_CANDIDATES:
            break
        between_dashes = line.startswith("----") and line.endswith("---")
        ends = line.rstrip(" *_").endswith((":", "：", ":-", "...")) or (line.endswith(">") and "@" in line)
        if not (between_dashes or ends) or _QUOTED.match(line):
            continue
        joined, best = "", 0
        candidates += 1
        for count in range(1, _MAX_ATTRIBUTION_LINES + 1):
            start = end - count + 1
            if start < 0 or not short[start].strip() or _QUOTED.match(short[start]):
                break
            joined = f"{short[start].strip()} {joined}".strip()
            if len(joined) > _MAX_LINE:
                break
            if _is_attribution(joined):
                best = count
                if phrases.OPENERS.match(joined.lstrip("*_ ")):
                    break
        if best:
            found[end - best + 1] = best
    return found


def _is_attribution(line: str) -> bool:
    """One joined line that introduces a quoted mail."""
    if _SHORT_ATTRIBUTION.match(line):
        return True
    if not (phrases.WROTE.search(line) or ("年" in line and "@" in line)):
        return False
    if not phrases.OPENERS.match(line.lstrip("*_ ")) and "@" not in line:
        return len(line) < 80 and (line.count(" ") < 6 or bool(_DATE.search(line) and _TIME.search(line)))
    return "@" in line or bool(_DATE.search(line))


def _ends_here(short: list[str], at: int, count: int) -> bool:
    """Is everything below this introduction history, though it carries no quote marks?"""
    below = at + count
    if _is_quoted_next(short, below) or short[below - 1].endswith(">"):
        return False
    joined = " ".join(short[at:below])
    if not _DATE.search(joined):
        return False
    if "@" in joined:
        return True
    # "On 2 March at 10:30 your colleague wrote:" may be the customer's own, and then runs on in the next line.
    is_apart = below >= len(short) or not short[below].strip()
    return is_apart and bool(_TIME.search(joined)) and bool(phrases.OPENERS.match(joined.lstrip("*_ ")))


def _is_quoted_next(short: list[str], at: int) -> bool:
    for line in short[at : at + 3]:
        if line.strip():
            return bool(_QUOTED.match(line))
    return False


def _history_start(short: list[str], labels: str, at: int) -> str:
    """Which kind of older mail starts at this line: "forward", "block", "original", or "" for none."""
    line = short[at].strip()
    if not line:
        return ""
    if line[0] in "-_=*—–" or line[-1:] == ":" or len(line) < 60:
        if phrases.marks_forwarded(line):
            return "forward"
        if phrases.marks_original(line):
            return "original"
    if line == HISTORY_RULE or (_RULE_LINE.match(line) and _block_follows(short, labels, at + 1)):
        return "block"
    if phrases.REPLY_ABOVE.match(line):
        return "original"
    return "block" if _is_header_block(short, labels, at) else ""


def _block_follows(short: list[str], labels: str, at: int) -> bool:
    """Does a header block stand right below, blank lines aside?"""
    near = labels[at : at + 4]
    return _is_header_block(short, labels, at + len(near) - len(near.lstrip(_BLANK)))


def _is_header_block(short: list[str], labels: str, at: int) -> bool:
    """Three or more different mail headers in a row, the sender or the date first."""
    if labels[at : at + 1] not in ("f", "d"):
        return False
    window = labels[at : at + _MAX_BLOCK_LINES]
    window = window.split(_STRAY * 2)[0]
    if "f" not in window or len({kind for kind in "fdts" if kind in window}) < 3:
        return False
    # "From: Ada, To: Ben, Date: 14 February" is also what is engraved in a ring.
    return "s" in window or any("@" in line or _CLOCK.search(line) for line in short[at : at + len(window)])


def _labels(short: list[str]) -> str:
    """One letter a line: the kind of mail header that it looks like, blank, or something else."""
    return "".join(
        (_label(line) or _STRAY) if ":" in line or "：" in line else _STRAY if line.strip() else _BLANK
        for line in short
    )


def _label(line: str) -> str:
    match = _LABEL.match(line)
    return phrases.LABELS.get(match[1].strip().lower(), "") if match else ""


def _forwarded_body(lines: list[str]) -> str:
    """Text of a passed-on mail: without its marker and headers, quote marks and trailers."""
    at, seen_label = 0, False
    while at < len(lines) and at < 2 * _MAX_BLOCK_LINES:
        line = _QUOTE_MARKS.sub("", lines[at][:_MAX_LINE]).strip()
        marker = phrases.marks_forwarded(line) or phrases.marks_original(line) or _RULE_LINE.match(line)
        if line and not marker and not _label(line) and not (seen_label and _more_labels(lines, at)):
            break
        seen_label = seen_label or bool(_label(line))
        at += 1
    body = cut(unquoted("\n".join(lines[at:]))) if at else cut(unquoted("\n".join(lines[1:])))
    return body.new or unquoted("\n".join(lines[at:])).strip()


def _more_labels(lines: list[str], at: int) -> bool:
    """Does the header block go on below a line that was wrapped?"""
    following = [line for line in lines[at + 1 : at + 3] if line.strip()]
    return bool(following) and bool(_label(_QUOTE_MARKS.sub("", following[0][:_MAX_LINE])))


def _without_trailers(kept: list[str]) -> str:
    """Drop signatures, phone lines and legal footers from the sender's own lines."""
    lines = _without_legal([line.rstrip() for line in _without_signature(kept)])
    lines = _without_contact_block(_without_device_lines(lines))
    while lines and (not lines[-1].strip() or _RULE_LINE.match(lines[-1][:_MAX_LINE])):
        lines.pop()
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n").strip()


def _without_signature(lines: list[str]) -> list[str]:
    """Cut at the signature mark "--", if there is text above it and not too much below."""
    marks = [at for at, line in enumerate(lines) if line.strip() in ("--", "—", "---")]
    for at in marks[:_MAX_JUDGED]:
        if lines[at] == "-- " and any(above.strip() for above in lines[:at]):
            return lines[:at]
    if len(marks) != 1 or not any(above.strip() for above in lines[: marks[0]]):
        return lines  # several are the customer's own way to part one matter from the next
    below = [rest for rest in lines[marks[0] + 1 :] if rest.strip()]
    if len(below) > _MAX_SIGNATURE_LINES or any(_says_something(rest) for rest in below):
        return lines
    return lines[: marks[0]]


def _says_something(line: str) -> bool:
    """Is this more than a name, an address or a program's advertisement?"""
    return not _is_device_line(line) and bool(phrases.KEPT_BELOW.search(line[:_MAX_LINE]))


def _without_device_lines(lines: list[str]) -> list[str]:
    """Drop "Sent from my phone" at the end, where programs put it; elsewhere such words are the customer's."""
    end = len(lines)
    dropped: set[int] = set()
    for at in range(end - 1, max(-1, end - _MAX_DEVICE_LINES), -1):
        line = lines[at][:_MAX_LINE]
        if _is_device_line(line):
            dropped.add(at)
        elif line.strip() and not _RULE_LINE.match(line):
            break
    return [line for at, line in enumerate(lines) if at not in dropped]


def _is_device_line(line: str) -> bool:
    """The program is named at once: behind a comma the customer goes on to say something."""
    line = _LINK_BEHIND.sub("", line[:_MAX_LINE]).strip() if "://" in line else line.strip()
    said = line.split(",")[0]
    return len(line) < 120 and bool(phrases.DEVICE_LINE.match(line)) and bool(phrases.DEVICE.search(said))


def _without_legal(lines: list[str]) -> list[str]:
    """Drop paragraphs that begin like a legal footer and speak like one."""
    out: list[str] = []
    start, judged = 0, 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].strip():
            continue
        paragraph = lines[start:at]
        judged += bool(paragraph) and bool(phrases.LEGAL_START.match(paragraph[0][:_MAX_LINE]))
        if not (out and paragraph and judged <= _MAX_JUDGED and _is_legal(paragraph)):
            out.extend(paragraph)
        if at < len(lines):
            out.append(lines[at])
        start = at + 1
    return out


def _is_legal(paragraph: list[str]) -> bool:
    opening = paragraph[0][:_MAX_LINE]
    if not phrases.LEGAL_START.match(opening):
        return False
    if any(phrases.GOODS.search(line[:_MAX_LINE]) for line in paragraph[:_MAX_BLOCK_LINES]):
        return False
    said = {match[0].lower()[:9] for match in phrases.LEGAL_WORD.finditer(" ".join(paragraph)[:3000])}
    return len(said) >= 2 or (len(said) == 1 and sum(map(len, paragraph)) < 160)


def _without_contact_block(lines: list[str]) -> list[str]:
    """Below a closing and a name: drop what looks like a business card and holds nothing to be answered."""
    last = len(lines)
    for at in range(len(lines) - 1, max(-1, len(lines) - 25), -1):
        if len(lines[at]) < 60 and phrases.CLOSING.match(lines[at].strip()):
            last = at
            break
    if last == len(lines):
        return lines
    below = [at for at in range(last + 1, len(lines)) if lines[at].strip()]
    if len(below) < 2:
        return lines
    card = [lines[at][:_MAX_LINE] for at in below[1:]]
    # An address and a telephone number alone may be what the customer was asked for.
    contacts = sum(1 for line in card if phrases.BUSINESS.search(line))
    if contacts and len(card) <= 12 and all(len(line) < 120 and not phrases.KEPT_BELOW.search(line) for line in card):
        return lines[: below[1]]
    return lines
