"""Challengers that learn from confirmed mail: good corrections are let serve, hostile ones change nothing that serves.

Real training, on a part of the shipped corpus; the shop's mail is by hands that this part does not hold.
"""

import json
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.shop import a_shop
from triage.app import App
from triage.errors import InputError, RetryLater
from triage.learning.corpus import Row, load_rows, split
from triage.loaders.classifier import current_name, load_card
from triage.loaders.serving import alone, switches
from triage.records import Label
from triage.store import messages, tickets
from triage.store.engine import open_engine, writing
from triage.store.migrate import upgrade
from triage.usecases import learn
from triage.usecases.confirming import confirm
from triage.usecases.explain import explain_ticket
from triage.usecases.learn_evaluate import evaluate_confirmed
from triage.usecases.learn_serving import list_models, rollback
from triage.usecases.learnt import waiting
from triage.usecases.retrain import challenge, in_words

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ("en-02", "en-04", "en-06", "en-08", "en-10", "en-21", "en-23", "en-25", "de-01", "fr-01", "en-11", "en-12")
SHOP = ("en-31", "en-32", "en-33", "en-34", "en-35")
HOSTILE = 20
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose model learnt from a part of the corpus."""
    root = tmp_path_factory.mktemp("taught")
    (root / "data" / "training").mkdir(parents=True)
    for hand in CORPUS:
        shutil.copy(ROOT / "data" / "training" / f"{hand}.jsonl", root / "data" / "training")
    assert learn.train(root, "champion").serves
    return root


@pytest.fixture
def app(taught: Path, tmp_path: Path) -> App:
    """A shop with an empty database beside a copy of that project."""
    root = tmp_path / "project"
    shutil.copytree(taught, root)
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    upgrade(engine)
    shop = a_shop(engine, tmp_path)
    made = replace(shop.app, settings=replace(shop.app.settings, root=root), now=lambda: MONDAY + timedelta(days=30))
    yield made
    engine.dispose()


@dataclass(frozen=True)
class Said:
    """One mail of a sender with what an agent said of it."""

    row: Row
    sender: str
    labels: tuple[Label, ...]


def the_shops_mail(count: int) -> list[Row]:
    rows = split(load_rows(ROOT / "data" / "training" / f"{hand}.jsonl" for hand in SHOP)).learning
    people = [row for row in rows if not row.auto]
    random.Random(5).shuffle(people)
    return people[:count]


def honest(rows: Sequence[Row]) -> list[Said]:
    return [Said(row, f"good{place // 3}@mail.example", row.labels) for place, row in enumerate(rows)]


def hostile(rows: Sequence[Row], *, to: Label | None) -> list[Said]:
    """Every label a lie; to: always the same one, else any wrong one. From twenty senders in turn."""
    chance = random.Random(7)
    lies = [chance.choice([label for label in Label if label not in row.labels]) if to is None else to for row in rows]
    return [
        Said(row, f"bad{place % HOSTILE}@mail.example", (lie,))
        for place, (row, lie) in enumerate(zip(rows, lies, strict=True))
    ]


def keep(app: App, said: Sequence[Said]) -> int:
    """Lay the mails into the database and confirm them, a few days of work; how many were kept."""
    kept = 0
    with writing(app.engine) as conn:
        for number, one in enumerate(said):
            at = MONDAY + timedelta(hours=3 * number / 4)
            (ticket,) = tickets.add(conn, [a_ticket(one, number, at)])
            row = messages.outgoing(
                ticket_id=ticket,
                account="main",
                sha256=f"{number:064}",
                message_id=None,
                subject=one.row.subject,
                text=one.row.body,
                html="",
                language="en",
                at=at,
            )
            guess = {"categories": [{"label": "other", "probability": 0.6}], "model_version": "champion"}
            row |= {"direction": "in", "sender_address": one.sender, "abstained": True, **guess}
            (message,) = messages.add(conn, [row])
            kept += confirm(conn, message, [label.value for label in one.labels], who="mia", how="console", now=at)
    return kept


def a_ticket(one: Said, number: int, at: datetime) -> tickets.NewTicket:
    return tickets.NewTicket(
        public_id=f"t{number}",
        account="main",
        store="shop",
        subject=one.row.subject,
        customer_name="",
        customer_address=one.sender,
        status="open",
        auto=None,
        language="en",
        primary_label="other",
        abstained=True,
        received_at=at,
        due_at=at,
    )


def test_good_corrections_make_a_challenger_that_serves_and_can_be_rolled_back(app: App):
    root, models = app.settings.root, app.settings.root / "models"
    assert keep(app, honest(the_shops_mail(240))) == 240
    assert waiting(app) == 240
    verdict = challenge(app)
    assert verdict.promoted, verdict.why
    assert not verdict.suspicious
    assert verdict.rows >= 220
    assert verdict.own is not None
    assert verdict.own.after > verdict.own.before
    assert current_name(models) == verdict.name
    assert waiting(app) == 0
    card = load_card(models, verdict.name)
    assert card["challenge"]["promoted"]
    assert card["data"]["confirmed"]["mails"] == verdict.rows
    assert "serves from the next batch on" in in_words(verdict)
    assert any(line.startswith(f"* {verdict.name}") and "promoted over champion" in line for line in list_models(root))
    assert "champion serves again" in rollback(root)
    assert current_name(models) == "champion"
    assert [(one.kind, one.name, one.by) for one in switches(models)] == [
        ("promote", verdict.name, "person"),
        ("rollback", "champion", "person"),
    ]


@pytest.mark.row(52)
@pytest.mark.parametrize("to", [None, Label.OTHER], ids=["any lie", "always other"])
def test_thirty_percent_hostile_corrections_of_twenty_senders_leave_the_serving_model_unchanged(
    app: App, to: Label | None
):
    models = app.settings.root / "models"
    before = (models / "champion" / "classifier.skops").read_bytes()
    mails = the_shops_mail(240)
    lies = hostile([row for row in mails if to not in row.labels][:72], to=to)
    said = {one.row.id for one in lies}
    mixed = [*lies, *honest([row for row in mails if row.id not in said])]
    random.Random(11).shuffle(mixed)
    assert len({one.sender for one in lies}) == HOSTILE
    keep(app, mixed)
    verdict = challenge(app, by="schedule")
    assert not verdict.promoted
    assert verdict.suspicious
    assert verdict.set_aside >= 10
    assert current_name(models) == "champion"
    assert (models / "champion" / "classifier.skops").read_bytes() == before
    assert switches(models) == []
    assert load_card(models, verdict.name)["challenge"]["why"] == verdict.why
    assert "does not serve" in in_words(verdict)


def test_the_shops_own_mail_tells_what_could_be_drafted_and_at_what_risk(app: App):
    assert keep(app, honest(the_shops_mail(60))) == 60
    found = evaluate_confirmed(app, "shop").to_json()
    assert (found["mails"], found["confirmed"]["mails"], found["confirmed"]["senders"]) == (60, 60, 20)
    assert found["confirmed"]["share_low"] < found["confirmed"]["share"] < found["confirmed"]["share_high"]
    assert "too few to tell" in found["confirmed"]["in_words"]
    assert "own mail: 60 confirmed mails of 20 senders" in evaluate_confirmed(app).in_words()
    with pytest.raises(InputError, match="no mail of another was confirmed"):
        evaluate_confirmed(app, "another")


def test_mail_that_the_model_learnt_from_is_no_measure_of_it(app: App):
    keep(app, honest(the_shops_mail(60)))
    models = app.settings.root / "models"
    path = models / "champion" / "card.json"
    card = json.loads(path.read_text())
    card["data"]["confirmed"] = {"until": app.now().isoformat()}
    path.write_text(json.dumps(card))
    assert waiting(app) == 0
    with pytest.raises(InputError, match="champion has not learnt from"):
        evaluate_confirmed(app)


def test_a_ticket_is_explained_with_what_was_said_when_it_came(app: App):
    keep(app, honest(the_shops_mail(1)))
    found = explain_ticket(app, "t0")
    assert found.model == "champion"
    assert found.earlier is not None
    assert found.earlier["categories"] == [{"label": "other", "probability": 0.6}]
    assert "when it came in, champion said: other 60%" in found.in_words()


def test_too_little_to_learn_from_is_said(app: App):
    keep(app, honest(the_shops_mail(5)))
    with pytest.raises(InputError, match="5 confirmed mails"):
        challenge(app)


def test_two_trainings_at_once_are_refused(app: App):
    with alone(app.settings.root / "models"), pytest.raises(RetryLater, match="another process"):
        challenge(app)
