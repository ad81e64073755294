"""Sixty more answers, each written by hand: rarer programs, words that look like history, and history within history."""

import re
from collections.abc import Iterator
from email.message import EmailMessage

from tests.stages.parsing.history.table import Row

S = "Milo Shop <help@shop.example>"
EN = "Hello Ada,\n\nthank you for your message.\nCould you send us a photo?\n\nNina"
DE = "Hallo Ada,\n\nvielen Dank für Ihre Nachricht.\nKönnten Sie uns ein Foto schicken?\n\nNina"
FR = "Bonjour Ada,\n\nmerci pour votre message.\nPourriez-vous nous envoyer une photo ?\n\nNina"
ES = "Hola Ada:\n\ngracias por su mensaje.\n¿Podría enviarnos una foto?\n\nNina"
IT = "Ciao Ada,\n\ngrazie per il messaggio.\nPuò inviarci una foto?\n\nNina"
PT = "Olá Ada,\n\nobrigado pela mensagem.\nPode enviar-nos uma foto?\n\nNina"
SAID = {
    "en": "Could you send us a photo",
    "de": "Könnten Sie uns ein Foto schicken",
    "fr": "Pourriez-vous nous envoyer une photo",
    "es": "Podría enviarnos una foto",
    "it": "Può inviarci una foto",
    "pt": "Pode enviar-nos uma foto",
}


def q(text: str) -> str:
    """Quoted."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


# language, what is special, new words, what stands around them (@ is where the new words stand)
PLAIN: list[tuple[str, str, str, str]] = [
    ("en", "mailto in the head", "Here is the photo. Please send a new one.\n\nTom", f"@\n\nFrom: Milo Shop [mailto:help@shop.example] \nSent: 03 March 2026 09:41\nTo: Tom\nSubject: RE: 20481\n\n{EN}"),
    ("en", "bold head", "I want my money back, not a voucher.", f"@\n\n*From:* {S}\n*Sent:* 03 March 2026 09:41\n*To:* Tom <tom@mail.example>\n*Cc:* x@mail.example\n*Subject:* RE: 20481\n\n{EN}"),
    ("en", "zoho", "It is the left earring.\n\nThanks,\nJo", f"@\n\n\n---- On Tue, 03 Mar 2026 09:41:22 +0100 {S} wrote ---\n\n{EN}"),
    ("en", "aol", "Cancel it then.", f"@\n\n-----Original Message-----\nFrom: {S}\nTo: tom@mail.example\nSent: Tue, Mar 3, 2026 9:41 am\nSubject: Re: 20481\n\n{EN}"),
    ("en", "zimbra", "The size is 7.\n\nRegards\nTom", f"@\n\n----- Original Message -----\nFrom: \"Milo Shop\" <help@shop.example>\nTo: \"tom\" <tom@mail.example>\nSent: Tuesday, 3 March, 2026 09:41:22\nSubject: Re: 20481\n\n{EN}"),
    ("en", "reply above", "Yes I tried that twice.", f"@\n\n##- Please type your reply above this line -##\n\nYour request (20481) has been updated.\n\n{EN}"),
    ("en", "two levels", "Still nothing!", f"@\n\nOn Tue, 3 Mar 2026 at 09:41, {S} wrote:\n\n{q(EN)}\n>\n> On Mon, 2 Mar 2026 at 08:00, Tom <tom@mail.example> wrote:\n>\n>> Where is my parcel?"),
    ("en", "gmail in three lines", "Attached.\n\nTom", f"@\n\nOn Tue, Mar 3, 2026 at 9:41 AM Milo Shop Customer Care Department London\n<help@shop.example\n<mailto:help@shop.example>> wrote:\n\n{q(EN)}"),
    ("en", "words like a head", "Please change my order:\n\nFrom: the red one\nTo: the blue one\n\nEverything else stays.\nTom", f"@\n\nOn 03/03/2026 09:41, Milo Shop wrote:\n{q(EN)}"),
    ("en", "words like an introduction", "On 2 March your colleague wrote: we will refund you in full. That was a week ago.\n\nSo where is it?", f"@\n\nOn 3 Mar 2026, at 09:41, {S} wrote:\n\n{q(EN)}"),
    ("en", "facts in lines", "Order: 20481\nDate: 14 February 2026\nItem: moon ring\nProblem: stone is loose\n\nI would like a replacement.", f"@\n\nOn 3 Mar 2026, at 09:41, {S} wrote:\n\n{q(EN)}"),
    ("en", "dashes between", "First thing: the box was open.\n\n-----\n\nSecond thing: one ring is missing.\n\nTom", "@\n"),
    ("en", "name behind dashes", "Can I still swap it for a 6?\n\n--Tom", f"@\n\nOn 3/3/26 09:41, Milo Shop wrote:\n{q(EN)}"),
    ("en", "postscript", "The chain broke.\n\nBest,\nTom\n\nPS: order 20481, bought in February", f"@\n\nSent from my iPhone\n\n> On 3 Mar 2026, at 09:41, {S} wrote:\n> \n{q(EN)}"),
    ("en", "virus note", "Sounds good to me.", f"@\n\nVirus-free.www.avast.com <https://www.avast.com/sig-email>\n\nOn Tue, 3 Mar 2026 at 09:41, {S} wrote:\n\n{q(EN)}"),
    ("en", "three footers", "Please confirm the refund.\n\nKind regards\nTom Hill", f"@\nPurchasing Manager\nHill Trading Ltd | Unit 4, Mill Lane\nT: +44 1632 960123 | M: +44 7700 900123\nwww.hill.example\n\nThis email is confidential. If you are not the intended recipient please delete it.\n\nPlease consider the environment before printing this email.\n\nFrom: {S}\nSent: 03 March 2026 09:41\nTo: Tom Hill\nSubject: RE: 20481\n\n{EN}"),
    ("en", "quoted parts without introduction", "Yes, see below.\n\nIt is the gold one.\n\nTomorrow is fine.", f"Yes, see below.\n\n> Which one is it?\n\nIt is the gold one.\n\n> When may the courier come?\n\nTomorrow is fine.\n\n> {SAID['en']}?"),
    ("en", "outlook for android", "Great, thank you!", f"@\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: {S}\nSent: Tuesday, March 3, 2026 9:41:22 AM\nTo: Tom <tom@mail.example>\nSubject: Re: 20481\n\n{EN}"),
    ("de", "web.de app", "Hab ich schon gemacht.\n\nGruß Uwe", f"@\n--\nDiese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.\nAm 03.03.26, 09:41 schrieb {S}:\n{q(DE)}"),
    ("de", "k-9", "Das Foto kommt heute Abend.", f"@\n\nAm 3. März 2026 09:41:22 MEZ schrieb {S}:\n{q(DE)}\n\n-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet."),
    ("de", "t-online", "Der Ring ist zu klein.\n\nMit freundlichem Gruß\nUwe Kern", f"@\n\n-----Original-Nachricht-----\nBetreff: Re: 20481\nDatum: 2026-03-03T09:41:22+0100\nVon: \"Milo Shop\" <help@shop.example>\nAn: \"kern@mail.example\" <kern@mail.example>\n\n{DE}"),
    ("de", "freenet", "Bitte stornieren!", f"@\n\n--- Ursprüngliche Nachricht ---\nVon: {S}\nDatum: 03.03.2026 09:41:22\nAn: Uwe Kern <kern@mail.example>\nBetreff: Re: 20481\n\n{DE}"),
    ("de", "head with priority", "Wann kommt endlich die Erstattung?\n\nUwe Kern", f"@\n\nVon: {S} \nGesendet: Dienstag, 3. März 2026 09:41\nAn: Kern, Uwe <kern@mail.example>\nCc: Buchhaltung <b@mail.example>\nBetreff: AW: 20481\nPriorität: Hoch\n\n{DE}"),
    ("de", "bold head", "Passt, danke!\n\nLG\nUwe", f"@\n\n*Von:* Milo Shop [mailto:help@shop.example]\n*Gesendet:* Dienstag, 3. März 2026 09:41\n*An:* kern@mail.example\n*Betreff:* AW: 20481\n\n{DE}"),
    ("de", "firm's footer", "wir haben das falsche Modell bekommen. Bitte tauschen.\n\nMit freundlichen Grüßen\n\nUwe Kern", f"@\nEinkauf\n\nKern Bau GmbH\nMühlweg 12, 79999 Neustadt\nTel.: 0999 123456, Fax: 0999 123457\nE-Mail: kern@bau.example\nGeschäftsführer: Uwe Kern, HRB 99999 Amtsgericht Neustadt\n\nVon: {S}\nGesendet: Dienstag, 3. März 2026 09:41\nAn: Uwe Kern\nBetreff: AW: 20481\n\n{DE}"),
    ("de", "words like an introduction", "Am 3.3. schrieb mir der Paketdienst: Sendung verloren.\n\nWas nun?", f"@\n\nAm 04.03.2026 um 09:41 schrieb {S}:\n\n{q(DE)}"),
    ("de", "answer in between", "Doch, das habe ich versucht.\n\nDas Bild liegt bei.\n\nUwe", f"Am 03.03.26 um 09:41 schrieb Milo Shop:\n> Hallo Ada,\n> haben Sie es schon neu gestartet?\n\nDoch, das habe ich versucht.\n\n> {SAID['de']}?\n\nDas Bild liegt bei.\n\nUwe"),
    ("de", "answer below", "Nein, das Paket war schon offen.\n\nViele Grüße\nUwe", f"Am Dienstag, den 03.03.2026, 09:41 +0100 schrieb Milo Shop:\n{q(DE)}\n\n@"),
    ("de", "apple forward", "Bitte kümmern Sie sich darum, siehe unten.", f"@\n\nAnfang der weitergeleiteten Nachricht:\n\n> Von: {S}\n> Betreff: 20481\n> Datum: 3. März 2026 um 09:41:22 MEZ\n> An: kern@mail.example\n> \n{q(DE)}"),
    ("de", "samsung new", "Ja gerne", f"@\n\nGesendet über Outlook für Android\n-------- Ursprüngliche Nachricht --------\nVon: Milo Shop <help@shop.example>\nDatum: 03.03.26 09:41 (GMT+01:00)\nAn: kern@mail.example\nBetreff: Re: 20481\n\n{DE}"),
    ("de", "freemail line", "Ich nehme den Gutschein.", f"@\n\nGesendet mit WEB.DE Mail - kostenlos\n\nAm 03.03.2026 um 09:41 schrieb Milo Shop <help@shop.example>:\n\n{q(DE)}"),
    ("fr", "zimbra", "Voici la photo demandée.\n\nCordialement,\nLuc", f"@\n\n----- Mail original -----\nDe: \"Milo Shop\" <help@shop.example>\nÀ: \"luc\" <luc@mail.example>\nEnvoyé: Mardi 3 Mars 2026 09:41:22\nObjet: Re: 20481\n\n{FR}"),
    ("fr", "la poste", "Non merci, je veux un remboursement.", f"@\n\n> Message du 03/03/26 09:41\n> De : \"Milo Shop\" <help@shop.example>\n> A : luc@mail.example\n> Copie à :\n> Objet : Re: 20481\n>\n{q(FR)}"),
    ("fr", "outlook", "Le bijou est cassé.\n\nLuc Martel", f"@\n\nDe : Milo Shop [mailto:help@shop.example] \nEnvoyé : mardi 3 mars 2026 09:41\nÀ : Luc Martel\nObjet : RE: 20481\n\n{FR}"),
    ("fr", "telephone", "C'est bon pour moi", f"@\n\nTélécharger Outlook pour Android<https://aka.ms/AAb9ysg>\n________________________________\nDe: {S}\nEnvoyé: Tuesday, March 3, 2026 9:41:22 AM\nÀ: luc@mail.example <luc@mail.example>\nObjet: Re: 20481\n\n{FR}"),
    ("fr", "words like an introduction", "Le 2 mars votre collègue m'a écrit : vous serez remboursé. J'attends toujours.", f"@\n\nLe mer. 4 mars 2026 à 09:41, {S} a\nécrit :\n\n{q(FR)}"),
    ("fr", "legal note", "Je confirme l'adresse.\n\nBien cordialement\nLuc Martel", f"@\n\nPensez à l'environnement avant d'imprimer ce message.\nCe courriel est confidentiel et réservé à ses destinataires.\n\nDe : {S}\nEnvoyé : mardi 3 mars 2026 09:41\nÀ : Luc Martel\nObjet : RE: 20481\n\n{FR}"),
    ("fr", "answer below", "Oui, taille 54.\n\nLuc", f"Le 03/03/2026 à 09:41, Milo Shop a écrit :\n{q(FR)}\n\n@"),
    ("fr", "facts in lines", "Objet : bague lune\nDate d'achat : 14 février 2026\nPrix : 49 €\n\nLa pierre est tombée.", f"@\n\nLe 3 mars 2026 à 09:41, {S} a écrit :\n\n{q(FR)}"),
    ("es", "hotmail", "Ya lo intenté y no funciona.\n\nLuis", f"@\n________________________________\nDe: {S}\nEnviado: martes, 3 de marzo de 2026 9:41\nPara: Luis <luis@mail.example>\nAsunto: Re: 20481\n\n{ES}"),
    ("es", "gmail mobile", "Gracias, espero el reembolso.", f"@\n\nEl mar., 3 de mar. de 2026 9:41 a. m., Milo Shop <help@shop.example>\nescribió:\n\n{q(ES)}"),
    ("es", "outlook bold", "El anillo me queda grande.\n\nSaludos cordiales\nLuis Paredes", f"@\n\n*De:* Milo Shop [mailto:help@shop.example]\n*Enviado el:* martes, 3 de marzo de 2026 9:41\n*Para:* Luis Paredes\n*Asunto:* RE: 20481\n\n{ES}"),
    ("es", "telephone", "Sí, mañana está bien", f"@\n\nEnviado desde Outlook para Android<https://aka.ms/AAb9ysg>\n________________________________\nDe: {S}\nEnviado: Tuesday, March 3, 2026 9:41:22 AM\nPara: luis@mail.example <luis@mail.example>\nAsunto: Re: 20481\n\n{ES}"),
    ("es", "words like a head", "Cambien el pedido, por favor:\n\nDe: talla M\nPara: talla L\n\nGracias, Luis", f"@\n\nEl 3/3/26 a las 9:41, Milo Shop escribió:\n{q(ES)}"),
    ("es", "legal note", "Adjunto la foto.\n\nUn saludo", f"@\n\nAVISO LEGAL: Este mensaje contiene información confidencial dirigida únicamente a su destinatario.\n\nEl mar, 3 mar 2026 a las 9:41, Milo Shop (<help@shop.example>) escribió:\n\n{q(ES)}"),
    ("es", "forward", "Les reenvío lo que me contestaron.\n\nLuis", f"@\n\n---------- Mensaje reenviado ----------\nDe: {S}\nFecha: mar, 3 mar 2026 a las 9:41\nAsunto: 20481\nPara: luis@mail.example\n\n{ES}"),
    ("it", "virgilio", "La collana è arrivata rotta.\n\nSaluti\nMarco", f"@\n\n----Messaggio originale----\nDa: help@shop.example\nData: 3-mar-2026 9.41\nA: <marco@mail.example>\nOgg: R: 20481\n\n{IT}"),
    ("it", "outlook", "Va bene, procedete.", f"@\n\nDa: Milo Shop [mailto:help@shop.example] \nInviato: martedì 3 marzo 2026 09:41\nA: Marco Riva\nOggetto: R: 20481\n\n{IT}"),
    ("it", "gmail mobile", "Ok, spedisco domani.\n\nMarco", f"@\n\nIl mar 3 mar 2026, 09:41 {S} ha\nscritto:\n\n{q(IT)}"),
    ("it", "telephone", "Non ancora ricevuto", f"@\n\nInviato da Outlook per Android<https://aka.ms/AAb9ysg>\n________________________________\nDa: {S}\nInviato: martedì 3 marzo 2026, 09:41\nA: marco@mail.example <marco@mail.example>\nOggetto: Re: 20481\n\n{IT}"),
    ("it", "legal note", "Confermo l'indirizzo.\n\nCordiali saluti\nMarco Riva", f"@\n\nAi sensi del Regolamento UE 2016/679 questo messaggio è riservato al destinatario.\n\nIl giorno 3 mar 2026, alle ore 09:41, {S} ha scritto:\n\n{q(IT)}"),
    ("pt", "outlook brazil", "O anel veio errado.\n\nAtt,\nRui", f"@\n________________________________\nDe: {S}\nEnviado: terça-feira, 3 de março de 2026 09:41\nPara: Rui <rui@mail.example>\nAssunto: Re: 20481\n\n{PT}"),
    ("pt", "gmail wrapped", "Obrigado, aguardo.", f"@\n\nMilo Shop <help@shop.example> escreveu (terça, 3/03/2026 à(s)\n09:41):\n\n{q(PT)}"),
    ("pt", "apple brazil", "Quero cancelar.\n\nRui", f"@\n\nEnviado do meu iPhone\n\n> Em 3 de mar. de 2026, à(s) 09:41, {S} escreveu:\n> \n> \ufeff{q(PT)[2:]}"),
    ("pt", "telephone", "Pode ser na quinta", f"@\n\nObter o Outlook para Android<https://aka.ms/AAb9ysg>\n________________________________\nDe: {S}\nEnviado: Tuesday, March 3, 2026 9:41:22 AM\nPara: rui@mail.example <rui@mail.example>\nAssunto: Re: 20481\n\n{PT}"),
    ("pt", "words like an introduction", "Em 2 de março o seu colega escreveu: será reembolsado. Até hoje nada.", f"@\n\nEm 04/03/2026 09:41, Milo Shop escreveu:\n{q(PT)}"),
]  # fmt: skip
HTML: list[tuple[str, str, str, str]] = [
    ("en", "answers between in html", "That is right.\n\nThe gold one.", '<div dir="ltr"><blockquote class="gmail_quote"><div>Is your order 20481?</div></blockquote><div>That is right.</div><blockquote class="gmail_quote"><div>Could you send us a photo?</div></blockquote><div>The gold one.</div></div>'),
    ("de", "telekom mail", "Bitte nur den Ring tauschen.", '<div>Bitte nur den Ring tauschen.</div><div><br></div><div>-----Original-Nachricht-----</div><div>Betreff: Re: 20481</div><div>Datum: 2026-03-03T09:41</div><div>Von: Milo Shop</div><div>An: kern@mail.example</div><div>Könnten Sie uns ein Foto schicken?</div>'),
    ("fr", "sfr", "Je l'ai bien reçu, merci.", "<p>Je l'ai bien reçu, merci.</p><div id=\"zwchr\">----- Mail original -----<div><b>De: </b>Milo Shop<br><b>À: </b>luc<br><b>Envoyé: </b>Mardi 3 Mars 2026<br><b>Objet: </b>Re</div></div><div>Pourriez-vous nous envoyer une photo ?</div>"),
    ("es", "outlook in a table", "No me sirve la talla.\n\nLuis", '<div><p class="MsoNormal">No me sirve la talla.</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Luis</p><div style="border-top:solid #B5C4DF 1.0pt"><p class="MsoNormal"><b>De:</b> Milo Shop &lt;help@shop.example&gt;<br><b>Enviado el:</b> martes, 3 de marzo de 2026 9:41<br><b>Para:</b> Luis<br><b>Asunto:</b> RE: 20481</p></div><p class="MsoNormal">¿Podría enviarnos una foto?</p></div>'),
]  # fmt: skip


def rows() -> Iterator[Row]:
    """The sixty."""
    for lang, kind, new, around in PLAIN:
        yield row(f"{lang} {kind}", new, SAID[lang], around, is_html=False)
    for lang, kind, new, html in HTML:
        yield row(f"{lang} {kind}", new, SAID[lang], html, is_html=True)


def row(kind: str, new: str, said: str, body: str, *, is_html: bool) -> Row:
    """One mail. body: its text, in which a lone @ at a line's start stands for the new words."""
    text = re.sub(r"(?m)^@$", lambda _: new, body)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["In-Reply-To"] = "Ada <ada@mail.example>", "help@shop.example", "<1@shop.example>"
    mail["Subject"] = "Fwd: 20481" if "forward" in kind else "Re: 20481"
    mail.set_content(text, subtype="html" if is_html else "plain")
    return Row(kind=kind, raw=mail.as_bytes(), new=new, old=[said])
