"""The replies' words under templates/replies/: templates, compiled once in a sandbox, and sentences by language.

`<store>/statements.<language>.yaml` holds the statements of a store's pack in another language, by the pack's keys;
`common/units.<language>.yaml` how the language writes the units of figures.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from triage.errors import OperatorError
from triage.policy.marks import read_plain


class TemplateFault(OperatorError):
    """A reply template is missing, broken, or asks for a value that the decision does not give."""


class ReplyTemplates:
    """Templates by name and language; customers' words reach them as values only, never as template text."""

    def __init__(self, folder: Path) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=False,  # the text part is plain text; its HTML twin is escaped when it is made
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,  # what was checked at the start is what is served
        )
        self._names = frozenset(self._environment.list_templates(extensions=["j2"]))
        self._compile_all()
        self._sentences = {
            (path.parent.name, _language(path)): _read_sentences(path)
            for path in sorted(folder.glob("*/statements.*.yaml"))
        }
        self._units = {_language(path): _read_units(path) for path in sorted(folder.glob("common/units.*.yaml"))}

    def _compile_all(self) -> None:
        for name in sorted(self._names):
            try:
                self._environment.get_template(name)
            except TemplateError as fault:
                line = getattr(fault, "lineno", None)
                raise TemplateFault(
                    f"templates/replies/{name}{f', line {line}' if line else ''}: {fault}", fix="correct the template"
                ) from fault

    def has(self, template: str, language: str) -> bool:
        """Whether this template exists in this language."""
        return _file(template, language) in self._names

    def render(self, template: str, language: str, values: Mapping[str, object]) -> str:
        """Text of one template; raises TemplateFault on a missing variable or an unknown name."""
        try:
            return self._environment.get_template(_file(template, language)).render(values)
        except TemplateError as fault:
            raise TemplateFault(
                f"reply template {_file(template, language)}: {fault}", fix="give the value or correct the template"
            ) from fault

    def sentence(self, store: str, key: str, language: str) -> str | None:
        """A statement of the store's pack in a language that the pack is not written in; None when there is none."""
        return self._sentences.get((store, language), {}).get(key)

    def translated(self, store: str, language: str) -> Mapping[str, str]:
        """Every statement that the store has in this language beside its pack, by key."""
        return self._sentences.get((store, language), {})

    def units(self, language: str) -> Mapping[str, Sequence[str]]:
        """How the language writes the units of figures; of several forms the first is the plain one."""
        return self._units.get(language, {})


def _language(path: Path) -> str:
    return path.name.split(".")[1]


def _read_sentences(path: Path) -> dict[str, str]:
    data = _mapping(path)
    wrong = [str(key) for key, words in data.items() if not isinstance(words, str) or not words.strip()]
    if wrong:
        raise TemplateFault(f"{_shown(path)}: `{wrong[0]}` is no sentence", fix="write `key: sentence`, one a line")
    return {str(key): " ".join(str(words).split()) for key, words in data.items()}


def _read_units(path: Path) -> dict[str, tuple[str, ...]]:
    units: dict[str, tuple[str, ...]] = {}
    for unit, forms in _mapping(path).items():
        if not isinstance(forms, list) or not forms:
            raise TemplateFault(f"{_shown(path)}: `{unit}` has no forms", fix="write `unit: [plain form, other form]`")
        units[str(unit)] = tuple(str(form) for form in forms)
    return units


def _mapping(path: Path) -> Mapping[object, object]:
    try:
        data = read_plain(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        mark = getattr(fault, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark is not None else ""
        raise TemplateFault(f"{_shown(path)}{place} is not YAML", fix="mend the indentation or quotes there") from fault
    if not isinstance(data, dict):
        raise TemplateFault(f"{_shown(path)} holds no names", fix="write `key: words`, one a line")
    return data


def _shown(path: Path) -> str:
    return f"templates/replies/{path.parent.name}/{path.name}"


def _file(template: str, language: str) -> str:
    return f"{template}.{language}.txt.j2"
