"""Mails are read in a process of their own.

Two reasons. Reading is half of the work, so it goes on while this process judges and saves the batch before. And it
is the part that meets strangers' bytes: a mail that takes its reader down takes nothing else with it.
"""

import hashlib
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from triage.errors import OperatorError
from triage.loaders.serving import serving_now
from triage.reader.process import Batch, Fell, LoadedProcess, ReadingFailedError
from triage.reader.serving import serve
from triage.reader.walls import ALONE_SECONDS, SHARE_SECONDS
from triage.records import RawMail, Reading

if TYPE_CHECKING:
    from triage.kit import Kit

log = logging.getLogger(__name__)

SILENT_SECONDS = 10.0
"""Without a sign of life for this long, the reader hangs on a mail that does not even use the processor."""
SILENT_ALONE_SECONDS = 30.0
MOST_FALLS = 3
"""After so many mails of one batch took their reader down, the rest of the batch is read mail by mail."""
_MOST_REMEMBERED = 1000


class PutAsideError(ReadingFailedError):
    """Some mails of a batch need more than their share and want to be read alone. readings: the others', by place."""

    def __init__(self, readings: Mapping[int, Reading]) -> None:
        super().__init__("some mails of the batch were put aside")
        self.readings = readings


class ReadingChild:
    """`pipeline.read` in another process; used like it, also by several threads, one batch at a time.

    The child loads while its parent does other things; see `await_loaded`.
    """

    def __init__(
        self,
        root: Path,
        kept: Path | None = None,
        target: Callable[[Connection, Path, Path | None], None] = serve,
    ) -> None:
        self._start = partial(LoadedProcess, root, kept, target)
        self._root = root
        self._turn = threading.Lock()
        self._slow: OrderedDict[bytes, None] = OrderedDict()
        self._passed_over = ""
        self._serving = serving_now(root)
        self._loaded: LoadedProcess | None = self._start()

    def await_loaded(self) -> None:
        """Wait until mails can be read. Raises OperatorError when the child cannot load what it needs."""
        with self._turn:
            self._ready()

    def __call__(
        self,
        mails: Sequence[RawMail],
        store: str,
        kit: "Kit",  # noqa: ARG002  # the child has its own
        own_addresses: frozenset[str],
    ) -> list[Reading]:
        """One reading a mail, in order.

        Raises PutAsideError when some of several mails took too long, else ReadingFailedError when there is no answer.
        """
        with self._turn:
            loaded = self._ready()
            if len(mails) == 1:
                return [self._alone(loaded, mails[0], store, own_addresses)]
            readings = self._together(loaded, mails, store, own_addresses)
        if len(readings) < len(mails):
            raise PutAsideError(readings)
        return [readings[place] for place in range(len(mails))]

    def close(self) -> None:
        """End the child."""
        with self._turn:
            if self._loaded is not None:
                self._loaded.close()
                self._loaded = None

    def _alone(self, loaded: LoadedProcess, mail: RawMail, store: str, own_addresses: frozenset[str]) -> Reading:
        outcome = loaded.ask(_batch([mail], store, own_addresses, ALONE_SECONDS, SILENT_ALONE_SECONDS))
        if isinstance(outcome, Fell):
            # Without a place it never began: the fault may lie with the process that hands out readers.
            raise ReadingFailedError("the reader ended", certain=outcome.place is not None)
        if outcome.overran:
            loaded.drop_reader()
            raise ReadingFailedError("it takes too long", certain=True)
        return outcome.readings[0]

    def _together(
        self, loaded: LoadedProcess, mails: Sequence[RawMail], store: str, own_addresses: frozenset[str]
    ) -> dict[int, Reading]:
        """Readings by place; those that are put aside have none."""
        left = {place: mail for place, mail in enumerate(mails) if not self._is_slow(mail)}
        for _ in range(MOST_FALLS):
            if not left:
                return {}
            places = list(left)
            outcome = loaded.ask(_batch(list(left.values()), store, own_addresses, SHARE_SECONDS, SILENT_SECONDS))
            if not isinstance(outcome, Fell):
                self._put_aside(left[places[at]] for at in outcome.overran)
                if outcome.overran:
                    loaded.drop_reader()
                sound = [place for at, place in enumerate(places) if at not in outcome.overran]
                return dict(zip(sound, outcome.readings, strict=True))
            if outcome.place is None:
                break
            self._put_aside([left.pop(places[outcome.place])])
        raise ReadingFailedError("the reader ended")

    def _ready(self) -> LoadedProcess:
        """The process at work; a fresh one where it is gone, and after a promotion."""
        if self._loaded is None or not self._loaded.is_alive():
            self._serving = serving_now(self._root)
            self._loaded = self._start()
        self._loaded.await_loaded()
        wanted = serving_now(self._root)
        if wanted not in (self._serving, self._passed_over):
            self._loaded = self._promoted(self._loaded, wanted)
        return self._loaded

    def _promoted(self, before: LoadedProcess, wanted: str) -> LoadedProcess:
        """Another model was promoted: a fresh child takes over between two batches, once it has loaded it.

        One that does not load is passed over; the child at work goes on with what it has.
        """
        try:
            after = self._start()
            after.await_loaded()
        except (OperatorError, ReadingFailedError) as fault:
            self._passed_over = wanted
            log.warning("a promoted model does not load", extra={"model": wanted, "fault": type(fault).__name__})
            return before
        before.close()
        log.info("another model reads from now on", extra={"model": wanted, "before": self._serving})
        self._serving, self._passed_over = wanted, ""
        return after

    def _is_slow(self, mail: RawMail) -> bool:
        return bool(self._slow) and _digest(mail) in self._slow

    def _put_aside(self, mails: Iterable[RawMail]) -> None:
        """Remember mails as slow: the next batch that holds one does not wait for it."""
        for mail in mails:
            self._slow[_digest(mail)] = None
            log.warning("a mail is put aside: it takes long to read", extra={"bytes": len(mail.raw)})
        while len(self._slow) > _MOST_REMEMBERED:
            self._slow.popitem(last=False)


def _digest(mail: RawMail) -> bytes:
    return hashlib.sha256(mail.raw).digest()


def _batch(mails: list[RawMail], store: str, own_addresses: frozenset[str], share: float, silent: float) -> Batch:
    return Batch(mails=mails, store=store, own_addresses=own_addresses, share_seconds=share, silent_seconds=silent)
