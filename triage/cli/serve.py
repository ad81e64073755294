"""Commands that stay: the worker, the console, the demo."""

import argparse

from triage.cli import context


def register(commands: "context.Commands") -> None:
    """Add `worker`, `console` and `demo`."""
    worker = commands.add_parser("worker", help="poll every configured mailbox on a schedule")
    worker.add_argument("--once", action="store_true", help="one full pass over every mailbox, then exit")
    worker.set_defaults(handle=_worker)
    console = commands.add_parser("console", help="serve the review console")
    console.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    console.add_argument("--port", type=int, default=8000, help="port to listen on")
    console.set_defaults(handle=_console)
    demo = commands.add_parser("demo", help="the whole product on embedded servers and sample mails")
    demo.add_argument("--once", action="store_true", help="exit when the sample mailbox is triaged")
    demo.add_argument("--port", type=int, default=8000, help="port of the console")
    demo.set_defaults(handle=_demo)


def _worker(args: argparse.Namespace) -> int:
    app = context.app(mailboxes=True, apart=True)
    from triage import worker

    return worker.run(app, once=args.once)


def _console(args: argparse.Namespace) -> int:
    app = context.app()
    from triage.web.serve import serve

    return serve(app, host=args.host, port=args.port)


def _demo(args: argparse.Namespace) -> int:
    from triage.demo.run import run_demo

    return run_demo(context.project_root(), once=args.once, port=args.port)
