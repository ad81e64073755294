"""The words by which mail programs mark quotes, forwards and signatures, in the languages customers write in."""

import re

# "wrote" as it stands in the line above a quoted mail.
WROTE = re.compile(
    r"(?i)(?<!\w)(?:wrote|writes|quoting|zitat\s+von|citando|citation\s+de|quotando|schrieb(?:en)?|geschrieben|hat\s+am\b.{0,80}\bgeschrieben|a\s+écrit"
    r"|écrit|escribió|escribio|ha\s+scritto|scrive|scrisse|escreveu|schreef|geschreven|skrev|skrifaði"
    r"|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|kirjoitti|ezt\s+írta|írta"
    r"|a\s+scris|şunu\s+yazdı|yazdı|пишет|пише|писал(?:а|и|\(а\))?|написал(?:а|и|\(а\))?|έγραψε|rašė"
    r"|rakstīja|kirjutas|je\s+napisao(?:/la)?|je\s+napisal(?:a)?|va\s+escriure|đã\s+viết|menulis)(?!\w)"
    r"|写道|寫道|のメール|書きました|작성|כתב|كتب"
)
# Words that open such a line.
OPENERS = re.compile(
    r"(?i)(?:on|am|le|el|em|il|in\s+data|op|den|d\.|dnia|w\s+dniu|dne|ma|pe|la|στις|в|a|på|ti|mån|tir|ons"
    r"|tor|fre|lör|søn|20\d\d|\d{1,2}[./-]|[a-zà-ÿа-я]{2,4}[.,]|mr\.?|ms\.?|von|de|da|from|-{2,}"
    r"|在)(?![^\W\d_])"
)

_HEADER_NAMES = {
    "f": "from von de da van od från fra lähettäjä от gönderen kimden feladó expéditeur absender remitente mittente "
    "remetente afzender 差出人 发件人 寄件者",
    "d": "date sent datum gesendet envoyé envoye fecha enviado enviada data inviato inviata verzonden wysłano skickat "
    "dato sendt lähetetty päivämäärä отправлено дата tarih elküldve dátum odesláno 送信日時 日期 发送时间",
    "t": "to an à a para per aan do till til vastaanottaja кому kime címzett komu cc kopie copie cópia copia "
    "宛先 收件人",
    "s": "subject betreff objet asunto oggetto assunto onderwerp temat ämne emne aihe тема konu tárgy předmět "
    "件名 主题",
}
_SENT_NAMES = (
    "sent on|sent at|gesendet am|gesendet um|envoyé le|date d'envoi|enviado el|enviada el|enviado em|enviada em"
    "|inviato il|data invio|verzonden op|fecha de envío|data de envio"
)
LABELS = {name: kind for kind in "tsdf" for name in _HEADER_NAMES[kind].split()} | dict.fromkeys(
    _SENT_NAMES.split("|"), "d"
)

ORIGINAL = (
    "original message|original appointment|reply message|ursprüngliche nachricht|originalnachricht"
    "|original-nachricht|message d'origine|message original|mail original|mail d'origine|e-mail original"
    "|message initial|courriel original|mensaje original|messaggio originale|mensagem original"
    "|oorspronkelijk bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|original besked"
    "|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|původní zpráva|eredeti üzenet|исходное сообщение"
    "|özgün ileti|mesaj original|antwort|vorherige nachricht"
)
FORWARDED = (
    "forwarded message|forwarded by|begin forwarded message|weitergeleitete nachricht"
    "|weitergeleitete e-mail|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail"
    "|message transféré|message transmis|début du message transféré|début du message réexpédié"
    "|message réexpédié|courriel transféré|mensaje reenviado|mensaje transferido"
    "|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|mensagem encaminhada"
    "|mensagem reencaminhada|início da mensagem encaminhada|início da mensagem reencaminhada"
    "|doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse"
    "|videresendt melding|edelleenlähetetty viesti|przekazana wiadomość|přeposlaná zpráva"
    "|továbbított üzenet|пересылаемое сообщение|пересылаемое письмо|iletilen mesaj|mesaj redirecționat"
    "|转发的邮件|転送メッセージ"
)
# Matched behind the dashes that such lines begin with.
_ORIGINAL_WORDS = re.compile(rf"(?i)(?:{ORIGINAL})(?!\w)")
_FORWARDED_WORDS = re.compile(rf"(?i)(?:{FORWARDED})(?!\w)")
_MARKS = "-_=*—–> \t"
FORWARD_SUBJECT = re.compile(
    r"(?i)\s{0,9}(?:\[[^\]]{0,40}\]\s{0,9})?(?:fwd?|wg|wtr|tr|rv|i|inoltra|enc|fs|vb|vs|pd|doorst|fyi)\s{0,9}:"
)

REPLY_ABOVE = re.compile(
    r"(?i)\W{0,12}(?:please\s+)?(?:type\s+your\s+|write\s+your\s+"
    r"|enter\s+your\s+)?reply\s+above\s+this\s+line|\W{0,12}bitte\s+(?:antworten\s+sie\s+)?(?:oberhalb"
    r"|über)\s+dieser\s+(?:linie|zeile)|\W{0,12}(?:veuillez\s+)?répond(?:re"
    r"|ez)\s+au-dessus\s+de\s+cette\s+ligne|\W{0,12}(?:por\s+favor,?\s+)?(?:responda"
    r"|escriba\s+su\s+respuesta)\s+(?:por\s+)?(?:encima\s+de|acima\s+de)\s+esta\s+l[ií](?:nea|nha)"
    r"|\W{0,12}(?:scrivi|rispondi)\s+(?:la\s+tua\s+risposta\s+)?sopra\s+questa\s+(?:riga|linea)"
    r"|\W{0,12}escreva\s+(?:a\s+)?sua\s+resposta\s+acima"
)

DEVICE_LINE = re.compile(
    r"(?i)\W{0,4}(?:(?:sent|send|written|typed)\s+(?:from|via|with|by|using|on)\s+(?:my\s+|a\s+"
    r"|the\s+)?[^\n]{1,60}|get\s+(?:bluemail|outlook)\s+for\s+[^\n]{1,30}|outlook\s+(?:for|für|pour|para"
    r"|per)\s+(?:ios|android)[^\n]{0,30}|(?:gesendet|verschickt|geschrieben)\s+(?:von|mit|über"
    r"|aus)\s+[^\n]{1,70}|von\s+(?:mein(?:em|er)(?:/meiner)?|yahoo|outlook|gmx|web\.de|aol|proton|samsung)\s"
    r"[^\n]{1,50}(?:gesendet|geschickt)|diese\s+(?:nachricht"
    r"|e-?mail|mail)\s+wurde\s+(?:von|mit)\s+[^\n]{1,70}(?:gesendet|verfasst|geschickt)"
    r"|mit\s+(?:der\s+)?(?:proton|gmx|web\.de|tuta)[^\n]{1,50}gesendet|secured\s+with\s+[^\n]{1,40}"
    r"|provenance\s?:\s{1,3}courrier[^\n]{0,40}|holen\s+sie\s+sich\s+outlook[^\n]{0,40}|laden\s+sie\s+outlook[^\n]{0,40}|(?:envoyé|envoyée"
    r"|(?:télécharger|obtenir)\s+outlook)\s+(?:de(?:puis)?|à\s+partir\s+de|avec|via|pour)\s+[^\n]{1,60}"
    r"|obtenez\s+outlook[^\n]{0,40}|(?:enviado|enviada)\s+(?:desde|con|do|da|a\s+partir\s+do|de|pelo"
    r"|via)\s+[^\n]{1,60}|obtener\s+outlook[^\n]{0,40}|(?:inviato|inviata)\s+(?:da|dal|con"
    r"|tramite)\s+[^\n]{1,60}|(?:scarica|ottieni)\s+outlook[^\n]{0,40}|(?:obter|baixar"
    r"|baixe)\s+(?:o\s+)?outlook[^\n]{0,40}|(?:verstuurd|verzonden)\s+(?:vanaf|van|met|via)\s+[^\n]{1,60}"
    r"|(?:skickat|sendt|lähetetty|wysłane|wysłano)\s+(?:från|fra|z)\s+[^\n]{1,60}|отправлено\s+(?:с"
    r"|из)\s+[^\n]{1,60})[.!]?$"
)
DEVICE = re.compile(
    r"(?i)iphone|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|redmi|pixel|oneplus|nokia|blackberry"
    r"|windows|outlook|yahoo|gmail|gmx|web\.de|proton|aol|t-online|free\.fr|orange|laposte|libero"
    r"|mail\s*app|(?:fast|hot|icloud\s|thunder)mail|mail\s+(?:for|für|pour|para|per|auf|su)\s|handy|mobil|smartphone|telefon|téléphone|teléfono|telefono|cellulare|móvil|movil"
    r"|celular|telemóvel|tablet|courrier|tuta|phone|mobile|apple|bluemail|spark|ios|motorola|xperia|lg"
)

CLOSING = re.compile(
    r"(?i)(?:(?:kind|best|warm|warmest|many|with\s+(?:kind|best))?\s*regards|best(?:\s+wishes)?"
    r"|all\s+the\s+best|cheers|sincerely|yours(?:\s+(?:sincerely|faithfully|truly))?|respectfully"
    r"|thanks(?:\s+(?:again|so\s+much|a\s+lot|in\s+advance|and\s+regards))?|many\s+thanks"
    r"|thank\s+you(?:\s+(?:so\s+much|very\s+much|in\s+advance))?|mit\s+(?:freundlichen?|besten?|lieben"
    r"|herzlichen?|vielen)\s+(?:grüßen|gruß|grüssen|gruss|dank)|(?:freundliche|beste|liebe|viele"
    r"|herzliche|schöne|sonnige)\s+(?:grüße|grüsse|gruesse)|(?:besten|lieben|herzlichen|schönen"
    r"|vielen)\s+(?:gruß|gruss|dank)|gruß|grüße|lg|mfg|vg|hochachtungsvoll|danke|(?:bien\s+)?cordialement"
    r"|(?:meilleures|sincères|cordiales)\s+salutations|salutations(?:\s+distinguées)?|bien\s+à\s+vous"
    r"|merci(?:\s+(?:d'avance|beaucoup))?|(?:un\s+)?(?:cordial\s+)?saludos?(?:\s+cordiales)?|atentamente"
    r"|atte\.?|un\s+abrazo|gracias|muchas\s+gracias|(?:cordiali|distinti|cari)\s+saluti|saluti"
    r"|cordialmente|grazie(?:\s+mille)?|atenciosamente|att\.?"
    r"|(?:com\s+os\s+)?(?:melhores\s+)?cumprimentos|abraços?|obrigad[oa]|grat[oa])\s*[,.!]*$"
)
# What stands on a business card and in no answer to "please send us your address".
BUSINESS = re.compile(
    r"(?i)https?://|www\.|[\w.+-]{1,64}@[\w-]{1,63}\.\w|(?<!\w)(?:fax(?:\.|\s*:|\s*\+?\d)|gmbh|ltd|inc|llc|s\.?r\.?l|s\.l|sarl|ag|ug|kg"
    r"|e\.k|s\.?a\.?s|lda|ltda|bv|b\.v|plc|corp)(?!\w)|\b(?:manager|director|assistant|engineer|consultant"
    r"|geschäftsführer(?:in)?|directeur|directrice|directora?|direttore|gerente|handelsregister|hrb\s*\d"
    r"|ust-?id|vat|siret|p\.?\s?iva|c\.?i\.?f)\b"
)

LEGAL_START = re.compile(
    r"(?i)\W{0,6}(?:this\s+(?:e-?mail|message|communication|transmission)\b|the\s+(?:information"
    r"|content)s?\s+(?:contained\s+)?(?:in|of|transmitted)|(?:confidentiality|legal|privacy)\s+(?:notice"
    r"|disclaimer|note)|disclaimer|confidential(?:ity)?\b|privileged|if\s+you\s+(?:are\s+not"
    r"|have\s+received\s+this)|please\s+consider\s+the\s+environment|think\s+before\s+you\s+print"
    r"|save\s+paper|virus-free|scanned\s+by|diese\s+(?:e-?mail|nachricht|mail)\b|der\s+inhalt\s+dieser"
    r"|bitte\s+(?:denken|beachten|prüfen)\s+sie|denken\s+sie\s+an\s+die\s+umwelt|vertraulich"
    r"|rechtlicher\s+hinweis|hinweis:|virenfrei|ce(?:t\s+e-?mail|\s+message|\s+courriel|\s+mail)\b"
    r"|les\s+informations\s+contenues|avis\s+de\s+confidentialité|avertissement"
    r"|pensez\s+à\s+l['’]environnement|n['’]imprimez|sans\s+virus|l['’]intégrité\s+de\s+ce"
    r"|este\s+(?:mensaje|correo|e-?mail)\b|la\s+información\s+contenida|aviso\s+(?:legal"
    r"|de\s+confidencialidad|de\s+privacidad)|antes\s+de\s+imprimir|libre\s+de\s+virus"
    r"|de\s+conformidad\s+con|(?:questo|il\s+presente|la\s+presente)\s+(?:messaggio|e-?mail|comunicazione"
    r"|mail)|le\s+informazioni\s+contenute|avviso\s+di\s+riservatezza|prima\s+di\s+stampare"
    r"|ai\s+sensi\s+del|privo\s+di\s+virus|senza\s+virus|rispetta\s+l['’]ambiente|esta\s+(?:mensagem"
    r"|comunicação)\b|este\s+e-?mail\b|as\s+informações\s+contidas|aviso\s+de\s+confidencialidade"
    r"|antes\s+de\s+imprimir|livre\s+de\s+vírus)"
)
LEGAL_WORD = re.compile(
    r"(?i)confidential|privileged|intended\s+(?:solely|only|recipient|for)|unauthori[sz]ed|addressee"
    r"|disclaimer|liab(?:le|ility)|delete\s+(?:it|this|the)|disclos|avast|antivirus|virus|environment"
    r"|print(?:ing)?\s+this|vertraulich|unbefugt|rechtlich\s+geschützt|irrtümlich|empfänger|vernichten"
    r"|ausdruck|umwelt|confidentiel|destinataire|destiné|diffusion|imprimer|confidencial|destinatari"
    r"|prohibid|proibid|imprimir|medio\s+ambiente|meio\s+ambiente|riservat|vietat|stampare|privacy"
    r"|divulga|elimin(?:ar|ação|ación|e\b)|cancellar|rgpd|gdpr|confidenci|destinatári|destinam-se|por\s+e(?:rror|ngano)"
    r"|par\s+erreur|per\s+errore|in\s+error|détruire|apagar|apague"
)
# What a legal footer never speaks of.
GOODS = re.compile(
    r"(?i)\b(?:my|the|this|your|an?)\s+(?:order|parcel|package|refund)\b(?!\s+to)|bestellung|\bpaket|commande|\bcolis\b"
    r"|pedido|paquete|\bordine\b|\bpacco\b|encomenda|pacote"
)
KEPT_BELOW = re.compile(
    r"(?i)(?:^|\W)(?:p\.?\s?s\.?\W|order|bestell|auftrag|commande|pedido|ordine|encomenda|refund|return"
    r"|please|bitte|svp|s'il|por\s+favor|per\s+favore)|[?]"
)


def marks_original(line: str) -> bool:
    """Is this the line above an older mail, such as "----- Original message -----"?"""
    return _marks(_ORIGINAL_WORDS, line)


def marks_forwarded(line: str) -> bool:
    """Is this the line above a passed-on mail?"""
    return _marks(_FORWARDED_WORDS, line)


def _marks(pattern: re.Pattern[str], line: str) -> bool:
    """Dashes, the words and little else; or the words alone with a colon at most."""
    bare = line.lstrip(_MARKS)
    if len(bare) > 140 or not bare:
        return False
    match = pattern.match(bare)
    if not match:
        return False
    rest = bare[match.end() :].strip(_MARKS)
    return rest in ("", ":") or (len(line) - len(bare) >= 2 and len(rest) <= 60)
