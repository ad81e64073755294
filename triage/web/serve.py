"""Serving the console until it is told to stop."""

import errno
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn

from triage.app import App
from triage.errors import OperatorError
from triage.web.site import make_site


def serve(app: App, *, host: str, port: int) -> int:
    """Listen on one address until SIGTERM or Ctrl-C, then finish what is running; 0.

    Raises `OperatorError` when the port is taken or not ours to use.
    """
    site = make_site(app)
    listener = _listen(host, port)
    config = uvicorn.Config(
        site, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=10, lifespan="off"
    )
    shown = f"[{host}]" if ":" in host else host
    print(f"The console is at http://{shown}:{listener.getsockname()[1]}/ (stop it with Ctrl-C)", flush=True)  # noqa: T201  # what people wait for
    with listener, _told_to_stop():
        uvicorn.Server(config).run(sockets=[listener])
    return 0


@contextmanager
def _told_to_stop() -> Iterator[None]:
    """SIGTERM and Ctrl-C end what is inside, and that is no failure: the server passes them on when it has finished."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    except _Told:
        return
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Told(BaseException):
    """Somebody told the program to stop."""


def _stop(_: int, __: FrameType | None) -> None:
    raise _Told


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
    except OSError as fault:
        raise OperatorError(f"'{host}' is no address of this machine", fix="use 127.0.0.1 or 0.0.0.0") from fault
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as fault:
        listener.close()
        raise _no_port(host, port, fault) from fault
    return listener


def _no_port(host: str, port: int, fault: Exception) -> OperatorError:
    number = getattr(fault, "errno", None)
    if number == errno.EADDRINUSE:
        return OperatorError(f"port {port} of {host} is taken by another program", fix="stop it or give another --port")
    if number == errno.EACCES:
        return OperatorError(f"port {port} needs more rights than this user has", fix="give a --port from 1024 on")
    return OperatorError(f"cannot listen on {host}, port {port}", fix="give an address of this machine and a free port")
