"""Automatic mail: each kind in six languages, and the people who must never be taken for it."""

import json
from email.header import Header
from pathlib import Path

import pytest

from tests.stages.parsing.mails import plain, read
from triage.records import Auto

ABSENCES = [
    ("Automatic reply: Your order 10482", "I am out of the office until Monday with limited access to e-mail."),
    ("Out of Office: Re: refund", "Thank you for your message. I am on annual leave until 7 April."),
    ("Automatische Antwort: Ihre Bestellung", "Ich bin bis 7. April im Urlaub. Ihre E-Mail wird nicht weitergeleitet."),
    ("Abwesenheitsnotiz", "Ich bin derzeit nicht im Büro. In dringenden Fällen wenden Sie sich an die Zentrale."),
    (
        "Réponse automatique : Re: Commande 1172",
        "Nos bureaux sont fermés jusqu'au 7 avril. Nous vous répondrons à notre retour.",
    ),
    ("Absence du bureau", "Je suis en congés jusqu'au 7 avril. En cas d'urgence, contactez le standard."),
    ("Respuesta automática: Su pedido", "Estoy de vacaciones hasta el 7 de abril y le responderé a mi regreso."),
    ("Fuera de la oficina", "Estaré fuera hasta el lunes. Para asuntos urgentes, llame a la central."),
    ("Risposta automatica: Ordine MR2405", "Sono in ferie fino al 7 aprile. Risponderò al mio rientro."),
    ("Avviso di assenza", "Siamo chiusi per ferie; vi risponderemo al nostro rientro."),
    ("Resposta automática: Encomenda", "Estou de férias até 7 de abril. Responderei no meu regresso."),
    ("Ausência: Re: pedido", "Estarei fora do escritório até segunda, com acesso limitado ao e-mail."),
    (
        "Re: your parcel",
        "I'm out of the office until Monday. I will reply upon my return. For urgent matters call the front desk.",
    ),
    ("Ihre Anfrage", "Dies ist eine automatisch erstellte Nachricht. Ihre Anfrage ist bei uns eingegangen."),
]
BOUNCES = [
    (
        "Undelivered Mail Returned to Sender",
        "Mail Delivery System <MAILER-DAEMON@mx.example>",
        "I'm sorry, your message could not be delivered.",
    ),
    (
        "Unzustellbar: Ihre Bestellung",
        "postmaster@firma.example",
        "Ihre Nachricht konnte nicht zugestellt werden. 550 5.1.1 user unknown",
    ),
    (
        "Non remis : Votre commande",
        "Microsoft Outlook <postmaster@societe.example>",
        "Votre message n'a pas pu être remis.",
    ),
    (
        "No se puede entregar: su pedido",
        "postmaster@empresa.example",
        "El mensaje no se ha podido entregar al destinatario.",
    ),
    (
        "Messaggio non recapitato",
        "mailer-daemon@ditta.example",
        "Il messaggio non è stato consegnato: casella inesistente.",
    ),
    ("Mensagem não entregue", "mailer-daemon@firma.example", "Não foi possível entregar a sua mensagem."),
]
LETTERS = [
    ("20% off everything", "News <newsletter@brand.example>", "Shop now, last chance. Unsubscribe at any time."),
    (
        "Neue Kollektion",
        "Mode <news@mode.example>",
        "Jetzt entdecken: neue Kollektion. Sie erhalten diese E-Mail als Abonnent. Hier abmelden.",
    ),
    ("Soldes", "Mode <newsletter@mode.example>", "Profitez des soldes. Se désabonner."),
    ("Rebajas", "Moda <ofertas@moda.example>", "Oferta especial hasta el domingo. Para darse de baja pulse aquí."),
    ("Saldi", "Moda <newsletter@moda.example>", "Approfitta dei saldi. Per disiscriverti clicca qui."),
    ("Promoções", "Moda <novidades@moda.example>", "Aproveite as promoções. Cancelar a subscrição."),
]
PEOPLE = [
    ("Where is my order", "I keep getting your automatic reply. Where is my order 10482?"),
    ("Automatic reply?", "All I get from you is an automatic reply. I want my refund for order 10482."),
    ("Out of stock?", "Is the ring out of stock? I am away until Monday, please deliver after that."),
    ("Re: Automatic reply: order 10482", "Thanks, but I still have not received my parcel."),
    ("Lieferung", "Ich bin bis 7. April im Urlaub, bitte die Bestellung 10482 erst danach schicken."),
    ("Livraison", "Je suis en vacances jusqu'au 7 avril, pouvez-vous livrer ma commande après?"),
    ("Delivery failed", "The courier says delivery failed. Where is my parcel?"),
    (
        "Mail came back",
        "I wrote to orders@shop.example but my message could not be delivered, mailbox full. Is 10482 on its way?",
    ),
    ("Fwd: Your account is suspended", "Is this from you? It says: verify your account within 24 hours, click here."),
    ("Unsubscribe", "Please unsubscribe me from your newsletter."),
    ("Discount", "Your 20% off code SAVE20 does not work at the checkout, can you help?"),
    ("Verify", "I cannot verify my account, it says suspended. I click the link and nothing happens. Order 10482."),
    ("Casino night", "I need the dress of order 10482 for a casino night on Friday, will it come?"),
    ("Your code", "The code you sent me says expired. Can I get a new one?"),
    ("", "thx"),
    ("Congés", "Bonjour, je voudrais annuler, merci de ne pas répondre par téléphone."),
]
HEADERS = [
    {},
    {"List_Id": "<support.shop.example>", "List_Unsubscribe": "<mailto:u@x.example>", "Precedence": "list"},
    {"List_Unsubscribe": "<https://x.example/u>"},
    {"X_Auto_Response_Suppress": "All"},
    {"Precedence": "bulk"},
    {"Auto_Submitted": "no"},
    {"X_Spam_Flag": "YES"},
    {"Return_Path": "<>"},
    {"Feedback_ID": "1:2:3"},
    {"X_Mailer": "Campaign Sender"},
]


@pytest.mark.parametrize(("subject", "body"), ABSENCES)
def test_absence_notes_are_told_from_their_words(subject, body):
    assert read(plain(body, subject=subject)).auto is Auto.AUTO_REPLY


@pytest.mark.parametrize(("subject", "sender", "body"), BOUNCES)
def test_bounces_are_told_from_their_words(subject, sender, body):
    assert read(plain(body, subject=subject, From=sender)).auto is Auto.BOUNCE


@pytest.mark.parametrize(("subject", "sender", "body"), LETTERS)
def test_newsletters_are_told_from_their_words(subject, sender, body):
    assert read(plain(body, subject=subject, From=sender)).auto is Auto.NEWSLETTER


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: ",".join(headers) or "none")
@pytest.mark.parametrize(("subject", "body"), PEOPLE)
def test_a_persons_mail_is_a_persons_whatever_its_headers(subject, body, headers):
    assert read(plain(body, subject=subject, **headers)).auto is None


@pytest.mark.parametrize("value", ["auto-replied", "Auto-Replied; owner-email=x", "auto-generated"])
def test_the_standard_header_is_believed(value):
    assert read(plain("Back on Monday.", Auto_Submitted=value)).auto is Auto.AUTO_REPLY


def test_auto_submitted_no_is_a_person_and_a_second_header_does_not_change_that():
    raw = plain(
        "I am out of the office until Monday and will reply then.", subject="Out of Office", Auto_Submitted="no"
    )
    assert read(raw).auto is None
    assert read(raw.replace(b"Subject:", b"Auto-Submitted: auto-replied\nSubject:", 1)).auto is None


def test_a_web_form_is_the_customer_who_filled_it_in():
    raw = plain(
        "My ring broke.", From="noreply@shop.example", Reply_To="ann@mail.example", Auto_Submitted="auto-generated"
    )
    assert read(raw).auto is None


def test_a_delivery_report_is_a_bounce():
    raw = (
        "From: MAILER-DAEMON@mx.example\nSubject: x\nContent-Type: multipart/report; "
        "report-type=delivery-status; boundary=b\n\n--b\n\nfailed\n--b\nContent-Type: "
        "message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nAction: failed\n--b--\n"
    )
    assert read(raw).auto is Auto.BOUNCE


def test_a_read_receipt_is_an_auto_reply():
    raw = (
        "From: ann@mail.example\nSubject: Read: Ring\nContent-Type: multipart/report; "
        "report-type=disposition-notification; boundary=b\n\n--b\n\nread\n--b\nContent-Type: "
        "message/disposition-notification\n\nDisposition: manual-action\n--b--\n"
    )
    assert read(raw).auto is Auto.AUTO_REPLY


def test_our_own_mail_comes_before_all_else():
    assert read(plain("x", From="help@shop.example"), frozenset({"help@shop.example"})).auto is Auto.OWN
    assert read(plain("x", X_Triage_Draft="1")).auto is Auto.OWN


@pytest.mark.parametrize(
    "body",
    [
        "Dear beneficiary, you have won the lottery: 2 million dollars. Contact our barrister by Western Union.",
        "Your mailbox storage is exceeded. Click here https://x.example to verify your account within 24 hours.",
        (
            "Ihr Konto wurde gesperrt. Klicken Sie hier https://x.example und bestätigen Sie Ihre Daten "
            "innerhalb von 24 Stunden."
        ),
    ],
)
def test_glaring_lures_are_spam(body):
    assert read(plain(body, subject="Attention")).auto is Auto.SPAM


TABLE = [json.loads(line) for line in (Path(__file__).parent / "automatic.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", TABLE, ids=[f"{place}-{row['subject'][:20]}" for place, row in enumerate(TABLE)])
def test_what_machines_send_is_known_and_no_person_is_taken_for_one(row):
    kind = read(sent(row)).auto
    if row["kind"] == "machine":
        assert kind is not None
    else:
        assert kind == row["kind"]


def sent(row):
    """The octets of one mail of the table, with the parts that its content type announces."""
    head = {"From": "Dana Roth <dana@inbox.example>", "Content-Type": "text/plain; charset=utf-8"} | row["headers"]
    kind, body = head["Content-Type"], row["text"]
    if kind.startswith("multipart/report"):
        told = kind.rpartition("=")[2]
        head["Content-Type"] = f'{kind}; boundary="b"'
        body = in_parts(body, f"Content-Type: message/{told}\n\nReporting-MTA: dns; mx.example")
    elif kind.startswith("text/calendar"):
        head["Content-Type"] = 'multipart/alternative; boundary="b"'
        body = in_parts(body, f"Content-Type: {kind}\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR")
    lines = [f"{name}: {value}" for name, value in head.items()]
    lines += [f"Subject: {Header(row['subject'], 'utf-8').encode()}", "MIME-Version: 1.0"]
    return "\n".join([*lines, "Content-Transfer-Encoding: 8bit", "", body]).encode()


def in_parts(text, second):
    return f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\n{second}\n--b--\n"


BY_CONTENT = ["automatic_first.jsonl", "automatic_second.jsonl", "automatic_third.jsonl"]


def headless(name):
    """Mails that tell what they are by sender, subject and words alone."""
    return [json.loads(line) for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()]


def kind_without_headers(row):
    headers = {"Content_Transfer_Encoding": "8bit", "From": row["from"]}
    return read(plain(row["body"], subject=Header(row["subject"], "utf-8").encode(), **headers)).auto


@pytest.mark.parametrize("name", BY_CONTENT)
def test_all_automatic_mail_is_found_without_a_telling_header(name):
    missed = [row["subject"] for row in headless(name) if row["kind"] and kind_without_headers(row) != row["kind"]]
    assert missed == []


@pytest.mark.parametrize("name", BY_CONTENT)
def test_no_customer_is_taken_for_a_program_without_a_telling_header(name):
    taken = [row["subject"] for row in headless(name) if row["kind"] is None and kind_without_headers(row) is not None]
    assert taken == []
