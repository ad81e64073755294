"""The words of automatic mail in six languages, and the words by which a customer's mail is known."""

import re

DAEMON = re.compile(
    r"(?i)(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|bounces?|microsoftexchange[0-9a-f]+)(?:[+@-]|$)"
)
DAEMON_NAME = re.compile(
    r"(?i)(?:mail(?:er)?[ -]?(?:delivery|daemon)(?:\s+(?:sub)?system|\s+service)?|mail\s+delivery|mail\s+system|delivery\s+notification"
    r"|postmaster|système\s+de\s+messagerie|sistema\s+de\s+correo)\b"
)
BOUNCE_SUBJECT = re.compile(
    r"(?i)(?:\W{0,3}(?:ndr|aviso|avis|notificación|notificação|avviso)\W{1,3})?(?:undeliver(?:ed|able)|(?:mail|message|e-?mail)\s.{0,30}not\s+(?:be\s+)?delivered|ndr\b|mailbox\s+unavailable|delivery\s+to\s.{0,40}failed|delivery\s+failed|delayed:\s+message|notificación\s+de\s+estado|avis\s+de\s+(?:remise|non-remise)|(?:il\s+tuo\s+)?messaggio\s+non|rapporto\s+di\s+mancata|entrega\s+não\s+conclu|aviso\s+de\s+atraso|de\s+estado\s+de\s+entregareturned\s+mail|mail\s+delivery\s+(?:failed|failure|error|subsystem)|delivery\s+(?:status\s+notification"
    r"|failure|has\s+failed|incomplete|delayed)|failure\s+notice|message\s+(?:delivery\s+)?(?:undeliverable|failure|not\s+delivered)"
    r"|mail\s+system\s+error|warning:\s+(?:could\s+not\s+send|message\s.{1,40}delayed)|non[- ]delivery|unzustellbar|nicht\s+zustellbar|nachricht\s+konnte"
    r"\s+nicht\s+zugestellt|zustellung\s+(?:fehlgeschlagen|nicht\s+möglich)|non\s+remis|échec\s+de\s+(?:la\s+)?(?:remise|livraison|distribution)"
    r"|message\s+non\s+(?:remis|distribué)|courrier\s+non\s+(?:remis|distribué)|no\s+se\s+(?:puede|pudo)\s+entregar|no\s+entregado|correo\s+devuelto"
    r"|error\s+(?:de|en\s+la)\s+entrega|mensaje\s+no\s+entregado|non\s+recapitabile|mancat[oa]\s+(?:recapito|consegna)|impossibile\s+recapitare"
    r"|messaggio\s+non\s+(?:recapitato|consegnato)|não\s+(?:foi\s+)?(?:entregue|é\s+possível\s+entregar)|mensagem\s+não\s+entregue|falha\s+na\s+entrega"
    r"|não\s+entregue|devolução\s+de\s+e?-?mail)"
)
# Signs of a delivery report in its text; all speak of mail, never of parcels.
BOUNCE_SIGNS = (
    re.compile(r"(?i)diagnostic(?:-code)?:|final-recipient:|reporting-mta:|action:\s*(?:failed|delayed)|remote-mta:"),
    re.compile(
        r"(?i)\b[45]\d\d[ -](?:#?[45]\.\d\.\d|\w[\w ]{0,40}(?:mailbox|quota|user|recipient|relay))|\b[45]\.[0-7]\.\d{1,2}\b"
    ),
    re.compile(
        r"(?i)user\s+unknown|unknown\s+(?:user|address|recipient)|host\s+unknown|over\s+quota|mailbox\s+(?:is\s+)?(?:unavailable|full|not\s+found|disabled)|mailbox\s+(?:quota|doesn['’]t\s+exist)|user\s+has\s+moved|no\s+such\s+user|recipient\s+address\s+rejected"
        r"|empfänger\s+unbekannt|postfach\s.{0,30}(?:voll|existiert|unbekannt|nicht)|adresse\s.{0,40}(?:inconnue|introuvable|n['’]existe)|boîte\s.{0,30}(?:pleine|n['’]existe)|buzón\s.{0,30}(?:llen|no\s+exist)|casella\s.{0,40}(?:inesistente|pien)|caixa\s.{0,40}(?:cheia|não\s+existe)"
        r"|(?:dirección|destinatario)\s.{0,40}(?:no\s+exist|desconocid)|(?:indirizzo|destinatario)\s.{0,40}(?:inesistente|sconosciut)|(?:endereço|destinatário)\s.{0,40}(?:não\s+exist|desconhecid|inexistente)"
    ),
    re.compile(
        r"(?i)(?:message|e-?mail|mail|msg)\b.{0,120}(?:(?:could|can|was|were|has|have)\s*(?:not|n['’]t)\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:deliver|sent)|undeliver|bounced|delayed|failed)|(?:couldn['’]t|could\s+not|unable\s+to|failed\s+to)\s+deliver\s+(?:your\s+|the\s+)?(?:message|e-?mail|mail)"
        r"|(?:following|these)\s+(?:address(?:es)?|recipients?)|delivery\s+to\s+the\s+following|lines\s+of\s+(?:your|the)\s+message|subject\s+of\s+the\s+failed"
        r"|(?:nachricht|e-?mail|mail)\b.{0,120}nicht\s+(?:zugestellt|ausgeliefert|übermittelt)|(?:message|courriel|e-?mail)\b.{0,120}(?:n['’]a\s+pas|pas\s+encore)\s.{0,25}(?:remis|distribué|livré|délivré)"
        r"|(?:mensaje|correo|e-?mail)\b.{0,120}(?:no\s+(?:se\s+)?(?:ha\s+)?(?:pud|podido|sido|pued|entreg)|retrasad)|(?:messaggio|e-?mail)\b.{0,120}non\s.{0,30}(?:recapitat|consegnat)|impossibile\s+(?:consegnare|recapitare)\s+il\s+messaggio"
        r"|(?:mensagem|e-?mail)\b.{0,120}(?:não\s.{0,30}entreg|devolvid)|não\s+foi\s+possível\s+entregar\s+(?:a\s+)?(?:sua\s+)?mensagem",
        re.S,
    ),
    re.compile(
        r"(?i)(?:will|to)\s+(?:be\s+)?(?:retr(?:y|ied)|try\s+again|keep\s+trying)|attempts\s+will|giving\s+up|don['’]t\s+need\s+to\s+(?:resend|do)|need\s+to\s+resend|mail\s+(?:system|server)|servidor\s+de\s+corr|server\s+di\s+posta|serveur\s+de\s+messagerie|mailserver|servidor\s+continuará"
        r"|tentatives?\s+auront|nouvelles?\s+tentatives|inviarlo\s+di\s+nuovo|altri\s+tentativi|necessário\s+reenviar|nécessaire\s+de\s+le\s+renvoyer|seguirá\s+intentando|erneut\s+zu\s+senden|zustellversuch"
    ),
)
AUTO_SUBJECT = re.compile(
    r"(?i)\W{0,3}(?:automatic\s+(?:reply|response|answer)|auto(?:mated)?[\s-]?(?:reply|response|responder|antwort)|autoreply|automatische\s+(?:antwort"
    r"|rückantwort|eingangsbestätigung|abwesenheitsnachricht)|réponse\s+automatique|message\s+automatique|respuesta\s+automática|contestación\s+automática"
    r"|respuesta\s+automatica|risposta\s+automatica|messaggio\s+automatico|resposta\s+automática|resposta\s+automatica|mensagem\s+automática"
    r"|mensaje\s+automático|out\s+of\s+(?:the\s+)?office(?:\s+(?:reply|message|notification|autoreply))?|abwesenheits(?:notiz|meldung|nachricht|assistent|hinweis)"
    r"|notification\s+d['’]absence|avis\s+d['’]absence|message\s+d['’]absence|absence\s+du\s+bureau|fuera\s+de\s+(?:la\s+)?oficina|aviso\s+de\s+ausencia|fuori\s+(?:sede|ufficio)"
    r"|avviso\s+di\s+assenza|fora\s+do\s+escritório|aviso\s+de\s+ausência|vacation\s+(?:reply|response|message|notice)|automatisch\s+antwoord|afwezig(?:heid)?)"
    r"\s*(?:[:\]\-–—(|/]|$|re\b|aw\b)"
)
ABSENT_SUBJECT = re.compile(
    r"(?i)\W{0,3}(?:auto|away|absen(?:ce|t|te|cia)|abwesen(?:d|heit)|assen(?:za|te)|ausência|ausente|ausencia|urlaub|vacation|holiday|on\s+(?:leave|holiday|vacation)"
    r"|congés?|en\s+(?:congés?|vacances)|vacaciones|de\s+vacaciones|ferie|in\s+ferie|férias|de\s+férias|chiusura\s+(?:estiva|per\s+ferie)"
    r"|i\s+am\s+(?:away|out)|i['’]m\s+(?:away|out)|we\s+(?:have\s+)?received\s+your|thank\s+you\s+for\s+(?:your\s+(?:message|e-?mail)|contacting)"
    r"|ihre\s+(?:nachricht|anfrage)|eingangsbestätigung|accusé\s+de\s+réception|acuse\s+de\s+recibo|conferma\s+di\s+ricezione|confirmação\s+de\s+rece[bp])"
)
# Kinds of things that absence notes say; the first is the absence itself.
ABSENCE = (
    re.compile(
        r"(?i)out\s+of\s+(?:the\s+)?office|(?:i|we)(?:['’]m|['’]re|\s+am|\s+are|\s+will\s+be)\s+(?:currently\s+|presently\s+)?(?:away|on\s+(?:annual\s+|parental\s+|maternity\s+|sick\s+)?"
        r"(?:leave|vacation|holidays?)|travel+ing|closed|out\s+until|not\s+in\s+the\s+office)|(?:office|shop|store|company)\s+is\s+(?:currently\s+)?closed|offices\s+are\s+closed"
        r"|nicht\s+(?:im|in\s+meinem)\s+büro|nicht\s+(?:am|an\s+meinem)\s+arbeitsplatz|(?:bin|sind)\s+(?:ich\s+|wir\s+)?(?:derzeit\s+|momentan\s+|zurzeit\s+|aktuell\s+|bis\s.{1,40}|ab\s.{1,40}|vom\s.{1,50})?"
        r"(?:abwesend|außer\s+haus|im\s+urlaub|in\s+urlaub|in\s+elternzeit|nicht\s+erreichbar|nicht\s+im\s+haus)|abwesenheit|betriebsferien|büro\s.{0,30}geschlossen|geschlossen\s+bis"
        r"|absente?\s+(?:du\s+bureau|jusqu|du\s+\d)|(?:suis|sommes|serai|serons)\s+(?:actuellement\s+)?(?:absent|en\s+(?:congé|vacances|déplacement))|(?:bureaux?|boutique|atelier|magasin)\s.{0,20}fermée?s?"
        r"|fuera\s+de\s+la\s+oficina|(?:estoy|estaré|estamos|estaremos|me\s+encuentro)\s+(?:actualmente\s+)?(?:ausente|de\s+vacaciones|de\s+viaje|fuera|cerrad)|oficinas?\s.{0,30}cerradas?"
        r"|fuori\s+(?:sede|ufficio)|(?:sono|sarò|siamo|saremo)\s+(?:attualmente\s+)?(?:assent|in\s+ferie|in\s+vacanza|chius|in\s+trasferta)|uffici(?:o)?\s.{0,30}chius"
        r"|fora\s+do\s+escritório|(?:estou|estarei|estamos|estaremos|encontro-me)\s+(?:atualmente\s+|de\s+momento\s+)?(?:ausente|de\s+férias|em\s+férias|fora|fechad|em\s+viagem)|escritórios?\s.{0,30}fechad"
    ),
    re.compile(
        r"(?i)(?:will|['’]ll)\s+(?:reply|respond|answer|get\s+back|return|be\s+back|come\s+back|read)|limited\s+(?:access|availability)|no\s+access\s+to\s+(?:my\s+)?e-?mail|upon\s+my\s+return|back\s+(?:on|in\s+the\s+office)"
        r"|nach\s+(?:meiner|unserer)\s+rückkehr|(?:wieder|zurück)\s+(?:erreichbar|im\s+büro|für\s+sie\s+da|am|ab)|(?:werde|werden)\s.{0,80}(?:beantworten|antworten|melden|bearbeiten)|nicht\s+(?:weitergeleitet|gelesen)"
        r"|à\s+(?:mon|notre)\s+retour|de\s+retour\s+le|vous\s+répondr(?:ai|ons)|répondr(?:ai|ons)\s|accès\s+limité|dès\s+(?:mon|notre)\s+retour"
        r"|a\s+(?:mi|nuestro)\s+(?:regreso|vuelta)|(?:le|les|te|os)\s+responder|responderé|responderemos|acceso\s+limitado|contestaré|contestaremos"
        r"|al\s+(?:mio|nostro)\s+(?:rientro|ritorno)|(?:vi|le|ti)\s+risponder|risponder[òe]|rientrerò|accesso\s+limitato"
        r"|no\s+(?:meu|nosso)\s+regresso|quando\s+(?:eu\s+)?(?:regressar|voltar)|responderei|responderemos|acesso\s+limitado|regress(?:o|arei)\s|retorn(?:o|arei)\s"
    ),
    re.compile(
        r"(?i)(?:urgen(?:t|cy)|immediate|emergenc)|in\s+(?:dringenden|eiligen)\s+|dringende\s+(?:fälle|anliegen|angelegenheiten)|en\s+cas\s+d['’]urgence|pour\s+toute\s+urgence|(?:caso|casos|asuntos)\s+(?:de\s+)?urgen"
        r"|per\s+(?:urgenze|questioni\s+urgenti|comunicazioni\s+urgenti)|caso\s+de\s+urgência|assuntos\s+urgentes|during\s+my\s+absence|in\s+my\s+absence|während\s+meiner\s+abwesenheit|en\s+mon\s+absence|durante\s+(?:mi|la\s+mia|a\s+minha)"
    ),
    re.compile(
        r"(?i)(?:this\s+is\s+an?\s+)?auto(?:mated|matic)\s+(?:message|reply|response|e-?mail|acknowledg)|automatically\s+generated|do\s+not\s+(?:reply|respond)|(?:automatisch\s+(?:generiert|erstellt|erzeugt|versendet)|automatische\s+(?:antwort|nachricht))"
        r"|(?:réponse|message|mail|courriel|e-mail)\s+(?:automatique|généré\s+automatiquement)|ne\s+pas\s+répondre|(?:respuesta|mensaje|correo)\s+automátic|no\s+responda|(?:risposta|messaggio|e-?mail)\s+automatic|generato\s+automaticamente|non\s+rispond"
        r"|(?:resposta|mensagem)\s+automátic|gerad[ao]\s+automaticamente|não\s+responda"
    ),
    re.compile(
        r"(?i)thank\s+you\s+for\s+(?:your\s+(?:e-?mail|message|enquiry|inquiry|request)|contacting|getting\s+in\s+touch|reaching\s+out|writing)|(?:have\s+)?received\s+your\s+(?:e-?mail|message|request|enquiry|inquiry)"
        r"|(?:danke|dank)\s+für\s+(?:ihre|deine|eure)\s+(?:nachricht|e-?mail|mail|anfrage)|ihre\s+(?:nachricht|anfrage|e-?mail)\s.{0,30}(?:erhalten|eingegangen)|merci\s+(?:de|pour)\s+(?:votre|nous\s+avoir)|(?:bien|avons)\s+reçu\s+votre"
        r"|gracias\s+por\s+(?:su|tu|contactar|escribir|ponerse)|hemos\s+recibido\s+(?:su|tu)|grazie\s+per\s+(?:il|la|aver|averci|averla)|abbiamo\s+ricevuto\s+(?:il|la)|obrigad[oa]\s+(?:pelo|pela|por)|recebemos\s+(?:o|a)\s"
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
    r"(?i)(?:news(?:letter)?s?|no-?reply|do-?not-?reply|noreply[\w-]*|marketing|promo(?:s|tions?)?|offers?|deals?|sales?-?news|mailing(?:s|list)?|campaigns?|updates?|notifications?|notify|alerts?|digest|invitations?"
    r"|ofertas?|novedades|boletin|angebote?|aktion(?:en)?|offres?|actus?|actualites|offerte|novita|novidades|promocoes|promociones|webinars?|events?|email|e?mailer|bounce|partners?)(?:[.+_-][\w.+-]*)?@"
)
UNSUBSCRIBE = re.compile(
    r"(?i)unsubscribe|opt[ -]out|manage\s+(?:your\s+)?(?:e-?mail\s+)?(?:preferences|subscriptions?)"
    r"|(?:newsletter|jederzeit|e-?mails?|hier)\s.{0,40}abbestellen|abmelden|abbestellen|vom\s+verteiler|austragen|désabonn|désinscri"
    r"|dar(?:te|se|me)\s+de\s+baja|cancelar\s+(?:la\s+|tu\s+|su\s+|a\s+|sua\s+)?(?:suscripción|subscrição|inscrição|assinatura)|baja\s+aquí"
    r"|disiscri|annulla(?:re)?\s+l['’]iscrizione|cancella(?:ti|re\s+l['’]iscrizione)|descadastr|anular\s+(?:a\s+)?(?:subscrição|suscripción)"
    r"|change\s+your\s+settings|notifications?\s+(?:are\s+on|settings)"
)
BECAUSE = re.compile(
    r"(?i)you(?:['’]re|\s+are)?\s+(?:get(?:ting)?|receiv(?:e|ed|ing)|got)\s+(?:this|these)\b|(?:as|because)\s+you\s+(?:subscribed|signed\s+up|asked\s+for)"
    r"|(?:this\s+(?:message|letter|mail)\s+goes\s+to)|view\s+(?:this\s+)?(?:e-?mail|it)?\s*(?:in|on)\s+(?:your\s+|the\s+)?(?:browser|web)"
    r"|im\s+browser\s+(?:ansehen|öffnen|anzeigen|lesen)|(?:sie|du)\s+(?:erhalten|erhältst|bekommen|bekommst)\s+diese|vous\s+recevez\s+(?:ce|cet|cette)"
    r"|dans\s+(?:votre|le|un)\s+navigateur|recib(?:es|e|ió|iste)\s+este\s+(?:correo|mensaje|e-?mail|boletín)|en\s+(?:el|tu|su)\s+navegador"
    r"|(?:ricevi|riceve|hai\s+ricevuto|ha\s+ricevuto)\s+quest[ao]|nel\s+(?:tuo\s+|suo\s+)?browser|(?:recebe|recebeu|está\s+recebendo|recebes)\s+(?:este|esta)"
    r"|no\s+(?:seu\s+|teu\s+)?navegador"
)
# A person who wants to be let off a list.
LEAVE_WISH = re.compile(
    r"(?i)(?:unsubscribe|remove|take)\s+(?:me|us|my)\b|stop\s+(?:sending|e?mailing)|(?:want|like|wish|how\s+(?:do|can)\s+i)\s+(?:to\s+)?unsubscribe|(?:mich|uns|meine)\s.{0,60}(?:abmelden|austragen|abbestellen|entfernen|streichen)"
    r"|melden\s+sie\s+mich|(?:désabonnez|désinscrivez|retirez|supprimez)-(?:moi|nous)|(?:me|nous)\s+(?:désabonner|désinscrire|retirer)|(?:darme|darnos)\s+de\s+baja|d(?:en|adme|eme|énme|ame)\s+de\s+baja|(?:quiero|quisiera)\s.{0,30}baja"
    r"|(?:cancellatemi|disiscrivetemi|toglietemi|rimuovetemi)|(?:voglio|vorrei)\s.{0,30}(?:disiscriv|cancell)|(?:removam|retirem|tirem)-me|(?:quero|gostaria|queria)\s.{0,30}(?:cancelar|descadastrar|sair)"
)
# What only a program says of itself.
SELF_DECLARED = re.compile(
    r"(?i)(?:^|[.!:;\n]\s*|\W)(?:this\s+is\s+an?\s+(?:auto(?:mated|matic)|system)|(?:automated|automatic)\s+(?:response|reply|message|acknowledg\w+|confirmation|receipt)\W*(?:$|\n|\.)"
    r"|[\[(](?:auto(?:mated|matic)?[ -]?(?:reply|response|message))|auto(?:matic)?[ -]?(?:reply|response)\s*!|(?:this\s+)?(?:is\s+a\s+)?system[ -](?:generated|message)"
    r"|(?:please\s+)?(?:do\s+not|don['’]t)\s+(?:reply|respond|answer)(?:\s+(?:to\s+(?:this|the)\s+(?:message|e-?mail|mail|address))|\W*(?:$|\n|\.|,\s*(?:this|as)))"
    r"|this\s+(?:address|mailbox|inbox)\s+(?:is\s+not|isn['’]t)\s+(?:monitored|read)|answers\s+go\s+nowhere|sent\s+by\s+(?:the|our)\s+[\w ]{0,30}system|generated\s+by\s+(?:the|our)\s+[\w' ]{0,40}system"
    r"|(?:is|was)\s+sent\s+automatically|will\s+not\s+get\s+a\s+personal\s+reply|this\s+survey\s+was\s+sent"
    r"|(?:dies\s+ist|es\s+handelt\s+sich\s+um)\s+eine\s+automatisch|(?:diese\s+(?:nachricht|e-?mail)\s+wurde\s+)?automatisch\s+(?:generiert|erstellt|erzeugt|versandt|versendet)|(?:bitte\s+)?antworten\s+sie\s+(?:bitte\s+)?nicht\s+auf\s+dies"
    r"|nicht\s+auf\s+diese\s+(?:e-?mail|nachricht)\s+antworten|(?:ceci|il\s+s['’]agit)\s+(?:est\s+|d['’])un\s+(?:message|avis|e-?mail|courriel)\s+(?:envoyé\s+)?automatique|(?:merci\s+de\s+|veuillez\s+)ne\s+pas\s+(?:y\s+)?répondre"
    r"|(?:généré|envoyé)\s+automatiquement|este\s+es\s+un\s+(?:mensaje|correo|aviso)\s+automátic|(?:por\s+favor,?\s+)?no\s+responda|(?:generado|enviado)\s+automáticamente|(?:questo\s+è\s+un|questa\s+è\s+una)\s+(?:messaggio|risposta|e-?mail|avviso)\s+automatic"
    r"|(?:si\s+prega\s+di\s+)?non\s+rispond(?:ere|a|ete)\s+a\s+quest|(?:generat[oa]|inviat[oa])\s+automaticamente|esta\s+é\s+uma\s+(?:mensagem|resposta)\s+automática|(?:por\s+favor,?\s+)?não\s+responda|(?:gerad[ao]|enviad[ao])\s+automaticamente|aviso\s+automático)"
)
CODE = re.compile(
    r"(?i)(?:your|dein|ihr|votre|su|tu|il\s+tuo|o\s+seu)\s+(?:[\w-]+\s+){0,2}(?:code|código|codice)\b[^\n.]{0,30}\b\d{3}[ -]?\d{1,5}\b"
    r"|(?:verification|security|login|one-time|bestätigungs|sicherheits)[ -]?code\s*(?:is|ist|:)"
)
READ_RECEIPT = re.compile(r"(?i)(?:read|gelesen|lu|leído|letto|lida?)\s*:\s")
WAS_READ = re.compile(
    r"(?i)your\s+message\s.{0,200}(?:was\s+read|has\s+been\s+read)|wurde\s.{0,60}gelesen|a\s+été\s+lu|(?:ha\s+sido|fue)\s+leído|è\s+stat[oa]\s+lett[oa]|foi\s+lida"
)
# A person telling what happened to them, in the past and in the first person.
NARRATIVE = re.compile(
    r"(?i)\bi\s+(?:wrote|sent|tried|got|received|have\s+(?:written|sent|tried|been)|keep\s+getting|only\s+get|just\s+got|ordered|bought|asked|did\s+not|didn['’]t|never|was|can['’]t|cannot|want|would|need|forward)|\bis\s+this\s+(?:real|from|legit)"
    r"|\bich\s+(?:habe|hab|bekam|bekomme|schrieb|erhielt|wollte|möchte|warte)|\bhabe\s+ich|\bj['’](?:ai|avais|attends)|\bje\s+(?:reçois|n['’]ai|voudrais|souhaite|vous\s+(?:ai|transfère))|\b(?:he|hemos)\s+(?:enviado|recibido|escrito|pedido|intentado)|\brecibí|\bescribí"
    r"|\bho\s+(?:scritto|inviato|ricevuto|ordinato|mandato|provato)|\babbiamo\s+(?:scritto|inviato)\b|\b(?:enviei|recebi|escrevi|tentei|encomendei|comprei)\b"
)
OFFER = re.compile(
    r"(?i)\d{1,2}\s?%\s?(?:off|rabatt|de\s+(?:réduction|remise|descuento|desconto)|di\s+sconto)|up\s+to\s+\d{1,2}\s?%|(?:bis\s+zu|jusqu['’]à|hasta|fino\s+al|até)\s+-?\d{1,2}\s?%|free\s+(?:shipping|trial|demo|webinar|quote|samples?)|limited\s+(?:time|offer|stock)"
    r"|last\s+chance|black\s+friday|cyber\s+monday|flash\s+sale|shop\s+now|buy\s+now|order\s+now|sign\s+up\s+(?:now|today)|register\s+(?:now|today)|book\s+(?:now|a\s+(?:demo|call))|new\s+(?:arrivals?|collection|season|in\s+store)|exclusive|special\s+offer|webinar|newsletter|promo\s*code|coupon"
    r"|(?:jetzt|hier)\s+(?:shoppen|kaufen|bestellen|sichern|entdecken|anmelden|testen)|gutschein(?:code)?|sonderangebot|rabattaktion|nur\s+(?:heute|für\s+kurze\s+zeit|noch)|kostenlos(?:er)?\s+versand|neue\s+kollektion|neuheiten"
    r"|offre\s+(?:spéciale|exclusive|limitée)|profitez|soldes|code\s+promo|livraison\s+(?:offerte|gratuite)|nouvelle\s+collection|nouveautés|oferta\s+(?:especial|exclusiva|limitada)|rebajas|envío\s+gratis|aprovecha|novedades|nueva\s+colección"
    r"|offert[ae]\s+(?:speciale|esclusiva|limitata)|saldi|spedizione\s+gratuita|approfitta|scopri|nuova\s+collezione|novità|promoç(?:ão|ões)|frete\s+grátis|portes\s+grátis|aproveite|nova\s+coleção|novidades|(?:your|seu|tu|su|votre|ihr)\s+(?:brand|website|online\s+shop|negocio|boutique\s+en\s+ligne)"
    r"|wholesale|grow\s+your|boost\s+your|increase\s+(?:your\s+)?(?:sales|traffic|revenue)|b2b|supplier|price\s+list|catalog(?:ue)?"
)
# Words that only somebody with an open matter writes to a shop.
CUSTOMER = re.compile(
    r"(?i)\b(?:my|our)\s+(?:order|parcel|package|refund|ring|item|returns?\s+(?:label|parcel|package|shipment|was|has|is|arrived|number)|delivery|purchase|money)|(?:i|we)\s+(?:ordered|bought|received|want|would\s+like|need|haven['’]t|have\s+not|paid|returned)|refund|broken|damaged|cancel\b|exchange"
    r"|mein(?:e|er|en)?\s+(?:bestellung|paket|lieferung|ring|geld|rückerstattung|auftrag)|(?:ich|wir)\s+(?:habe|haben|möchte|möchten|warte|brauche)|storn|kaputt|beschädigt|umtausch|rückgabe|erstatt"
    r"|ma\s+commande|mon\s+(?:colis|remboursement|achat)|j['’](?:ai|attends|aimerais)|je\s+(?:voudrais|souhaite|veux|n['’]ai)|rembours|cassé|abîmé|annul|échange"
    r"|mi\s+(?:pedido|paquete|reembolso|compra|dinero)|(?:he|hemos)\s+(?:recibido|pedido|comprado|pagado)|quiero|quisiera|me\s+gustaría|reembols|roto|dañad|cancelar|cambiar|devol"
    r"|(?:il\s+)?mio\s+(?:ordine|pacco|rimborso)|ho\s+(?:ricevuto|ordinato|comprato|pagato)|vorrei|rimbors|rott[oa]|danneggiat|annullare|cambio|reso"
    r"|(?:o\s+)?meu\s+(?:pedido|reembolso|dinheiro)|minha\s+(?:encomenda|compra)|(?:eu\s+)?(?:recebi|comprei|encomendei|paguei)|quero|queria|gostaria|estrag|partid|cancelar|trocar|devol"
)
MATTER = re.compile(
    r"(?i)\b(?:my|our)\s+(?:order|parcel|package|refund|delivery|purchase|returns?\s+(?:label|parcel|package|shipment|was|has|is|arrived|number))\b|\bmein(?:e|er|en)?\s+(?:bestellung|paket|lieferung|rückerstattung)|\bma\s+commande|\bmon\s+(?:colis|remboursement)"
    r"|\bmi\s+(?:pedido|paquete|reembolso)|\bmio\s+(?:ordine|pacco|rimborso)|\bmeu\s+(?:pedido|reembolso)|\bminha\s+(?:encomenda|compra)"
)
CUSTOMER_ORDER = re.compile(
    r"(?i)\b(?:my|our)\s+(?:order|parcel|package|refund|delivery|purchase)\b|mein(?:e|er|en)?\s+(?:bestellung|paket|lieferung|rückerstattung)|ma\s+commande|mon\s+(?:colis|remboursement)|mi\s+(?:pedido|paquete|reembolso)"
    r"|mio\s+(?:ordine|pacco|rimborso)|meu\s+(?:pedido|reembolso)|minha\s+(?:encomenda|compra)|\b(?:order|bestellung|commande|pedido|ordine|encomenda)\s*(?:no\.?|nr\.?|number|n[°ºo]\.?|#)?\s*:?\s*#?(?:[a-z]{2}\s?)?\d{4,}"
)
LURES = (
    re.compile(
        r"(?i)lottery|(?:you\s+(?:have\s+)?won|winner\s+of)\s.{0,40}(?:\$|€|£|usd|eur|million|prize|iphone)|lotterie\s.{0,30}gewonnen|loterie|lotería|lotteria|prêmio\s+de"
    ),
    re.compile(
        r"(?i)million\s+(?:us\s+)?(?:dollars?|euros?|usd|pounds)|(?:usd|us\$|\$|€|£)\s?\d[\d.,]*\s?(?:million|m\b)|millionen\s+(?:euro|dollar)|millions\s+(?:d['’]euros|de\s+dollars)|millones\s+de|milioni\s+di|milhões\s+de"
    ),
    re.compile(
        r"(?i)next\s+of\s+kin|inheritance|beneficiary|late\s+(?:client|husband)|erbschaft|héritage|herencia|eredità|herança|barrister|deceased"
    ),
    re.compile(r"(?i)viagra|cialis|levitra|penis|online\s+pharmacy|weight\s+loss\s+pill|erectile"),
    re.compile(r"(?i)casino|free\s+spins|betting\s+bonus|jackpot"),
    re.compile(
        r"(?i)(?:double|triple)\s+your\s+(?:bitcoin|money|crypto)|bitcoin\s+(?:wallet|investment|address)|crypto\s+(?:invest|trading|profit)|guaranteed\s+(?:profit|returns?|income)|forex"
    ),
    re.compile(
        r"(?i)(?:mailbox|e-?mail\s+account|account|konto|compte|cuenta|conto|conta|postfach|boîte)\s.{0,60}(?:suspended|blocked|deactivated|terminated|limited|gesperrt|suspendu|bloqué|suspendid|bloquead|sospes|bloccat|suspens|almost\s+full|quota|storage|exceeded|läuft\s+ab)"
    ),
    re.compile(
        r"(?i)(?:verify|confirm|validate|update|bestätigen|verifizieren|vérifi|confirme|verifi(?:que|car)|verific|confirm(?:ar|e))\s.{0,30}(?:account|identity|password|e-?mail|billing|konto|daten|compte|identité|cuenta|identidad|contraseña|conto|identità|conta|senha)"
    ),
    re.compile(
        r"(?i)(?:within|binnen|innerhalb(?:\s+von)?|sous|en\s+menos\s+de|dans\s+les|entro|em\s+até)\s+(?:the\s+next\s+|las\s+próximas\s+|as\s+próximas\s+|le\s+prossime\s+)?(?:24|48|72|12)\s?(?:h\b|hours?|stunden|heures|horas|ore)|immediate\s+action|final\s+(?:warning|notice)|letzte\s+(?:warnung|mahnung)|dernier\s+avertissement|último\s+aviso|ultimo\s+avviso"
    ),
    re.compile(
        r"(?i)click\s+(?:here|the\s+(?:link|button)|below|on\s+the\s+link)|klicken\s+sie\s+(?:hier|auf)|cliquez\s+(?:ici|sur)|haga\s+clic|haz\s+clic|clicca\s+(?:qui|sul)|clique\s+(?:aqui|no)"
    ),
    re.compile(
        r"(?i)(?:dear|sehr\s+geehrter)\s+(?:friend|beloved|beneficiary|winner|user|e-?mail\s+user|account\s+holder|webmail)|strictly\s+confidential\s+(?:business|transaction|proposal)|business\s+proposal|western\s+union|wire\s+transfer|atm\s+card"
    ),
    re.compile(
        r"(?i)(?:hot|sexy|lonely|horny)\s+(?:singles?|girls?|women|ladies)|webcam|adult\s+(?:dating|site)|sex\s+(?:dating|chat)|recorded\s+you|your\s+password\s+is"
    ),
    re.compile(
        r"(?i)(?:seo|first\s+page\s+of\s+google|rank(?:ing)?s?\s+(?:on|in)\s+google|backlinks?|web\s+traffic|guest\s+post|domain\s+authority|erste\s+seite\s+(?:bei|von)\s+google)"
    ),
    re.compile(
        r"(?i)no\s+(?:credit\s+check|prescription)|refinance|lowest\s+rates?|pre-?approved|work\s+from\s+home|replica\s+(?:watch|rolex)|cheap\s+(?:meds|software)|100\s?%\s+(?:free|guaranteed|risk)"
    ),
)
