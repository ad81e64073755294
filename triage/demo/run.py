"""The whole product on embedded parts: a mailbox a store, sixty and more mails, drafts, console, report."""

import fcntl
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from imapclient import IMAPClient
from rich.console import Console
from rich.progress import track

from triage import worker
from triage.app import App, build_app
from triage.demo.samples import REFERENCE, deliveries, moved_orders
from triage.demo.table import summary
from triage.errors import OperatorError, RetryLater
from triage.loaders.settings import Account, Settings, SmtpSettings
from triage.usecases.accounts import add_user
from triage.usecases.orders_import import import_orders

ADDRESSES = {
    "mila_mvmt": "support@milamvmt.example",
    "milliretro": "support@milliretro.example",
    "milisima": "customersupport@milisima.example",
    "marketplace": "help@marketplace.example",
    "migems": "care@migems.example",
}
PASSWORD = "demo-only-password"  # noqa: S105  # printed for everyone to see; guards invented mail on loopback
LOG_INS = {"alex": "agent", "maria": "manager", "ada": "admin"}
LOOK_BACK = timedelta(days=32)
START_SECONDS = 20.0
MARK = ".triage-demo"
WIDTH = 130
"""Columns of the table when it goes to a file."""


def run_demo(root: Path, *, once: bool, port: int) -> int:
    """Start everything anew, triage the sample mailbox, print it; then serve the console unless `once`."""
    screen = Console(soft_wrap=False)
    if not screen.is_terminal:
        screen.width = WIDTH
    if not once:
        _require_free(port)
    with _only_one(root / "data"):
        return _run(root, screen, once=once, port=port)


def _require_free(port: int) -> None:
    """Say that the console's port is taken before anything is done."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as fault:
        raise OperatorError(
            f"port {port} of 127.0.0.1 cannot be used ({fault.strerror})",
            fix="give another --port (make demo PORT=8001)",
        ) from fault


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Hold the demo's folder: a second demo would empty it under the first."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise OperatorError("a demo is running already", fix="use it, or stop it with Ctrl-C first") from fault
        yield


def _run(root: Path, screen: Console, *, once: bool, port: int) -> int:
    home = _fresh_home(root / "data" / "demo")
    started_at = datetime.now(UTC)
    with _servers(home) as ports:
        app = build_app(_settings(root, home, ports))
        _fill(app, root, started_at - REFERENCE, screen)
        failed = worker.run(app, once=True)
        screen.print(summary(app))
        for name, role in LOG_INS.items():
            add_user(app, name=name, role=role, password=PASSWORD)
        if once or failed:
            return failed
        return _stay(app, port, screen)


def _fresh_home(home: Path) -> Path:
    """An empty folder for this run; only a folder that an earlier demo made is emptied."""
    if home.exists() and any(home.iterdir()) and not (home / MARK).exists():
        raise OperatorError(f"{home.name}/ holds files that no demo made", fix="move them elsewhere and start again")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    (home / MARK).touch()
    return home


@contextmanager
def _servers(home: Path) -> Iterator[tuple[int, int]]:
    """The IMAP and SMTP servers in a process of their own; gives their ports."""
    imap_port, smtp_port = _free_ports()
    ready = home / "servers.ready"
    wanted = {
        "imap_port": imap_port,
        "smtp_port": smtp_port,
        "users": dict.fromkeys(ADDRESSES.values(), PASSWORD),
        "folder": str(home / "outbox"),
        "ready": str(ready),
    }
    with (home / "servers.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", "triage.demo.process", json.dumps(wanted)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _await_ready(process, ready)
        yield imap_port, smtp_port
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]


def _await_ready(process: "subprocess.Popen[bytes]", ready: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not ready.exists():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RetryLater("the demo's mail servers did not start", fix="look into data/demo/servers.log")
        time.sleep(0.05)


def _settings(root: Path, home: Path, ports: tuple[int, int]) -> Settings:
    smtp = SmtpSettings(host="127.0.0.1", port=ports[1], security="none")
    accounts = tuple(
        Account(
            name=store,
            store=store,
            host="127.0.0.1",
            port=ports[0],
            user=address,
            password=PASSWORD,
            security="none",
            from_address=address,
            since=LOOK_BACK,
            poll_seconds=5.0,
            smtp=smtp,
        )
        for store, address in ADDRESSES.items()
    )
    return Settings(
        database_url=f"sqlite:///{home / 'triage.db'}",
        data_dir=home,
        accounts=accounts,
        secret_key=b"the demo signs nothing that matters",
        root=root,
    )


def _fill(app: App, root: Path, by: timedelta, screen: Console) -> None:
    """Deliver the sample mails and take in the demo orders, all moved to now."""
    orders = app.settings.data_dir / "orders.jsonl"
    moved_orders(root / "data" / "orders" / "demo.jsonl", orders, by)
    import_orders(app, orders)
    mails = list(deliveries(root / "data" / "samples", by))
    boxes = {account.store: _box(account) for account in app.settings.accounts}
    for mail in track(mails, description="Delivering mail", console=screen, disable=not screen.is_terminal):
        boxes[mail.store].append("Sent" if mail.sent else "INBOX", mail.raw, (), mail.at)
    for box in boxes.values():
        box.logout()


def _box(account: Account) -> IMAPClient:
    """A plain session of the post, which delivers, beside the product's own, which reads."""
    box = IMAPClient(account.host, account.port, ssl=False, timeout=START_SECONDS)
    box.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    box.login(account.user, account.password)
    return box


def _stay(app: App, port: int, screen: Console) -> int:
    """The worker beside the console, until the console is stopped."""
    from triage.web.serve import serve

    stop = threading.Event()
    watching = threading.Thread(target=worker.run, args=(app,), kwargs={"once": False, "stop": stop}, daemon=True)
    watching.start()
    screen.print("\n[bold]Log in to the console[/bold]")
    for name, role in LOG_INS.items():
        screen.print(f"  {role:<8} [bold]{name:<6}[/bold] password [bold]{PASSWORD}[/bold]")
    try:
        return serve(app, host="127.0.0.1", port=port)
    finally:
        stop.set()
        watching.join(timeout=5)
