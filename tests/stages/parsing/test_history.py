"""New words are found in the answers of many programs, and the customer's own words stay, whatever they look like."""

import pytest

from tests.stages.parsing.history import second, table, third
from tests.stages.parsing.history.score import score
from tests.stages.parsing.mails import read
from triage.stages.parsing.cutter import cut

TABLES = {"programs": list(table.rows()), "rarer": list(second.rows()), "rarest": list(third.rows())}
OWN_WORDS = [
    "Hi,\n\nSent it back with DHL on Monday by mail.\n\nTom",
    "Hi,\n\nSent with DHL, they confirmed by phone\n\nTom",
    "Hallo,\n\nGesendet mit DHL am Montag, Telefonnummer 0123\n\nTom",
    "Hola,\n\nEnviado con Correos el lunes, les llamé por teléfono\n\nTom",
    "Salve\n\nInviato con corriere lunedì, mi avete risposto per mail\n\nTom",
    "Bonjour\n\nEnvoyé avec Colissimo lundi, vous m'avez répondu par mail\n\nTom",
    "Sent from my old address, so please use my new mobile number",
    "Sent from my phone is the only text I got.\n\nWhere is the rest?",
    "Please engrave:\n\nFrom: Ada\nTo: Ben\nDate: 14 February 2026\n\nin small letters",
    "Bitte gravieren:\nVon: Ada\nAn: Ben\nDatum: 14.2.2026\n\nDanke",
    "The label says\n\nFrom: Milo Shop\nTo: Ada Lind\nDate: 3 March\n\nbut the parcel was empty.",
    "This message is about order 1. Please delete it from my account and print this invoice.",
    "Bitte beachten Sie: der Empfänger war nicht zu Hause, das Paket ging an die Nachbarn",
    "If you are not able to exchange it, I want it refunded, you are liable",
    "Ce message concerne ma commande : le destinataire n'a rien reçu par erreur du livreur.",
    "Este mensaje es por el pedido: el destinatario no lo recibió, quiero eliminar la cuenta",
    "Hola,\n\nEste mensaje es por el pedido: el destinatario no lo recibió, quiero eliminar la cuenta",
    "Hi\n\nThis message is about the order 1. Please delete it from my account and print this invoice.\n\nTom",
    "Regards\nTom\n\nTel: call me at 0123 456\nI am home after 5",
    "Thanks\nTom\n12 Mill Lane\nBath\nTel 01632 960123",
    "On 2 March at 10:30 your colleague wrote:\nwe will refund you.\n\nWhere is it?",
    "Your mail of 3 March 2026, 09:41 says: we wrote:\n\nPlease look again.",
    "Original message was lost so I write again",
    "Order 1\n--\nOrder 2 is also broken\n--\nOrder 3 too",
    "The first is fine.\n--\nBut where is the second order?",
    "Thanks!\n\n___________\n\nPS: it is order 55",
    "Get Outlook for your accountant, because my invoice never came",
    "From what I see it broke.\nDate: yesterday\nTo be honest: bad\nSubject: none",
]


@pytest.mark.parametrize(("name", "count"), [("programs", 150), ("rarer", 60), ("rarest", 60)])
def test_the_new_words_are_found(name, count):
    rows = TABLES[name]
    assert len(rows) == count
    scores = [(row.kind, score(row, read(row.raw).text)) for row in rows]
    assert [kind for kind, one in scores if not one.kept] == []
    assert [kind for kind, one in scores if not one.clean] == []
    assert sum(one.right for _, one in scores) >= 0.97 * count


@pytest.mark.parametrize("text", OWN_WORDS)
def test_what_only_looks_like_history_or_a_signature_stays(text):
    assert cut(text).new == text


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Fine.\n\nSent from my iPhone", "Fine."),
        ("Fine.\n\nSent from my Pixel 8, please excuse typos", "Fine."),
        ("Fine.\n\nOutlook für iOS beziehen<https://aka.example/o0ukef>", "Fine."),
        ("Fine.\n\nGet Outlook for Android <https://aka.example/AAb9ysg>", "Fine."),
        ("Fine.\n\nVon Yahoo Mail auf Android gesendet\n\n", "Fine."),
        ("Fine.\n\nVon meinem/meiner Galaxy gesendet", "Fine."),
        ("Fine.\n\nProvenance : Courrier pour Windows", "Fine."),
        ("Fine.\n\nSent from my iPhone\n\nThis e-mail is confidential and intended only for the addressee.", "Fine."),
    ],
)
def test_what_programs_put_at_the_end_goes(text, new):
    assert cut(text).new == new


@pytest.mark.parametrize(
    "line",
    [
        "Quoting Shop <help@shop.example>:",
        "Zitat von Shop <help@shop.example>:",
        "Tuesday, March 3, 2026, 9:41:22 AM, you wrote:",
        'Am 03.03.26 um 09:41 schrieb "Shop" <help@shop.example>',
        "---- On Tue, 03 Mar 2026 09:41:22 +0100 Shop <help@shop.example> wrote ---",
    ],
)
def test_rarer_introductions_of_a_quote_go_with_it(line):
    assert cut(f"It broke.\n\n{line}\n\n> Hello Ann,\n> your order 10482\n").new == "It broke."
