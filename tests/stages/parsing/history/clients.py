"""How mail programs write an answer: what they put between the new words and the old ones, in plain text and HTML."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from tests.stages.parsing.history.words import SHOP

WHO, BOX = "Milo Shop", "help@shop.example"
FULL = f"{WHO} <{BOX}>"
ME = "ada@mail.example"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt")


@dataclass(frozen=True)
class Written:
    """What a program sends. plain, html: None where it sends no such part. old: lines that are not new words."""

    plain: str | None
    html: str | None
    old: list[str] = field(default_factory=list)


Client = Callable[[str, str], Written]


def shop(lang: str) -> str:
    return "\n\n".join(SHOP[lang][:3]) + "\n\n" + "\n".join(SHOP[lang][3:])


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def paragraphs(text: str, tag: str = "div", style: str = "") -> str:
    """New words as programs write them: a block a line, an empty one with a break."""
    open_tag = f"<{tag}{' ' + style if style else ''}>"
    return "".join(f"{open_tag}{escape(line) or '<br>'}</{tag}>" for line in text.split("\n"))


def markers(lang: str, *lines: str) -> list[str]:
    return [*SHOP[lang][1:3], *lines]


GMAIL = {
    "en": f"On Tue, Mar 3, 2026 at 9:41 AM {FULL} wrote:",
    "de": f"Am Di., 3. März 2026 um 09:41 Uhr schrieb {FULL}:",
    "fr": f"Le mar. 3 mars 2026 à 09:41, {FULL} a écrit :",
    "es": f"El mar, 3 mar 2026 a las 9:41, {WHO} (<{BOX}>) escribió:",
    "it": f"Il giorno mar 3 mar 2026 alle ore 09:41 {FULL} ha scritto:",
    "pt": f"Em ter., 3 de mar. de 2026 às 09:41, {FULL} escreveu:",
}
APPLE = {
    "en": f"On 3 Mar 2026, at 09:41, {FULL} wrote:",
    "de": f"Am 03.03.2026 um 09:41 schrieb {FULL}:",
    "fr": f"Le 3 mars 2026 à 09:41, {FULL} a écrit :",
    "es": f"El 3 mar 2026, a las 9:41, {FULL} escribió:",
    "it": f"Il giorno 3 mar 2026, alle ore 09:41, {FULL} ha scritto:",
    "pt": f"No dia 3 de mar. de 2026, às 09:41, {FULL} escreveu:",
}
YAHOO = {
    "en": f"On Tuesday, March 3, 2026 at 09:41:22 AM GMT+1, {FULL} wrote:",
    "de": f"Am Dienstag, 3. März 2026 um 09:41:22 MEZ hat {FULL} Folgendes geschrieben:",
    "fr": f"Le mardi 3 mars 2026 à 09:41:22 UTC+1, {FULL} a écrit :",
    "es": f"En martes, 3 de marzo de 2026, 09:41:22 CET, {FULL} escribió:",
    "it": f"Il martedì 3 marzo 2026 alle ore 09:41:22 CET, {FULL} ha scritto:",
    "pt": f"Em terça-feira, 3 de março de 2026 às 09:41:22 BRT, {FULL} escreveu:",
}
THUNDERBIRD = {
    "en": f"On 3/3/26 09:41, {WHO} wrote:",
    "de": f"Am 03.03.26 um 09:41 schrieb {WHO}:",
    "fr": f"Le 03/03/2026 à 09:41, {WHO} a écrit :",
    "es": f"El 3/3/26 a las 9:41, {WHO} escribió:",
    "it": f"Il 03/03/2026 09:41, {WHO} ha scritto:",
    "pt": f"Em 03/03/2026 09:41, {WHO} escreveu:",
}
HEADS = {
    "en": ("From", "Sent", "To", "Subject", "Tuesday, March 3, 2026 9:41 AM"),
    "de": ("Von", "Gesendet", "An", "Betreff", "Dienstag, 3. März 2026 09:41"),
    "fr": ("De", "Envoyé", "À", "Objet", "mardi 3 mars 2026 09:41"),
    "es": ("De", "Enviado el", "Para", "Asunto", "martes, 3 de marzo de 2026 9:41"),
    "it": ("Da", "Inviato", "A", "Oggetto", "martedì 3 marzo 2026 09:41"),
    "pt": ("De", "Enviada em", "Para", "Assunto", "terça-feira, 3 de março de 2026 09:41"),
}
SAMSUNG = {
    "en": ("-------- Original message --------", "From", "Date", "To", "Subject", "3/3/26 09:41 (GMT+01:00)"),
    "de": ("-------- Ursprüngliche Nachricht --------", "Von", "Datum", "An", "Betreff", "03.03.26 09:41 (MEZ)"),
    "fr": ("-------- Message d'origine --------", "De", "Date", "À", "Objet", "03/03/2026 09:41 (GMT+01:00)"),
    "es": ("-------- Mensaje original --------", "De", "Fecha", "Para", "Asunto", "3/3/26 9:41 (GMT+01:00)"),
    "it": ("-------- Messaggio originale --------", "Da", "Data", "A", "Oggetto", "03/03/26 09:41 (GMT+01:00)"),
    "pt": ("-------- Mensagem original --------", "De", "Data", "Para", "Assunto", "03/03/26 09:41 (GMT+00:00)"),
}
FORWARDED = {
    "en": ("---------- Forwarded message ---------", "From", "Date", "Subject", "To"),
    "de": ("---------- Forwarded message ---------", "Von", "Date", "Subject", "To"),
    "fr": ("---------- Forwarded message ---------", "De", "Date", "Subject", "To"),
    "es": ("---------- Forwarded message ---------", "De", "Date", "Subject", "To"),
    "it": ("---------- Forwarded message ---------", "Da", "Date", "Subject", "To"),
    "pt": ("---------- Forwarded message ---------", "De", "Date", "Subject", "To"),
}


def colon(lang: str) -> str:
    return " :" if lang == "fr" else ":"


def head(lang: str) -> list[str]:
    sender, sent, to, subject, at = HEADS[lang]
    mark = colon(lang)
    return [f"{sender}{mark} {FULL}", f"{sent}{mark} {at}", f"{to}{mark} {ME}", f"{subject}{mark} Re: MG20481"]


def folded(line: str, width: int = 76) -> str:
    """Break a long line as programs do that wrap plain text."""
    if len(line) <= width:
        return line
    cut = line.rfind(" ", 0, width)
    return f"{line[:cut]}\n{line[cut + 1 :]}"


def gmail(new: str, lang: str) -> Written:
    line = GMAIL[lang]
    html = (
        f'<div dir="ltr">{paragraphs(new)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" '
        f'class="gmail_attr">{escape(line)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;'
        f'border-left:1px solid rgb(204,204,204);padding-left:1ex">{paragraphs(shop(lang), "p")}</blockquote></div>'
    )
    return Written(f"{new}\n\n{folded(line)}\n\n{quoted(shop(lang))}\n", html, markers(lang, line[:30]))


def gmail_plain(new: str, lang: str) -> Written:
    made = gmail(new, lang)
    return Written(made.plain, None, made.old)


def gmail_html(new: str, lang: str) -> Written:
    made = gmail(new, lang)
    return Written(None, made.html, made.old)


def outlook(new: str, lang: str) -> Written:
    """Outlook for Windows, plain text."""
    lines = [*head(lang)]
    return Written(f"{new}\n\n" + "\n".join(lines) + f"\n\n{shop(lang)}\n", None, markers(lang, lines[0], lines[1]))


def outlook_html(new: str, lang: str) -> Written:
    """Outlook for Windows, HTML: a bordered block of headers, no quote container."""
    mark = colon(lang)
    lines = "<br>".join(
        f"<b><span>{escape(line.split(mark)[0])}{mark}</span></b><span>{escape(line.split(mark, 1)[1])}</span>"
        for line in head(lang)
    )
    html = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head>'
        "<body>"
        f'<div class="WordSection1">{paragraphs(new, "p", "class=MsoNormal")}<p class=MsoNormal><o:p>&nbsp;</o:p></p>'
        "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>"
        f"{lines}</p></div></div>{paragraphs(shop(lang), 'p', 'class=MsoNormal')}</div></body></html>"
    )
    return Written(None, html, markers(lang, head(lang)[0], head(lang)[1]))


def outlook_web(new: str, lang: str) -> Written:
    lines = "<br>".join(escape(line) for line in head(lang))
    html = (
        f'<div class="elementToProof">{paragraphs(new)}</div><div id="appendonsend"></div><hr style="display:inline-'
        f'block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">{lines}</font><div>'
        f"&nbsp;</div></div>{paragraphs(shop(lang))}"
    )
    plain = f"{new}\n{'_' * 32}\n" + "\n".join(head(lang)) + f"\n\n{shop(lang)}\n"
    return Written(plain, html, markers(lang, head(lang)[0], head(lang)[1]))


def apple(new: str, lang: str) -> Written:
    """Apple Mail on a Mac: the line above the quote is quoted itself."""
    line = APPLE[lang]
    html = (
        f'<html><body style="overflow-wrap: break-word;">{paragraphs(new)}<div><br><blockquote type="cite"><div>'
        f'{escape(line)}</div><br class="Apple-interchange-newline"><div>{paragraphs(shop(lang))}</div></blockquote>'
        "</div></body></html>"
    )
    return Written(f"{new}\n\n> {line}\n> \n{quoted(shop(lang))}\n", html, markers(lang, line[:30]))


def iphone(new: str, lang: str) -> Written:
    """Mail on an iPhone: plain text without marks."""
    line = APPLE[lang]
    return Written(f"{new}\n\n{line}\n\n\ufeff{quoted(shop(lang))}\n", None, markers(lang, line[:30]))


def iphone_html(new: str, lang: str) -> Written:
    line = APPLE[lang]
    html = (
        f'<html><body dir="auto">{paragraphs(new)}<div dir="ltr"><br><blockquote type="cite">{escape(line)}<br><br>'
        f'</blockquote></div><blockquote type="cite"><div dir="ltr">\ufeff{paragraphs(shop(lang))}</div></blockquote>'
        "</body></html>"
    )
    return Written(None, html, markers(lang, line[:30]))


def yahoo(new: str, lang: str) -> Written:
    line = YAHOO[lang]
    html = (
        f'<div class="ydp1yahoo-style-wrap">{paragraphs(new)}<div><br></div></div><div id="ydp2yahoo_quoted_1" '
        f'class="yahoo_quoted"><div style="font-family:Helvetica"><div>{escape(line)}</div><div><br></div>'
        f"{paragraphs(shop(lang))}</div></div>"
    )
    old = "\n".join(f" {part}" for part in shop(lang).split("\n"))
    return Written(f" {new}\n\n    {line}  \n \n {old}  ", html, markers(lang, line[:30]))


def yahoo_plain(new: str, lang: str) -> Written:
    made = yahoo(new, lang)
    return Written(made.plain, None, made.old)


def thunderbird(new: str, lang: str) -> Written:
    line = THUNDERBIRD[lang]
    return Written(f"{new}\n\n{line}\n{quoted(shop(lang))}\n", None, markers(lang, line))


def thunderbird_html(new: str, lang: str) -> Written:
    line = THUNDERBIRD[lang]
    html = (
        f"<html><body><p>{'</p><p>'.join(escape(part).replace(chr(10), '<br>') for part in new.split(chr(10) * 2))}</p>"
        f'<div class="moz-cite-prefix">{line}<br></div><blockquote type="cite" cite="mid:1@shop.example">'
        f"{paragraphs(shop(lang), 'p')}</blockquote></body></html>"
    )
    return Written(None, html, markers(lang, line))


def below(new: str, lang: str) -> Written:
    """Thunderbird as its older users have it: the answer below the quote."""
    line = THUNDERBIRD[lang]
    return Written(f"{line}\n{quoted(shop(lang))}\n\n{new}\n", None, markers(lang, line))


def below_gmail(new: str, lang: str) -> Written:
    line = GMAIL[lang]
    return Written(f"{folded(line)}\n\n{quoted(shop(lang))}\n\n{new}\n", None, markers(lang, line[:30]))


def between(new: str, lang: str) -> Written:
    """An answer below each thing said."""
    first, *rest = new.split("\n\n")
    line, lines = THUNDERBIRD[lang], SHOP[lang]
    plain = f"{line}\n> {lines[0]}\n> {lines[1]}\n\n{first}\n\n> {lines[2]}\n\n" + "\n\n".join(rest) + "\n"
    return Written(plain, None, markers(lang, line))


def gmx(new: str, lang: str) -> Written:
    sender, sent, to, subject, at = HEADS[lang]
    mark = colon(lang)
    lines = [
        f"{sent}{mark} {at}",
        f'{sender}{mark} "{WHO}" <{BOX}>',
        f"{to}{mark} {ME}",
        f"{subject}{mark} Re: MG20481",
    ]
    heads = "<br>".join(
        f"<b>{escape(one.split(mark)[0])}{mark}</b>&nbsp;{escape(one.split(mark, 1)[1])}" for one in lines
    )
    html = (
        f'<html><head></head><body><div style="font-family: Verdana;font-size: 12.0px;">{paragraphs(new)}<div>&nbsp;'
        '<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;">'
        f'<div style="margin:0 0 10px 0;">{heads}</div><div name="quoted-content">{paragraphs(shop(lang))}</div></div>'
        "</div></div></body></html>"
    )
    plain = f"{new}\n \n\n" + "\n".join(lines) + f"\n\n{shop(lang)}\n"
    return Written(plain, html, markers(lang, lines[0], lines[1]))


def gmx_plain(new: str, lang: str) -> Written:
    made = gmx(new, lang)
    return Written(made.plain, None, made.old)


def orange(new: str, lang: str) -> Written:
    lines = ["Message du 03/03/26 09:41", f'De : "{WHO}" <{BOX}>', f"A : {ME}", "Copie à : ", "Objet : Re: MG20481"]
    return Written(
        f"{new}\n\n{quoted(chr(10).join(lines))}\n> \n{quoted(shop(lang))}\n", None, markers(lang, lines[0], lines[1])
    )


def orange_new(new: str, lang: str) -> Written:
    lines = ["envoyé : 3 mars 2026 à 09:41", f"de : {FULL}", f"à : {ME}", "objet : Re: MG20481"]
    heads = "<br>".join(map(escape, lines))
    html = (
        f'<html><body><div>{paragraphs(new)}</div><div class="ox-quote"><blockquote type="cite"><div>{heads}</div>'
        f"<div><br></div>{paragraphs(shop(lang))}</blockquote></div></body></html>"
    )
    return Written(f"{new}\n\n\n" + "\n".join(lines) + f"\n\n{shop(lang)}\n", html, markers(lang, lines[0], lines[1]))


def libero(new: str, lang: str) -> Written:
    line = f"Il 03/03/2026 09:41 CET {FULL} ha scritto:"
    html = (
        f'<html><body><div>{paragraphs(new)}</div><blockquote type="cite"><div>{escape(line)}</div><div><br></div>'
        f"{paragraphs(shop(lang))}</blockquote></body></html>"
    )
    return Written(f"{new}\n\n> {line}\n> \n{quoted(shop(lang))}\n", html, markers(lang, line[:30]))


def uol(new: str, lang: str) -> Written:
    lines = [f'De: "{WHO}" <{BOX}>', "Enviada: 2026/03/03 09:41:22", f"Para: {ME}", "Assunto: Re: MG20481"]
    html = (
        f'<html><body><div>{paragraphs(new)}</div><hr style="border-top: 1px solid #ccc;"><div>'
        f"{'<br>'.join('<b>' + escape(one.split(':')[0]) + ':</b>' + escape(one.split(':', 1)[1]) for one in lines)}"
        f"</div><div>&nbsp;</div>{paragraphs(shop(lang))}</body></html>"
    )
    return Written(f"{new}\n\n" + "\n".join(lines) + f"\n\n{shop(lang)}\n", html, markers(lang, lines[0], lines[1]))


def samsung(new: str, lang: str) -> Written:
    mark, sender, date, to, subject, at = SAMSUNG[lang]
    sign = colon(lang)
    lines = [
        mark,
        f"{sender}{sign} {FULL} ",
        f"{date}{sign} {at} ",
        f"{to}{sign} {ME} ",
        f"{subject}{sign} Re: MG20481 ",
    ]
    return Written(
        f"{new}\n\n\n" + "\n".join(lines) + f"\n\n{shop(lang)}\n", None, markers(lang, lines[1].strip(), mark)
    )


def proton(new: str, lang: str) -> Written:
    line = {
        "en": f"On Tuesday, March 3rd, 2026 at 9:41 AM, {FULL} wrote:",
        "de": f"{WHO} <{BOX}> schrieb am Dienstag, 3. März 2026 um 09:41:",
        "fr": f"Le mardi 3 mars 2026 à 9:41 AM, {FULL} a écrit :",
        "es": f"El martes, 3 de marzo de 2026 a las 9:41, {FULL} escribió:",
        "it": f"martedì 3 marzo 2026 09:41, {FULL} ha scritto:",
        "pt": f"terça-feira, 3 de março de 2026 às 09:41, {FULL} escreveu:",
    }[lang]
    return Written(f"{new}\n\n{line}\n\n{quoted(shop(lang))}\n", None, markers(lang, line[:30]))


def forward(new: str, lang: str) -> Written:
    mark, sender, date, subject, to = FORWARDED[lang]
    lines = [
        mark,
        f"{sender}: {FULL}",
        f"{date}: Tue, Mar 3, 2026 at 9:41 AM",
        f"{subject}: Your order",
        f"{to}: <{ME}>",
    ]
    return Written(f"{new}\n\n" + "\n".join(lines) + f"\n\n\n{shop(lang)}\n", None, markers(lang, mark, lines[1]))


def forward_outlook(new: str, lang: str) -> Written:
    made = outlook_web(new, lang)
    return Written(made.plain, None, made.old)


def fresh(new: str, lang: str) -> Written:
    """No history at all."""
    return Written(f"{new}\n", None, [])


def fresh_html(new: str, lang: str) -> Written:
    return Written(None, f"<html><body>{paragraphs(new)}</body></html>", [])
