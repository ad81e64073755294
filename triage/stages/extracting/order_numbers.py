"""Order numbers in a mail: the store's pattern and the words beside it, the one to act upon first.

Tokens that look like a number are found once; the words right before a token say what it is (an order, or an
invoice, a ticket, a telephone ...), the words of its clause say whether it is the matter or only mentioned.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from triage.records import Attachment, ParsedMail
from triage.stages.extracting import number_words as words
from triage.stages.extracting.caseless import lowered

_MAX_CHARS = 60_000
_MAX_TOKENS = 300
_MAX_NUMBERS = 50
_BEFORE_CHARS, _AFTER_CHARS, _CLAUSE_CHARS = 60, 24, 120
_LIST_GLUE = re.compile(
    r"(?i)[\s,;/&+()#]{1,4}(?:(?:and|und|et|y|e|o|ou|or|oder|sowie|plus)\s{1,3}(?:#\s?|(?:no|nr|n)[.°º]{0,2}\s?)?)?$"
)
_CLAUSE_END = re.compile(r"(?i)[.!?;:,]\s|\n|\s(?:but|aber|doch|mais|pero|ma|mas|while|however)\s")
_SHORTEST = re.compile(r"\d{3}")
_BLANKS = re.compile(r"\s+")
_LETTERED = re.compile(r"[A-Z]{2,3}-?\d{4,6}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEXT_FIELD = re.compile(r"/[A-Za-z]{2}")
_SLASH = re.compile(r"/(\d+)")
_CODE = re.compile(
    r"(?<![\w/-])(?=[A-Za-z/-]{0,12}\d)(?:[A-Za-z0-9]{1,8}(?:[-/][A-Za-z0-9]{1,8}){1,3}|(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{5,12})(?![\w/-])"
)
_CLASSES = re.compile(r"\[[^\]]*\]|\\.|\(\?[^)a-zA-Z]{0,3}")
_FILE_WORD = re.compile(
    r"(?i)(?:order|bestell\w*|auftrag|commande|pedido|ordine|encomenda)[\W_]{0,3}(?:n[or]?[\W_]{0,2})?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """The store's patterns, compiled, and the letters that they begin with."""

    patterns: tuple[re.Pattern[str], ...]
    token: re.Pattern[str]

    def fits(self, number: str) -> bool:
        """Does a whole number look like one of this store's?"""
        return any(pattern.fullmatch(number) or pattern.fullmatch(number.replace("-", "")) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class _Token:
    """A possible number with its letters and surroundings. in_list: it follows an accepted one as in "1, 2 and 3".

    named, other: the words before it call it an order, or something else. titled: its letters read as "Mr".
    """

    number: str
    letters: str
    before: str
    after: str
    named: bool
    other: bool
    fits: bool
    in_list: bool
    titled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """One place where a number stands. weight: 0 the matter, 1 neutral, 2 only for reference.

    placed: a capital letter follows, as after a postcode.
    """

    number: str
    source: int
    at: int
    weight: int
    named: bool
    fits: bool
    placed: bool


def find_order_numbers(mail: ParsedMail, patterns: Sequence[str | re.Pattern[str]]) -> tuple[str, ...]:
    """Order numbers of `mail`, upper case, without `#` and blanks, each once, the one to act upon first.

    patterns: what the store's numbers look like; with none, only numbers that the mail calls order numbers count.
    """
    shape = _shape(tuple(patterns))
    refused: set[str] = set()
    mentions = list(_mentions(mail.subject[:2000], 0, shape, refused))
    mentions += _mentions(mail.text[:_MAX_CHARS], 1, shape, refused)
    if mail.full_text != mail.text:
        mentions += _mentions(mail.full_text[:_MAX_CHARS], 2, shape, refused)
    for attachment in mail.attachments[:100]:
        mentions += _mentions(attachment.filename or "", 3, shape, refused)
    for attachment in mail.attachments[:100]:
        mentions += _mentions(_words_in(attachment), 4, shape, refused)
    return _ranked(_believed(mentions, refused))


def _believed(mentions: list[_Mention], refused: set[str]) -> list[_Mention]:
    """Without numbers that the mail calls something else and nowhere an order, and without postcodes beside orders."""
    called = {mention.number for mention in mentions if mention.named and mention.source < 3}
    return [
        mention
        for mention in mentions
        if mention.number in called or not (mention.number in refused or (called and mention.placed))
    ]


def numbers_seen(attachment: Attachment, patterns: Sequence[str | re.Pattern[str]]) -> tuple[str, ...]:
    """Order numbers that stand in a picture or paper, in the order in which they do."""
    found = _mentions(_words_in(attachment), 4, _shape(tuple(patterns)), set())
    return tuple(dict.fromkeys(mention.number for mention in found))[:_MAX_NUMBERS]


def _words_in(attachment: Attachment) -> str:
    return attachment.finding.text if attachment.finding is not None else ""


@lru_cache(maxsize=64)
def _shape(patterns: tuple[str | re.Pattern[str], ...]) -> _Shape:
    """Patterns for single numbers and one for tokens, which lets the store's letters stand apart from the digits."""
    sources = [pattern if isinstance(pattern, str) else pattern.pattern for pattern in patterns]
    found = {
        letters.upper() for source in sources for letters in re.findall(r"[A-Za-z]{2,5}", _CLASSES.sub(" ", source))
    }
    apart = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
    spaced = rf"(?:{apart})[ \t]{{0,2}}[#-]?[ \t]?|" if apart else ""
    token = re.compile(
        rf"(?<![A-Za-z0-9])(?P<prefix>{spaced}[A-Za-z]{{1,5}}-|[A-Za-z]{{1,3}}(?=\d))?"
        r"(?P<digits>\d{3}[ ]\d{3}[ ]\d{3}(?![ ]?\d)|\d{3,12})(?P<suffix>-(?:[A-Za-z]{1,3}|\d{1,2}))?(?![A-Za-z0-9])",
        re.I,
    )
    return _Shape(patterns=tuple(re.compile(source, re.I) for source in sources), token=token)


def _mentions(text: str, source: int, shape: _Shape, refused: set[str]) -> Iterator[_Mention]:
    """Every accepted number of one text, in order; `refused` gathers those that the words call something else."""
    if _SHORTEST.search(text) is None and shape.patterns:
        return
    text = text.replace("_", " ") if source == 3 else _unglued(_masked(_linked(text)))
    if not shape.patterns:
        yield from _codes(text, source)
    group: list[_Mention] = []
    end, named, refused_end = -100, False, -100
    for match in islice(shape.token.finditer(text), _MAX_TOKENS):
        prefix = (match["prefix"] or "").strip(" \t#")
        number = _BLANKS.sub("", f"{prefix}{match['digits']}{match['suffix'] or ''}").upper()
        before = text[max(0, match.start() - _BEFORE_CHARS) : match.start()]
        after = text[match.end() : match.end() + _AFTER_CHARS]
        in_list = match.start() - end <= 12 and bool(_LIST_GLUE.match(text[end : match.start()]))
        if match.start() - refused_end <= 12 and _LIST_GLUE.match(text[refused_end : match.start()]):
            refused_end = match.end()
            continue
        fits = shape.fits(number)
        other = words.names_other_thing(before)
        named = (not other and words.is_named_order(before, fits=fits)) or (in_list and named)
        letters = prefix.rstrip("-").upper()
        titled = words.TITLE.match(match[0]) is not None
        token = _Token(
            number, letters, before, after, named=named, other=other, fits=fits, in_list=in_list, titled=titled
        )
        if not _accepted(token, source, has_shape=bool(shape.patterns)):
            refused_end = match.end() if other else -100
            if (other or words.LIVES_BEFORE.search(before)) and not named:
                refused.add(number)
            continue
        if not in_list:
            yield from _weighed(group, text, end)
            group = []
        placed = not letters and words.PLACE_AFTER.match(after) is not None
        group.append(
            _Mention(
                number=number,
                source=source,
                at=match.start(),
                weight=1,
                named=bool(letters) or (named and not (before.endswith("#") and not words.is_called_order(before))),
                fits=fits,
                placed=placed and not before.endswith("#"),
            )
        )
        end = match.end()
    yield from _weighed(group, text, end)


def _codes(text: str, source: int) -> Iterator[_Mention]:
    """Numbers of any make that the words call an order, for a store of which no make is known."""
    for match in islice(_CODE.finditer(text), _MAX_TOKENS):
        before = text[max(0, match.start() - _BEFORE_CHARS) : match.start()]
        if sum(mark.isdigit() for mark in match[0]) < 3 or words.names_other_thing(before):
            continue
        if words.is_named_order(before, fits=True):
            number = match[0].upper()
            yield _Mention(
                number=number, source=source, at=match.start(), weight=1, named=True, fits=True, placed=False
            )


def _weighed(group: list[_Mention], text: str, end: int) -> list[_Mention]:
    """The mentions of one list, which share what their clause says. end: where the last one ends."""
    if not group:
        return []
    before = text[max(0, group[0].at - _CLAUSE_CHARS) : group[0].at]
    for stop in _CLAUSE_END.finditer(before):
        before = "\n" * stop.end() + before[stop.end() :]
    after = text[end : end + 80]
    if found := _CLAUSE_END.search(after):
        after = after[: found.start()]
    weight = words.weight_of(before, after)
    return [replace(mention, weight=weight) for mention in group]


def _linked(text: str) -> str:
    """Say in words what a link to an order's page says."""
    return words.ORDER_LINK.sub(lambda match: f" order {match[1]} ", text) if "://" in text else text


def _unglued(text: str) -> str:
    """Set a blank where an order word runs into its number; positions stay within one text."""
    pattern, gate = words.GLUED
    if gate is not None and gate.search(lowered(text)) is None:
        return text
    return pattern.sub(lambda match: f"{match[1]} ", text)


def _masked(text: str) -> str:
    """Blank out what holds digits but no order number: addresses of mail and web, dates, times, prices, telephones."""
    low = lowered(text)
    for pattern, gate in words.MASKS:
        if gate is None or gate.search(low) is not None:
            text = pattern.sub(_blanked, text)
            low = lowered(text)
    return text


def _blanked(match: re.Match[str]) -> str:
    """NUL over a match, or over its first group only where it has one."""
    if match.lastindex is None:
        return "\x00" * len(match[0])
    start, end = match.start(1) - match.start(), match.end(1) - match.start()
    return match[0][:start] + "\x00" * (end - start) + match[0][end:]


def _accepted(token: _Token, source: int, *, has_shape: bool) -> bool:
    """Is this token an order number, by what it looks like and what stands beside it?"""
    if token.letters in words.OTHER_PREFIXES or _is_torn(token):
        return False
    if token.other and not token.named:
        return False
    if source == 4:
        return token.fits and (token.named or bool(token.letters))
    if source == 3:
        return (token.fits and bool(token.letters)) or bool(_FILE_WORD.search(token.before))
    if words.UNIT_AFTER.match(token.after) or words.MONEY_BEFORE.search(token.before):
        return False
    if token.named:
        return True
    if token.titled or words.LIVES_BEFORE.search(token.before) or _is_postcode(token):
        return False
    if source == 2 and not token.letters:
        return False
    hashed = bool(words.HASH_BEFORE.search(token.before))
    if not has_shape:
        alone = not token.before.strip() and not token.after.strip()
        return hashed or alone or bool(_LETTERED.fullmatch(token.number))
    return token.fits and (hashed or not _YEAR.fullmatch(token.number))


def _is_postcode(token: _Token) -> bool:
    """Does the token stand as one does: "at 10117 Berlin"?"""
    return not token.letters and bool(words.PLACE_BEFORE.search(token.before) and words.PLACE_AFTER.match(token.after))


def _is_torn(token: _Token) -> bool:
    """Is the token only a piece of a date, a telephone number, a price or a longer code?"""
    if not token.in_list and words.JOINED_BEFORE.search(token.before):
        return True
    if token.named and token.fits and _NEXT_FIELD.match(token.after):
        return False
    slash = _SLASH.match(token.after)
    if slash and token.fits and len(slash[1]) == len(token.number):
        return False
    return bool(words.JOINED_AFTER.match(token.after))


def _ranked(mentions: list[_Mention]) -> tuple[str, ...]:
    """Each number once: what is acted upon first, then by where it stands. Misfits stay out where one fits."""
    some_fit = any(mention.fits and mention.source < 3 for mention in mentions)
    best: dict[str, tuple[int, int, int, int]] = {}
    for order, mention in enumerate(mentions):
        if some_fit and not mention.fits and mention.number.isdigit():
            continue
        if mention.source >= 3 and some_fit and mention.number not in best:
            continue
        key = (int(mention.weight == 2), mention.source, mention.weight, order)
        old = best.get(mention.number)
        if old is None:
            best[mention.number] = key
        elif mention.source < 2:
            best[mention.number] = (max(old[0], key[0]), old[1], min(old[2], key[2]), old[3])
    return tuple(sorted(best, key=lambda number: best[number]))[:_MAX_NUMBERS]
