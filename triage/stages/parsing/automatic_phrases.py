"""The words of automatic mail in six languages."""

import re


def _stems(table: str) -> tuple[str, ...]:
    return tuple(table.split("|"))


DAEMON = re.compile(
    r"(?i)(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|bounces?|microsoftexchange[0-9a-f]+)(?:[+@-]|$)"
)
DAEMON_NAME = re.compile(
    r"(?i)(?:mail(?:er)?[ -]?(?:delivery|daemon)(?:\s+(?:sub)?system|\s+service)?|mail\s+delivery"
    r"|mail\s+system|delivery\s+notification|postmaster|système\s+de\s+messagerie|sistema\s+de\s+correo)\b"
)
BOUNCE_SUBJECT = re.compile(
    r"(?i)(?:\W{0,3}(?:ndr|aviso|avis|notificación|notificação|avviso)\W{1,3})?(?:undeliver(?:ed|able)"
    r"|(?:mail|message|e-?mail)\s.{0,30}not\s+(?:be\s+)?delivered|ndr\b|mailbox\s+unavailable"
    r"|delivery\s+to\s.{0,40}failed|delivery\s+failed|delayed:\s+message|notificación\s+de\s+estado"
    r"|avis\s+de\s+(?:remise|non-remise)|(?:il\s+tuo\s+)?messaggio\s+non|rapporto\s+di\s+mancata"
    r"|entrega\s+não\s+conclu|aviso\s+de\s+atraso|de\s+estado\s+de\s+entregareturned\s+mail"
    r"|mail\s+delivery\s+(?:failed|failure|error|subsystem)|delivery\s+(?:status\s+notification|failure"
    r"|has\s+failed|incomplete|delayed)|failure\s+notice|message\s+(?:delivery\s+)?(?:undeliverable"
    r"|failure|not\s+delivered)|mail\s+system\s+error|warning:\s+(?:could\s+not\s+send"
    r"|message\s.{1,40}delayed)|non[- ]delivery|unzustellbar|nicht\s+zustellbar"
    r"|nachricht\s+konnte\s+nicht\s+zugestellt|zustellung\s+(?:fehlgeschlagen|nicht\s+möglich)"
    r"|non\s+remis|échec\s+de\s+(?:la\s+)?(?:remise|livraison|distribution)|message\s+non\s+(?:remis"
    r"|distribué)|courrier\s+non\s+(?:remis|distribué)|no\s+se\s+(?:puede|pudo)\s+entregar|no\s+entregado"
    r"|correo\s+devuelto|error\s+(?:de|en\s+la)\s+entrega|mensaje\s+no\s+entregado|non\s+recapitabile"
    r"|mancat[oa]\s+(?:recapito|consegna)|impossibile\s+recapitare|messaggio\s+non\s+(?:recapitato"
    r"|consegnato)|não\s+(?:foi\s+)?(?:entregue|é\s+possível\s+entregar)|mensagem\s+não\s+entregue"
    r"|falha\s+na\s+entrega|não\s+entregue|devolução\s+de\s+e?-?mail)"
)
# Signs of a delivery report in its text; all speak of mail, never of parcels.
BOUNCE_SIGNS = (
    re.compile(r"(?i)diagnostic(?:-code)?:|final-recipient:|reporting-mta:|action:\s*(?:failed|delayed)|remote-mta:"),
    re.compile(
        r"(?i)\b[45]\d\d[ -](?:#?[45]\.\d\.\d|\w[\w ]{0,40}(?:mailbox|quota|user|recipient|relay))"
        r"|\b[45]\.[0-7]\.\d{1,2}\b"
    ),
    re.compile(
        r"(?i)user\s+unknown|unknown\s+(?:user|address|recipient)|host\s+unknown|over\s+quota"
        r"|mailbox\s+(?:is\s+)?(?:unavailable|full|not\s+found|disabled)|mailbox\s+(?:quota"
        r"|doesn['’]t\s+exist)|user\s+has\s+moved|no\s+such\s+user|recipient\s+address\s+rejected"
        r"|empfänger\s+unbekannt|postfach\s.{0,30}(?:voll|existiert|unbekannt|nicht)"
        r"|adresse\s.{0,40}(?:inconnue|introuvable|n['’]existe)|boîte\s.{0,30}(?:pleine|n['’]existe)"
        r"|buzón\s.{0,30}(?:llen|no\s+exist)|casella\s.{0,40}(?:inesistente|pien)|caixa\s.{0,40}(?:cheia"
        r"|não\s+existe)|(?:dirección|destinatario)\s.{0,40}(?:no\s+exist|desconocid)|(?:indirizzo"
        r"|destinatario)\s.{0,40}(?:inesistente|sconosciut)|(?:endereço|destinatário)\s.{0,40}(?:não\s+exist"
        r"|desconhecid|inexistente)"
    ),
    re.compile(
        (
            r"(?i)(?:message|e-?mail|mail|msg)\b.{0,120}(?:(?:could|can|was|were|has|have)\s*(?:not"
            r"|n['’]t)\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:deliver|sent)|undeliver|bounced|delayed|failed|blocked"
            r"|rejected)"
            r"|(?:couldn['’]t|could\s+not|unable\s+to|failed\s+to)\s+deliver\s+(?:your\s+|the\s+)?(?:message"
            r"|e-?mail|mail)|(?:following|these)\s+(?:address(?:es)?|recipients?)|delivery\s+to\s+the\s+following"
            r"|lines\s+of\s+(?:your|the)\s+message|subject\s+of\s+the\s+failed|(?:nachricht|e-?mail"
            r"|mail)\b.{0,120}nicht\s+(?:zugestellt|ausgeliefert|übermittelt)|(?:message|courriel"
            r"|e-?mail)\b.{0,120}(?:n['’]a\s+pas|pas\s+encore)\s.{0,25}(?:remis|distribué|livré|délivré)"
            r"|(?:mensaje|correo|e-?mail)\b.{0,120}(?:no\s+(?:se\s+)?(?:ha\s+)?(?:pud|podido|sido|pued|entreg)"
            r"|retrasad)|(?:messaggio|e-?mail)\b.{0,120}non\s.{0,30}(?:recapitat|consegnat)"
            r"|impossibile\s+(?:consegnare|recapitare)\s+il\s+messaggio|(?:mensagem"
            r"|e-?mail)\b.{0,120}(?:não\s.{0,30}entreg|devolvid)"
            r"|não\s+foi\s+possível\s+entregar\s+(?:a\s+)?(?:sua\s+)?mensagem"
        ),
        re.S,
    ),
    re.compile(
        r"(?i)(?:will|to)\s+(?:be\s+)?(?:retr(?:y|ied)|try\s+again|keep\s+trying)|attempts\s+will|giving\s+up"
        r"|don['’]t\s+need\s+to\s+(?:resend|do)|need\s+to\s+resend|mail\s+(?:system|server)"
        r"|servidor\s+de\s+corr|server\s+di\s+posta|serveur\s+de\s+messagerie|mailserver"
        r"|servidor\s+continuará|tentatives?\s+auront|nouvelles?\s+tentatives|inviarlo\s+di\s+nuovo"
        r"|altri\s+tentativi|necessário\s+reenviar|nécessaire\s+de\s+le\s+renvoyer|seguirá\s+intentando"
        r"|erneut\s+(?:zu\s+)?senden|zustellversuch|versucht\s+es\s+weiter|versuchen\s+es\s+weiter"
        r"|continuera\s+d['’]essayer"
        r"|inutile\s+de\s+renvoyer|seguirá\s+intent|continuerà\s+a\s+(?:prov|tent)|continuará\s+(?:a\s+)?tent"
    ),
)
AUTO_SUBJECT = re.compile(
    r"(?i)\W{0,3}(?:automatic\s+(?:reply|response|answer)|auto(?:mated)?[\s-]?(?:reply|response|responder"
    r"|antwort)|autoreply|automatische\s+(?:antwort|rückantwort|eingangsbestätigung"
    r"|abwesenheitsnachricht)|réponse\s+automatique|message\s+automatique|respuesta\s+automática"
    r"|contestación\s+automática|respuesta\s+automatica|risposta\s+automatica|messaggio\s+automatico"
    r"|resposta\s+automática|resposta\s+automatica|mensagem\s+automática|mensaje\s+automático"
    r"|out\s+of\s+(?:the\s+)?office(?:\s+(?:reply|message|notification|autoreply))?|abwesenheits(?:notiz"
    r"|meldung|nachricht|assistent|hinweis)|notification\s+d['’]absence|avis\s+d['’]absence"
    r"|message\s+d['’]absence|absence\s+du\s+bureau|fuera\s+de\s+(?:la\s+)?oficina|aviso\s+de\s+ausencia"
    r"|fuori\s+(?:sede|ufficio)|avviso\s+di\s+assenza|fora\s+do\s+escritório|aviso\s+de\s+ausência"
    r"|vacation\s+(?:reply|response|message|notice)|automatisch\s+antwoord"
    r"|afwezig(?:heid)?)\s*(?:[:\]\-–—(|/]|$|re\b|aw\b)"
)
ABSENT_SUBJECT = re.compile(
    r"(?i)\W{0,3}(?:auto|away|absen(?:ce|t|te|cia)|abwesen(?:d|heit)|assen(?:za|te)|ausência|ausente"
    r"|ausencia|urlaub|vacation|holiday|on\s+(?:leave|holiday|vacation)|congés?|en\s+(?:congés?|vacances)"
    r"|vacaciones|de\s+vacaciones|ferie|in\s+ferie|férias|de\s+férias|chiusura\s+(?:estiva|per\s+ferie)"
    r"|i\s+am\s+(?:away|out)|i['’]m\s+(?:away|out)|we\s+(?:have\s+)?received\s+your"
    r"|thank\s+you\s+for\s+(?:your\s+(?:message|e-?mail)|contacting)|ihre\s+(?:nachricht|anfrage)"
    r"|eingangsbestätigung|accusé\s+de\s+réception|acuse\s+de\s+recibo|conferma\s+di\s+ricezione"
    r"|confirmação\s+de\s+rece[bp])"
)

LIST_HEADERS = (
    "list-unsubscribe",
    "list-unsubscribe-post",
    "list-id",
    "feedback-id",
    "x-campaign",
    "x-campaignid",
    "x-mc-user",
    "x-mailgun-tag",
)
ROBOT = re.compile(
    r"(?i)(?:news(?:letter)?s?|no-?reply|do-?not-?reply|noreply[\w-]*|marketing|promo(?:s|tions?)?"
    r"|offers?|deals?|sales?-?news|mailing(?:s|list)?|campaigns?|updates?|notifications?|notify|alerts?"
    r"|digest|invitations?|ofertas?|novedades|boletin|angebote?|aktion(?:en)?|offres?|actus?|actualites"
    r"|offerte|novita|novidades|promocoes|promociones|webinars?|events?|email|e?mailer|bounce"
    r"|partners?)(?:[.+_-][\w.+-]*)?@"
)
UNSUBSCRIBE = re.compile(
    r"(?i)unsubscribe|opt[ -]out|manage\s+(?:your\s+)?(?:e-?mail\s+)?(?:preferences|subscriptions?)"
    r"|(?:newsletter|jederzeit|e-?mails?|hier)\s.{0,40}abbestellen|abmelden|abbestellen|vom\s+verteiler"
    r"|austragen|désabonn|désinscri|dar(?:te|se|me)\s+de\s+baja|cancelar\s+(?:la\s+|tu\s+|su\s+|a\s+"
    r"|sua\s+)?(?:suscripción|subscrição|inscrição|assinatura)|baja\s+aquí|disiscri"
    r"|annulla(?:re)?\s+l['’]iscrizione|cancella(?:ti|re\s+l['’]iscrizione)|descadastr"
    r"|anular\s+(?:a\s+)?(?:subscrição|suscripción)|change\s+your\s+settings|notifications?\s+(?:are\s+on"
    r"|settings)"
)
BECAUSE = re.compile(
    r"(?i)you(?:['’]re|\s{1,9}are)?\s{1,9}(?:get(?:ting)?|receiv(?:e|ed|ing)|got)\s{1,9}(?:this|these)\b|(?:as"
    r"|because)\s{1,9}you\s{1,9}(?:subscribed|signed\s{1,9}up|asked\s{1,9}for)|(?:this\s{1,9}(?:message|letter"
    r"|mail)\s{1,9}goes\s{1,9}to)|view\s{1,9}(?:this\s{1,9})?(?:e-?mail|it)?\s{0,9}(?:in|on)\s{1,9}(?:your\s{1,9}|the\s{1,9})?(?:browser"
    r"|web)|im\s{1,9}browser\s{1,9}(?:ansehen|öffnen|anzeigen|lesen)|(?:sie|du)\s{1,9}(?:erhalten|erhältst|bekommen"
    r"|bekommst)\s{1,9}diese|vous\s{1,9}recevez\s{1,9}(?:ce|cet|cette)|dans\s{1,9}(?:votre|le|un)\s{1,9}navigateur|recib(?:es"
    r"|e|ió|iste)\s{1,9}este\s{1,9}(?:correo|mensaje|e-?mail|boletín)|en\s{1,9}(?:el|tu|su)\s{1,9}navegador|(?:ricevi"
    r"|riceve|hai\s{1,9}ricevuto|ha\s{1,9}ricevuto)\s{1,9}quest[ao]|nel\s{1,9}(?:tuo\s{1,9}|suo\s{1,9})?browser|(?:recebe|recebeu"
    r"|está\s{1,9}recebendo|recebes)\s{1,9}(?:este|esta)|no\s{1,9}(?:seu\s{1,9}|teu\s{1,9})?navegador"
)
# The line that help desks set above the text of their own mails.
HELPDESK = re.compile(
    r"(?i)(?:type|write|enter)\s+your\s+(?:reply|answer|response)\s+above\s+this\s+line|reply\s+above\s+this\s+line"
    r"|oberhalb\s+dieser\s+zeile\s+(?:antworten|schreiben)|au-dessus\s+de\s+cette\s+ligne|(?:encima"
    r"|arriba)\s+de\s+esta\s+línea"
    r"|sopra\s+(?:a\s+)?questa\s+(?:riga|linea)|acima\s+desta\s+linha"
)
INVITATION_SUBJECT = re.compile(
    r"(?i)(?:accepted|declined|tentative(?:ly\s+accepted)?|new\s+time\s+proposed|cancell?ed|zugesagt|angenommen"
    r"|abgelehnt|abgesagt"
    r"|mit\s+vorbehalt|unter\s+vorbehalt|accepté|refusé|décliné|provisoire|annulé|aceptad[oa]|rechazad[oa]"
    r"|provisional|cancelad[oa]|accettat[oa]"
    r"|rifiutat[oa]|provvisorio|annullat[oa]|aceite|aceito|recusad[oa]|provisório)\s?:"
)
INVITATION_BODY = re.compile(
    r"\b(?:has|have) (?:tentatively )?(?:accepted|declined)|\binvitation|\beinladung|\bl'invitation|\binvitación"
    r"|\binvito\b|\bconvite"
    r"|\b(?:when|where|wann|wo|quand|où|cuándo|dónde|quando|dove|onde)\s?:"
)
READ_RECEIPT = re.compile(
    r"(?i)(?:not read|read|gelesen|ungelesen|nicht gelesen|lu|non lu|leído|no leído|letto|non letto|lid[oa]"
    r"|não lid[oa]|lid)\s*:\s"
)
WAS_READ = re.compile(
    r"(?is)your\s+message\s.{0,200}(?:was\s+read|has\s+been\s+read|without\s+being\s+read)|ungelesen\s+gelöscht"
    r"|sans\s+(?:avoir\s+été\s+|être\s+)lu"
    r"|sin\s+(?:haber\s+sido\s+|ser\s+)?leíd|senza\s+essere\s+(?:stat[oa]\s+)?lett|sem\s+ter\s+sido\s+lida"
    r"|wurde\s.{0,60}gelesen|a\s+été\s+lu"
    r"|(?:ha\s+sido|fue)\s+leído|è\s+stat[oa]\s+lett[oa]|foi\s+lida"
)
OFFER = re.compile(
    r"(?i)\d{1,2}\s?%\s?(?:off|rabatt|de\s+(?:réduction|remise|descuento|desconto)|di\s+sconto)"
    r"|up\s+to\s+\d{1,2}\s?%|(?:bis\s+zu|jusqu['’]à|hasta|fino\s+al|até)\s+-?\d{1,2}\s?%"
    r"|free\s+(?:shipping|trial|demo|webinar|quote|samples?)|limited\s+(?:time|offer|stock)|last\s+chance"
    r"|black\s+friday|cyber\s+monday|flash\s+sale|shop\s+now|buy\s+now|order\s+now|sign\s+up\s+(?:now"
    r"|today)|register\s+(?:now|today)|book\s+(?:now|a\s+(?:demo|call))|new\s+(?:arrivals?|collection"
    r"|season|in\s+store)|exclusive|special\s+offer|webinar|newsletter|promo\s*code|coupon|(?:jetzt"
    r"|hier)\s+(?:shoppen|kaufen|bestellen|sichern|entdecken|anmelden|testen)|gutschein(?:code)?"
    r"|sonderangebot|rabattaktion|nur\s+(?:heute|für\s+kurze\s+zeit|noch)|kostenlos(?:er)?\s+versand"
    r"|neue\s+kollektion|neuheiten|offre\s+(?:spéciale|exclusive|limitée)|profitez|soldes|code\s+promo"
    r"|livraison\s+(?:offerte|gratuite)|nouvelle\s+collection|nouveautés|oferta\s+(?:especial|exclusiva"
    r"|limitada)|rebajas|envío\s+gratis|aprovecha|novedades|nueva\s+colección|offert[ae]\s+(?:speciale"
    r"|esclusiva|limitata)|saldi|spedizione\s+gratuita|approfitta|scopri|nuova\s+collezione|novità"
    r"|promoç(?:ão|ões)|frete\s+grátis|portes\s+grátis|aproveite|nova\s+coleção|novidades|(?:your|seu|tu"
    r"|su|votre|ihr)\s+(?:brand|website|online\s+shop|negocio|boutique\s+en\s+ligne)|wholesale"
    r"|grow\s+your|boost\s+your|increase\s+(?:your\s+)?(?:sales|traffic|revenue)|b2b|supplier"
    r"|price\s+list|catalog(?:ue)?"
)

BOUNCE_STEMS = _stems(
    "deliver|mailbox|bounced|delayed|failed|recipient|diagnostic|-mta:|action:|user|host|quota|"
    "addresses|lines of|zugestellt|ausgeliefert|übermittelt|empfänger|postfach|adresse|boîte|buzón|"
    "casella|caixa|remis|distribué|livré|entreg|retrasad|recapit|consegn|devolvid|dirección|destinat|"
    "indirizzo|endereço|mail s|server|servidor|550|552|450|4.2|5.1|5.2|5.4|5.7"
)
LIST_STEMS = _stems(
    "unsubscribe|opt out|opt-out|preferences|subscri|abbestell|abmelden|verteiler|austragen|désabonn|"
    "désinscri|baja|suscri|inscri|assinatura|iscri|cancellati|descadastr|anular|settings|notification|"
    "receiv|getting|you get|you got|signed up|asked for|goes to|browser|the web|navigateur|navegador|"
    "erhalten|erhält|bekomm|recevez|recib|ricevut|ricevi|riceve|recebe"
)
