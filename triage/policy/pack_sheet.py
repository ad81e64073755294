"""A pack's text as it grows: headings, figures, time limits, topics with rules, sentences."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from triage.policy.answers import UNIT_WORDS, Answers, Limit


@dataclass(slots=True)
class Sheet:
    """The pack as it grows: lines by section."""

    headings: list[str] = field(default_factory=list)
    stated: list[str] = field(default_factory=list)
    windows: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    statements: dict[str, str] = field(default_factory=dict)

    def cite(self, heading: str) -> str:
        """The heading as a value, listed once."""
        if heading not in self.headings:
            self.headings.append(heading)
        return json.dumps(heading, ensure_ascii=False)

    def topic(self, name: str, when: str, rules: Sequence[str]) -> None:
        """Add a topic."""
        self.topics.append(
            f"  - id: {name}\n" + (f"    when: {when}\n" if when else "") + "    rules:\n" + "".join(rules)
        )


def rule(name: str, decide: str, because: str, **parts: object) -> str:
    """One rule as it stands under `rules`; parts that are empty are left out."""
    lines = [f"      - id: {name}"]
    if parts.get("when"):
        lines.append(f"        when: {parts['when']}")
    lines += [f"        decide: {decide}", f"        because: {because}"]
    lines += [f"        {key}: {_shown(value)}" for key, value in parts.items() if key != "when" and value]
    return "\n".join(lines) + "\n"


def _shown(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(str(one) for one in value)}]"
    return "true" if value is True else str(value)


def silence(name: str, what: str, *overrides: str) -> str:
    """The rule of a matter that the page does not speak of."""
    return rule(
        f"{name}.silent",
        "review",
        f"the page does not speak of {what}",
        silent=what,
        overrides=list(overrides),
        says=["page.silent", "colleague"],
    )


def window(pack: Sheet, name: str, limit: Limit, *, counts: str = "report") -> None:
    """Add a time limit."""
    pack.windows.append(
        f"  {name}: {{start: {limit.start}, length: {limit.length}, unit: {limit.unit}, counts: {counts}}}"
    )


def figure(pack: Sheet, name: str, limit: Limit, cite: str) -> None:
    """Add a figure of the page, for sentences."""
    pack.stated.append(f"  {name}: {{value: {limit.length}, unit: {UNIT_WORDS[limit.unit]}, cites: [{cite}]}}")


def pattern_of(example: str) -> str:
    """A linear pattern for order numbers of the same shape: letters and marks as they are, digits by their number."""
    shape = re.sub(r"\d+", lambda run: rf"\d{{{len(run[0])}}}", re.escape(example.strip().lstrip("#")))
    return rf"(?<![\w-]){shape}(?![\w-])"


def as_text(answers: Answers, pack: Sheet) -> str:
    """The whole pack as YAML."""
    head = [
        "# yaml-language-server: $schema=../pack.schema.json",
        f"# {answers.name}. Written from the owner's answers; read it beside your page, line by line.",
        f"store: {answers.store}",
        f"name: {json.dumps(answers.name, ensure_ascii=False)}",
        f"contact: {json.dumps(answers.contact, ensure_ascii=False)}",
        f"in_force_from: {answers.in_force_from}",
        f"languages: [{', '.join(answers.languages)}]",
        f"order_number: ['{pattern_of(answers.order_number)}']",
        "",
        f"headings: {json.dumps(pack.headings or ['General'], ensure_ascii=False)}",
        "",
    ]
    body = []
    if pack.stated:
        body += ["stated:", *pack.stated, ""]
    if pack.windows:
        body += ["windows:", *pack.windows, ""]
    body += [
        "definitions:",
        "  goods_wish: {wants: [exchange, refund, store_credit, replacement]}",
        "",
        "topics:",
        *(topic.rstrip() + "\n" for topic in pack.topics),
        "statements:",
        *(f"  {key}: {json.dumps(words, ensure_ascii=False)}" for key, words in pack.statements.items()),
    ]
    return "\n".join([*head, *body]) + "\n"
