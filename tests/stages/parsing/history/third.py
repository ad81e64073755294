"""Sixty further answers by rarer programs, written without looking at what finds the older words."""

from collections.abc import Iterator

from tests.stages.parsing.history.second import DE, EN, ES, FR, IT, PT, SAID, S, q, row
from tests.stages.parsing.history.table import Row

PLAIN: list[tuple[str, str, str, str]] = [
    ("en", "gmail app", "It's the small one, I measured it again", f"@\n\nOn Tue, 3 Mar 2026, 09:41 Milo Shop, <help@shop.example> wrote:\n\n{q(EN)}"),
    ("en", "outlook for mac", "Both bracelets are the same colour. I ordered one black and one brown.\n\nThanks\nGrace", f"@\n\nFrom: {S}\nDate: Tuesday, 3 March 2026 at 09:41\nTo: Grace Hill <grace@mail.example>\nSubject: Re: 20481\n{EN}"),
    ("en", "spark", "I'd prefer store credit.", f"@\n\nSent with Spark\nOn 3 Mar 2026 at 09:41 +0100, {S}, wrote:\n{q(EN)}"),
    ("en", "airmail", "No, the seal was still on.\n\nGrace", f"@\n\nOn 3 March 2026 at 09:41:22, Milo Shop (help@shop.example) wrote:\n\n{EN}"),
    ("en", "tutanota", "How long will the repair take?", f"@\n\n-- \nSecured with Tuta Mail\n\n\n3 Mar 2026, 09:41 by help@shop.example:\n{q(EN)}"),
    ("en", "roundcube", "The invoice has the wrong name. It must say Grace Hill.", f"@\n\nOn 2026-03-03 09:41, Milo Shop wrote:\n{q(EN)}"),
    ("en", "horde", "Size 6 please.\n\nG.", f"@\n\nQuoting {S}:\n\n{q(EN)}"),
    ("en", "mutt below", "I sent it twice already.\n\nWhat else do you need?", f"On Tue, Mar 03, 2026 at 09:41:22AM +0100, Milo Shop wrote:\n{q(EN)}\n\n@"),
    ("en", "em client", "Please change the delivery address to:\n\n7 Hill Street\nLeeds LS1 9ZZ\n\nGrace", f"@\n\n------ Original Message ------\nFrom \"Milo Shop\" <help@shop.example>\nTo \"Grace Hill\" <grace@mail.example>\nDate 03/03/2026 09:41:22\nSubject Re: 20481\n\n{EN}"),
    ("en", "windows mail", "It happened again this morning: the clasp opened and I nearly lost it.", f"@\n\nSent from Mail for Windows\n\nFrom: Milo Shop\nSent: 03 March 2026 09:41\nTo: Grace Hill\nSubject: Re: 20481\n\n{EN}"),
    ("en", "evolution", "Done, thanks.", f"@\n\nOn Tue, 2026-03-03 at 09:41 +0100, Milo Shop wrote:\n{q(EN)}"),
    ("en", "bluemail", "When does it ship?", f"@\n\nGet BlueMail for Android\n\nOn 3 Mar 2026, 09:41, at 09:41, {S} wrote:\n{EN}"),
    ("en", "notes", "We never received parcel two of two.\n\nBest regards\nGrace Hill", f"@\n\n\n\nFrom:\tMilo Shop <help@shop.example>\nTo:\tGrace Hill <grace@mail.example>\nDate:\t03/03/2026 09:41\nSubject:\tRe: 20481\n________________________________\n\n\n{EN}"),
    ("en", "the bat", "1. Yes.\n2. No, it is new.\n3. Friday.", f"@\n\n\nTuesday, March 3, 2026, 9:41:22 AM, you wrote:\n\n{q(EN)}"),
    ("en", "yahoo phone", "cancel my order please", f"@\n\n\nSent from Yahoo Mail for iPhone\n\n\nOn Tuesday, March 3, 2026, 9:41 AM, {S} wrote:\n\n{EN}"),
    ("en", "proton phone", "I changed my mind, keep the order.", f"@\n\nSent from Proton Mail for iOS\n\n\n-------- Original Message --------\nOn Tuesday, 03/03/26 at 09:41 {S} wrote:\n\n{q(EN)}"),
    ("en", "kmail", "Neither of the two fits.\n\nGrace", f"@\n\nOn Tuesday, 3 March 2026 09:41:22 CET Milo Shop wrote:\n{q(EN)}"),
    ("en", "long words before a short quote", "Dear Nina,\n\nI have now looked at everything you listed. The box is the right one. The ring in it is not mine: mine has three stones, this one has one. The paper slip says 20481, which is my number, so I think you mixed them up when packing.\n\nI can bring it to a parcel shop tomorrow if you send me a label.\n\nAll the best\nGrace Hill", f"@\n\n\nOn 03/03/2026 09:41, Milo Shop wrote:\n> {SAID['en']}?\n"),
    ("en", "dots in front", "Thanks, got it!", f"@\n\n...\n\nOn Tue, Mar 3, 2026 at 9:41 AM {S} wrote:\n\n{q(EN)}"),
    ("de", "ionos", "Die Uhr geht jeden Tag zehn Minuten nach.\n\nHerzliche Grüße\nIngrid", f"@\n\n> {S} hat am 03.03.2026 09:41 CET geschrieben:\n> \n> \n{q(DE)}"),
    ("de", "roundcube", "Ich warte seit drei Wochen.", f"@\n\nAm 2026-03-03 09:41, schrieb Milo Shop:\n{q(DE)}"),
    ("de", "horde", "Ja, bitte umtauschen in Größe 54.", f"@\n\n\nZitat von {S}:\n\n{q(DE)}"),
    ("de", "evolution", "Beide Pakete sind leer angekommen!\n\nI. Brandt", f"@\n\nAm Dienstag, dem 03.03.2026 um 09:41 +0100 schrieb Milo Shop:\n{q(DE)}"),
    ("de", "windows mail", "Nein danke, dann lieber das Geld zurück.\n\nIngrid Brandt", f"@\n\nGesendet von Mail für Windows\n\nVon: Milo Shop\nGesendet: Dienstag, 3. März 2026 09:41\nAn: Ingrid Brandt\nBetreff: Re: 20481\n\n{DE}"),
    ("de", "outlook for mac", "Ich hatte Silber bestellt.\n\nFreundliche Grüße\nIngrid Brandt", f"@\n\nVon: {S}\nDatum: Dienstag, 3. März 2026 um 09:41\nAn: Ingrid Brandt <brandt@mail.example>\nBetreff: Re: 20481\n{DE}"),
    ("de", "gmx new", "Die Lieferung war unvollständig: es fehlt das rote Band.", f"@\n\nAm 03.03.26 um 09:41 schrieb \"Milo Shop\" <help@shop.example>\n\n> Von: \"Milo Shop\" <help@shop.example>\n> Datum: 3. März 2026\n> An: brandt@mail.example\n> Betreff: Re: 20481\n{q(DE)}"),
    ("de", "em client", "Okay, ich probiere es aus.", f"@\n\n------ Originalnachricht ------\nVon \"Milo Shop\" <help@shop.example>\nAn \"Ingrid Brandt\" <brandt@mail.example>\nDatum 03.03.2026 09:41:22\nBetreff Re: 20481\n\n{DE}"),
    ("de", "telephone", "geht klar", f"@\n\nVon meinem Mobiltelefon gesendet\n\n-------- Ursprüngliche Nachricht --------\nVon: Milo Shop <help@shop.example>\nGesendet: Dienstag, 3. März 2026\nAn: brandt@mail.example\nBetreff: Re: 20481\n{DE}"),
    ("de", "kmail", "Sie schreiben, es sei zugestellt. Hier ist nichts.", f"@\n\nAm Dienstag, 3. März 2026, 09:41:22 Mitteleuropäische Normalzeit schrieb Milo\nShop:\n{q(DE)}"),
    ("de", "card without closing", "Stornieren Sie bitte Auftrag 20481.\n\nIngrid Brandt", f"@\nBrandt Optik e.K.\nMarktplatz 3\n79999 Neustadt\nTelefon 0999 / 1234\nwww.brandt.example\n\n-----Ursprüngliche Nachricht-----\nVon: Milo Shop [mailto:help@shop.example]\nGesendet: Dienstag, 3. März 2026 09:41\nAn: Ingrid Brandt\nBetreff: Re: 20481\n\n{DE}"),
    ("fr", "gmail app", "C'est le petit modèle, j'ai remesuré", f"@\n\nLe mar. 3 mars 2026, 09:41, {S} a écrit :\n\n{q(FR)}"),
    ("fr", "roundcube", "La facture n'est pas au bon nom.", f"@\n\nLe 2026-03-03 09:41, Milo Shop a écrit :\n{q(FR)}"),
    ("fr", "horde", "Taille 52 s'il vous plaît.\n\nSolène", f"@\n\n\n{S} a écrit :\n\n{q(FR)}"),
    ("fr", "yahoo phone", "annulez ma commande", f"@\n\n\nEnvoyé depuis Yahoo Mail pour iPhone\n\n\nLe mardi, mars 3, 2026, 9:41 AM, {S} a écrit :\n\n{FR}"),
    ("fr", "outlook for mac", "Les deux bracelets ont la même couleur.\n\nMerci\nSolène", f"@\n\nDe : {S}\nDate : mardi, 3 mars 2026 à 09:41\nÀ : Solène <solene@mail.example>\nObjet : Re: 20481\n{FR}"),
    ("fr", "windows mail", "Rien reçu à ce jour.", f"@\n\nProvenance : Courrier pour Windows\n\nDe : Milo Shop\nEnvoyé le :mardi 3 mars 2026 09:41\nÀ : Solène\nObjet :Re: 20481\n\n{FR}"),
    ("fr", "telephone", "d'accord", f"@\n\nEnvoyé de mon téléphone\n\n-------- Message d'origine --------\nDe : Milo Shop <help@shop.example>\nDate : 03/03/2026 09:41 (GMT+01:00)\nÀ : solene@mail.example\nObjet : Re: 20481\n{FR}"),
    ("fr", "ox", "Je garde la commande finalement.\n\nSolène", f"@\n\n> Le 03/03/2026 09:41 CET, {S} a écrit :\n> \n> \n{q(FR)}"),
    ("fr", "below", "Trois fois déjà.\n\nQue vous faut-il encore ?", f"Le mardi 03 mars 2026 à 09:41 +0100, Milo Shop a écrit :\n{q(FR)}\n\n@"),
    ("es", "gmail app", "Es el pequeño, lo medí otra vez", f"@\n\nEl mar, 3 mar 2026, 9:41, {S} escribió:\n\n{q(ES)}"),
    ("es", "roundcube", "La factura tiene mal el nombre.", f"@\n\nEl 2026-03-03 09:41, Milo Shop escribió:\n{q(ES)}"),
    ("es", "outlook for mac", "Las dos pulseras son del mismo color.\n\nGracias\nInés", f"@\n\nDe: {S}\nFecha: martes, 3 de marzo de 2026, 9:41\nPara: Inés <ines@mail.example>\nAsunto: Re: 20481\n{ES}"),
    ("es", "yahoo phone", "cancelen mi pedido", f"@\n\n\nEnviado desde Yahoo Mail para iPhone\n\n\nEl martes, marzo 3, 2026, 9:41 a.m., {S} escribió:\n\n{ES}"),
    ("es", "windows mail", "No he recibido nada todavía.", f"@\n\nEnviado desde Correo para Windows\n\nDe: Milo Shop\nEnviado: martes, 3 de marzo de 2026 9:41\nPara: Inés\nAsunto: Re: 20481\n\n{ES}"),
    ("es", "telephone", "de acuerdo", f"@\n\nEnviado desde mi teléfono móvil\n\n-------- Mensaje original --------\nDe: Milo Shop <help@shop.example>\nFecha: 3/3/26 9:41 (GMT+01:00)\nA: ines@mail.example\nAsunto: Re: 20481\n{ES}"),
    ("es", "horde", "Talla 52, por favor.\n\nInés", f"@\n\n\n{S} escribió:\n\n{q(ES)}"),
    ("it", "gmail app", "È quello piccolo, l'ho rimisurato", f"@\n\nIl Mar 3 Mar 2026, 09:41 {S} ha scritto:\n\n{q(IT)}"),
    ("it", "roundcube", "La fattura ha il nome sbagliato.", f"@\n\nIl 2026-03-03 09:41 Milo Shop ha scritto:\n{q(IT)}"),
    ("it", "outlook for mac", "I due bracciali hanno lo stesso colore.\n\nGrazie\nElena", f"@\n\nDa: {S}\nData: martedì, 3 marzo 2026 09:41\nA: Elena <elena@mail.example>\nOggetto: Re: 20481\n{IT}"),
    ("it", "yahoo phone", "annullate il mio ordine", f"@\n\n\nInviato da Yahoo Mail per iPhone\n\n\nIl martedì, marzo 3, 2026, 9:41 AM, {S} ha scritto:\n\n{IT}"),
    ("it", "telephone", "d'accordo", f"@\n\nInviato dal mio smartphone Samsung Galaxy.\n\n-------- Messaggio originale --------\nDa: Milo Shop <help@shop.example>\nData: 03/03/26 09:41 (GMT+01:00)\nA: elena@mail.example\nOggetto: Re: 20481\n{IT}"),
    ("it", "windows mail", "Non ho ancora ricevuto nulla.", f"@\n\nInviato da Posta per Windows\n\nDa: Milo Shop\nInviato: martedì 3 marzo 2026 09:41\nA: Elena\nOggetto: Re: 20481\n\n{IT}"),
    ("pt", "gmail app", "É o pequeno, medi outra vez", f"@\n\nEm ter, 3 de mar de 2026 09:41, {S} escreveu:\n\n{q(PT)}"),
    ("pt", "roundcube", "A fatura tem o nome errado.", f"@\n\nEm 2026-03-03 09:41, Milo Shop escreveu:\n{q(PT)}"),
    ("pt", "gmail desktop old", "As duas pulseiras são da mesma cor.\n\nObrigada\nInês", f"@\n\nEm terça-feira, 3 de março de 2026, {S} escreveu:\n\n{q(PT)}"),
    ("pt", "yahoo phone", "cancelem o meu pedido", f"@\n\n\nEnviado do Yahoo Mail para iPhone\n\n\nEm terça-feira, março 3, 2026, 9:41 AM, {S} escreveu:\n\n{PT}"),
    ("pt", "windows mail", "Ainda não recebi nada.", f"@\n\nEnviado do Correio para Windows\n\nDe: Milo Shop\nEnviado: 3 de março de 2026 09:41\nPara: Inês\nAssunto: Re: 20481\n\n{PT}"),
]  # fmt: skip
HTML: list[tuple[str, str, str, str]] = [
    ("en", "hey", "The ring is lovely but it is a size too big.", '<div class="trix-content"><div>The ring is lovely but it is a size too big.</div><br><br>On March 3, 2026, Milo Shop &lt;help@shop.example&gt; wrote:<br><blockquote>Hello Ada,<br>Could you send us a photo?</blockquote></div>'),
    ("de", "proton", "Bitte an die neue Adresse senden.", '<div style="font-family: Arial">Bitte an die neue Adresse senden.</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Mit Proton Mail sicherer E-Mail gesendet.</div></div><div class="protonmail_quote">Milo Shop &lt;help@shop.example&gt; schrieb am Dienstag, 3. März 2026 um 09:41:<br><blockquote class="protonmail_quote" type="cite">Könnten Sie uns ein Foto schicken?</blockquote></div>'),
    ("fr", "table of the shop", "Oui, je confirme.\n\nSolène", '<div>Oui, je confirme.</div><div><br></div><div>Solène</div><br><div class="gmail_quote"><div class="gmail_attr">Le mar. 3 mars 2026 à 09:41, Milo Shop &lt;help@shop.example&gt; a écrit&nbsp;:<br></div><blockquote class="gmail_quote"><table><tr><td><h1>Milo Shop</h1></td></tr><tr><td>Pourriez-vous nous envoyer une photo ?</td></tr></table></blockquote></div>'),
]  # fmt: skip


def rows() -> Iterator[Row]:
    """The sixty."""
    for lang, kind, new, around in PLAIN:
        yield row(f"{lang} {kind}", new, SAID[lang], around, is_html=False)
    for lang, kind, new, html in HTML:
        yield row(f"{lang} {kind}", new, SAID[lang], html, is_html=True)
