"""What a shop's order numbers look like, learnt from its orders, and which one a mistyped number may stand for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

SEEN_AT_LEAST = 3
"""A make that occurs less often is a slip, not a make."""
MOST_MAKES = 20
LEAST_DIGITS = 3
_RUN = re.compile(r"\d+")
_COUNT = re.compile(r"\\d\{(\d+),(\d+)\}")
_ALONE = (r"(?<![\w-])", r"(?![\w-])")


def learnt_patterns(numbers: Iterable[str]) -> tuple[str, ...]:
    """Patterns of the makes that occur at least thrice, commonest first: letters as they stand, digits by their count.

    Numbers that differ in nothing but how many digits each run has are of one make.
    """
    makes: Counter[tuple[str, ...]] = Counter()
    lengths: dict[tuple[str, ...], list[set[int]]] = defaultdict(list)
    for number in numbers:
        letters, runs = tuple(_RUN.split(number)), _RUN.findall(number)
        if sum(map(len, runs)) < LEAST_DIGITS:
            continue
        makes[letters] += 1
        seen = lengths[letters] or [set() for _ in runs]
        for place, run in zip(seen, runs, strict=True):
            place.add(len(run))
        lengths[letters] = seen
    common = [make for make, count in makes.most_common(MOST_MAKES) if count >= SEEN_AT_LEAST]
    return tuple(_pattern(make, lengths[make]) for make in common)


def unnamed(learnt: Iterable[str], named: Sequence[re.Pattern[str]]) -> tuple[str, ...]:
    """Those of the learnt patterns whose numbers the named patterns do not all take."""
    return tuple(one for one in learnt if not all(any(p.fullmatch(number) for p in named) for number in _samples(one)))


def _samples(pattern: str) -> tuple[str, str]:
    """The shortest and the longest number of a learnt pattern."""
    bare = pattern.removeprefix(_ALONE[0]).removesuffix(_ALONE[1])
    shapes = (_COUNT.sub(lambda run: "1" * int(run[1]), bare), _COUNT.sub(lambda run: "1" * int(run[2]), bare))
    return re.sub(r"\\(.)", r"\1", shapes[0]), re.sub(r"\\(.)", r"\1", shapes[1])


def _pattern(letters: Sequence[str], lengths: Sequence[set[int]]) -> str:
    parts = [re.escape(letters[0])]
    for run, after in zip(lengths, letters[1:], strict=True):
        parts += [rf"\d{{{min(run)},{max(run)}}}", re.escape(after)]
    return "".join((_ALONE[0], *parts, _ALONE[1]))


def mistyped(number: str, owned: Iterable[str]) -> str | None:
    """The only order of `owned` that is one digit off `number`, or two swapped ones; None for none or several."""
    found = {one for one in owned if _is_near(number, one)}
    return found.pop() if len(found) == 1 else None


def _is_near(given: str, real: str) -> bool:
    if given == real:
        return False
    if abs(len(given) - len(real)) == 1:
        return _lacks_one(*sorted((given, real), key=len))
    if len(given) != len(real):
        return False
    wrong = [at for at, (mine, theirs) in enumerate(zip(given, real, strict=True)) if mine != theirs]
    if len(wrong) == 1:
        return given[wrong[0]].isdigit() and real[wrong[0]].isdigit()
    first, second = wrong[0], wrong[-1]
    return second - first == 1 and given[first] == real[second] and given[second] == real[first]


def _lacks_one(short: str, long: str) -> bool:
    """True when `long` is `short` with one digit more."""
    at = next((at for at, (mine, theirs) in enumerate(zip(short, long, strict=False)) if mine != theirs), len(short))
    return long[at].isdigit() and short[at:] == long[at + 1 :]
