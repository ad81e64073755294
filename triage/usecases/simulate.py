"""Replay of stored decisions against a changed pack: what would have gone otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from triage.app import App
from triage.errors import InputError, OperatorError
from triage.kit import Replies
from triage.loaders.kit import read_pack_file
from triage.policy.compare import differences
from triage.policy.decision import Decision
from triage.policy.evaluate import decide
from triage.policy.facts import Case, read_case
from triage.policy.pack import PolicyPack
from triage.records import Draft, Label
from triage.stages.draft import Matter, compose
from triage.store import messages
from triage.store.engine import reading

EXAMPLES = 50
"""Flips shown with their drafts; all are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One case to replay: where it comes from, in words, and its contract JSON."""

    name: str
    case: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A case whose decision or draft changes. drafts: before and after, only for the examples."""

    name: str
    category: str
    before: Decision
    after: Decision
    drafts: tuple[Draft, Draft] | None = None

    @property
    def change(self) -> str:
        """What changes of the decision, in words; "" when only the reply is worded otherwise."""
        if self.before.decision != self.after.decision:
            return f"{self.before.decision} -> {self.after.decision}"
        parts = [name for name in ("remedies", "missing", "deadline") if _part(self, name)]
        return f"{self.before.decision}, other {' and '.join(parts)}" if parts else ""


def _part(flip: Flip, name: str) -> bool:
    return bool(getattr(flip.before, name) != getattr(flip.after, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What a changed pack would have done. counts: flips in words; words_only: decided alike, worded otherwise."""

    store: str
    replayed: int
    unreadable: int
    flips: tuple[Flip, ...]
    counts: Mapping[str, int]
    words_only: int
    changes: tuple[str, ...]


def simulate(
    cases: Iterable[Replayed], versions: Sequence[PolicyPack], new: PolicyPack, replies: Replies
) -> Simulation:
    """Decide every case by the version in force on its order's date and by `new`. versions: newest first."""
    flips: list[Flip] = []
    replayed = unreadable = examples = 0
    for one in cases:
        try:
            case = read_case(one.case)
        except InputError:
            unreadable += 1
            continue
        replayed += 1
        old = _in_force(versions, case)
        before, after = decide(old, case), decide(new, case)
        if _same(before, after, old, new):
            continue
        drafts = None
        if examples < EXAMPLES:
            examples += 1
            drafts = (_draft(case, before, old, replies), _draft(case, after, new, replies))
        flips.append(Flip(name=one.name, category=case.category, before=before, after=after, drafts=drafts))
    decided = [flip for flip in flips if flip.change]
    counts = Counter(flip.change for flip in decided)
    return Simulation(
        store=new.store,
        replayed=replayed,
        unreadable=unreadable,
        flips=tuple(sorted(flips, key=lambda flip: not flip.change)),
        counts=dict(counts.most_common()),
        words_only=len(flips) - len(decided),
        changes=tuple(differences(versions[0], new)),
    )


def _same(before: Decision, after: Decision, old: PolicyPack, new: PolicyPack) -> bool:
    """Whether nobody would notice: the same decision, and the same words for it."""
    if (before.statements, _apart(before)) != (after.statements, _apart(after)):
        return False
    return _said_by(before, old) == _said_by(after, new)


def _apart(decision: Decision) -> Mapping[str, object]:
    """The contract's fields without the trace, which names rules that decide nothing."""
    return {name: value for name, value in decision.to_json().items() if name != "trace"}


def _said_by(decision: Decision, pack: PolicyPack) -> list[object]:
    """The sentences with the figures that go into them."""
    figures = {name: (figure.value, figure.unit) for name, figure in pack.stated.items()}
    words = [pack.statements.get(key, "") for key in decision.statements]
    return [(said, [shown for name, shown in figures.items() if "{" + name + "}" in said]) for said in words]


def _in_force(versions: Sequence[PolicyPack], case: Case) -> PolicyPack:
    placed = case.order.get("placed_at")
    at = placed if isinstance(placed, datetime) else case.as_of
    return next((pack for pack in versions if pack.in_force_from <= at), versions[-1])


def _draft(case: Case, decision: Decision, pack: PolicyPack, replies: Replies) -> Draft:
    number = case.order.get("number")
    matter = Matter(
        label=Label(case.category), order_number=number if isinstance(number, str) else None, decision=decision
    )
    return compose([matter], pack, replies, subject="")


def stored_cases(app: App, store: str, since: datetime) -> Iterator[Replayed]:
    """Every decided claim of the store's tickets since then, oldest first."""
    with reading(app.engine) as conn:
        for public_id, case in messages.cases_since(conn, store, since):
            yield Replayed(name=f"ticket {public_id}", case=case)


def worked_cases(root: Path, store: str) -> Iterator[Replayed]:
    """The store's own worked cases, for a shop that has no tickets yet."""
    path = root / "data" / "policies" / store / "cases.yaml"
    if not path.exists():
        raise OperatorError(f"no worked cases of {store}", fix=f"write data/policies/{store}/cases.yaml")
    for case in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
        facts = {name: value for name, value in case.items() if name != "expected"}
        yield Replayed(name=f"worked case {case['id']}", case=facts)


def read_pack(path: Path, store: str) -> PolicyPack:
    """A pack from a file, which has to be for this store."""
    pack = read_pack_file(path)
    if pack.store != store:
        raise InputError(f"{path} is a pack of '{pack.store}', not of '{store}'", fix="give --store or another file")
    return pack


def as_text(found: Simulation) -> str:
    """The result as lines for a terminal."""
    lines = [
        f"{found.store}: {found.replayed} decisions replayed, {len(found.flips) - found.words_only} change, "
        f"{found.words_only} keep their decision and change their words."
    ]
    if found.unreadable:
        lines.append(f"{found.unreadable} stored cases are of an older form and were left out.")
    lines += [f"  {count:5} {change}" for change, count in found.counts.items()]
    for flip in found.flips[:10]:
        lines.append(f"  {flip.name} ({flip.category.replace('_', ' ')}): {_said(flip.before)} -> {_said(flip.after)}")
    if len(found.flips) > 10:
        lines.append(f"  and {len(found.flips) - 10} more; --html FILE shows them with their drafts.")
    return "\n".join(lines)


def _said(decision: Decision) -> str:
    missing = f"missing {', '.join(decision.missing)}" if decision.missing else ""
    until = f"until {decision.deadline}" if decision.deadline else ""
    return ", ".join(part for part in (decision.decision, " or ".join(decision.remedies), missing, until) if part)


def as_html(root: Path, found: Simulation) -> str:
    """The result as a page: what changed in the pack, how many decisions flip, examples with both drafts."""
    environment = Environment(
        loader=FileSystemLoader(root / "templates" / "reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("simulate.html.j2").render(found=found, said=_said)
