"""Commands on what is kept of people: erase, export."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import context

if TYPE_CHECKING:
    from triage.usecases.erase import Erasure


def register(commands: "context.Commands") -> None:
    """Add `erase`, `export` and `instance`."""
    erase = commands.add_parser(
        "erase", help="erase a person's data: tickets, mails, files, drafts, order facts; report totals stay"
    )
    erase.add_argument("--customer", required=True, metavar="ADDRESS")
    erase.add_argument("--dry-run", action="store_true", help="only say what would be erased")
    erase.set_defaults(handle=_erase)
    export = commands.add_parser("export", help="write a person's data into a folder, to hand it to them")
    export.add_argument("--customer", required=True, metavar="ADDRESS")
    export.add_argument("--out", type=Path, metavar="DIR", help="a new or empty folder; default: ./export-ADDRESS-TIME")
    export.set_defaults(handle=_export)
    instance = commands.add_parser("instance", help="is this the installation that sends, or a copy of it")
    verbs = instance.add_subparsers(dest="verb", metavar="VERB")
    adopt = verbs.add_parser("adopt", help="from now on this one sends and files; stop the other one first, for good")
    adopt.set_defaults(handle=_adopt)
    instance.set_defaults(handle=_standing)


def _erase(args: argparse.Namespace) -> int:
    from triage.usecases.erase import erase

    done = erase(context.app(with_kit=False), args.customer, dry_run=args.dry_run)
    if not done.found:
        print("nothing is kept about this address")
        return 0
    verb = "would be erased" if args.dry_run else "erased"
    print(
        f"{verb}: {done.tickets} tickets, {done.messages} mails, {done.attachments} files in them, "
        f"{done.drafts} replies, {done.orders} orders, {done.confirmed} confirmed labels, "
        f"{done.waiting} mails not triaged yet"
    )
    if not args.dry_run:
        print(f"gone from the disk: {done.files} files; from Drafts: {done.drafts_removed} replies")
    for line in _left(done, dry_run=args.dry_run):
        print(line)
    return 0


def _left(done: "Erasure", *, dry_run: bool) -> Iterator[str]:
    """What the shop has to do itself."""
    if done.drafts_left:
        yield f"left in Drafts: {done.drafts_left} replies that a person had changed; delete them there"
    for name in done.not_asked:
        yield f"mailbox '{name}' is not configured any more: look for replies to this person in its Drafts yourself"
    if done.mentions:
        yield f"the address also stands in {done.mentions} mails of other people, which are kept"
    if done.confirmed:
        yield "a classifier may have learnt from these mails: run `model train --confirmed` to train it without them"
    yield "not ours to delete: the person's mails and your answers in the mailbox itself, and backups made before"
    if not dry_run:
        yield "an order import that names this person brings their orders back"


def _standing(_: argparse.Namespace) -> int:
    from triage.usecases.instance import standing

    print(standing(context.app(with_kit=False)))
    return 0


def _adopt(_: argparse.Namespace) -> int:
    from triage.usecases.instance import adopt

    held = adopt(context.app(with_kit=False))
    print(f"this installation sends and files from now on; {held} replies are held for a person, as they may have left")
    return 0


def _export(args: argparse.Namespace) -> int:
    from triage.usecases.export import export

    done = export(context.app(with_kit=False), args.customer, out=args.out)
    print(f"{done.folder}: {done.tickets} tickets, {done.mails} mails, {done.files} files, {done.orders} orders")
    if done.missing:
        print(f"{done.missing} mails or files are not kept any more")
    return 0
