"""Row 48: what other services send to open an account is never answered, and its code is not for everybody's eyes."""

from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_ticket
from tests.faults.shops import deliver, real_shop
from tests.faults.signups import MAILS, SIGNUPS
from tests.stages.parsing.mails import plain, read
from tests.web.console import ROOT, a_console
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.report import as_csv, as_json, make_report
from triage.usecases.report_page import as_html
from triage.usecases.tickets import list_tickets

AUTOMATIC: dict[str, Any] = {"status": "automatic", "auto": "newsletter", "claims": ()}
PEOPLE = [
    ("Login code", "I never got the verification code for my account in your shop. The last one was 482913."),
    ("Code", "Your code is 482913 does not work, I tried it three times. Please send a new one."),
    ("Re: delivery", "The access code for the front door is 4521, please tell the driver."),
    ("Door", "Hello, the access code of our building is 4521."),
    ("Password", "How do I reset my password in your shop? The link https://shop.example/reset does nothing."),
    ("Discount", "Your discount code SAVE20-1234 is refused at the till."),
    ("Gutschein", "Mein Bestätigungscode 391557 wird nicht angenommen. Was soll ich tun?"),
    ("Compte", "Bonjour, je n'arrive pas à activer votre compte, le code de vérification 204981 ne marche pas."),
    ("Fwd: Your code is 482913", "Is this from you?"),
    ("Cuenta", "Hola, no me llega el código de verificación para entrar en mi cuenta."),
    ("Order 48291", "My order 48291 says confirm your email but I have no mail from you."),
    ("Anmeldung", "Ich habe mich registriert und soll meine E-Mail-Adresse bestätigen, es kommt aber nichts."),
]


@pytest.mark.row(48)
def test_there_are_thirty_of_them_and_none_is_answered(tmp_path: Path):
    shop = real_shop(tmp_path)
    deliver(shop, *SIGNUPS)
    assert len(SIGNUPS) == len(shop.rows("tickets")) == 30
    assert [row["subject"] for row in shop.rows("tickets") if row["status"] != "automatic"] == []
    assert shop.rows("drafts") == shop.rows("claims") == []
    listed = str(list(list_tickets(shop.app)))
    assert [one.secret for one in MAILS if one.secret in listed] == []


@pytest.mark.row(44, 48)
@pytest.mark.parametrize(("subject", "text"), PEOPLE)
def test_a_person_who_writes_about_a_code_is_a_person(subject: str, text: str):
    assert read(plain(text, subject=subject)).auto is None


def bare(secret: str) -> str:
    return secret.replace(" ", "")


@pytest.mark.row(48)
def test_codes_are_for_administrators_only(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path / 'console.db'}")
    upgrade(engine)
    console = a_console(engine, tmp_path)
    homes = [
        "/tickets/" + a_ticket(console.app, subject=one.subject, text=one.text, html=f"<p>{one.text}</p>", **AUTOMATIC)
        for one in MAILS
    ]
    rows = console.shop.rows("messages")
    agent = console.become("agent")
    listed = agent.get("/?view=automatic").text
    for one, home, row in zip(MAILS, homes, rows, strict=True):
        page = agent.get(home)
        assert page.status_code == 200
        for text in (listed, page.text):
            assert one.secret not in text, (one.subject, one.secret)
        for part in ("source", "html"):
            assert agent.get(f"{home}/mails/{row['id']}/{part}").status_code == 404
    admin = console.become("admin")
    for one, home, row in zip(MAILS, homes, rows, strict=True):
        assert one.secret in admin.get(home).text
        assert bare(one.secret) in bare(admin.get(f"{home}/mails/{row['id']}/source").text)
    assert "482913" in admin.get("/?view=automatic").text


@pytest.mark.row(48)
def test_no_report_holds_a_code(tmp_path: Path):
    shop = real_shop(tmp_path)
    deliver(shop, *SIGNUPS)
    day = shop.clock[0].date()
    found = make_report(shop.app, first=day, last=day)
    said = f"{as_json(found)} {as_csv(found)} {as_html(found, ROOT)}"
    assert [one.secret for one in MAILS if len(bare(one.secret)) > 4 and one.secret in said] == []


@pytest.mark.row(48)
def test_other_automatic_mail_is_shown_as_it_is(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path / 'console.db'}")
    upgrade(engine)
    agent = a_console(engine, tmp_path).become("agent")
    ticket = a_ticket(agent.app, subject="Parcel 4829134 is on its way", text="Parcel 4829134 comes today.",
                      **AUTOMATIC)  # fmt: skip
    assert "4829134" in agent.get(f"/tickets/{ticket}").text
    assert "4829134" in agent.get("/?view=automatic").text
