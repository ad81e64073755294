"""The process of the demo's mail servers: ends when its parent does, however that ended."""

import json
import os
import signal
import sys
import threading
from pathlib import Path

from triage.demo.servers import run_servers


def main() -> None:
    """Serve what the JSON argument names; standard input stays open as long as the parent lives."""
    wanted = json.loads(sys.argv[1])
    threading.Thread(target=_end_with_parent, daemon=True).start()
    run_servers(
        imap_port=wanted["imap_port"],
        smtp_port=wanted["smtp_port"],
        users=wanted["users"],
        folder=Path(wanted["folder"]),
        ready=Path(wanted["ready"]),
    )


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
