"""What changed between two packs, in words that a shop owner reads; statements are compared as written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from triage.policy.pack import PolicyPack, Rule
from triage.policy.schema import SideForm, StatedForm
from triage.policy.windows import Window

_T = TypeVar("_T")
_RULE_PARTS = (
    "decide",
    "remedies",
    "requires",
    "cites",
    "deadline",
    "overrides",
    "silent",
    "because",
    "says",
    "avoids",
)


def differences(old: PolicyPack, new: PolicyPack) -> list[str]:
    """One line a change, in the order in which a reader meets them; empty when the two decide and say the same."""
    return [
        *_plain(old, new),
        *_named("figure", _each(_figure, old.stated), _each(_figure, new.stated)),
        *_named("time limit", _each(_window, old.windows), _each(_window, new.windows)),
        *_named("definition", _each(_tree, old.definitions), _each(_tree, new.definitions)),
        *_topics(old, new),
        *_rules(old, new),
        *_named("sentence", old.statements, new.statements),
        *_named("caution", old.cautions, new.cautions),
    ]


def _plain(old: PolicyPack, new: PolicyPack) -> Iterator[str]:
    for name in ("store", "name", "contact", "in_force_from", "sla_hours", "languages", "headings"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{name.replace('_', ' ')}: {_shown(before)} -> {_shown(after)}"


def _named(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield f"{what} `{name}` is gone: {old[name]}"
        elif name not in old:
            yield f"{what} `{name}` is new: {new[name]}"
        elif old[name] != new[name]:
            yield f"{what} `{name}`: {old[name]} -> {new[name]}"


def _topics(old: PolicyPack, new: PolicyPack) -> Iterator[str]:
    before, after = ({topic.id: _tree(topic.when) for topic in pack.topics} for pack in (old, new))
    yield from _named("topic", before, after)
    shared = [name for name in before if name in after]
    if shared != [name for name in after if name in before]:
        yield "topics are asked in another order"


def _rules(old: PolicyPack, new: PolicyPack) -> Iterator[str]:
    before, after = _by_id(old), _by_id(new)
    for name in dict.fromkeys((*before, *after)):
        if name not in after:
            yield f"rule `{name}` is gone: it said {before[name].form.decide}, {before[name].form.because}"
        elif name not in before:
            yield f"rule `{name}` is new: {after[name].form.decide}, {after[name].form.because}"
        else:
            yield from _rule(name, before[name], after[name])


def _rule(name: str, old: Rule, new: Rule) -> Iterator[str]:
    if old.form.when != new.form.when:
        yield f"rule `{name}` holds when {_tree(new.form.when)}; before when {_tree(old.form.when)}"
    for part in _RULE_PARTS:
        before, after = getattr(old.form, part), getattr(new.form, part)
        if before != after:
            yield f"rule `{name}`, {part}: {_shown(before)} -> {_shown(after)}"
    if old.form.between != new.form.between:
        yield f"rule `{name}`, sides: {_sides(old.form.between)} -> {_sides(new.form.between)}"


def _by_id(pack: PolicyPack) -> dict[str, Rule]:
    return {rule.id: rule for topic in pack.topics for rule in topic.rules}


def _figure(figure: StatedForm) -> str:
    return f"{figure.value} {figure.unit}".strip() + f" ({'; '.join(figure.cites)})"


def _window(window: Window) -> str:
    starts = " or ".join(name.replace("_", " ") for name in window.start)
    return f"{window.length} {window.unit.replace('_', ' ')} from {starts}, counting {window.counts}"


def _each(words: Callable[[_T], str], named: Mapping[str, _T]) -> dict[str, str]:
    return {name: words(value) for name, value in named.items()}


def _tree(tree: object) -> str:
    """A condition in words: names with their values, joined as they are."""
    if isinstance(tree, dict):
        return " and ".join(_part(str(name), value) for name, value in tree.items()) or "always"
    if isinstance(tree, list):
        return " or ".join(_tree(entry) for entry in tree)
    return "yes" if tree is True else "no" if tree is False else str(tree)


def _part(name: str, value: object) -> str:
    if name == "any" and isinstance(value, list):
        return f"({' or '.join(_tree(entry) for entry in value)})"
    if name == "all" and isinstance(value, list):
        return f"({' and '.join(_tree(entry) for entry in value)})"
    if name in ("not", "is", "surely"):
        return f"{name} ({_tree(value)})"
    return f"{name.replace('_', ' ')} {_tree(value)}"


def _sides(sides: Sequence[SideForm]) -> str:
    return " / ".join(side.clause for side in sides) or "none"


def _shown(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(str(one) for one in value) or "none"
    return str(value) if value != "" else "none"
