"""A person works in Drafts while the bot rewrites: no word of theirs is lost, and nobody else's draft is touched."""

import email
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from tests.fakes.shop import Shop, a_mail
from tests.faults.world import World
from tests.servers.dovecot import PASSWORD, Dovecot
from triage.loaders.settings import Account
from triage.mail.imap import connect
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.watch_drafts import watch_drafts
from triage.usecases.watch_sent import watch

OURS = "X-Triage-Draft"


@dataclass(frozen=True)
class Program:
    """How a mail program saves a draft that a person changed.

    same_id: it keeps our Message-ID. names: headers of threading that it keeps. first: it stores its version before it
    gives up the old one. gives_up: how: `expunge` takes out that UID alone, `mark` leaves it marked, `sweep` marks and
    expunges the folder, `move` moves it to Trash. pause_seconds: between the two.
    """

    same_id: bool
    names: tuple[str, ...] = ("In-Reply-To", "References")
    first: bool = True
    gives_up: str = "expunge"
    pause_seconds: float = 0.0


PROGRAMS = {
    "desktop, new id each time": Program(same_id=False),
    "desktop, marks the old one": Program(same_id=False, gives_up="mark"),
    "desktop, sweeps the folder": Program(same_id=False, gives_up="sweep", pause_seconds=0.05),
    "desktop, keeps In-Reply-To only": Program(same_id=False, names=("In-Reply-To",), gives_up="move"),
    "web mail": Program(same_id=True, names=("In-Reply-To", "References", OURS)),
    "terminal": Program(same_id=True, names=("In-Reply-To", "References", OURS), first=False),
    "phone, old one to Trash first": Program(same_id=False, first=False, gives_up="move", pause_seconds=0.1),
    "phone without references": Program(same_id=False, names=(), first=False, pause_seconds=0.05),
}
DEEDS = ("edit", "edit", "edit", "delete", "move", "send", "send changed")


@contextmanager
def a_program(account: Account) -> Iterator[IMAPClient]:
    """A session of somebody's own."""
    client = IMAPClient(account.host, account.port, ssl=False, timeout=30)
    client.login(account.user, PASSWORD)
    with client:
        yield client


def octets_in(account: Account, folder: str) -> dict[int, tuple[bytes, tuple[bytes, ...]]]:
    """Octets and flags of every mail of a folder."""
    with a_program(account) as client:
        client.select_folder(folder, readonly=True)
        found = client.fetch(client.search("ALL"), ["BODY.PEEK[]", "FLAGS"])
        return {
            uid: (data[b"BODY[]"], tuple(sorted(set(data[b"FLAGS"]) - {b"\\Recent"}))) for uid, data in found.items()
        }


def changed_by(raw: bytes, program: Program, number: int) -> bytes:
    """The draft as a mail program stores it after a person wrote into it."""
    mail = email.message_from_bytes(raw)
    kept = [f"From: {mail['From']}", f"To: {mail['To']}", f"Subject: {mail['Subject']}"]
    kept += [f"Message-ID: {mail['Message-ID'] if program.same_id else f'<own{number}@program.example>'}"]
    kept += [f"{name}: {mail[name]}" for name in program.names if mail[name]]
    return "\r\n".join([*kept, "", f"Words of a person, number {number}.", ""]).encode()


@dataclass
class Person:
    """Somebody who works in Drafts. theirs: what must be found at the end, octets by folder."""

    account: Account
    chance: random.Random
    theirs: dict[str, list[bytes]] = field(default_factory=lambda: {"Drafts": [], "Sent": [], "Later": []})
    deeds: Counter[str] = field(default_factory=Counter)
    numbers: "count[int]" = field(default_factory=count)
    faults: list[BaseException] = field(default_factory=list)

    def work(self, seconds: float, how_often: int) -> None:
        """Do something to a random draft of the bot, at random moments within the next `seconds`."""
        try:
            with a_program(self.account) as client:
                for _ in range(how_often):
                    time.sleep(self.chance.uniform(0, 2 * seconds / how_often))
                    self._do_one_thing(client)
        except BaseException as fault:  # noqa: BLE001  # it belongs to the test, not to the thread
            self.faults.append(fault)

    def _do_one_thing(self, client: IMAPClient) -> None:
        client.select_folder("Drafts")
        uids = client.search(["UNDELETED", "HEADER", OURS, ""])
        if not uids:
            return
        uid = self.chance.choice(uids)
        raw = client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {}).get(b"BODY[]")
        if raw is None or b"Words of a person" in raw:
            return
        deed, program = self.chance.choice(DEEDS), self.chance.choice(list(PROGRAMS.values()))
        self.deeds[deed] += 1
        if deed == "edit":
            self._edit(client, uid, changed_by(raw, program, next(self.numbers)), program)
        elif deed == "delete":
            _give_up(client, uid, self.chance.choice(["expunge", "mark", "move"]))
        elif deed == "move":
            self._move(client, uid, raw)
        else:
            mail = raw if deed == "send" else changed_by(raw, program, next(self.numbers))
            client.append("Sent", mail, flags=[rb"\Seen"])
            self.theirs["Sent"].append(mail)
            _give_up(client, uid, "expunge")

    def _edit(self, client: IMAPClient, uid: int, mine: bytes, program: Program) -> None:
        def save() -> None:
            client.append("Drafts", mine, flags=[rb"\Draft", rb"\Seen"])
            self.theirs["Drafts"].append(mine)

        steps = [save, lambda: _give_up(client, uid, program.gives_up)]
        for step in steps if program.first else reversed(steps):
            step()
            time.sleep(program.pause_seconds)

    def _move(self, client: IMAPClient, uid: int, raw: bytes) -> None:
        before = client.folder_status("Later", ["MESSAGES"])[b"MESSAGES"]
        _give_up(client, uid, "move", to="Later")
        if client.folder_status("Later", ["MESSAGES"])[b"MESSAGES"] > before:  # else the bot was faster
            self.theirs["Later"].append(raw)


def _give_up(client: IMAPClient, uid: int, how: str, *, to: str = "Trash") -> None:
    if how == "move":
        with suppress(IMAPClientError):  # the bot took it out a moment before
            client.move([uid], to)
        return
    client.add_flags([uid], [rb"\Deleted"], silent=True)
    if how == "expunge":
        client.uid_expunge([uid])
    elif how == "sweep":
        client.expunge()


@dataclass
class Desk:
    """A shop whose customers write again and again, so that drafts are rewritten."""

    world: World
    shop: Shop = field(init=False)
    customers: int = 20
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.shop = self.world.shop()
        self.mailbox = connect(self.world.account)

    def write(self, customers: Sequence[int]) -> None:
        """A mail of each customer, on the matter of their first."""
        letters = []
        for customer in customers:
            number = next(self.numbers)
            first = f"<first{customer}@mail.example>"
            known = any(row["message_id"] == first for row in self.shop.rows("messages")) if number > 1 else False
            letters.append(
                a_mail(
                    number,
                    subject="damaged cup",
                    sender=f"c{customer}@mail.example",
                    message_id=None if known else first,
                    in_reply_to=first if known else "",
                )
            )
        self.world.deliver(letters)

    def round(self) -> None:
        """What the worker does."""
        app, account = self.shop.app, self.world.account
        poll(app, account, self.mailbox)
        watch(app, account, self.mailbox)
        watch_drafts(app, account, self.mailbox)
        drain(app, account, self.mailbox)

    def rewrites(self) -> int:
        """How many revisions took the place of another."""
        return sum(row["revision"] > 1 for row in self.shop.rows("drafts"))

    def close(self) -> None:
        self.mailbox.close()
        self.shop.app.engine.dispose()


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """On the server that the test names."""
    server: Dovecot = request.getfixturevalue(getattr(request, "param", "dovecot"))
    url = f"sqlite:///{tmp_path}/triage.db"
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()
    account = server.account(since=timedelta(days=9), from_address="help@shop.example")
    with a_program(account) as client:
        for name in ("Drafts", "Sent", "Trash", "Later"):
            if not client.folder_exists(name):
                client.create_folder(name)
    made = Desk(world=World(url=url, folder=tmp_path, account=account))
    with closing(made):
        yield made


@pytest.mark.row(28)
@pytest.mark.timeout(900)
def test_no_word_of_a_person_is_lost_while_the_bot_rewrites_drafts(
    desk: Desk, volume: Callable[[int], int], chance: random.Random
):
    everybody = range(desk.customers)
    desk.write(everybody)
    desk.round()
    people = [Person(account=desk.world.account, chance=random.Random(chance.random())) for _ in range(2)]
    rewrites = 0
    while rewrites < volume(1_000):
        desk.write(everybody)
        rewrites += len(everybody)
        hands = [threading.Thread(target=one.work, args=(0.5, len(everybody) // 2)) for one in people]
        for hand in hands:
            hand.start()
        while any(hand.is_alive() for hand in hands):
            desk.round()
        for hand in hands:
            hand.join()
    desk.round()
    check_that_all_is_there(desk, people)
    check_that_nothing_of_ours_is_left_over(desk)
    assert desk.rewrites() >= rewrites // 2


def check_that_all_is_there(desk: Desk, people: Sequence[Person]) -> None:
    assert [fault for one in people for fault in one.faults] == []
    for folder in ("Drafts", "Sent", "Later"):
        there = Counter(raw for raw, _ in octets_in(desk.world.account, folder).values())
        wanted = Counter(raw for one in people for raw in one.theirs[folder])
        missing = wanted - there
        assert not missing, (folder, sum(missing.values()), next(iter(missing)))
    assert sum(len(one.theirs["Drafts"]) for one in people) > 10
    edited = {flags for raw, flags in octets_in(desk.world.account, "Drafts").values() if b"Words of a person" in raw}
    assert edited == {(b"\\Draft", b"\\Seen")}


def check_that_nothing_of_ours_is_left_over(desk: Desk) -> None:
    """Of the bot's own wording only drafts lie in Drafts that wait for an agent, each once."""
    ours = Counter(
        str(email.message_from_bytes(raw)["Message-ID"])
        for raw, flags in octets_in(desk.world.account, "Drafts").values()
        if OURS.encode() in raw and b"Words of a person" not in raw and b"\\Deleted" not in flags
    )
    waiting = {row["message_id"] for row in desk.shop.rows("drafts") if row["state"] in ("filed", "human")}
    assert set(ours) <= waiting
    assert all(number == 1 for number in ours.values())


@pytest.mark.row(29)
@pytest.mark.parametrize("desk", ["dovecot", "bare_dovecot"], indirect=True)
@pytest.mark.timeout(900)
def test_two_hundred_drafts_of_others_stay_as_they_are_through_all_rewrites(
    desk: Desk, volume: Callable[[int], int], chance: random.Random
):
    with a_program(desk.world.account) as client:
        for number in range(200):
            flags = [rb"\Draft", *([rb"\Deleted"] if number % 4 == 0 else [])]
            flags += chance.sample([rb"\Flagged", rb"\Seen", rb"\Answered", b"$Forwarded", b"work", b"$MDNSent"], 2)
            client.append("Drafts", a_foreign_draft(number), flags=flags)
    before = octets_in(desk.world.account, "Drafts")
    assert sum(b"\\Deleted" in flags for _, flags in before.values()) == 50
    everybody = range(50)
    desk.write(everybody)
    desk.round()
    for _ in range(volume(1_000) // 50):
        desk.write(everybody)
        desk.round()
    after = octets_in(desk.world.account, "Drafts")
    assert {uid: after[uid] for uid in before} == before
    assert desk.rewrites() == volume(1_000)
    check_that_nothing_of_ours_is_left_over(desk)


def a_foreign_draft(number: int) -> bytes:
    """A draft of a colleague; some answer our customers, some bear ids that look like ours."""
    ids = [f"<t{number}.d1.{'0' * 32}@shop.example>", f"<d{number}@colleague.example>"]
    head = f"Message-ID: {ids[number % 2]}\r\nTo: c{number % 50}@mail.example\r\nSubject: Re: my own matter {number}"
    answers = f"\r\nIn-Reply-To: <first{number % 50}@mail.example>" if number % 3 == 0 else ""
    return f"{head}{answers}\r\n\r\nA colleague's words {number}.\r\n".encode()
