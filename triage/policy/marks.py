"""YAML read together with the lines where its parts stand, so that errors can name them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

_NAMED = {
    "windows": "window",
    "definitions": "definition",
    "evidence": "evidence",
    "statements": "statement",
    "stated": "figure",
    "presume": "presume",
    "ask_for": "ask_for",
}

_MOST_PARTS = 100_000
"""A pack has some thousand parts; a few lines that repeat each other by YAML's aliases unfold to any number."""


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same language by libyaml, ten times as fast, where PyYAML was built with it."""


class TwiceError(ValueError):
    """A name stands twice in one place, so that one of the two would be lost. line: of the second, from 1."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(name)
        self.name, self.line = name, line


@dataclass(frozen=True, slots=True)
class Marks:
    """Lines, from 1. paths: by the steps that lead to a part; words: every scalar of a part with its line."""

    paths: dict[tuple[int | str, ...], int] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    words: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def of_path(self, steps: Sequence[int | str]) -> int | None:
        """The line of the part, or of the nearest one around it."""
        found = (self.paths.get(tuple(steps[:length])) for length in range(len(steps), 0, -1))
        return next((line for line in found if line is not None), None)

    def of(self, where: str, word: str = "") -> int | None:
        """The line where `word` stands in a named part (such as "rule `x`"), else where that part begins."""
        part = where.partition(", side")[0]
        at = next((line for text, line in self.words.get(part, ()) if text == word), None)
        return at if at is not None else self.named.get(part)


def read_marked(text: str) -> tuple[object, Marks]:
    """The data and its marks. Raises yaml.YAMLError, and TwiceError for a name that stands twice."""
    loader = LOADER(text)
    try:
        node = loader.get_single_node()
        marks = Marks()
        if node is None:
            return None, marks
        _walk(node, (), marks)
        return loader.construct_document(node), marks
    finally:
        loader.dispose()


def read_plain(text: str) -> object:
    """The data alone. Raises yaml.YAMLError."""
    loader = LOADER(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _walk(node: yaml.Node, path: tuple[int | str, ...], marks: Marks) -> None:
    if len(marks.paths) > _MOST_PARTS:
        raise yaml.MarkedYAMLError(problem="too many parts", problem_mark=node.start_mark)
    marks.paths.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for place, part in enumerate(node.value):
            _walk(part, (*path, place), marks)
    elif isinstance(node, yaml.MappingNode):
        _walk_names(node, path, marks)


def _walk_names(node: yaml.MappingNode, path: tuple[int | str, ...], marks: Marks) -> None:
    seen: set[str] = set()
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name in seen:
            raise TwiceError(name, line)
        seen.add(name)
        marks.paths[(*path, name)] = line
        _walk(value, (*path, name), marks)
        if len(path) == 1 and path[0] in _NAMED:
            _name(f"{_NAMED[str(path[0])]} `{name}`", line, value, marks)
        elif not path:
            _name(name, line, value, marks)
        elif name == "id" and path[-2:-1] in (("topics",), ("rules",)):
            _name(f"{'topic' if path[-2] == 'topics' else 'rule'} `{value.value}`", line, node, marks)


def _name(words: str, line: int, node: yaml.Node, marks: Marks) -> None:
    marks.named.setdefault(words, line)
    marks.words.setdefault(words, list(_scalars(node)))


def _scalars(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield str(node.value), node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _scalars(part)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
