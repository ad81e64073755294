"""The one entry: reads the command line, runs one command, turns every fault into one line and an exit code."""

import argparse
import os
import signal
import sqlite3
import sys
from collections.abc import Sequence

from triage.cli import data, keep, mailbox, model, policy, reports, serve
from triage.errors import TriageError

PROGRAM = "run.py"


def build_parser() -> argparse.ArgumentParser:
    """Every command with its arguments. Nothing heavy is imported here: `--help` answers at once."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Reads a shop's support mailbox, checks the shop's policy and lays replies into Drafts.",
    )
    parser.add_argument("--debug", action="store_true", help="show tracebacks instead of one-line errors")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for room in (serve, mailbox, data, keep, policy, model, reports):
        room.register(commands)
    return parser


def main(argv: Sequence[str]) -> int:
    """Run one command; returns the exit code: 0 done, 1 failed, 2 usage or configuration."""
    args = build_parser().parse_args(argv)
    if args.debug:
        return int(args.handle(args))
    try:
        return int(args.handle(args))
    except TriageError as fault:
        return _complain(str(fault), fault.exit_code)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Exception as fault:  # noqa: BLE001  # the door: no traceback reaches a user
        return _complain(_in_words(fault), 1)


def _in_words(fault: Exception) -> str:
    """One line on an unexpected fault, with the mend where the kind of fault tells it. No data of customers."""
    cause = getattr(fault, "orig", None) or fault
    if isinstance(cause, OSError) and cause.strerror:
        place = f" ({cause.filename})" if cause.filename else ""
        return f"the system refused: {cause.strerror}{place}; free space or correct the permissions, then run it again"
    if isinstance(cause, sqlite3.OperationalError):
        return f"the database refused: {cause}; check TRIAGE_DATABASE_URL, its folder and the free space"
    if type(fault).__module__.startswith("sqlalchemy"):
        return f"the database refused ({type(cause).__name__}); check TRIAGE_DATABASE_URL and that the server runs"
    return f"unexpected {type(fault).__name__}; run it again with --debug before the command for the details"


def _complain(line: str, code: int) -> int:
    print(f"{PROGRAM}: {' '.join(line.split())}", file=sys.stderr)
    return code


def run() -> None:
    """Entry point of the installed command."""
    sys.exit(main(sys.argv[1:]))
