"""The new text: what stays, what goes, in many languages; and that no text takes long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.stages.parsing.cutter import cut

ATTRIBUTIONS = [
    "On Mon, 2 Mar 2026 at 10:02, Shop <help@shop.example> wrote:",
    "On Mar 2, 2026, at 10:02 AM, Shop\n<help@shop.example> wrote:",
    "Am 02.03.2026 um 10:02 schrieb Shop <help@shop.example>:",
    "Am Mo., 2. März 2026 um 10:02 Uhr schrieb Shop <\nhelp@shop.example>:",
    "Le lun. 2 mars 2026 à 10:02, Shop <help@shop.example> a écrit :",
    "Le 2 mars 2026 à 10:02, Shop\n<help@shop.example> a écrit :",
    "El lun, 2 mar 2026 a las 10:02, Shop (<help@shop.example>) escribió:",
    "Il giorno lun 2 mar 2026 alle ore 10:02 Shop <help@shop.example> ha scritto:",
    "Em seg., 2 de mar. de 2026 às 10:02, Shop <help@shop.example> escreveu:",
    "Op ma 2 mrt 2026 om 10:02 schreef Shop <help@shop.example>:",
    "Den mån 2 mars 2026 kl 10:02 skrev Shop <help@shop.example>:",
    "Den man. 2. mar. 2026 kl. 10.02 skrev Shop <help@shop.example>:",
    "pon., 2 mar 2026 o 10:02 Shop <help@shop.example> napisał(a):",
    "po 2. 3. 2026 v 10:02 odesílatel Shop <help@shop.example> napsal:",
    "ma 2. maalisk. 2026 klo 10.02 Shop <help@shop.example> kirjoitti:",
    "Shop <help@shop.example> ezt írta (időpont: 2026. márc. 2., H, 10:02):",
    "пн, 2 мар. 2026 г. в 10:02, Shop <help@shop.example>:\nпишет:",
    "2 марта 2026, 10:02, Shop <help@shop.example> написал:",
    "Shop <help@shop.example>, 2 Mar 2026 Pzt, 10:02 tarihinde şunu yazdı:",
    "lun., 2 mar. 2026, 10:02 Shop <help@shop.example> a scris:",
    "2026年3月2日(月) 10:02 Shop <help@shop.example>:",
    "在 2026年3月2日，Shop <help@shop.example> 写道：",
    "2026-03-02 10:02 GMT+01:00 Shop <help@shop.example>:",
]
BLOCKS = [
    "From: Shop <help@shop.example>\nSent: Monday, March 2, 2026 10:02\nTo: Ann\nSubject: Your order",
    "Von: Shop <help@shop.example>\nGesendet: Montag, 2. März 2026 10:02\nAn: Ann\nBetreff: Ihre Bestellung",
    "De : Shop <help@shop.example>\nEnvoyé : lundi 2 mars 2026 10:02\nÀ : Ann\nObjet : Votre commande",
    "De: Shop <help@shop.example>\nEnviado: lunes, 2 de marzo de 2026 10:02\nPara: Ann\nAsunto: Su pedido",
    "Da: Shop <help@shop.example>\nInviato: lunedì 2 marzo 2026 10:02\nA: Ann\nOggetto: Il suo ordine",
    "De: Shop <help@shop.example>\nEnviada: segunda-feira, 2 de março de 2026 10:02\nPara: Ann\nAssunto: O seu pedido",
    "*From:* Shop <help@shop.example>\n*Date:* Monday\n*To:* Ann\n*Subject:* Your order",
    "-----Original Message-----\nFrom: Shop",
    "-------- Ursprüngliche Nachricht --------",
    "-------- Message d'origine --------",
    "________________________________\nVon: Shop\nGesendet: Montag\nAn: Ann\nBetreff: x",
    "##- Please type your reply above this line -##",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_the_line_above_a_quote_goes_in_every_language(attribution):
    found = cut(f"It broke.\n\n{attribution}\n> Hello Ann,\n> your order 10482\n")
    assert (found.new, found.has_history) == ("It broke.", True)


@pytest.mark.parametrize("attribution", [line for line in ATTRIBUTIONS if "пишет" not in line])
def test_a_quote_without_marks_goes_with_the_line_above_it(attribution):
    assert cut(f"It broke.\n\n{attribution}\n\nHello Ann,\nyour order 10482\n").new == "It broke."


@pytest.mark.parametrize("block", BLOCKS)
def test_header_blocks_of_mail_programs_begin_the_history(block):
    assert cut(f"It broke.\n\n{block}\n\nHello Ann,\nyour order 10482").new == "It broke."


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Gesendet mit der GMX Mail App",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Enviado do meu iPhone",
        "Get Outlook for iOS",
        "Sent from Yahoo Mail for iPhone",
        "Outlook für Android",
    ],
)
def test_phone_lines_go(line):
    assert cut(f"It broke.\n\n{line}").new == "It broke."


@pytest.mark.parametrize(
    "footer",
    [
        "This e-mail is confidential and intended solely for the addressee.",
        (
            "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind, "
            "vernichten Sie sie."
        ),
        "Ce message est confidentiel et destiné exclusivement à son destinataire.",
        "Este mensaje es confidencial y va dirigido a su destinatario; está prohibida su divulgación.",
        "Questo messaggio è riservato al destinatario; ne è vietata la diffusione.",
        "Esta mensagem é confidencial e destina-se ao destinatário; é proibida a divulgação.",
        "Please consider the environment before printing this e-mail.",
    ],
)
def test_legal_footers_go_in_six_languages(footer):
    assert cut(f"It broke.\n\nAnn\n\n{footer}").new == "It broke.\n\nAnn"


def test_answers_between_quoted_lines_stay():
    text = "On Mon, 2 Mar 2026 at 10:02, Shop <h@x.example> wrote:\n> Which size?\nSmall.\n> Which colour?\nBlack."
    assert cut(text).new == "Small.\nBlack."


def test_the_signature_mark_cuts_and_a_business_card_goes():
    assert cut("It broke.\n\n-- \nAnn Lee\n12 Elm Road").new == "It broke."
    card = "It broke.\n\nBest regards,\nAnn Lee\nAcme Ltd\nTel: +44 20 7946 0000\nwww.acme.example"
    assert cut(card).new == "It broke.\n\nBest regards,\nAnn Lee"


@pytest.mark.parametrize(
    "text",
    [
        "On Monday your colleague wrote:\nyou will get a refund. Where is it?",
        "Thanks,\nAnn\n\nPS: the order is 10482",
        "I want to know two things:\n1. when\n2. how",
        "From what I see the parcel is lost.\nTo me that is your fault.",
        "This message is for your boss: where is my money?",
        "Kind regards to the packer, but the ring is broken.\nOrder 10482\nAnn",
        "The strap says: 100 % cotton\nSubject to change? Please tell.",
        "Best,\nAnn\nPlease call me: +44 20 7946 0000",
    ],
)
def test_a_customers_own_words_stay_whole(text):
    assert cut(text).new == text


def test_a_forward_keeps_what_is_above_and_gives_what_is_below():
    text = (
        "Is this real?\n\n---------- Forwarded message ---------\nFrom: X <x@y.example>\nDate: Monday\nSubject: "
        "Win\n\nClick here"
    )
    found = cut(text)
    assert (found.new, found.forwarded) == ("Is this real?", "Click here")


@pytest.mark.parametrize(
    "piece",
    [
        "From:\n",
        "a:\n",
        ">",
        "On ",
        "On\n",
        "-\n",
        "-",
        "wrote:\n",
        "--\n",
        "regards\n",
        "On 2 Mar 2026 10:02 a wrote:\nx\n",
        " ",
        "\n",
        "hat am ",
        "this email confidential\n\n",
        "_" * 40 + "\n",
        "From: a\nDate: b\n",
        "forwarded message ",
        "> > > x\n",
        "von meinem iphone ",
        "\t",
        "@",
        "<",
        "年@:\n",
        "Sent from my iPhone sent from my iPhone\n",
        "Outlook (https://aka.ms/" + "a" * 300 + "\n",
        "von yahoo " * 10 + "\n",
        "On 2 Mar 2026 10:02 <a@b.example>\n",
        "---- On 2 Mar 2026 a@b.example ---\n",
        "-- \n",
        "--\nx\n",
        "this message the order confidential delete it\n\n",
        "From: a\nTo: b\nDate: c\n",
        "mit proton gesendet",
        "www." * 30 + "\n",
    ],
)
def test_a_megabyte_of_anything_is_cut_in_a_moment(piece):
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    cut(text)
    assert time.process_time() - start < 0.5


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_only_lines_of_the_text_are_kept(text):
    lines = {line.strip() for line in text.split("\n")}
    assert all(line.strip() in lines for line in cut(text).new.split("\n") if line.strip())
