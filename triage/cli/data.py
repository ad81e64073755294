"""Commands on what the product keeps: orders, accounts, tickets."""

import argparse
import getpass
import json
import sys
from pathlib import Path

from triage.cli import context
from triage.errors import InputError

ROLES = ("agent", "manager", "admin")


def register(commands: "context.Commands") -> None:
    """Add `orders import`, `user add` and `tickets`."""
    orders = commands.add_parser("orders", help="order facts").add_subparsers(
        dest="verb", metavar="VERB", required=True
    )
    load = orders.add_parser("import", help="take in order facts from JSON Lines or CSV")
    load.add_argument("file", type=Path, metavar="FILE")
    load.set_defaults(handle=_import)
    users = commands.add_parser("user", help="console accounts").add_subparsers(
        dest="verb", metavar="VERB", required=True
    )
    add = users.add_parser("add", help="add a console account, or set its role and password anew")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=ROLES, required=True)
    add.set_defaults(handle=_add_user)
    tickets = commands.add_parser("tickets", help="one line a ticket")
    tickets.add_argument("--json", action="store_true", help="one JSON object a line")
    tickets.set_defaults(handle=_tickets)


def _import(args: argparse.Namespace) -> int:
    from triage.usecases.orders_import import import_orders

    report = import_orders(context.app(with_kit=False), args.file)
    print(f"{report.added} orders added, {report.changed} changed, {report.unchanged} as they were")
    return 0


def _add_user(args: argparse.Namespace) -> int:
    from triage.usecases.accounts import add_user

    password = _password()
    changed = add_user(context.app(with_kit=False), name=args.name, role=args.role, password=password)
    print(f"{args.name} ({args.role}) {'changed' if changed else 'added'}")
    return 0


def _password() -> str:
    """Asked for twice on a terminal; else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password (12 characters or more): ")
    if first != getpass.getpass("Again: "):
        raise InputError("the two passwords differ", fix="run it again and type the same twice")
    return first


def _tickets(args: argparse.Namespace) -> int:
    from triage.usecases.tickets import list_tickets, ticket_line

    for ticket in list_tickets(context.app(with_kit=False)):
        print(json.dumps(ticket, ensure_ascii=False) if args.json else ticket_line(ticket))
    return 0
