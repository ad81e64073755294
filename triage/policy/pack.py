"""A shop's policy, parsed from text, checked and compiled. Pure: text in, pack out."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatchcase

import yaml
from pydantic import ValidationError

from triage.errors import OperatorError
from triage.policy.conditions import Check, Compiler, ConditionError, facts_read, told_apart
from triage.policy.decision import OUTCOMES, TraceStep
from triage.policy.facts import Fact
from triage.policy.linear import slow_on
from triage.policy.marks import Marks, TwiceError, read_marked
from triage.policy.schema import Form, PackForm, RuleForm, StatedForm, TopicForm, Tree, WindowForm
from triage.policy.vocabulary import FACTS, nearest
from triage.policy.windows import Window


class PackError(OperatorError):
    """A pack file cannot be used; names the file, the place in it and the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A compiled rule; its words stay in `form`.

    reads: every fact that `holds` may look at. overridden_by: places in the topic of the rules that beat it. steps: its
    line in a trace, by outcome.
    """

    form: RuleForm
    holds: Check = field(repr=False)
    reads: frozenset[str] = field(repr=False)
    overridden_by: tuple[int, ...]
    deadline: tuple[Window, ...]
    steps: Mapping[str, TraceStep] = field(repr=False)

    @property
    def id(self) -> str:
        """The rule's name, unique in its pack."""
        return self.form.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A compiled topic: its rules in the order of the document."""

    id: str
    when: Tree = field(repr=False)
    holds: Check = field(repr=False)
    reads: frozenset[str] = field(repr=False)
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPack:
    """One version of a shop's policy.

    pack_version: the first 12 hex digits of the text's sha256. order_number_patterns: linear, best first.
    languages: the first is the default. mentions: the values of each fact that the rules tell apart. statements:
    reply sentences by key, in the first of languages, with `{name}` where a figure of `stated`, `{deadline}` or a day
    of the case such as `{delivered_at}` goes: slots names, of each, what the case has to give. cautions: what replies
    must not say, by key. stated: the document's figures. given: what counts as each kind of evidence, as written.
    source: the file; lines: where in it each rule, topic, window and figure begins.
    """

    store: str
    name: str
    contact: str
    in_force_from: datetime
    pack_version: str
    sla_hours: float
    languages: tuple[str, ...]
    order_number_patterns: tuple[re.Pattern[str], ...]
    headings: tuple[str, ...]
    presumed: Mapping[str, Fact]
    ask_for: Mapping[str, str]
    windows: Mapping[str, Window]
    evidence: Mapping[str, Check]
    definitions: Mapping[str, Tree]
    topics: tuple[Topic, ...]
    mentions: Mapping[str, tuple[Fact, ...]]
    statements: Mapping[str, str]
    slots: Mapping[str, tuple[str, ...]]
    cautions: Mapping[str, str]
    stated: Mapping[str, StatedForm]
    given: Mapping[str, Tree]
    source: str
    lines: Mapping[str, int]


SLOT = re.compile(r"\{(\w*)\}")
_EVIDENCE: Mapping[str, Tree] = {
    "photo": {"has_photo": True},
    "video_or_photo": {"any": [{"has_photo": True}, {"has_video": True}]},
    "order_number": {"number": "known"},
    "description": {"states_description": True},
    "address": {"states_address": True},
    "phone": {"states_phone": True},
    "proof_of_purchase": {"has_proof_of_purchase": True},
}
"""What counts as given, unless a pack defines it otherwise."""


def parse_pack(text: str, source: str) -> PolicyPack:
    """The pack written in `text` (YAML). source: its file, for errors. Raises PackError."""
    form, marks = _form(text, source)
    windows = {
        name: Window(id=name, holidays=form.holidays, **window.model_dump()) for name, window in form.windows.items()
    }
    compiler = Compiler(windows)
    place = _Place(source, marks)
    for name, window in form.windows.items():
        place.known(f"window `{name}`", window.start, list(FACTS))
    for name, tree in form.definitions.items():
        compiler.definitions[name] = place.compiled(compiler, tree, f"definition `{name}`")
    given: dict[str, Tree] = {**_EVIDENCE, **{str(name): tree for name, tree in form.evidence.items()}}
    evidence = {name: place.compiled(compiler, tree, f"evidence `{name}`") for name, tree in given.items()}
    topics = tuple(_topic(topic, form, windows, compiler, place) for topic in form.topics)
    _check_names(form, place)
    statements = {key: " ".join(words.split()) for key, words in form.statements.items()}
    return PolicyPack(
        store=form.store,
        name=form.name,
        contact=form.contact,
        in_force_from=_aware(form.in_force_from),
        pack_version=hashlib.sha256(text.encode()).hexdigest()[:12],
        sla_hours=form.sla_hours,
        languages=form.languages,
        order_number_patterns=tuple(place.pattern(pattern) for pattern in form.order_number),
        headings=form.headings,
        presumed=dict(form.presume),
        ask_for=form.ask_for,
        windows=windows,
        evidence=evidence,
        definitions=form.definitions,
        topics=topics,
        mentions={name: told_apart(groups) for name, groups in compiler.groups.items()},
        statements=statements,
        slots={
            key: tuple(name for name in SLOT.findall(words) if name not in form.stated)
            for key, words in statements.items()
        },
        cautions=form.cautions,
        stated=form.stated,
        given=given,
        source=source,
        lines=marks.named,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in which file something stands, so that errors can say it."""

    source: str
    marks: Marks

    def fault(self, where: str, what: str, fix: str, word: str = "") -> PackError:
        named = word or next(iter(_QUOTED.findall(what)), "")
        return PackError(f"{_at(self.source, self.marks.of(where, named))}: {where}: {what}", fix=fix)

    def known(self, where: str, names: Sequence[str], known: Sequence[str]) -> None:
        for name in names:
            if name not in known:
                raise self.fault(where, f"unknown name `{name}`", nearest(name, known))

    def compiled(self, compiler: Compiler, tree: Mapping[str, object], where: str) -> Check:
        try:
            return compiler.compile(dict(tree))
        except ConditionError as error:
            raise self.fault(where, error.what, error.hint) from None

    def pattern(self, words: str) -> re.Pattern[str]:
        try:
            compiled = re.compile(words, re.IGNORECASE)
        except (re.error, RecursionError, OverflowError) as error:
            raise self.fault("order_number", f"not a pattern: {error}", "write a regular expression", words) from None
        if slow_on(compiled) is not None:
            hint = "give every repeat an upper bound, as in {1,12}, and let no repeat stand within another"
            raise self.fault("order_number", "a pattern that some mails would keep busy for ever", hint, words)
        return compiled


_QUOTED = re.compile(r"`([^`]+)`")


def _at(source: str, line: int | None) -> str:
    return source if line is None else f"{source}, line {line}"


def _form(text: str, source: str) -> tuple[PackForm, Marks]:
    try:
        data, marks = read_marked(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = _at(source, None if mark is None else mark.line + 1)
        raise PackError(f"{where}: is not YAML", fix="mend the indentation or quotes there") from None
    except TwiceError as twice:
        what = f"{_at(source, twice.line)}: `{twice.name}` stands twice in one place, and only one would count"
        raise PackError(what, fix="join the two, or put each into its own entry of `all:`") from None
    except (ValueError, TypeError, ArithmeticError, AttributeError, RecursionError) as error:
        # What YAML takes for a date or a number need not be one: 2026-02-30.
        raise PackError(f"{source}: a value cannot be read: {error}", fix="mend it, or put it in quotes") from None
    try:
        return PackForm.model_validate(data), marks
    except ValidationError as error:
        errors = error.errors()
        # A misspelt name is also a missing one; the misspelling is what to mend.
        first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
        where = f"{_at(source, marks.of_path(first['loc']))}: {_where(data, first['loc'])}"
        raise PackError(f"{where}: {first['msg']}", fix=_mend(first)) from None


def _where(data: object, steps: Sequence[int | str]) -> str:
    """The place of a fault in words: rules and topics by their ids rather than their numbers."""
    words: list[str] = []
    for step in steps:
        data = data[step] if _has(data, step) else None  # type: ignore[index]
        named = data.get("id") if isinstance(data, dict) else None
        words.append(f"`{named}`" if named and isinstance(step, int) else str(step))
    return " > ".join(words) or "top"


def _has(data: object, step: int | str) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _mend(error: Mapping[str, object] | object) -> str:
    location = error["loc"] if isinstance(error, dict) else ()
    if isinstance(error, dict) and error["type"] == "extra_forbidden" and location:
        forms: Mapping[object, type[Form]] = {"rules": RuleForm, "topics": TopicForm, "windows": WindowForm}
        form = next((forms[step] for step in reversed(location) if step in forms), PackForm)
        return nearest(str(location[-1]), list(form.model_fields))
    return "see the other packs for the form"


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _topic(form: TopicForm, pack: PackForm, windows: Mapping[str, Window], compiler: Compiler, place: _Place) -> Topic:
    rules: list[Rule] = []
    for rule in form.rules:
        where = f"rule `{rule.id}`"
        place.known(where, rule.deadline, list(windows))
        place.known(where, (*rule.cites, *rule.requires_cites), pack.headings)
        place.known(where, (*rule.says, *rule.requires_says), list(pack.statements))
        place.known(where, rule.avoids, list(pack.cautions))
        for side in rule.between:
            place.known(f"{where}, side `{side.clause}`", side.says, list(pack.statements))
            place.known(f"{where}, side `{side.clause}`", side.like, [other.id for other in form.rules])
            place.known(f"{where}, side `{side.clause}`", side.deadline, list(windows))
        rules.append(
            Rule(
                form=rule,
                holds=place.compiled(compiler, rule.when, where),
                reads=facts_read(rule.when, pack.definitions),
                overridden_by=_beaten_by(rule, form, place),
                deadline=tuple(windows[name] for name in rule.deadline),
                steps={name: TraceStep(rule=rule.id, outcome=name, because=rule.because) for name in OUTCOMES},
            )
        )
    return Topic(
        id=form.id,
        when=form.when,
        holds=place.compiled(compiler, form.when, f"topic `{form.id}`"),
        reads=facts_read(form.when, pack.definitions),
        rules=tuple(rules),
    )


def _beaten_by(rule: RuleForm, topic: TopicForm, place: _Place) -> tuple[int, ...]:
    ids = [other.id for other in topic.rules]
    for pattern in rule.overrides:
        if not any(fnmatchcase(name, pattern) for name in ids if name != rule.id):
            raise place.fault(
                f"rule `{rule.id}`", f"overrides `{pattern}`, which matches no rule", nearest(pattern, ids)
            )
    return tuple(
        index
        for index, other in enumerate(topic.rules)
        if other.id != rule.id and any(fnmatchcase(rule.id, pattern) for pattern in other.overrides)
    )


def _check_presumed(name: str, value: str | bool, place: _Place) -> None:
    """A fact can be presumed where it is a yes or no or one word; with another value no rule would ever see it."""
    kind = FACTS[name]
    if kind.kind == "flag":
        if not isinstance(value, bool):
            raise place.fault("presume", f"`{name}` cannot be {value!r}", "write true or false")
    elif kind.kind != "choice":
        raise place.fault("presume", f"`{name}` cannot be presumed", "presume only a yes or no, or one word of a list")
    elif value not in kind.values:
        raise place.fault("presume", f"`{name}` cannot be {value!r}", nearest(str(value), kind.values))


def _check_names(form: PackForm, place: _Place) -> None:
    place.known("presume", list(form.presume), list(FACTS))
    for name, value in form.presume.items():
        _check_presumed(name, value, place)
    place.known("ask_for", list(form.ask_for), list(FACTS))
    seen: set[str] = set()
    for rule in (rule for topic in form.topics for rule in topic.rules):
        if rule.id in seen:
            raise place.fault(f"rule `{rule.id}`", "the name is taken", "give each rule a name of its own")
        seen.add(rule.id)
        if (rule.between or rule.silent) and rule.decide != "review":
            raise place.fault(f"rule `{rule.id}`", "a contradiction or a silence is for a person", "decide: review")
        if rule.between and len(rule.between) < 2:
            raise place.fault(f"rule `{rule.id}`", "a contradiction has two sides", "name both clauses in `between`")
    for key, words in form.statements.items():
        known = {"deadline", *form.stated, *(name for name, kind in FACTS.items() if kind.kind == "time")}
        for name in SLOT.findall(words):
            if name not in known:
                raise place.fault(f"statement `{key}`", f"unknown `{{{name}}}`", nearest(name, sorted(known)))
