"""How likely a count is by chance alone. Pure, exact where it is cheap, and without another library's import."""

import math
from collections.abc import Mapping

Z95 = 1.959964


def at_least(hits: int, count: int, share: float) -> float:
    """Chance of `hits` or more out of `count` when each comes with probability `share`."""
    if hits <= 0:
        return 1.0
    if share <= 0.0:
        return 0.0
    if share >= 1.0:
        return 1.0
    return min(1.0, math.fsum(_exactly(number, count, share) for number in range(hits, count + 1)))


def at_most(hits: int, count: int, share: float) -> float:
    """Chance of `hits` or fewer out of `count`."""
    return at_least(count - hits, count, 1.0 - share)


def _exactly(hits: int, count: int, share: float) -> float:
    ways = math.lgamma(count + 1) - math.lgamma(hits + 1) - math.lgamma(count - hits + 1)
    return math.exp(ways + hits * math.log(share) + (count - hits) * math.log1p(-share))


def interval(hits: int, count: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson), 0.0 to 1.0; everything is possible when nothing was counted."""
    if count == 0:
        return 0.0, 1.0
    share, spread = hits / count, Z95**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = Z95 * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    return low, 1.0 if hits == count else min(1.0, middle + half)


def as_different(seen: Mapping[str, int], expected: Mapping[str, float], known: int) -> float:
    """Chance that counts differ at least this much from expected shares (chi-square over seven labels).

    known: the number of mails that the expected shares were counted on, for they are uncertain too.

    Both mappings have the same seven keys; the shares sum to 1 and none is 0.
    """
    count = sum(seen.values())
    if count == 0:
        return 1.0
    distance = math.fsum((seen[key] - count * share) ** 2 / (count * share) for key, share in expected.items())
    # Six degrees of freedom, for which the tail has a closed form.
    half = distance / 2 * known / (known + count)
    return min(1.0, math.exp(-half) * (1 + half + half**2 / 2))
