"""Every compiled pattern of the product, found by looking through its modules; and texts that slow patterns down."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import triage
from triage.stages.extracting.book import BOOK


def all_patterns() -> dict[str, re.Pattern[Any]]:
    """Each pattern by where it was first found; also those of the phrase book, which are else made when first asked."""
    for key in BOOK._filed:
        BOOK._open(key)
    found: dict[tuple[object, int], str] = {}
    named: dict[str, re.Pattern[Any]] = {}
    for module in _modules():
        for name, value in list(vars(module).items()):
            for pattern in _patterns_in(value, set(), 0):
                key = (pattern.pattern, pattern.flags)
                if key not in found:
                    found[key] = f"{module.__name__}.{name}"
                    named[f"{found[key]} {pattern.pattern[:60]!r}"] = pattern
    return named


ASKING = frozenset(["match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer", "compile"])


def patterns_within_functions() -> dict[str, str]:
    """The pattern of each call of `re` inside a function, as it is written, by module and function."""
    found: dict[str, str] = {}
    root = Path(triage.__file__).parent
    for path in sorted(root.rglob("*.py")):
        place = ".".join(path.relative_to(root).with_suffix("").parts)
        for function in ast.walk(ast.parse(path.read_text())):
            if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and _asks_re(node.func)]
                for number, call in enumerate(calls):
                    found[f"{place}.{function.name} {number}"] = ast.unparse(call.args[0])
    return found


def _asks_re(called: ast.expr) -> bool:
    is_of_re = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "re"
    return is_of_re and isinstance(called, ast.Attribute) and called.attr in ASKING


def _modules() -> Iterator[Any]:
    for module in pkgutil.walk_packages(triage.__path__, "triage."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def _patterns_in(value: object, seen: set[int], depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 6 and id(value) not in seen and not isinstance(value, (str, bytes, type)):
        seen.add(id(value))
        if isinstance(value, Mapping):
            parts: list[object] = [*value.keys(), *value.values()]
        elif isinstance(value, (list, tuple, set, frozenset)):
            parts = list(value)
        elif type(value).__module__.startswith("triage"):
            slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
            parts = [*getattr(value, "__dict__", {}).values(), *(getattr(value, name, None) for name in slots)]
        else:
            parts = []
        for part in parts:
            yield from _patterns_in(part, seen, depth + 1)


def pumps(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """(what goes before, what is repeated) for every repeat of a pattern, made from its own parts."""
    found: list[tuple[str, str]] = []
    _walk(re._parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG), "", found)
    return list(dict.fromkeys((before, body) for before, body in found if body))


def _walk(tree: Any, before: str, found: list[tuple[str, str]]) -> str:
    """Add the pumps of a parsed pattern; returns an example of what it matches."""
    text = ""
    for kind, arguments in tree:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, body = arguments
            inner = _walk(body, before + text, found)
            if int(most) > 1:
                found.append(((before + text)[-200:], inner))
            text += inner * max(int(least), 1)
        else:
            text += _example(name, arguments, before + text, found)
    return text[-400:]


def _example(name: str, arguments: Any, before: str, found: list[tuple[str, str]]) -> str:
    if name == "LITERAL":
        return chr(arguments)
    if name in ("NOT_LITERAL", "ANY"):
        return "~"
    if name == "IN":
        return _member(arguments)
    if name == "BRANCH":
        branches = [_walk(branch, before, found) for branch in arguments[1]]
        return branches[0]
    if name == "SUBPATTERN":
        return _walk(arguments[3], before, found)
    if name == "ATOMIC_GROUP":
        return _walk(arguments, before, found)
    if name in ("ASSERT", "ASSERT_NOT"):
        inner = _walk(arguments[1], before, found)
        return inner if name == "ASSERT" and arguments[0] > 0 else ""
    return ""


_IN_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
_TRIED = "a1 A-._,:;/@#~!\n\t\"'()<>=&"


def _member(parts: Any) -> str:
    """A letter of a class."""
    shown = [(str(kind), value) for kind, value in parts]
    if shown and shown[0][0] == "NEGATE":
        out = {chr(value) for kind, value in shown if kind == "LITERAL"}
        spans = [value for kind, value in shown if kind == "RANGE"]
        kinds = {str(value) for kind, value in shown if kind == "CATEGORY"}
        return next(
            (
                mark
                for mark in _TRIED
                if mark not in out
                and not any(low <= ord(mark) <= high for low, high in spans)
                and not any(mark == _IN_CATEGORY.get(kind) for kind in kinds)
                and not ("CATEGORY_WORD" in kinds and mark.isalnum())
                and not ("CATEGORY_SPACE" in kinds and mark.isspace())
            ),
            "~",
        )
    kind, value = shown[-1]
    if kind == "LITERAL":
        return chr(value)
    if kind == "RANGE":
        return chr(value[0])
    return _IN_CATEGORY.get(str(value), "~")
