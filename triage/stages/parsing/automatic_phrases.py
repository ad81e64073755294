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
            r"|n['’]t)\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:deliver|sent)|undeliver|bounced|delayed|failed)"
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
        r"|erneut\s+zu\s+senden|zustellversuch"
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
# Kinds of things that absence notes say; the first is the absence itself.
ABSENCE = (
    re.compile(
        r"(?i)out\s+of\s+(?:the\s+)?office|(?:i|we)(?:['’]m|['’]re|\s+am|\s+are"
        r"|\s+will\s+be)\s+(?:currently\s+|presently\s+)?(?:away|on\s+(?:annual\s+|parental\s+|maternity\s+"
        r"|sick\s+)?(?:leave|vacation|holidays?)|travel+ing|closed|out\s+until|not\s+in\s+the\s+office)"
        r"|(?:office|shop|store|company)\s+is\s+(?:currently\s+)?closed|offices\s+are\s+closed|nicht\s+(?:im"
        r"|in\s+meinem)\s+büro|nicht\s+(?:am|an\s+meinem)\s+arbeitsplatz|(?:bin|sind)\s+(?:ich\s+"
        r"|wir\s+)?(?:derzeit\s+|momentan\s+|zurzeit\s+|aktuell\s+|bis\s.{1,40}|ab\s.{1,40}"
        r"|vom\s.{1,50})?(?:abwesend|außer\s+haus|im\s+urlaub|in\s+urlaub|in\s+elternzeit|nicht\s+erreichbar"
        r"|nicht\s+im\s+haus)|abwesenheit|betriebsferien|büro\s.{0,30}geschlossen|geschlossen\s+bis"
        r"|absente?\s+(?:du\s+bureau|jusqu|du\s+\d)|(?:suis|sommes|serai"
        r"|serons)\s+(?:actuellement\s+)?(?:absent|en\s+(?:congé|vacances|déplacement))|(?:bureaux?|boutique"
        r"|atelier|magasin)\s.{0,20}fermée?s?|fuera\s+de\s+la\s+oficina|(?:estoy|estaré|estamos|estaremos"
        r"|me\s+encuentro)\s+(?:actualmente\s+)?(?:ausente|de\s+vacaciones|de\s+viaje|fuera|cerrad)"
        r"|oficinas?\s.{0,30}cerradas?|fuori\s+(?:sede|ufficio)|(?:sono|sarò|siamo"
        r"|saremo)\s+(?:attualmente\s+)?(?:assent|in\s+ferie|in\s+vacanza|chius|in\s+trasferta)"
        r"|uffici(?:o)?\s.{0,30}chius|fora\s+do\s+escritório|(?:estou|estarei|estamos|estaremos"
        r"|encontro-me)\s+(?:atualmente\s+|de\s+momento\s+)?(?:ausente|de\s+férias|em\s+férias|fora|fechad"
        r"|em\s+viagem)|escritórios?\s.{0,30}fechad"
    ),
    re.compile(
        r"(?i)(?:will|['’]ll)\s+(?:reply|respond|answer|get\s+back|return|be\s+back|come\s+back|read)"
        r"|limited\s+(?:access|availability)|no\s+access\s+to\s+(?:my\s+)?e-?mail|upon\s+my\s+return"
        r"|back\s+(?:on|in\s+the\s+office)|nach\s+(?:meiner|unserer)\s+rückkehr|(?:wieder"
        r"|zurück)\s+(?:erreichbar|im\s+büro|für\s+sie\s+da|am|ab)|(?:werde|werden)\s.{0,80}(?:beantworten"
        r"|antworten|melden|bearbeiten)|nicht\s+(?:weitergeleitet|gelesen)|à\s+(?:mon|notre)\s+retour"
        r"|de\s+retour\s+le|vous\s+répondr(?:ai|ons)|répondr(?:ai|ons)\s|accès\s+limité|dès\s+(?:mon"
        r"|notre)\s+retour|a\s+(?:mi|nuestro)\s+(?:regreso|vuelta)|(?:le|les|te|os)\s+responder|responderé"
        r"|responderemos|acceso\s+limitado|contestaré|contestaremos|al\s+(?:mio|nostro)\s+(?:rientro|ritorno)"
        r"|(?:vi|le|ti)\s+risponder|risponder[òe]|rientrerò|accesso\s+limitato|no\s+(?:meu|nosso)\s+regresso"
        r"|quando\s+(?:eu\s+)?(?:regressar|voltar)|responderei|responderemos|acesso\s+limitado|regress(?:o"
        r"|arei)\s|retorn(?:o|arei)\s"
    ),
    re.compile(
        r"(?i)(?:urgen(?:t|cy)|immediate|emergenc)|in\s+(?:dringenden|eiligen)\s+|dringende\s+(?:fälle"
        r"|anliegen|angelegenheiten)|en\s+cas\s+d['’]urgence|pour\s+toute\s+urgence|(?:caso|casos"
        r"|asuntos)\s+(?:de\s+)?urgen|per\s+(?:urgenze|questioni\s+urgenti|comunicazioni\s+urgenti)"
        r"|caso\s+de\s+urgência|assuntos\s+urgentes|during\s+my\s+absence|in\s+my\s+absence"
        r"|während\s+meiner\s+abwesenheit|en\s+mon\s+absence|durante\s+(?:mi|la\s+mia|a\s+minha)"
    ),
    re.compile(
        r"(?i)(?:this\s+is\s+an?\s+)?auto(?:mated|matic)\s+(?:message|reply|response|e-?mail|acknowledg)"
        r"|automatically\s+generated|do\s+not\s+(?:reply|respond)|(?:automatisch\s+(?:generiert|erstellt"
        r"|erzeugt|versendet)|automatische\s+(?:antwort|nachricht))|(?:réponse|message|mail|courriel"
        r"|e-mail)\s+(?:automatique|généré\s+automatiquement)|ne\s+pas\s+répondre|(?:respuesta|mensaje"
        r"|correo)\s+automátic|no\s+responda|(?:risposta|messaggio|e-?mail)\s+automatic"
        r"|generato\s+automaticamente|non\s+rispond|(?:resposta|mensagem)\s+automátic"
        r"|gerad[ao]\s+automaticamente|não\s+responda"
    ),
    re.compile(
        r"(?i)thank\s+you\s+for\s+(?:your\s+(?:e-?mail|message|enquiry|inquiry|request)|contacting"
        r"|getting\s+in\s+touch|reaching\s+out|writing)|(?:have\s+)?received\s+your\s+(?:e-?mail|message"
        r"|request|enquiry|inquiry)|(?:danke|dank)\s+für\s+(?:ihre|deine|eure)\s+(?:nachricht|e-?mail|mail"
        r"|anfrage)|ihre\s+(?:nachricht|anfrage|e-?mail)\s.{0,30}(?:erhalten|eingegangen)|merci\s+(?:de"
        r"|pour)\s+(?:votre|nous\s+avoir)|(?:bien|avons)\s+reçu\s+votre|gracias\s+por\s+(?:su|tu|contactar"
        r"|escribir|ponerse)|hemos\s+recibido\s+(?:su|tu)|grazie\s+per\s+(?:il|la|aver|averci|averla)"
        r"|abbiamo\s+ricevuto\s+(?:il|la)|obrigad[oa]\s+(?:pelo|pela|por)|recebemos\s+(?:o|a)\s"
    ),
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
    r"(?i)you(?:['’]re|\s+are)?\s+(?:get(?:ting)?|receiv(?:e|ed|ing)|got)\s+(?:this|these)\b|(?:as"
    r"|because)\s+you\s+(?:subscribed|signed\s+up|asked\s+for)|(?:this\s+(?:message|letter"
    r"|mail)\s+goes\s+to)|view\s+(?:this\s+)?(?:e-?mail|it)?\s*(?:in|on)\s+(?:your\s+|the\s+)?(?:browser"
    r"|web)|im\s+browser\s+(?:ansehen|öffnen|anzeigen|lesen)|(?:sie|du)\s+(?:erhalten|erhältst|bekommen"
    r"|bekommst)\s+diese|vous\s+recevez\s+(?:ce|cet|cette)|dans\s+(?:votre|le|un)\s+navigateur|recib(?:es"
    r"|e|ió|iste)\s+este\s+(?:correo|mensaje|e-?mail|boletín)|en\s+(?:el|tu|su)\s+navegador|(?:ricevi"
    r"|riceve|hai\s+ricevuto|ha\s+ricevuto)\s+quest[ao]|nel\s+(?:tuo\s+|suo\s+)?browser|(?:recebe|recebeu"
    r"|está\s+recebendo|recebes)\s+(?:este|esta)|no\s+(?:seu\s+|teu\s+)?navegador"
)
# What only a program says of itself.
SELF_DECLARED = re.compile(
    r"(?i)(?:^|[.!:;\n]\s*|\W)(?:this\s+is\s+an?\s+(?:auto(?:mated|matic)|system)|(?:automated"
    r"|automatic)\s+(?:response|reply|message|acknowledg\w+|confirmation|receipt)\W*(?:$|\n|\.)"
    r"|[\[(](?:auto(?:mated|matic)?[ -]?(?:reply|response|message))|auto(?:matic)?[ -]?(?:reply"
    r"|response)\s*!|(?:this\s+)?(?:is\s+a\s+)?system[ -](?:generated|message)|(?:please\s+)?(?:do\s+not"
    r"|don['’]t)\s+(?:reply|respond|answer)(?:\s+(?:to\s+(?:this|the)\s+(?:message|e-?mail|mail|address))"
    r"|\W*(?:$|\n|\.|,\s*(?:this|as)))|this\s+(?:address|mailbox|inbox)\s+(?:is\s+not"
    r"|isn['’]t)\s+(?:monitored|read)|answers\s+go\s+nowhere|sent\s+by\s+(?:the|our)\s+[\w ]{0,30}system"
    r"|generated\s+by\s+(?:the|our)\s+[\w' ]{0,40}system|(?:is|was)\s+sent\s+automatically"
    r"|will\s+not\s+get\s+a\s+personal\s+reply|this\s+survey\s+was\s+sent|(?:dies\s+ist"
    r"|es\s+handelt\s+sich\s+um)\s+eine\s+automatisch|(?:diese\s+(?:nachricht"
    r"|e-?mail)\s+wurde\s+)?automatisch\s+(?:generiert|erstellt|erzeugt|versandt|versendet)"
    r"|(?:bitte\s+)?antworten\s+sie\s+(?:bitte\s+)?nicht\s+auf\s+dies|nicht\s+auf\s+diese\s+(?:e-?mail"
    r"|nachricht)\s+antworten|(?:ceci|il\s+s['’]agit)\s+(?:est\s+|d['’])un\s+(?:message|avis|e-?mail"
    r"|courriel)\s+(?:envoyé\s+)?automatique|(?:merci\s+de\s+|veuillez\s+)ne\s+pas\s+(?:y\s+)?répondre"
    r"|(?:généré|envoyé)\s+automatiquement|este\s+es\s+un\s+(?:mensaje|correo|aviso)\s+automátic"
    r"|(?:por\s+favor,?\s+)?no\s+responda|(?:generado|enviado)\s+automáticamente|(?:questo\s+è\s+un"
    r"|questa\s+è\s+una)\s+(?:messaggio|risposta|e-?mail|avviso)\s+automatic"
    r"|(?:si\s+prega\s+di\s+)?non\s+rispond(?:ere|a|ete)\s+a\s+quest|(?:generat[oa]"
    r"|inviat[oa])\s+automaticamente|esta\s+é\s+uma\s+(?:mensagem|resposta)\s+automática"
    r"|(?:por\s+favor,?\s+)?não\s+responda|(?:gerad[ao]|enviad[ao])\s+automaticamente|aviso\s+automático)"
)
CODE = re.compile(
    r"(?i)(?:your|dein|ihr|votre|su|tu|il\s+tuo|o\s+seu)\s+(?:[\w-]+\s+){0,2}(?:code|código"
    r"|codice)\b[^\n.]{0,30}\b\d{3}[ -]?\d{1,5}\b|(?:verification|security|login|one-time|bestätigungs"
    r"|sicherheits)[ -]?code\s*(?:is|ist|:)"
)
# The line that help desks set above the text of their own mails.
HELPDESK = re.compile(
    r"(?i)(?:type|write|enter)\s+your\s+(?:reply|answer|response)\s+above\s+this\s+line|reply\s+above\s+this\s+line"
    r"|oberhalb\s+dieser\s+zeile\s+(?:antworten|schreiben)|au-dessus\s+de\s+cette\s+ligne|(?:encima|arriba)\s+de\s+esta\s+línea"
    r"|sopra\s+(?:a\s+)?questa\s+(?:riga|linea)|acima\s+desta\s+linha"
)
INVITATION_SUBJECT = re.compile(
    r"(?i)(?:accepted|declined|tentative(?:ly\s+accepted)?|new\s+time\s+proposed|cancell?ed|zugesagt|angenommen|abgelehnt|abgesagt"
    r"|mit\s+vorbehalt|unter\s+vorbehalt|accepté|refusé|décliné|provisoire|annulé|aceptad[oa]|rechazad[oa]|provisional|cancelad[oa]|accettat[oa]"
    r"|rifiutat[oa]|provvisorio|annullat[oa]|aceite|aceito|recusad[oa]|provisório)\s?:"
)
READ_RECEIPT = re.compile(r"(?i)(?:read|gelesen|lu|leído|letto|lid[oa]|lid)\s*:\s")
WAS_READ = re.compile(
    r"(?is)your\s+message\s.{0,200}(?:was\s+read|has\s+been\s+read)|wurde\s.{0,60}gelesen|a\s+été\s+lu"
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

# Stems without which a pattern cannot match, in lower case: looking for them is a hundred times cheaper.
ABSENCE_STEMS = _stems(
    "office|away|vacation|holiday|leave|travel|closed|until|büro|arbeitsplatz|abwesen|urlaub|"
    "elternzeit|erreichbar|haus|ferie|geschlossen|absen|congé|vacan|déplacement|bureau|boutique|atelier|"
    "magasin|fermé|oficina|ausen|viaje|cerrad|fuera|fuori|uffici|assen|chius|trasferta|escritório|"
    "férias|fora|fechad"
)
DECLARED_STEMS = _stems(
    "autom|auto-|auto r|not reply|not respond|not answer|n't reply|n't respond|n't answer|n’t reply|"
    "n’t respond|n’t answer|system|monitored|is not read|n't read|nowhere|personal reply|survey was|"
    "antworten|répondre|responda|rispond"
)
CODE_STEMS = ("code", "código", "codice")
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
