"""What receipts say, and what programs say of themselves."""

from triage.stages.parsing.automatic_tables import table

# A message has come in.
RECEIVED = table(r"""
message landed ~ \b(?:your|the) message (?:has )?(?:landed|arrived|got here|reached us)
we got your ~ \bwe(?:'ve)? got your (?:message|mail|e-?mail|note)
dass ~ \bschön,? dass (?:du|sie|ihr) (?:uns )?(?:schreib|geschrieben)
merci de votre message
been/request/was/complaint/inquiry/message/enquiry/ticket/form/case ~ \b(?:case|ticket|service request|complaint|form
|enquiry|inquiry|message|request) (?:\S+ )?(?:has been|was|is) (?:\w+ )?(?:created|opened|passed|assigned|registered
|logged|forwarded|reached|stored)
has reached ~ \byour message has reached
your ~ \bwe(?:'ve| have) (?:got|received) your
your form
thanks for dropping
received ~ \bhas received your
wurde ~ \banliegen wurde|\b(?:ticket|anfrage|vorgang) (?:\S+ )?wurde (?:\S+ ){0,4}(?:erfasst|angelegt|erstellt
|eröffnet|registriert)
unter der nummer
message ~ \bvotre message est (?:bien )?(?:arrivé|parvenu)
demande ~ \bdemande (?:\S+ )?a (?:bien )?été (?:enregistrée|reçue|transmise|créée)
registrado/abierto/creado ~ \bha (?:creado|abierto|registrado) (?:el|un|su|tu) (?:ticket|caso|incidencia)
è stato ~ \bè stato (?:aperto|creato|registrato) (?:il|un) (?:\w+ )?(?:ticket|caso)
foi ~ \b(?:solicitação|chamado|pedido de suporte|mensagem) foi (?:registrad|recebid|abert|encaminhad)
your/received ~ \b(?:we|we've|i have|have|has been|was|confirm that we have
|this is to confirm that we have) (?:\w+ )?received (?:and|your (?:request|message|e-?mail|mail|enquiry|inquiry|query
|ticket|application|case))|your (?:request|message|enquiry|inquiry|ticket|e-?mail|query
|case)(?: \(?#?\w+\)?)? (?:has been|was) (?:received|registered|created|logged|opened)
thank ~ \bthank(?:s| you)(?: \w+)?(?: so much| very much)? for (?:your (?:e-?mail|message|enquiry|inquiry|request
|patience|note)(?! (?:saying|that|about|telling|of))|contacting|getting in touch|reaching out|writing|dropping)
thanks ~ \bthanks for (?:writing|getting in touch|your (?:message|mail|e-?mail))
been/was ~ \b(?:ticket|case|request) (?:\S+ )?(?:has been|was) (?:opened|created|logged|registered)
looking into
has been held
eingegangen/erhalten ~ \b(?:anfrage|nachricht|e-?mail|mail|anliegen|ticket) (?:\w+ ){0,4}(?:eingegangen|erhalten)
erhalten ~ \b(?:haben|habe) (?:ihre|deine|eure) (?:\w+ ){0,2}erhalten
dank ~ \bdanke?(?: \w+)? für (?:ihre|deine|eure) (?:nachricht|anfrage|e-?mail|mail|zuschrift)|\bdanke?,? dass (?:du
|sie|ihr) (?:uns|dich|sich)
vorgangsnummer
ticketnummer
votre/reçue/reçu ~ \b(?:bien|avons|a été) reçue? (?:votre|ta)|\bvotre (?:demande|message
|courriel)(?: \w+)? a (?:bien )?été (?:reçu|enregistr|pris)
merci ~ \bmerci (?:de nous avoir|d'avoir|pour votre (?:message|demande|courriel|mail|e-mail))
demande ~ \bdemande .{0,40}prise en (?:charge|compte)
registr/recib/recibido ~ \bhemos recibido (?:su|tu)|\b(?:solicitud|mensaje|consulta)(?: \w+)? (?:ha sido
|se ha) (?:recib|registr)
solicitud ~ \bsolicitud ha sido registrada
gracias ~ \bgracias por (?:escribir|contactar|ponerse|ponerte|su (?:mensaje|consulta|correo)|tu (?:mensaje|consulta
|correo))
ricevuto ~ \babbiamo (?:\w+ )?ricevuto (?:il|la) (?:tuo|tua|suo|sua|vostr)
richiesta ~ \brichiesta .{0,30}(?:presa in carico|registrata|ricevuta)
grazie ~ \bgrazie (?:per|di) (?:averci|aver|il (?:tuo|suo) messaggio|la (?:tua|sua) (?:richiesta|mail|email))
recebemos ~ \brecebemos (?:a |o )?(?:sua|seu|tua|teu) (?:mensagem|pedido de|solicita|contato|contacto|e-?mail)
protocolo/chamado/ticket ~ \b(?:chamado|protocolo|ticket) (?:n\S* )?\d+
obrigad ~ \bobrigad[oa] (?:pelo|por|pela) (?:seu |sua |nos )?(?:conta[ct]|mensagem|e-?mail|entrar)
""")

# What happens next to a message that came in.
NEXT = table(r"""
revenons vers vous
revient vers vous
au plus vite
from the team
take a look
un membre de
alguien del equipo
alguém da equip
specialists
you ~ \b(?:will|'ll) (?:contact|answer|hear from|write to) you|\byou(?:'ll| will) hear from
can expect ~ \bcan expect (?:an answer|a reply|a response|to hear)
case number
quote
reference: ~ \breference:
reply times
nobody has read
aim ~ \bwe aim to
in kürze
mitarbeiter
melden uns
prendra contact
technicien
rapidement
sous la référence
réponse sous
agente
mayor brevedad
se pondrá
al più presto
contatter ~ \b(?:la|ti) contatter
entrará ~ \bentrará (?:\w+ )?em conta
sob o protocolo
within ~ \bwithin (?:\w+ ){0,4}(?:hours|days|business|working)|\bwithin \d
working day
business day
get back to you
be in touch
be with you shortly
being reviewed
response time
as soon as
support staff
add additional comments
our agents
office hours
opening hours
in the order
not monitored
cannot accept incoming
werktag
so schnell wie
etwas geduld
bearbeit
faq
häufige fragen
innerhalb
kümmern uns
dans un délai
jours ouvrés
sous ~ \bsous \d+ ?(?:h|jours)
meilleurs délais
conseiller
foire aux
dès que possible
message automatique
notre équipe
plazo
horas laborables
lo antes posible
preguntas frecuentes
responder/contestar ~ \b(?:le|te|os|les) (?:responder|contestar)
no responda
entro ~ \bentro \S+ (?:ore|giorni)
prima possibile
appena possibile
giorni lavorativi
domande frequenti
operatore
risponderemo
horas úteis
dias úteis
em até
em breve
assim que possível
nossa equipe
a nossa equipa
responderemos
real person
click the link
""")

# What a program says of itself, and people only in jest.
SYSTEM = table(r"""
answers go nowhere
auto/system/this/that ~ \b(?:this is|that was) an? (?:auto\w{0,20}|system)[ -]?(?:\w{1,30} )?(?:acknowledg\w+|confirmation
|reply|response|receipt|message|notification|e-?mail|notice|answer)
automated/automatic ~ [.!\]] ?(?:automated|automatic) (?:response|reply|message)\b
auto ~ ^\W{0,2}auto[- ]?(?:reply|response|responder|antwort)\b|\(auto(?:matic|mated)? ?-?(?:reply|response)\)
sent automatically ~ \b(?:is|was|message|mail|\.) ?sent automatically
generated ~ \bsystem[ -]generated
system ~ \bsent by (?:the|our) [\w ]{0,30}system
personal reply ~ \bnot get a personal reply
automatisch ~ \bautomatisch (?:generiert|erstellt|erzeugt|versandt|versendet|verschickt)\w*
|\beine automatische (?:nachricht|antwort|e-?mail|bestätigung|benachrichtigung)
maschinell erstellt
automatique/automatiquement ~ \b(?:ceci est un|il s'agit d'un) (?:message|courriel|mail|avis) automatique|\b(?:généré
|envoyé) automatiquement
automático ~ \b(?:es un|este) (?:mensaje|correo|aviso) automático
automáticamente ~ \b(?:generado|enviado) automáticamente
automatic ~ \b(?:è un|questo) (?:messaggio|avviso|e-?mail) automatic
automaticamente ~ \b(?:generat[oa]|inviat[oa]|gerad[oa]|enviad[oa]) automaticamente
automática/automático ~ \b(?:é uma|esta) (?:mensagem|resposta) automática|\be-mail automático
""")

# What programs say of their own mail. It never decides alone.
DECLARED = table(r"""
generated/automated/automatic ~ \b(?:automated|automatic|automatically generated|system[- ]generated) (?:message
|e-?mail|notification|reply|response|mail)
respond/reply ~ \b(?:do not|don't|not to) (?:reply|respond)
monitored/notmonitored/unmonitored/tmonitored ~ \b(?:not|isn't|un) ?monitored
notification-only
generated automatically
cannot accept incoming
automatisch ~ \bautomatisch (?:\w+)\b
maschinell erstellt
nicht ~ \bantworten sie (?:bitte )?nicht|nicht auf diese
automatique ~ \b(?:message|mail|courriel|envoyé|e-mail)\b.{0,20}automatique
ne pas ~ \bne pas (?:y )?répondre
automáticamente
responder/respondas/responda ~ \bno respond(?:a|as|er)
mensaje automático
automaticamente
non rispondere
responder/responda ~ \bnão respond(?:a|er)
automático ~ \be-?mail automático
""")
