"""Log lines: one event a line, as JSON for machines or in plain words for a person at a terminal.

What is logged is the matter of those who log: ids and counts, never people's words.
"""

import json
import logging
import logging.handlers
import sys
from datetime import datetime
from pathlib import Path

import structlog
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name
from structlog.typing import EventDict, Processor, WrappedLogger

FILE_BYTES = 10_000_000
FILES_KEPT = 40
DAY_SECONDS = 86_400.0
LONGEST_LINE = 100_000

CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160), 0x2028, 0x2029)}


class _File(logging.handlers.RotatingFileHandler):
    """Turned over once it is full or a day old, so that old lines can be thrown away by the file.

    The library would write every line twice to know whether it still fits.
    """

    begun_at: float | None = None

    def shouldRollover(self, record: logging.LogRecord) -> int:  # noqa: N802  # the library's name for it
        if self.stream is None:
            self.stream = self._open()
        size = self.stream.tell()
        if self.begun_at is None:
            self.begun_at = _first_line_at(Path(self.baseFilename), record.created) if size else record.created
        return size >= self.maxBytes or (size > 0 and record.created - self.begun_at >= DAY_SECONDS)

    def doRollover(self) -> None:  # noqa: N802  # the library's name for it
        super().doRollover()
        self.begun_at = None

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the library's name for it
        """A full disk takes no more lines; whoever looks after it is told elsewhere, in one line and not in forty."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def configure(folder: Path | None = None, *, json_lines: bool | None = None, screen_level: int = logging.INFO) -> None:
    """Send log lines to stderr, and as JSON to `worker.log` in `folder`, which is kept small.

    json_lines: None means plain words on a terminal and JSON elsewhere. screen_level: the least that stderr shows.
    May be called again.
    """
    as_json = not sys.stderr.isatty() if json_lines is None else json_lines
    screen = logging.StreamHandler(sys.stderr)
    screen.setFormatter(_formatter(as_json=as_json))
    screen.setLevel(screen_level)
    handlers: list[logging.Handler] = [screen]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        file = _File(folder / "worker.log", maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True)
        file.setFormatter(_formatter(as_json=True))
        handlers.append(file)
    _replace_handlers(handlers)
    structlog.configure(
        processors=[*_common(), ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def forget_before(folder: Path, moment: datetime) -> int:
    """Throw away turned-over log files with lines from before `moment` (aware UTC); how many.

    The file that is written to holds a day at most.
    """
    gone = 0
    for path in folder.glob("worker.log.*"):
        if _first_line_at(path, moment.timestamp()) < moment.timestamp():
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _first_line_at(path: Path, otherwise: float) -> float:
    """When the first line of a log file was written, in seconds of the epoch."""
    try:
        with path.open(encoding="utf-8") as file:
            return datetime.fromisoformat(json.loads(file.readline(LONGEST_LINE))["at"]).timestamp()
    except (OSError, ValueError, KeyError, TypeError):
        return otherwise


def _replace_handlers(handlers: list[logging.Handler]) -> None:
    ours = logging.getLogger("triage")
    for old in list(ours.handlers):
        ours.removeHandler(old)
        old.close()
    for handler in handlers:
        ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    ours.propagate = False
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def _common() -> list[Processor]:
    return [
        add_log_level,
        add_logger_name,
        ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        _without_traceback,
        _one_line,
    ]


def _formatter(*, as_json: bool) -> ProcessorFormatter:
    render: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=True) if as_json else structlog.dev.ConsoleRenderer(colors=False)
    )
    return ProcessorFormatter(
        foreign_pre_chain=_common(), processors=[ProcessorFormatter.remove_processors_meta, render]
    )


def _without_traceback(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """A traceback repeats the values it met, and those may be people's words; the kind of the fault is enough."""
    fault = event.pop("exc_info", None)
    if fault is True:
        fault = sys.exc_info()
    if isinstance(fault, tuple):
        fault = fault[1]
    if isinstance(fault, BaseException):
        event["fault"] = type(fault).__name__
    return event


def _one_line(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """No value can start a line of its own or colour a terminal."""
    return {key: value.translate(CONTROLS) if isinstance(value, str) else value for key, value in event.items()}
