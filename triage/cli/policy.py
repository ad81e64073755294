"""Commands on policy packs: decide neutral cases, lint packs."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from triage.cli import context
from triage.errors import InputError


def register(commands: "context.Commands") -> None:
    """Add `policy decide` and `policy lint`."""
    policy = commands.add_parser("policy", help="decide cases by the packs, check packs")
    verbs = policy.add_subparsers(dest="verb", metavar="VERB", required=True)
    decide = verbs.add_parser("decide", help="decide neutral cases, JSON Lines in and out")
    decide.add_argument("cases", type=Path, metavar="CASES.jsonl")
    decide.set_defaults(handle=_decide)
    lint = verbs.add_parser("lint", help="check packs: every case decided, no undeclared conflict, no dead rule")
    lint.add_argument("stores", nargs="*", metavar="KEY", help="store keys; default: every pack")
    lint.set_defaults(handle=_lint)
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
    from triage.usecases.lint_packs import lint_packs

    findings = lint_packs(context.project_root(), tuple(args.stores))
    for finding in findings:
        print(finding)
    if not findings:
        print("all packs are sound")
    return 1 if findings else 0


def _gallery(args: argparse.Namespace) -> int:
    from triage.usecases.gallery import gallery

    page = gallery(context.project_root(), args.store, args.language)
    try:
        args.out.write_text(page, encoding="utf-8")
    except OSError as fault:
        raise InputError(
            f"cannot write {args.out}: {fault.strerror}", fix="name a file in a writable folder"
        ) from fault
    print(f"written to {args.out}")
    return 0
