"""Commands on what is kept of people: erase, export."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import context

if TYPE_CHECKING:
    from triage.app import App
    from triage.usecases.erase import Erasure


def register(commands: "context.Commands") -> None:
    """Add `erase`, `export`, `reconcile`, `backup`, `restore` and `instance`."""
    _register_copies(commands)
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


def _register_copies(commands: "context.Commands") -> None:
    again = commands.add_parser("reconcile", help="compare the mailbox with what we know: each mail in one state")
    again.add_argument("--file-again", action="store_true", help="lay replies that were thrown away into Drafts anew")
    again.add_argument(
        "--rebuild", action="store_true", help="with an empty database: tickets again from the mailbox, nothing sent"
    )
    again.add_argument("--since", metavar="SPAN", default="30d", help="with --rebuild: how far back (30d, all, ISO)")
    again.set_defaults(handle=_reconcile)
    backup = commands.add_parser("backup", help="copy database, mails and key while the worker runs, and prove it")
    backup.add_argument("--out", type=Path, metavar="DIR", help="where to; default: backups/ in the data folder")
    backup.set_defaults(handle=_backup)
    restore = commands.add_parser("restore", help="put a backup into an empty data folder and database")
    restore.add_argument("folder", type=Path, metavar="DIR", help="a folder that `backup` made")
    restore.set_defaults(handle=_restore)


def _reconcile(args: argparse.Namespace) -> int:
    from triage.usecases.reconcile import reconcile

    app = context.app(mailboxes=True, apart=args.rebuild)
    if args.rebuild:
        return _rebuild(app, args.since)
    alarms = 0
    for account in app.settings.accounts:
        mailbox = app.connect(account)
        try:
            found = reconcile(app, account, mailbox, file_again=args.file_again)
        finally:
            mailbox.close()
        states = ", ".join(f"{count} {state}" for state, count in found.states.items())
        print(f"{account.name}: {found.on_server} mails on the server ({states}), {found.gone} no longer there")
        if found.drafts_gone:
            again = (
                f"; {found.filed_again} are filed again" if args.file_again else "; --file-again lays them there anew"
            )
            print(f"{account.name}: {found.drafts_gone} of our replies are neither in Drafts nor in Sent{again}")
        if found.alarm:
            print(f"{account.name}: ALARM: {found.alarm}")
        alarms += bool(found.unexplained)
    return 1 if alarms else 0


def _rebuild(app: "App", since: str) -> int:
    from triage.loaders.settings import parse_since
    from triage.usecases.rebuild import rebuild

    for name, counts in rebuild(app, parse_since(since, "--since")).items():
        print(f"{name}: " + ", ".join(f"{count} {state}" for state, count in sorted(counts.items())))
    print("what agents said, closed or erased before is not known any more; console accounts: run.py user add")
    return 0


def _backup(args: argparse.Namespace) -> int:
    from triage.usecases.backup import LEFT_OUT, backup

    made = backup(context.app(with_kit=False), args.out)
    print(f"{made.folder}: {made.files} files, {made.size_bytes} bytes, {made.counts['tickets']} tickets; proven")
    print(f"not in it: {LEFT_OUT}")
    return 0


def _restore(args: argparse.Namespace) -> int:
    from triage.usecases.instance import adopt
    from triage.usecases.restore import put_back

    manifest = put_back(context.settings(), args.folder)
    held = adopt(context.app(with_kit=False))
    print(f"put back: the backup of {manifest['made_at']}, {manifest['counts']['tickets']} tickets")
    print(f"{held} replies are held: the worker looks for them in Sent, else a person decides")
    print("not in it: " + manifest["left_out"])
    print("erase again whom you erased since then; the worker looks through Drafts and Sent before it files anything")
    return 0


def _erase(args: argparse.Namespace) -> int:
    from triage.usecases.erase import erase

    done = erase(context.app(with_kit=False), args.customer, dry_run=args.dry_run)
    if not done.found:
        if done.copies:
            print(_copies(done.copies, dry_run=args.dry_run))
        print("nothing is kept about this address")
        return 0
    verb = "would be erased" if args.dry_run else "erased"
    print(
        f"{verb}: {done.tickets} tickets, {done.messages} mails, {done.attachments} files in them, "
        f"{done.drafts} replies, {done.orders} orders, {done.confirmed} confirmed labels, "
        f"{done.waiting} mails not triaged yet"
    )
    if done.copies:
        print(_copies(done.copies, dry_run=args.dry_run))
    if not args.dry_run:
        print(f"gone from the disk: {done.files} files; from Drafts: {done.drafts_removed} replies")
    for line in _left(done, dry_run=args.dry_run):
        print(line)
    return 0


def _copies(count: int, *, dry_run: bool) -> str:
    verb = "would go" if dry_run else "gone"
    return f"{verb}: {count} copies of the database, made before upgrades, in which the person may stand"


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
