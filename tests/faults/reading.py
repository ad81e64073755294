"""What a test needs to know of the process that reads mails."""

import os
from pathlib import Path

from triage.kit import Kit, NotLoaded
from triage.reader.apart import ReadingChild

ROOT = Path(__file__).resolve().parents[2]
NO_KIT = Kit(packs={}, replies=NotLoaded(), classifier=NotLoaded())


def cpu_seconds(child: ReadingChild) -> float:
    """Processor time of the one that reads, and of all that read before it."""
    assert child._loaded is not None
    ticks = 0
    for process, fields in ((child._loaded._process.pid, (15, 16)), (child._loaded.reader_pid, (13, 14))):
        stat = Path(f"/proc/{process}/stat")
        words = stat.read_text().rpartition(")")[2].split() if stat.exists() else ["0"] * 50
        ticks += sum(int(words[field - 2]) for field in fields)
    return ticks / os.sysconf("SC_CLK_TCK")


def peak_bytes(child: ReadingChild) -> int:
    """The most memory that the reader held beyond what the process it was copied from holds; then it is replaced."""
    assert child._loaded is not None
    loaded, reader = child._loaded._process.pid, child._loaded.reader_pid
    peak = _status(reader, "VmHWM") - _status(loaded, "VmRSS")
    child._loaded.drop_reader()
    return max(0, peak)


def _status(process: int | None, field: str) -> int:
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{field}:"))
