"""Commands that look at mail: inspect files, check the whole set-up."""

import argparse
import json
import sys
from pathlib import Path

from triage.cli import context


def register(commands: "context.Commands") -> None:
    """Add `inspect` and `doctor`."""
    inspect = commands.add_parser("inspect", help="triage files without mailbox or database, one JSON object a mail")
    inspect.add_argument(
        "--store", metavar="KEY", help="whose policy to use; default: told by the recipient, else TRIAGE_STORE"
    )
    inspect.add_argument("--orders", type=Path, metavar="FILE", help="order facts, JSON Lines or CSV")
    inspect.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="an .eml, a folder, an mbox file or a Maildir"
    )
    inspect.set_defaults(handle=_inspect)
    doctor = commands.add_parser("doctor", help="check the configuration and everything it points to")
    doctor.set_defaults(handle=_doctor)


def _inspect(args: argparse.Namespace) -> int:
    from triage.usecases.inspect import inspect_paths

    for line in inspect_paths(context.project_root(), args.paths, store=args.store, orders=args.orders):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def _doctor(args: argparse.Namespace) -> int:
    from triage.usecases.doctor import examine

    checks = examine(context.project_root())
    for check in checks:
        print(f"{'ok  ' if check.ok else 'FAIL'} {check.name}: {check.detail}" + ("" if check.ok else f"; {check.fix}"))
    return 0 if all(check.ok for check in checks) else 1
