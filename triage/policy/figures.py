"""Windows, figures and headings of a pack checked against one another; nothing to search for, all is there to read."""

import re
from collections.abc import Iterator, Mapping

from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack
from triage.policy.schema import StatedForm
from triage.policy.vocabulary import nearest
from triage.policy.windows import Window

_UNITS: Mapping[str, tuple[str, int]] = {
    "day": ("days", 1),
    "days": ("days", 1),
    "calendar days": ("days", 1),
    "week": ("days", 7),
    "weeks": ("days", 7),
    "hour": ("hours", 1),
    "hours": ("hours", 1),
    "business days": ("business_days", 1),
    "working days": ("business_days", 1),
}
_UNIT_WORDS = frozenset(("day", "days", "week", "weeks", "hour", "hours"))
_JOINED = re.compile(r", | and ")
_NUMBERS = re.compile(r"\d+")


def figure_faults(pack: PolicyPack) -> Iterator[Finding]:
    """Windows that no rule uses or that differ from the document's figure; figures under headings it does not have."""
    yield from _headings(pack)
    yield from _sides(pack)
    yield from _unused_windows(pack)
    for window in pack.windows.values():
        yield from _differing(pack, window)


def _headings(pack: PolicyPack) -> Iterator[Finding]:
    """Sections that matter to no rule are worth a look only when a figure is taken from them."""
    rules = [rule.form for topic in pack.topics for rule in topic.rules]
    cited = {cite for rule in rules for cite in (*rule.cites, *rule.requires_cites)}
    for key, figure in pack.stated.items():
        for heading in figure.cites:
            if heading not in pack.headings:
                yield Finding(kind="unknown_heading", rule=key, what=f"`{heading}` is no heading of the document")
            elif heading not in cited:
                yield Finding(kind="unused_heading", rule=key, what=f"no rule cites `{heading}`")


def _sides(pack: PolicyPack) -> Iterator[Finding]:
    """Each side of a contradiction names the headings it rests on, up to the colon."""
    for rule in (rule.form for topic in pack.topics for rule in topic.rules):
        for side in rule.between:
            named = side.clause.partition(": ")[0]
            if not _is_heading(pack, named) and not all(_is_heading(pack, one) for one in _JOINED.split(named)):
                what = f"the side `{side.clause}` rests on no heading of the document; {nearest(named, pack.headings)}"
                yield Finding(kind="unknown_heading", rule=rule.id, what=what)


def _is_heading(pack: PolicyPack, name: str) -> bool:
    """A heading, or the beginning of one."""
    return any(heading.startswith(name) for heading in pack.headings)


def _unused_windows(pack: PolicyPack) -> Iterator[Finding]:
    rules = [rule for topic in pack.topics for rule in topic.rules]
    trees = [*(topic.when for topic in pack.topics), *(rule.form.when for rule in rules), *pack.given.values()]
    used = {name for tree in (*trees, *pack.definitions.values()) for name in _windows_in(tree)}
    used |= {name for rule in rules for name in rule.form.deadline}
    used |= {name for rule in rules for side in rule.form.between for name in side.deadline}
    for name in pack.windows:
        if name not in used:
            what = f"no rule looks at it; expected `window.{name}` in a condition or `deadline: {name}`"
            yield Finding(kind="unused_window", rule=f"window {name}", what=what)


def _windows_in(tree: object) -> Iterator[str]:
    for name, value in tree.items() if isinstance(tree, dict) else ():
        if name.startswith("window."):
            yield name.removeprefix("window.")
        elif name in ("all", "any", "not"):
            for part in value if isinstance(value, list) else [value]:
                yield from _windows_in(part)


def _differing(pack: PolicyPack, window: Window) -> Iterator[Finding]:
    measured = {key: found for key, figure in pack.stated.items() if (found := _measure(figure)) is not None}
    named = {key for key in measured if _words(key) == _words(window.id)}
    wrong = {key: measured[key] for key in named if measured[key] != (window.length, window.unit)}
    if not named and (window.length, window.unit) not in measured.values():
        # Of a window without a figure of its own, one off by one is a slip rather than another time.
        near = {(window.length - 1, window.unit), (window.length + 1, window.unit)}
        wrong = {key: found for key, found in measured.items() if found in near and not _kept(pack, found)}
    for key, (length, unit) in wrong.items():
        words = unit.replace("_", " ")
        yield Finding(
            kind="figure",
            rule=f"window {window.id}",
            what=f"lasts {window.length} {window.unit.replace('_', ' ')}; expected {length} {words}, as `{key}` states",
        )


def _kept(pack: PolicyPack, measure: tuple[int, str]) -> bool:
    return any((window.length, window.unit) == measure for window in pack.windows.values())


def _words(name: str) -> frozenset[str]:
    return frozenset(name.split("_")) - _UNIT_WORDS


def _measure(figure: StatedForm) -> tuple[int, str] | None:
    """A figure as length and unit of a window, of a range its end; None when it is no time."""
    numbers = [int(number) for number in _NUMBERS.findall(str(figure.value))]
    unit = _UNITS.get(figure.unit.strip().lower())
    return None if unit is None or not numbers else (max(numbers) * unit[1], unit[0])
