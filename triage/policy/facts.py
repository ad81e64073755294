"""A policy case read from plain data into a frozen record; anything outside the closed vocabulary is an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from triage.errors import InputError
from triage.policy.vocabulary import CATEGORIES, FOR_PEOPLE, HISTORY, ITEM, MESSAGE, ORDER, FactType, nearest

Fact: TypeAlias = "str | bool | float | datetime | ZoneInfo | tuple[str, ...] | None"
"""A known fact. None: a time that is known not to have come. An unknown fact is simply not there."""

Known: TypeAlias = Mapping[str, Fact]


class CaseError(InputError):
    """A policy case holds a name or a value that the vocabulary does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One matter to decide, in facts alone. Every time is aware UTC; `as_of` is the moment of the mail at hand.

    items: the articles the mail is about; empty when the order's articles are unknown.
    """

    id: str
    store: str
    category: str
    as_of: datetime
    order: Known = field(default_factory=dict)
    items: tuple[Known, ...] = ()
    message: Known = field(default_factory=dict)
    history: Known = field(default_factory=dict)


def read_case(data: Mapping[str, object]) -> Case:
    """The case that `data` (the JSON of the contract) describes. Raises CaseError naming the fact and its mend."""
    _only(data, ("store", "category", "as_of", "order", "message", "case"), "case", "")
    order = _section(data, "order")
    return Case(
        id=_text(data.get("id", ""), "id"),
        store=_text(_required(data, "store"), "store"),
        category=_category(_required(data, "category")),
        as_of=_time(_required(data, "as_of"), "as_of"),
        order=_facts({name: value for name, value in order.items() if name != "items"}, ORDER, "order"),
        items=_items(order.get("items")),
        message=_facts(_section(data, "message"), MESSAGE, "message"),
        history=_facts(_section(data, "case"), HISTORY, "case"),
    )


def _required(data: Mapping[str, object], name: str) -> object:
    if data.get(name) is None:
        raise CaseError(f"`{name}` is missing", fix=f"give `{name}` at the top of the case")
    return data[name]


def _section(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    section = data.get(name)
    if section is None:
        return {}
    if not isinstance(section, dict):
        raise CaseError(f"`{name}` is not an object", fix=f"write `{name}` as names with values")
    return section


def _only(data: Mapping[str, object], known: tuple[str, ...], section: str, prefix: str) -> None:
    for name in data:
        if name not in known and name not in FOR_PEOPLE.get(section, ()):
            raise CaseError(f"unknown fact `{prefix}{name}`", fix=nearest(str(name), known))


def _category(value: object) -> str:
    if value not in CATEGORIES:
        raise CaseError(f"`category` cannot be {value!r}", fix=nearest(str(value), CATEGORIES))
    return str(value)


def _items(value: object) -> tuple[Known, ...]:
    """The articles meant: those marked as affected, or all when none is marked."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise CaseError("`order.items` is not a list of objects", fix="write each article as names with values")
    items = tuple(_facts(entry, ITEM, "order.items[]") for entry in value)
    if not any("affected" in item for item in items):
        return items
    meant = tuple(item for item in items if item.get("affected") is True)
    return meant or tuple(item for item in items if item.get("affected") is not False) or items


def _facts(data: Mapping[str, object], kinds: Mapping[str, FactType], section: str) -> Known:
    allowed = (*kinds, "items") if section == "order" else tuple(kinds)
    _only(data, allowed, section, f"{section}.")
    known: dict[str, Fact] = {}
    for name, value in data.items():
        kind = kinds.get(name)
        # Only a time can be known not to have come; any other null says nothing.
        if kind is None or (value is None and kind.kind != "time"):
            continue
        known[name] = _fact(value, kind, f"{section}.{name}")
    return known


def _fact(value: object, kind: FactType, name: str) -> Fact:
    match kind.kind:
        case "time":
            return None if value is None else _time(value, name)
        case "flag":
            return _flag(value, name)
        case "number":
            return _number(value, name)
        case "choice":
            return _choice(value, kind.values, name)
        case "choices":
            return _choices(value, kind.values, name)
        case "zone":
            return _zone(value, name)
        case _:
            return _text(value, name)


def _time(value: object, name: str) -> datetime:
    fix = "write ISO 8601 with an offset, such as 2026-03-09T12:00:00Z"
    try:
        read = datetime.fromisoformat(_text(value, name))
    except ValueError:
        raise CaseError(f"`{name}` is not a time: {value!r}", fix=fix) from None
    if read.tzinfo is None:
        raise CaseError(f"`{name}` has no offset: {value!r}", fix=fix)
    try:
        return read.astimezone(UTC)
    except OverflowError:
        raise CaseError(f"`{name}` lies outside the calendar: {value!r}", fix=fix) from None


def _flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise CaseError(f"`{name}` cannot be {value!r}", fix="write true or false")
    return value


def _number(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e12:
        raise CaseError(f"`{name}` is not a number: {value!r}", fix="write a plain decimal number")
    return float(value)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise CaseError(f"`{name}` is not a text: {value!r}", fix="write it in quotes")
    return value


def _choice(value: object, allowed: tuple[str, ...], name: str) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise CaseError(f"`{name}` cannot be {value!r}", fix=nearest(str(value), allowed))
    return value


def _choices(value: object, allowed: tuple[str, ...], name: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise CaseError(f"`{name}` is not a list: {value!r}", fix="write a list, such as [] or [refund]")
    return tuple(_choice(entry, allowed, name) for entry in value)


def _zone(value: object, name: str) -> ZoneInfo:
    key = _text(value, name)
    if key not in _zone_names():
        raise CaseError(f"`{name}` cannot be {value!r}", fix=nearest(key, sorted(_zone_names())))
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError):  # the list and the data of the machine differ
        raise CaseError(f"`{name}` is unknown on this machine: {value!r}", fix="install the tzdata package") from None


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())
