"""How long a silence may last before a connection counts as dead; all in seconds."""

from dataclasses import dataclass

CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Whatever a connection is at, a peer that fell silent is noticed within a minute.

    connect: until a connection stands. read: an answer that may cost a server work. stall, single: the next octets of
    mails that are being fetched, many at once or one alone. heartbeat: how long to wait for news before the server is
    asked whether it is still there. answer: to what costs a server nothing. quiet: after so long a silence of ours,
    ask before relying on the session.
    """

    connect: float = CONNECT_SECONDS
    read: float = 45.0
    stall: float = 10.0
    single: float = 15.0
    heartbeat: float = 40.0
    answer: float = 15.0
    quiet: float = 15.0

    def shortened(self, factor: float) -> "Patience":
        """The same with every limit divided by `factor`, for who cannot wait."""
        return Patience(
            connect=self.connect,
            read=self.read / factor,
            stall=self.stall / factor,
            single=self.single / factor,
            heartbeat=self.heartbeat / factor,
            answer=self.answer / factor,
            quiet=self.quiet / factor,
        )


PATIENCE = Patience()
