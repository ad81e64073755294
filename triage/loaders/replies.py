"""The reply templates of templates/replies/, compiled once in a sandbox."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from triage.errors import OperatorError


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
        self._names = frozenset(self._environment.list_templates())
        self._compile_all()

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


def _file(template: str, language: str) -> str:
    return f"{template}.{language}.txt.j2"
