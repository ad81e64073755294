"""One hundred and fifty answers: language, words, program, and what the program or the firm put below the words."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from tests.stages.parsing.history import clients
from tests.stages.parsing.history.clients import LANGUAGES, Client
from tests.stages.parsing.history.words import CARDS, LEGAL, PHONES, TEXTS


@dataclass(frozen=True)
class Row:
    """One mail. new: what the customer wrote in it; old: lines that must not be left; kind: how it was made."""

    kind: str
    raw: bytes
    new: str
    old: list[str]


PLAN: list[tuple[Client, int, str]] = [
    (clients.gmail, 0, ""),
    (clients.gmail_plain, 1, ""),
    (clients.gmail_html, 3, ""),
    (clients.outlook, 6, ""),
    (clients.outlook_html, 0, "card"),
    (clients.outlook_web, 5, ""),
    (clients.outlook_web, 4, "phone2"),
    (clients.apple, 7, ""),
    (clients.iphone, 2, "phone0"),
    (clients.iphone_html, 8, "phone0"),
    (clients.yahoo, 9, ""),
    (clients.yahoo_plain, 2, "phone3"),
    (clients.thunderbird, 3, "dashes"),
    (clients.thunderbird_html, 6, ""),
    (clients.below, 5, ""),
    (clients.below_gmail, 7, ""),
    (clients.between, 0, ""),
    (clients.between, 9, ""),
    (clients.gmx, 1, ""),
    (clients.gmx_plain, 8, "phone4"),
    (clients.samsung, 4, "phone1"),
    (clients.proton, 0, ""),
    (clients.forward, 8, ""),
    (clients.outlook, 5, "legal"),
]
"""For each language: program, which words, and what is added: a phone's line, a card, `-- ` and a card, a note."""

LOCAL: list[tuple[Client, str, int, str]] = [
    (clients.orange, "fr", 0, ""),
    (clients.orange_new, "fr", 3, "phone4"),
    (clients.libero, "it", 0, ""),
    (clients.libero, "it", 7, "phone4"),
    (clients.uol, "pt", 6, ""),
    (clients.uol, "pt", 1, ""),
]


def rows() -> Iterator[Row]:
    """The hundred and fifty."""
    for lang in LANGUAGES:
        for client, which, more in PLAN:
            yield row(client, lang, TEXTS[lang][which], more)
    for client, lang, which, more in LOCAL:
        yield row(client, lang, TEXTS[lang][which], more)


def row(client: Client, lang: str, new: str, more: str, *, subject: str = "Re: MG20481") -> Row:
    """One mail of these words by this program."""
    written = client(new + trailer(lang, more), lang)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Message-ID"] = (
        "Ada Lind <ada@mail.example>",
        "help@shop.example",
        "<2@mail.example>",
    )
    mail["Subject"] = f"Fwd: {subject[4:]}" if client.__name__.startswith("forward") else subject
    if written.plain is not None:
        mail.set_content(written.plain)
    if written.html is not None and written.plain is not None:
        mail.add_alternative(written.html, subtype="html")
    elif written.html is not None:
        mail.set_content(written.html, subtype="html")
    return Row(kind=f"{lang} {client.__name__} {more}".strip(), raw=mail.as_bytes(), new=new, old=written.old)


def trailer(lang: str, more: str) -> str:
    """What stands between the customer's words and the older mail."""
    if more.startswith("phone"):
        return f"\n\n{PHONES[lang][int(more[5])]}"
    if more == "dashes":
        return "\n\n-- \n" + "\n".join(CARDS[lang])
    if more == "card":
        return "\n\n" + "\n".join(CARDS[lang][1:])
    return f"\n\n{LEGAL[lang]}" if more == "legal" else ""
