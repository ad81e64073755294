"""Reports of mail systems about a mail that could not be delivered: invented, in the forms that real systems use."""

from base64 import b64encode
from dataclasses import dataclass
from quopri import encodestring


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The mail that came back. message_id: with angle brackets."""

    message_id: str
    sender: str
    recipient: str

    @property
    def headers(self) -> str:
        return (
            f"Received: from shop.example by relay.example with ESMTPS id 7; Mon, 2 Mar 2026 12:00:00 +0000\n"
            f"From: The Shop <{self.sender}>\nTo: Ann <{self.recipient}>\nSubject: Re: broken cup\n"
            f"Message-ID: {self.message_id}\nX-Triage-Draft: {self.message_id[1:].partition('@')[0]}\n"
            f"Date: Mon, 2 Mar 2026 12:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        )

    @property
    def whole(self) -> str:
        return f"{self.headers}\nDear Ann,\n\nplease send us a photo.\n\nThe Shop\n"


HUMAN = {
    "en": ("Undelivered Mail Returned to Sender", "I'm sorry to have to inform you that your message could not be "
           "delivered to one or more recipients. <{to}>: host mx.mail.example said: 550 5.1.1 User unknown"),
    "de": ("Unzustellbar: Re: broken cup", "Ihre Nachricht konnte nicht zugestellt werden. Empfänger {to}: "
           "550 5.1.1 Benutzer unbekannt. Die Adresse wurde nicht gefunden."),
    "fr": ("Non remis : Re: broken cup", "Votre message n'a pas pu être remis au destinataire {to}. "
           "550 5.1.1 utilisateur inconnu. L'adresse n'a pas été trouvée."),
    "es": ("No se puede entregar: Re: broken cup", "No se pudo entregar su mensaje a {to}. 550 5.1.1 usuario "
           "desconocido. La dirección no se ha encontrado."),
    "it": ("Non recapitabile: Re: broken cup", "Impossibile recapitare il messaggio a {to}. 550 5.1.1 utente "
           "sconosciuto. Indirizzo non trovato."),
    "pt": ("Não foi possível entregar: Re: broken cup", "Não foi possível entregar a sua mensagem a {to}. "
           "550 5.1.1 utilizador desconhecido."),
    "nl": ("Onbestelbaar: Re: broken cup", "Uw bericht kon niet worden afgeleverd bij {to}. 550 5.1.1 gebruiker "
           "onbekend. Het adres is niet gevonden."),
    "pl": ("Nie można dostarczyć: Re: broken cup", "Nie można dostarczyć wiadomości do {to}. 550 5.1.1 "
           "nieznany użytkownik."),
    "sv": ("Kan inte levereras: Re: broken cup", "Ditt meddelande kunde inte levereras till {to}. 550 5.1.1 okänd "
           "användare."),
    "cs": ("Nelze doručit: Re: broken cup", "Vaši zprávu nelze doručit příjemci {to}. 550 5.1.1 neznámý "
           "uživatel."),
}  # fmt: skip
DAEMON = "From: Mail Delivery System <MAILER-DAEMON@relay.example>"


def standard(mail: Mail, language: str, part: str, *, action: str = "failed") -> bytes:
    """RFC 3464. part: what is returned of the mail: whole, headers, base64, quoted, id or original-id."""
    subject, words = HUMAN[language]
    status = "Reporting-MTA: dns; relay.example\nArrival-Date: Mon, 2 Mar 2026 12:00:00 +0000\n"
    if part == "id":
        status += f"X-Original-Message-ID: {mail.message_id}\n"
    if part == "original-id":
        status += f"Original-Message-ID: {mail.message_id}\n"
    status += (
        f"\nFinal-Recipient: rfc822; {mail.recipient}\nAction: {action}\nStatus: 5.1.1\n"
        f"Diagnostic-Code: smtp; 550 5.1.1 <{mail.recipient}>: Recipient address rejected: User unknown\n"
    )
    returned = {
        "whole": f"Content-Type: message/rfc822\n\n{mail.whole}",
        "headers": f"Content-Type: text/rfc822-headers\n\n{mail.headers}",
        "base64": "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
        + b64encode(mail.whole.encode()).decode(),
        "quoted": "Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: quoted-printable\n\n"
        + encodestring(mail.headers.encode()).decode(),
    }.get(part, "")
    last = f"--b1\n{returned}\n" if returned else ""
    return (
        f"Return-Path: <>\n{DAEMON}\nTo: {mail.sender}\nSubject: {_encoded(subject)}\nAuto-Submitted: auto-replied\n"
        f"Message-ID: <{language}.{part}@relay.example>\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/report; report-type=delivery-status;\n boundary="b1"\n\n'
        f"--b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"{words.format(to=mail.recipient)}\n\n--b1\nContent-Type: message/delivery-status\n\n{status}\n{last}--b1--\n"
    ).encode()


def _encoded(subject: str) -> str:
    return subject if subject.isascii() else f"=?utf-8?b?{b64encode(subject.encode()).decode()}?="


def in_words(mail: Mail, sender: str, subject: str, text: str, *, extra: str = "", whole: bool = True) -> bytes:
    """A report as plain text with the mail, or its headers, below."""
    back = mail.whole if whole else mail.headers
    words = text.format(to=mail.recipient, back=back, id=mail.message_id)
    return (
        f"Return-Path: <>\nFrom: {sender}\nTo: {mail.sender}\nSubject: {_encoded(subject)}\n{extra}"
        f"Message-ID: <{abs(hash((sender, subject))) % 10**9}@relay.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{words}\n"
    ).encode()


def exchange(mail: Mail, subject: str, words: str) -> bytes:
    """Exchange Online: HTML for people, and the headers at its foot."""
    shown = mail.headers.replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>\n")
    return (
        f"From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@relay.example>\n"
        f"To: {mail.sender}\nSubject: {_encoded(subject)}\nAuto-Submitted: auto-replied\n"
        f"X-MS-Exchange-Message-Is-Ndr:\nIn-Reply-To: {mail.message_id}\nMessage-ID: <ndr@relay.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p><b>"
        f"{words.format(to=mail.recipient)}</b></p><p>Remote Server returned '550 5.1.10 "
        f"RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'</p>"
        f"<p>Original message headers:</p><pre>{shown}</pre>"
        f"</body></html>\n"
    ).encode()


QMAIL = (
    "Hi. This is the qmail-send program at relay.example.\nI'm afraid I wasn't able to deliver your message to the "
    "following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<{to}>:\n"
    "192.0.2.7 does not like recipient.\nRemote host said: 550 5.1.1 no such user\nGiving up on 192.0.2.7.\n\n"
    "--- Below this line is a copy of the message.\n\n{back}"
)
EXIM = (
    "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
    "delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n"
    "  {to}\n    host mx.mail.example [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<{to}>:\n"
    "    550 5.1.1 User unknown\n\n------ This is a copy of the message, including all the headers. ------\n\n{back}"
)
SENDMAIL = (
    "The original message was received at Mon, 2 Mar 2026 12:00:00 GMT\nfrom shop.example [192.0.2.1]\n\n"
    "   ----- The following addresses had permanent fatal errors -----\n<{to}>\n"
    "    (reason: 550 5.1.1 User unknown)\n\n"
    "   ----- Transcript of session follows -----\n550 5.1.1 <{to}>... User unknown\n\n"
    "   ----- Original message follows -----\n\n{back}"
)
GMAIL = (
    "** Address not found **\n\nYour message wasn't delivered to {to} because the address couldn't be found, or is "
    "unable to receive mail.\n\nThe response was:\n\n550 5.1.1 The email account that you tried to reach does not "
    "exist.\n\n----- Original message -----\n\n{back}"
)
YAHOO = (
    "Sorry, we were unable to deliver your message to the following address.\n\n<{to}>:\n550: 5.1.1 This user doesn't "
    "have an account\n\n--- Below this line is a copy of the message.\n\n{back}"
)
FULL = (
    "The following message to <{to}> was undeliverable.\nThe reason for the problem:\n5.2.2 - Mailbox is full\n\n"
    "Returned message headers follow:\n\n{back}"
)
GROUPWISE = (
    "The message that you sent was undeliverable to the following:\n    {to} (user not found)\n\n"
    "Message headers:\n{back}"
)
PLAIN_DE = (
    "Dies ist eine automatisch erzeugte Nachricht.\nIhre E-Mail konnte an folgende Adresse nicht zugestellt werden:\n\n"
    "{to}\nGrund: 550 5.1.1 Postfach existiert nicht\n\nDie Kopfzeilen Ihrer Nachricht:\n\n{back}"
)
PLAIN_FR = (
    "Ceci est un message automatique.\nVotre message n'a pas pu être distribué à l'adresse suivante :\n\n{to}\n"
    "Raison : 550 5.1.1 boîte inconnue\n\nEn-têtes de votre message :\n\n{back}"
)
NOT_FOUND = {
    "Undeliverable: Re: broken cup": "Your message to {to} couldn't be delivered. The address wasn't found.",
    "Unzustellbar: Re: broken cup": "Ihre Nachricht an {to} konnte nicht zugestellt werden. Adresse nicht gefunden.",
    "Non remis : Re: broken cup": "Votre message à {to} n'a pas pu être remis. Adresse introuvable.",
    "No se puede entregar: Re: broken cup": "No se pudo entregar el mensaje a {to}. No se encontró la dirección.",
}
POST = "Postmaster <postmaster@relay.example>"
LETTERS = [
    ("MAILER-DAEMON@relay.example", "failure notice", QMAIL, True, ""),
    ("MAILER-DAEMON@relay.example", "failure notice", QMAIL, False, ""),
    ("Mail Delivery System <Mailer-Daemon@relay.example>", "Mail delivery failed: returning message to sender", EXIM,
     True, "X-Failed-Recipients: ann@mail.example\nAuto-Submitted: auto-replied\n"),
    ("Mail Delivery System <Mailer-Daemon@relay.example>", "Mail delivery failed: returning message to sender", EXIM,
     False, ""),
    ("Mail Delivery Subsystem <MAILER-DAEMON@relay.example>", "Returned mail: see transcript for details", SENDMAIL,
     True, "Auto-Submitted: auto-generated (failure)\n"),
    ("Mail Delivery Subsystem <MAILER-DAEMON@relay.example>", "Returned mail: User unknown", SENDMAIL, False, ""),
    ("Mail Delivery Subsystem <mailer-daemon@relay.example>", "Delivery Status Notification (Failure)", GMAIL, True,
     "X-Failed-Recipients: ann@mail.example\nAuto-Submitted: auto-replied\n"),
    ("MAILER-DAEMON@relay.example", "Failure Notice", YAHOO, True, ""),
    (POST, "Undeliverable mail: Re: broken cup", FULL, False, ""),
    (POST, "Message status - undeliverable", GROUPWISE, False, ""),
    (POST, "Unzustellbare Nachricht", PLAIN_DE, False, ""),
    ("MAILER-DAEMON@relay.example", "Mail konnte nicht zugestellt werden", PLAIN_DE, True, ""),
    (POST, "Message non distribué", PLAIN_FR, False, ""),
    ("MAILER-DAEMON@relay.example", "Échec de la remise du message", PLAIN_FR, True, ""),
    ("Mailer-Daemon@relay.example", "Mail System Error - Returned Mail", FULL, True, ""),
    ("postmaster@relay.example", "Delivery failure", SENDMAIL, True, ""),
]  # fmt: skip


def all_forms(mail: Mail) -> list[bytes]:
    """Fifty reports that a mail failed."""
    parts = ("whole", "headers", "base64", "quoted", "id", "original-id")
    forms = [standard(mail, language, "whole") for language in HUMAN]
    forms += [standard(mail, language, "headers") for language in HUMAN]
    forms += [standard(mail, "en", part) for part in parts[2:]] + [standard(mail, "de", part) for part in parts[2:]]
    forms += [standard(mail, language, "original-id") for language in ("fr", "es")]
    forms += [in_words(mail, who, what, text, whole=whole, extra=extra) for who, what, text, whole, extra in LETTERS]
    forms += [exchange(mail, subject, words) for subject, words in NOT_FOUND.items()]
    return forms
