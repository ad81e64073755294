"""Commands on policy packs: decide cases and tell why, check packs, compare and replay them, show their replies."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import context
from triage.errors import InputError

if TYPE_CHECKING:
    from triage.policy.pack import PolicyPack

if TYPE_CHECKING:
    pass


def register(commands: "context.Commands") -> None:
    """Add `policy` with its verbs."""
    policy = commands.add_parser("policy", help="decide cases by the packs, check packs")
    verbs = policy.add_subparsers(dest="verb", metavar="VERB", required=True)
    decide = verbs.add_parser("decide", help="decide neutral cases, JSON Lines in and out")
    decide.add_argument("cases", type=Path, metavar="CASES.jsonl")
    decide.set_defaults(handle=_decide)
    lint = verbs.add_parser("lint", help="check packs: every case decided, no undeclared conflict, no dead rule")
    lint.add_argument("stores", nargs="*", metavar="KEY", help="store keys; default: every pack")
    lint.add_argument("--record", action="store_true", help="when all are sound, write down that they are proven")
    lint.add_argument("--schema", type=Path, metavar="FILE", help="only write the form of packs as JSON Schema")
    lint.set_defaults(handle=_lint)
    cases = verbs.add_parser("cases", help="does the pack decide the shop's worked cases as they expect")
    cases.add_argument("store", metavar="KEY")
    cases.set_defaults(handle=_cases)
    simulate = verbs.add_parser("simulate", help="replay stored decisions against a changed pack: what would change")
    simulate.add_argument("--store", required=True, metavar="KEY")
    simulate.add_argument("--pack", type=Path, required=True, metavar="FILE", help="the changed pack")
    simulate.add_argument("--since", metavar="DATE", help="tickets received from this day on (UTC); default: all")
    simulate.add_argument("--samples", action="store_true", help="the shop's worked cases in place of stored tickets")
    simulate.add_argument("--html", type=Path, metavar="FILE", help="also write a page with the drafts side by side")
    simulate.set_defaults(handle=_simulate)
    diff = verbs.add_parser("diff", help="what changed between two packs, in words")
    diff.add_argument("old", metavar="A", help="a pack file, or the key of a store for its pack in force")
    diff.add_argument("new", metavar="B")
    diff.set_defaults(handle=_diff)
    explain = verbs.add_parser("explain", help="why a ticket or a case was decided so, as a person would tell it")
    explain.add_argument("what", metavar="TICKET|CASE", help="a ticket's id, or a file of cases (JSON or YAML)")
    explain.set_defaults(handle=_explain)
    new = verbs.add_parser("new", help="a first pack by question and answer, checked as it grows")
    new.add_argument("store", metavar="KEY", help="a short name in lower case, such as my_shop")
    new.set_defaults(handle=_new)
    gallery = verbs.add_parser("gallery", help="every reply in every language on one HTML page, to be read aloud")
    gallery.add_argument("--store", action="append", default=[], metavar="KEY", help="only this one; may be repeated")
    gallery.add_argument("--language", action="append", default=[], metavar="XX", help="only this one; may be repeated")
    gallery.add_argument("--out", type=Path, required=True, metavar="FILE")
    gallery.set_defaults(handle=_gallery)


def _decide(args: argparse.Namespace) -> int:
    """Every readable line is decided and printed; each unreadable one is named on stderr."""
    from triage.loaders.kit import load_packs, load_replies
    from triage.policy.facts import CaseError
    from triage.usecases.decide_case import decide_case

    root = context.project_root()
    packs, replies = load_packs(root), load_replies(root)
    faults = 0
    for number, line in _lines(args.cases):
        try:
            print(json.dumps(decide_case(_object(line), packs, replies), ensure_ascii=False), flush=False)
        except CaseError as fault:
            faults += 1
            print(f"{args.cases}, line {number}: {fault}", file=sys.stderr)
    return 2 if faults else 0


def _object(line: str) -> dict[str, object]:
    from triage.policy.facts import CaseError

    try:
        case = json.loads(line)
    except ValueError as fault:
        raise CaseError(f"not JSON ({fault})", fix="write one JSON object a line") from fault
    if not isinstance(case, dict):
        raise CaseError("not a JSON object", fix="write one policy case a line")
    return case


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines that hold something."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"cannot read {path}: {fault}", fix="give a UTF-8 file with one case a line") from fault
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, line


def _lint(args: argparse.Namespace) -> int:
    from triage.usecases.lint_packs import lint_and_record, lint_packs, write_schema

    if args.schema is not None:
        write_schema(args.schema)
        return 0
    if args.record and args.stores:
        raise InputError("--record is for all packs at once", fix="leave the store keys out")
    root = context.project_root()
    checked = lint_and_record(root) if args.record else lint_packs(root, tuple(args.stores))
    print("\n".join((*(checked.faults or ("all packs are sound",)), *checked.notes)))
    return 1 if checked.faults else 0


def _gallery(args: argparse.Namespace) -> int:
    from triage.usecases.gallery import gallery

    _write(args.out, gallery(context.project_root(), args.store, args.language))
    return 0


def _simulate(args: argparse.Namespace) -> int:
    from triage.loaders.kit import load_packs, load_replies
    from triage.usecases.simulate import as_html, as_text, read_pack, simulate, stored_cases, worked_cases

    root = context.project_root()
    packs = load_packs(root)
    if args.store not in packs:
        raise InputError(f"no store '{args.store}'", fix=f"known: {', '.join(sorted(packs))}")
    new = read_pack(args.pack, args.store)
    since = _since(args.since)
    if args.samples:
        cases = worked_cases(root, args.store)
    else:
        cases = stored_cases(context.app(with_kit=False), args.store, since)
    found = simulate(cases, packs[args.store], new, load_replies(root))
    print(as_text(found))
    if args.html is not None:
        _write(args.html, as_html(root, found))
    return 0


def _since(day: str | None) -> datetime:
    try:
        at = datetime.fromisoformat(day) if day is not None else datetime(1970, 1, 1, tzinfo=UTC)
    except ValueError as fault:
        raise InputError(f"--since {day} is no date", fix="write it as 2026-03-01") from fault
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _diff(args: argparse.Namespace) -> int:
    from triage.policy.compare import differences

    lines = differences(_pack(args.old), _pack(args.new))
    print("\n".join(lines) if lines else "the two packs decide and say the same")
    return 0


def _pack(name: str) -> "PolicyPack":
    from triage.loaders.kit import load_packs, read_pack_file

    packs = load_packs(context.project_root())
    return packs[name][0] if name in packs else read_pack_file(Path(name))


def _explain(args: argparse.Namespace) -> int:
    from triage.usecases.explain_policy import explain_cases, explain_ticket

    path = Path(args.what)
    if path.exists():
        print(explain_cases(context.project_root(), path))
    else:
        print(explain_ticket(context.app(with_kit=False), args.what))
    return 0


def _cases(args: argparse.Namespace) -> int:
    from triage.usecases.worked_cases import check_cases

    count, differences = check_cases(context.project_root(), args.store)
    for line in differences:
        print(line)
    if not differences:
        print(f"all {count} cases are decided as expected")
    return 1 if differences else 0


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as fault:
        raise InputError(f"cannot write {path}: {fault.strerror}", fix="name a file you may write") from fault
    print(f"written to {path}")


def _new(args: argparse.Namespace) -> int:
    from triage.usecases.new_pack import new_pack

    if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", args.store):
        raise InputError(f"'{args.store}' is no store key", fix="use lower-case letters, digits and _")
    root = context.project_root()
    path = new_pack(root, args.store, input, print, datetime.now(UTC))
    shown = path.relative_to(root)
    print(f"written to {shown}; read it beside your page, then run `run.py policy lint {args.store}`")
    return 0
