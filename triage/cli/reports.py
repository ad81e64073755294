"""Commands on the promise: due times and the managers' report."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from triage.cli import context
from triage.errors import InputError, OperatorError


def register(commands: "context.Commands") -> None:
    """Add `sla due` and `report`."""
    sla = commands.add_parser("sla", help="the clock").add_subparsers(dest="verb", metavar="VERB", required=True)
    due = sla.add_parser("due", help="the due time that the clock would set, as JSON")
    due.add_argument("--store", required=True, metavar="KEY")
    due.add_argument("--received", required=True, metavar="ISO")
    due.set_defaults(handle=_due)
    report = commands.add_parser("report", help="the managers' SLA report")
    report.add_argument("--from", dest="first", required=True, metavar="DATE")
    report.add_argument("--to", dest="last", required=True, metavar="DATE")
    report.add_argument("--format", choices=("html", "json", "csv", "pdf"), default="html")
    report.add_argument("--out", type=Path, metavar="FILE", help="where to write; default: standard output")
    report.set_defaults(handle=_report)


def parse_instant(text: str, option: str) -> datetime:
    """An ISO time with an offset, as aware UTC."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as fault:
        raise InputError(f"{option} '{text}' is no ISO time", fix="write it like 2026-03-01T09:12:00+00:00") from fault
    if instant.tzinfo is None:
        raise InputError(f"{option} '{text}' has no offset", fix="add one, such as Z or +02:00")
    return instant.astimezone(UTC)


def _due(args: argparse.Namespace) -> int:
    from triage.loaders.kit import load_packs
    from triage.sla.clock import Promise, due_at

    received = parse_instant(args.received, "--received")
    packs = load_packs(context.project_root())
    if args.store not in packs:
        raise OperatorError(f"no store '{args.store}'", fix=f"known: {', '.join(sorted(packs))}")
    promise = Promise(hours=packs[args.store][0].sla_hours)
    line = {
        "store": args.store,
        "received_at": received.isoformat(),
        "due_at": due_at(received, promise).isoformat(),
        "promise_hours": promise.hours,
    }
    print(json.dumps(line))
    return 0


def _report(args: argparse.Namespace) -> int:
    from triage.usecases.report import write_report

    content = write_report(context.app(with_kit=False), first=args.first, last=args.last, form=args.format)
    if args.out is None:
        sys.stdout.buffer.write(content)
    else:
        args.out.write_bytes(content)
        print(f"written to {args.out}")
    return 0
