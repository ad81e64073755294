"""Approved replies against a mail server that fails in every phase: none leaves twice or is lost."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import FULL
from tests.faults.desk import Desk, Wary, a_desk, on_memory
from tests.servers.dovecot import make_certificate
from tests.servers.faulty_smtp import KINDS, PHASES, REFUSALS, Fault, FaultySmtp
from triage.loaders.settings import SmtpSettings

A_PHASE = 1000 if FULL else 25
STALLS = 12 if FULL else 2
"""How many connections of a phase end in a stall, each of which costs its time."""


@pytest.fixture(scope="module")
def certificate(server_home: Path) -> Path:
    """A folder with a certificate for localhost."""
    home = server_home / "smtp-tls"
    home.mkdir()
    make_certificate(home)
    return home


@pytest.fixture
def server(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultySmtp]:
    """A mail server that fails as planned."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "server.pem"))
    server = FaultySmtp(home=certificate)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def desk(server: FaultySmtp, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A shop that sends through it; over TLS and with a password where that is what fails."""
    kind = getattr(request, "param", "")
    settings = SmtpSettings(
        host="127.0.0.1",
        port=server.port,
        security="starttls" if kind == "starttls" else "none",
        user="shop" if kind == "auth" else None,
        password="-" if kind == "auth" else None,
    )
    with on_memory() as (url, folder):
        desk = a_desk(url, folder, Wary(server, settings, monkeypatch))
        yield desk
        desk.shop.app.engine.dispose()


def faults(phase: str, count: int, chance: random.Random) -> list[Fault]:
    """Every kind of fault in one phase, in any order."""
    kinds = [kind for kind in KINDS if kind != "stall"]
    drawn = [chance.choice(kinds) for _ in range(count - STALLS)] + ["stall"] * STALLS
    chance.shuffle(drawn)
    return [Fault(phase, kind, at=chance.randrange(1, 700)) for kind in drawn]


def check(desk: Desk, server: FaultySmtp, count: int) -> None:
    """None twice, none lost, and what is told of each is true."""
    assert max(server.taken.values()) == 1
    ids = {row["id"]: row["message_id"] for row in desk.shop.rows("drafts")}
    sends = desk.sends()
    assert len(sends) == count
    for one in sends:
        taken = server.taken[ids[one["draft_id"]]]
        if one["state"] == "DONE":
            assert taken == 1
        elif one["state"] == "FAILED":
            assert taken == 0
        else:
            assert (one["state"], one["evidence"]["dot"], "dot_at" in one["evidence"]) == ("UNKNOWN", True, True)
    answered = {row["ticket_id"] for row in desk.shop.rows("events") if row["kind"] == "replied"}
    assert answered == {one["ticket_id"] for one in sends if one["state"] == "DONE"}


@pytest.mark.row(32)
@pytest.mark.timeout(3000 if FULL else 120)
@pytest.mark.parametrize(("phase", "desk"), [(phase, phase) for phase in PHASES], indirect=["desk"], ids=[*PHASES])
def test_a_fault_in_one_phase_doubles_nothing_and_leaves_doubt_only_after_the_last_line(
    desk: Desk, server: FaultySmtp, phase: str, chance: random.Random
):
    desk.mails(A_PHASE)
    desk.approve_all()
    planned = faults(phase, A_PHASE, chance)
    server.plan.extend(planned)
    desk.until_settled(minutes=16, rounds=A_PHASE + 20)
    check(desk, server, A_PHASE)
    states = desk.states()
    doubts = sum(fault.leaves_doubt for fault in planned)
    if phase == "body":  # whether the last line left before the cut was felt is for the network to say
        assert states["UNKNOWN"] + states["DONE"] + states["FAILED"] == A_PHASE
    else:
        assert states["UNKNOWN"] == doubts
    if phase in ("connect", "ehlo", "starttls", "auth", "quit"):
        assert states == {"DONE": A_PHASE}
    if phase in ("mail", "rcpt", "dot"):
        assert states["FAILED"] == sum(fault.kind == "5xx" for fault in planned)


@pytest.mark.row(32)
@pytest.mark.timeout(3000 if FULL else 120)
def test_faults_of_every_kind_in_every_phase_mixed_double_nothing_and_lose_nothing(
    desk: Desk, server: FaultySmtp, volume: Callable[[int], int], chance: random.Random
):
    count = volume(5000)
    desk.mails(count)
    desk.approve_all()
    phases = [phase for phase in PHASES if phase not in ("starttls", "auth")]
    early = [phase for phase in phases if phase not in ("connect", "ehlo")]
    for number in range(count + count // 2):
        # One in twenty meets a server that is not there, which makes all the others wait.
        phase = chance.choice(phases if number % 20 == 0 else early)
        fault = Fault(phase, chance.choice((*REFUSALS, "drop-before", "drop-after", "garbage", "partial")), at=300)
        server.plan.append(fault if chance.random() < 0.7 else None)
    desk.until_settled(minutes=16, rounds=count)
    check(desk, server, count)
