"""What programs write: absence notes, receipts, notices about parcels, money and accounts, campaigns, digests."""

from triage.stages.parsing.automatic_tables import table

# Somebody is not there.
ABSENT = table(r"""
out sick ~ \b(?:out|off|home) sick\b
out ~ \b(?:i'm|i am|we're|be) out (?:this|today|for|on|until|till)\b
break ~ \b(?:taking|on) (?:a|an) (?:[\w-]+ ){0,2}break\b
trekking ~ \b(?:trekking|hiking|camping|sailing|skiing|fishing|backpacking)\b
signal ~ \b(?:no|zero|without) (?:signal|wifi|internet|reception|laptop|coverage)
at camp ~ \b(?:i am|i'm|im|we are) at (?:my|a|camp|the)
absent until ~ \babsent (?:until|till|from)
flat out until
staffed ~ \boffice is (?:only )?(?:staffed|open|manned)
krank ~ \b(?:bin|leider|derzeit) (?:\w+ ){0,3}krank
kein netz ~ \bkein (?:netz|internet|empfang|wlan)
am berg ~ \b(?:am|in den) (?:berg|bergen|meer|strand|see)\b
nicht besetzt
verreist ~ \b(?:bin|sind) (?:\w+ ){0,3}verreist
militärdienst
fortbildung ~ \b(?:auf|zur) (?:einer )?(?:fortbildung|dienstreise|schulung|kur)\b
arrêt maladie ~ \ben arrêt
au ski ~ \b(?:suis|sommes) (?:au ski|à la (?:plage|mer|montagne)|au jardin|en formation|malade)
pas de réseau ~ \b(?:pas|sans) (?:de )?(?:réseau|connexion|internet|wifi)
no estoy disponible
en la playa ~ \ben la (?:playa|montaña)
sin cobertura
malattia ~ \bin malattia
in montagna
senza rete ~ \b(?:senza|non c'è) (?:rete|campo|connessione|segnale)
estarei fora ~ \b(?:estarei|estou|estaremos) (?:\w+ )?fora
na praia
sem sinal ~ \bsem (?:sinal|internet|rede)
doente ~ \b(?:estou|estarei) doente
out of ~ \bout of (?:the |my )?office|\b(?:am|i'm|be) out (?:of|until|till|all)\b
leave ~ \b(?:on|taking|started) (?:\w+ ){0,3}leave\b
holiday ~ \b(?:i'm|i am|we're|we are|currently|be|off|away|is) (?:\w+ ){0,3}(?:on|for) (?:\w+ ){0,2}holidays?\b
vacation ~ \b(?:on|for) (?:\w+ ){0,2}vacation
honeymoon ~ on (?:my|our) honeymoon
sabbatical
away ~ \b(?:i'm|i am|i'll be|i will be|we're|we are|we will be|currently|be|is) (?:\w+ ){0,2}away\b
travel ~ \b(?:i'm|i am|we're|we are|currently|be) (?:\w+ ){0,2}travel+ing
off the grid
offline ~ \b(?:i'm|i am|be|going|we are) (?:\w+ ){0,1}offline
gone fishing
unavailable ~ \b(?:i'm|i am|be|is) (?:\w+ ){0,2}unavailable
closed ~ \b(?:is|are|be|we're|remains?) (?:\w+ ){0,3}closed\b|\bclosed (?:for|until|from|through|over|between)\b
no longer ~ \bno longer (?:work|with|employed|at\b|part of|in this role|based)
left ~ \bi(?:'ve| have)? left \w|\bhas left (?:the company|us|our|\w+ as of)
retired
not in ~ \b(?:am|i'm|be|not) (?:\w+ ){0,2}not in(?: the office| today)
at a conference
büro ~ \bnicht (?:im|in meinem) (?:büro|haus)
arbeitsplatz ~ \bnicht an (?:meinem|dem) arbeitsplatz
abwesend
abwesenheit
urlaub ~ \b(?:im|in|wegen|mache|auf|genieße|machen|hat) (?:\w+ ){0,2}(?:\w+)?urlaub\b
elternzeit
mutterschutz
elternurlaub
außer haus
nicht erreichbar
unterwegs ~ \b(?:bin|sind) (?:\w+ ){0,4}unterwegs
sonne ~ \bgenießen (?:\w+ )?die sonne
ferien ~ \b(?:\w{1,20})?ferien\b
geschlossen
krank ~ \b(?:bin|leider) (?:\w+ ){0,3}(?:krank\b|krankgeschrieben)
nicht mehr ~ \bnicht mehr (?:für|bei|im|in) (?:[\w.]+ ){0,5}(?:tätig|beschäftigt|angestellt|unternehmen)
ausgeschieden
absent ~ \babsente?s? (?:du|jusqu|actuel|ce|cette|pour|de mon|le|à)
congé ~ \ben (?:arrêt|congés?)\b|\bcongés? (?:annuel|parental|maternité|paternité|d'été|jusqu)
vacances ~ \ben vacances
déplacement ~ \ben déplacement
vadrouille
fermé ~ \b(?:est|sont|sera|serons|restera|sommes|reste) (?:\w+ ){0,2}fermée?s?\b
plus partie ~ \bne fais plus partie|\bne fait plus partie
ne travaille plus
j'ai quitté
fuera de ~ \bfuera de (?:la )?(?:oficina|mi puesto)
vacaciones ~ \b(?:de|por) vacaciones
baja ~ \bde baja (?:por|de|médica|laboral|maternal|paternal)
permiso de
de viaje ~ \b(?:estoy|estaré|encuentro) de viaje
ausente ~ \b(?:estoy|estaré|encuentro|ausente) (?:\w+ )?ausente|\bausente (?:hasta|do|de|até|del|por)
cerrad ~ \b(?:estamos|permanece\w*|estar[áe]\w*|está|oficinas?) (?:\w+ ){0,2}cerrad
ya no trabajo
ya no formo parte
fuori ~ \bfuori (?:sede|ufficio|città|stanza)
ferie ~ \b(?:in|per|di) ferie
vacanza ~ \bin vacanza
assente ~ \bassente?i? (?:fino|dal|per|dall|sino|oggi)
chius ~ \b(?:resta|siamo|rimarr\w+|sar\w+|è|uffici|saremo|restano|restiamo) (?:\w+ ){0,2}chius
congedo ~ \bin congedo
maternità ~ \bin maternità
al mare ~ \b(?:sono|siamo) al mare
trasferta ~ \bin trasferta
non lavoro più
non faccio più parte
férias ~ \b(?:de|para|em) férias
fora do
licença ~ \b(?:de|em) licença
ausente ~ \b(?:estou|estarei|encontro-me) ausente
encerrad ~ \b(?:estamos|estaremos|encerrados) (?:\w+ ){0,2}(?:encerrad|de)
fechad ~ \b(?:estamos|estaremos|está|estará|loja) (?:\w+ ){0,2}fechad
em viagem
já não trabalho
não trabalho mais
não faço mais parte
""")

# When somebody is back, as a date or a day.
UNTIL = table(r"""
this week
after ~ \bafter \d
sunday
monday
diese woche
sonntag
montag
cette semaine
dimanche
lundi
esta semana
lunes
domingo
questa settimana
lunedì
domenica
segunda
quarta
esta semana
until
till
back ~ \bback (?:on|in|from|at|to|after|by|the|monday|tuesday|wednesday|thursday|friday|tomorrow|\d)|\bi'm back
return
reopen
through ~ \bthrough \d
from ~ \bfrom \d{1,2}
as of
today
tomorrow
next week
bis ~ \bbis (?:zum|einschließlich|ende|anfang|mitte|auf|dahin|\d|mo|di|do|fr)
ab dem ~ \bab (?:dem|\d|mo|di|do|fr|juni|juli|january|januar|august|september|oktober|november|dezember|februar|märz|april|mai)
vom ~ \bvom \d
wieder da
zurück
seit dem
rückkehr
jusqu
retour
du ~ \bdu \d
à partir du
depuis le
hasta
vuelvo
vuelta ~ \b(?:a la|mi|nuestra) vuelta
regreso
reincorporación
del ~ \bdel \d
fino ~ \bfino a
dal ~ \bdal \d
torno
rientro
riapertura
até ~ \baté (?:\d|ao|à|dia|segunda|o)
volto
regress
de ~ \bde \d{1,2} a \d
dia ~ \bdia \d
""")

# Who helps meanwhile, that mail is not read, when an answer comes.
MEANWHILE = table(r"""
signal ~ \b(?:no|zero|without) (?:signal|wifi|internet|laptop|coverage)
kein netz ~ \bkein (?:netz|internet|empfang|wlan)
réseau ~ \b(?:pas|sans) (?:de )?réseau
sin cobertura
senza rete ~ \b(?:senza|non c'è) (?:rete|campo|connessione|segnale)
sem sinal ~ \bsem (?:sinal|internet|rede)
catch up ~ \b(?:will|'ll) (?:catch up|see to|look at|deal)
nobody is ~ \b(?:nobody|no one|no-one)(?: is|'s)? (?:is )?(?:looking|reading|at the|checking|has read)
shall not be reading ~ \bshall not (?:be )?read
if it can't wait
direct ~ \b(?:direct|redirect|address|forward) (?:any |all )?(?:future |further )?(?:correspondence|enquiries|queries|requests|questions|mail|messages)\b
call the ~ \bcall (?:the|our) (?:front|office|reception|switchboard|desk|main)
übernimmt
les deine ~ \bles(?:e|en)? (?:deine|eure|ihre|die) (?:e-?mail|mail|nachricht)
adresser
appelez
llamad ~ \bllam(?:ad|en|e|a) a\b
te digo
vi rispond
scrivete a ~ \bscriv(?:ete|a|i) a\b
chiamare ~ \b(?:chiamare|chiamate)\b
ligue para ~ \blig(?:ue|ar|uem) para
escreva ~ \bescrev(?:a|er|am) para
erreichbar ~ \bwieder erreichbar
urgen
emergenc
dringend
contact ~ \b(?:contact|reach out to|reach|e-?mail|ring|call|write to|turn to|speak to) (?!us|me\b|you|the (?:carrier|courier|bank))[\w.@]+
colleague
in the meantime
in my absence
i will reply ~ \b(?:will|'ll) (?:\w+ )?(?:reply|respond|answer|get back|get to your|read|come back to|deal with|be answered|be dealt)
reply ~ \b(?:be|messages) (?:answered|replied|read)
respond ~ \brespond (?:when|to (?:your|all|messages)|once)
access ~ \b(?:no|limited|without|intermittent|little) (?:\w+ )?access
not reading ~ \b(?:not|won't be|isn't|no longer) (?:be )?(?:reading|checking|read|checked|monitored|looking at)
no phone
will keep
i left ~ \bfrom now on
wenden
vertret
hilft
weitergeleitet
abgerufen
gelesen ~ \bnicht (?:mehr )?gelesen
lese ~ \blese (?:ich )?(?:\w+ ){0,2}(?:erst|nicht|keine)
beantwort
melde ~ \b(?:melde|melden) (?:ich )?(?:mich|uns)
antworte
contacter
écrire à ~ \b(?:écrire|adresser|adressez|écrivez|tourner) (?:à|vous)
consulte ~ \bne consulte
accès ~ \b(?:accès limité|pas accès|sans accès)
répond
lirai
reviendrai
traité ~ \b(?:seront|sera) traité
collègue
escrib ~ \b(?:escriba|escribe|escribir|diríj\w+|dirija|contacte|contactar|llame)
dirija
contact ~ \b(?:contacte|contactar|contacta)\b
compañer
atender
responder
te leo
contestar
revisa ~ \bno se (?:revisa|lee)
acceso ~ \b(?:sin|acceso) (?:acceso|limitado)
contattare
collega
scrivere
rivolger
risponder
sentiamo ~ \bci sentiamo
letta ~ \bnon viene (?:più )?lett
spento
evase ~ \b(?:saranno|verranno) (?:evas|lett|gestit)
contacte
contate
contactar
fale com
falar com
respond ~ \b(?:respondo|responderei|responderemos)\b
acesso ~ \b(?:não terei|sem|não tenho) acesso
colega
""")

# A message has come in.
RECEIVED = table(r"""
case has been ~ \b(?:case|ticket|service request|complaint|form|enquiry|inquiry|message|request) (?:\S+ )?(?:has been|was|is) (?:\w+ )?(?:created|opened|passed|assigned|registered|logged|forwarded|reached|stored)
has reached ~ \byour message has reached
got your ~ \bwe(?:'ve| have) (?:got|received) your
your form
thanks for dropping
desk has received ~ \bhas received your
anliegen ~ \banliegen wurde|\b(?:ticket|anfrage|vorgang) (?:\S+ )?wurde (?:\S+ ){0,4}(?:erfasst|angelegt|erstellt|eröffnet|registriert)
unter der nummer
bien arrivé ~ \bvotre message est (?:bien )?(?:arrivé|parvenu)
demande a été ~ \bdemande (?:\S+ )?a (?:bien )?été (?:enregistrée|reçue|transmise|créée)
ha creado ~ \bha (?:creado|abierto|registrado) (?:el|un|su|tu) (?:ticket|caso|incidencia)
è stato ~ \bè stato (?:aperto|creato|registrato) (?:il|un) (?:\w+ )?(?:ticket|caso)
solicitação foi ~ \b(?:solicitação|chamado|pedido de suporte|mensagem) foi (?:registrad|recebid|abert|encaminhad)
received ~ \b(?:we|we've|i have|have|has been|was|confirm that we have|this is to confirm that we have) (?:\w+ )?received (?:and|your (?:request|message|e-?mail|mail|enquiry|inquiry|query|ticket|application|case))|your (?:request|message|enquiry|inquiry|ticket|e-?mail|query|case)(?: \(?#?\w+\)?)? (?:has been|was) (?:received|registered|created|logged|opened)
thank ~ \bthank(?:s| you)(?: \w+)?(?: so much| very much)? for (?:your (?:e-?mail|message|enquiry|inquiry|request|patience|note)|contacting|getting in touch|reaching out|writing|dropping)
thanks ~ \bthanks for (?:writing|getting in touch|your (?:message|mail|e-?mail))
ticket ~ \b(?:ticket|case|request) (?:\S+ )?(?:has been|was) (?:opened|created|logged|registered)
looking into
has been held
eingegangen ~ \b(?:anfrage|nachricht|e-?mail|mail|anliegen|ticket) (?:\w+ ){0,4}(?:eingegangen|erhalten)
erhalten ~ \b(?:haben|habe) (?:ihre|deine|eure) (?:\w+ ){0,2}erhalten
dank ~ \bdanke?(?: \w+)? für (?:ihre|deine|eure) (?:nachricht|anfrage|e-?mail|mail|zuschrift)|\bdanke?,? dass (?:du|sie|ihr) (?:uns|dich|sich)
vorgangsnummer
ticketnummer
reçu ~ \b(?:bien|avons|a été) reçue? (?:votre|ta)|\bvotre (?:demande|message|courriel)(?: \w+)? a (?:bien )?été (?:reçu|enregistr|pris)
merci ~ \bmerci (?:de nous avoir|d'avoir|pour votre (?:message|demande|courriel|mail|e-mail))
prise en charge ~ \bdemande .{0,40}prise en (?:charge|compte)
recibido ~ \bhemos recibido (?:su|tu)|\b(?:solicitud|mensaje|consulta)(?: \w+)? (?:ha sido|se ha) (?:recib|registr)
solicitud ~ \bsolicitud ha sido registrada
gracias ~ \bgracias por (?:escribir|contactar|ponerse|ponerte|su (?:mensaje|consulta|correo)|tu (?:mensaje|consulta|correo))
ricevuto ~ \babbiamo (?:\w+ )?ricevuto (?:il|la) (?:tuo|tua|suo|sua|vostr)
presa in carico ~ \brichiesta .{0,30}(?:presa in carico|registrata|ricevuta)
grazie ~ \bgrazie (?:per|di) (?:averci|aver|il (?:tuo|suo) messaggio|la (?:tua|sua) (?:richiesta|mail|email))
recebemos ~ \brecebemos (?:a |o )?(?:sua|seu|tua|teu) (?:mensagem|pedido de|solicita|contato|contacto|e-?mail)
chamado ~ \b(?:chamado|protocolo|ticket) (?:n\S* )?\d+
obrigad ~ \bobrigad[oa] (?:pelo|por|pela) (?:seu |sua |nos )?(?:conta[ct]|mensagem|e-?mail|entrar)
""")

# What happens next to a message that came in.
NEXT = table(r"""
specialists
contact you soon ~ \b(?:will|'ll) (?:contact|answer|hear from|write to) you|\byou(?:'ll| will) hear from
can expect ~ \bcan expect (?:an answer|a reply|a response|to hear)
case number
quote
reference: ~ \breference:
reply times
nobody has read
aim to answer ~ \bwe aim to
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
contatterem ~ \b(?:la|ti) contatter
entrará em contato ~ \bentrará (?:\w+ )?em conta
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
le respond ~ \b(?:le|te|os|les) (?:responder|contestar)
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

# A short message of a program that needs no second sign, but no person's word beside it.
NOTICE = table(r"""
reminder from ~ \bthis is a reminder from
estimated delivery date ~ \b(?:new|updated) estimated delivery
payout ~ \ba payout of
has been used ~ \byou have used \d
storage ~ \b(?:your|upgrade) (?:storage|your plan)
new message from ~ \byou have (?:a|one|\d+) new (?:message|voicemail|document|notification|order)
friendly reminder ~ \b(?:this is a (?:friendly )?reminder|please ignore this (?:notice|reminder|message|e-?mail))
ignore this message ~ \bignore this (?:message|e-?mail|notice|reminder)|\bdid not (?:ask for|request) (?:it|this)
code to sign in ~ \b(?:use|enter) (?:this|the) (?:code|pin)|\bcode (?:is|expires)\b
refund of ~ \b(?:a|your) refund (?:of \S+ )?(?:for order \S+ )?has been (?:issued|processed|sent)\b
applicants
new posts
survey was sent
how happy are you
scale of ~ \bon a scale (?:of|from)
is due on ~ \binvoice \S+ is due
log in to ~ \blog in to (?:read|view|see|reply)
wurde nicht angetroffen
liegt zur abholung
neues dokument ~ \b(?:ein )?neue[sr]? (?:dokument|nachricht) für sie
bitte melden sie sich an
zertifikat ~ \bzertifikat (?:\S+ ){0,4}läuft
geben sie jetzt ~ \b(?:geben|bewerten) sie (?:jetzt )?(?:ihre|ihren|uns)
hat ihnen der ~ \bwie hat ihnen (?:der|die|das|unser)
dauert nur ~ \bdauert nur (?:eine|zwei|wenige|\d)
colis sera livré
choisissez une autre
relevé ~ \bvotre relevé
pasado por ~ \bhemos pasado por
volveremos a intentar
valora tu ~ \bvalora (?:tu|su) (?:compra|experiencia|pedido)
siamo passati ~ \bsiamo passati (?:oggi|ieri|da|a)
può ritirare ~ \b(?:può|puoi) ritirare
valuti ~ \bvalut[ai] (?:il|la) (?:tuo|suo|tua|sua)
tentamos entregar seu ~ \btentamos entregar (?:o )?seu
nova tentativa ~ \bfaremos (?:uma )?nova tentativa
avalie ~ \bavalie (?:sua|a sua|em|o seu|seu)
o que achou
your parcel ~ \b(?:your|the) (?:parcel|package|shipment|order|delivery)(?: [\w#-]*\d[\w-]*)? (?:is out for|will be delivered|is on its way|has been (?:shipped|delivered|dispatched|sent|posted)|was delivered|has shipped|is ready (?:for|to)|is being|arrives|is arriving|has arrived|is waiting|has been handed)
your shipment ~ \byour shipment(?: [\w#-]*\d[\w-]*)? (?:is|will|has|was)
your order ~ \byour order (?:\S+ )?(?:is confirmed|has been (?:confirmed|received|placed|shipped|cancelled)|is (?:on its way|being|ready))
package ~ \byour package(?: [\w#-]*\d[\w-]*)? (?:is|will|has|was)
out for delivery
tried to deliver ~ \bwe (?:tried|attempted) to deliver your|\bdelivery attempt(?:ed)? (?:was )?(?:unsuccessful|failed)|we missed you
thank you for your purchase
thank you for your order ~ \bthank you for your order(?:!|\.| \S*\d)
getting your order ready
order summary ~ (?<!your own )\border summary
your item ~ \byour item (?:has|was|is|"|')
you sold
invoice ~ \b(?:your|the) (?:\w+ ){0,2}(?:invoice|statement|bill|receipt)(?: \S*\d\S*| for \w+| over [\d.,]+ \w+){0,3} (?:is|are) (?:now )?(?:available|ready|attached)|\bplease find (?:attached )?your (?:invoice|statement|receipt)
payment ~ \b(?:your |the |a )payment (?:of \S+(?: \S+)? )?(?:has been|was|is) (?:received|approved|processed|successful|declined|sent|due)|\bpayout (?:of|has|is|was)
payout
receipt for your
inventory for
dropped below
expire ~ \b(?:domain|subscription|plan|certificate|trial|licen[cs]e|membership|card)(?: \S+){0,4} (?:will expire|expires|is about to expire|has expired|renews)
sign-in ~ \b(?:new|unusual|recent) (?:sign-?in|login|log-?in)
verification code
password reset ~ \bpassword (?:was|has been) (?:changed|reset)|\b(?:reset|change) your password\b
event coming up
today's topics
mailing list submissions
scheduled maintenance
short survey ~ \b(?:short|quick|brief|our) (?:customer )?survey\b
rate your ~ \brate (?:your|us)\b|\btell us (?:how|what you)
no action is required
your message was automatically
held ~ \bhas been (?:held|quarantined)
digest ~ \bdigest,? (?:vol|for|#|n)
paket ~ \b(?:ihr|dein|das) (?:paket|päckchen)(?: [\w-]*\d[\w-]*)? (?:wird|ist|kommt|wurde|liegt|kann|hat)
sendung ~ \b(?:ihre|deine|die) (?:sendung|bestellung|lieferung)(?: [\w-]*\d[\w-]*)? (?:wird|ist (?:unterwegs|auf|versand|bei|eingetroffen|abholbereit|bestätigt|bereit)|wurde|kommt|hat|liegt)
zustell ~ \bnicht angetroffen|zustellversuch
versendet ~ \bwurde (?:soeben |heute |an \w+ )?(?:versendet|versandt|verschickt|übergeben)
rechnung ~ \b(?:ihre|deine) (?:\w+ )?rechnung (?:\S+ ){0,6}(?:steht|ist verfügbar|liegt|vom|finden|abruf|als pdf)|anbei (?:erhalten|finden) sie ihre
abgebucht
zahlung ~ \b(?:ihre|deine|die) zahlung (?:\S+ ){0,4}(?:eingegangen|erhalten|erfolgreich|genehmigt|bestätigt)
anmeldung ~ \b(?:eine|neue) anmeldung (?:\w+ ){0,3}(?:gerät|konto|neuen|festgestellt)
falls sie das
kurzen umfrage
umfrage ~ \b(?:an|zur|unserer) (?:\w+ )?umfrage
wartungsarbeiten
passwort ~ \bihr passwort wurde
lagerbestand
läuft ~ \b(?:vertrag|domain|abo|abonnement|zertifikat|mitgliedschaft) (?:\S+ ){0,4}(?:läuft|verlängert)
votre colis ~ \b(?:votre|le) (?:colis|envoi)(?: [\w-]*\d[\w-]*)? (?:est (?:arrivé|disponible|en|prêt|livré|parti)|sera|a été|vous attend|arrive|n'a pas pu)
votre commande ~ \bvotre commande (?:\S+ )?(?:est (?:confirmée|en|prête|partie|expédiée)|a (?:bien )?été|sera|arrive)
votre facture ~ \bvotre (?:\w+ )?(?:facture|relevé)(?: [\w°-]+){0,12} (?:est|sont) disponible
prélèvement
paiement ~ \bpaiement (?:\S+ ){0,5}(?:a été|est) (?:accepté|reçu|validé|refusé|effectué)
connexion ~ \bconnexion (?:\w+ )?à votre compte|nouvelle connexion
à l'origine de cette
questionnaire de
répondez à notre
opération de maintenance
arrive à échéance
vous avez vendu
tu envío ~ \b(?:tu|su|el) (?:envío|paquete|pedido)(?: [\w-]*\d[\w-]*)? (?:se entregará|está (?:en|listo|disponible|de camino)|ha sido|llega|llegará|será|ya está|te espera|no ha podido)
hemos intentado entregar
su factura ~ \b(?:su|tu) (?:\w+ )?factura (?:[\w-]+ ){0,5}(?:ya )?está disponible|\bfactura .{0,30}disponible para su descarga
pago ~ \b(?:su|tu|el|un) pago (?:\S+ ){0,5}(?:ha sido|se ha|fue) (?:recib|acept|aprob|realiz|rechaz)
acceso a tu ~ \bacceso a (?:tu|su) cuenta
si has sido tú
encuesta ~ \b(?:nuestra|breve|esta|una|la) (?:\w+ )?encuesta
gracias por tu compra ~ \bgracias por (?:tu|su) (?:compra|pedido)
has vendido
caduca ~ \b(?:dominio|suscripción|contrato|plan) .{0,40}(?:caduca|vence|expira)
tareas de mantenimiento
spedizione ~ \b(?:la tua|la sua|la) spedizione(?: [\w-]*\d[\w-]*)? (?:verrà|è (?:in|stata|arrivata|disponibile|partita)|sarà|arriva)
tuo pacco ~ \b(?:il tuo|il suo) (?:pacco|ordine)(?: [\w-]*\d[\w-]*)? (?:è|verrà|sarà|arriva|sta|ha)
abbiamo provato a consegnare
bolletta ~ \b(?:bolletta|fattura) (?:\S+ ){0,8}(?:è|sono) disponibil
addebito
pagamento ~ \bpagamento (?:\S+ ){0,5}(?:è stato|foi) (?:ricevut|accettat|approvat|effettuat|aprovad|recebid|confirmad|rifiutat|recusad)
accesso al tuo ~ \b(?:nuovo )?accesso al (?:tuo|suo) (?:conto|account)
questionario ~ \b(?:nostro|breve|questo) (?:\w+ )?questionario
sondaggio ~ \b(?:nostro|breve|questo|al|il) (?:\w+ )?sondaggio
grazie per il tuo acquisto ~ \bgrazie per (?:il tuo|il suo|aver) (?:acquist|ordin)
hai venduto
scade ~ \b(?:dominio|abbonamento|contratto|certificato) .{0,40}scad
interventi di manutenzione
pacote ~ \b(?:o|seu|o seu) (?:pacote|pedido)(?: [\w-]*\d[\w-]*)? (?:saiu|foi|está (?:a caminho|em|pronto|disponível)|chega|será)
encomenda ~ \b(?:a|sua|a sua) encomenda(?: [\w-]*\d[\w-]*)? (?:saiu|foi|está (?:a caminho|em|pronta|disponível)|chega|será)
tentámos entregar ~ \btent(?:ámos|amos) entregar
fatura ~ \b(?:sua|a sua|tua) (?:\w+ )?fatura (?:\S+ ){0,8}(?:está|já está) disponível
boleto
acesso à sua ~ \bacesso à sua conta
se foi você
pesquisa de ~ \bpesquisa de (?:satisfação|opinião)
inquérito ~ \b(?:nosso|breve|este) (?:\w+ )?inquérito
obrigado pela sua compra ~ \bobrigad[oa] pel[ao] (?:sua )?(?:compra|encomenda)
você vendeu
vence ~ \b(?:domínio|assinatura|plano) .{0,40}(?:expira|vence)
manutenção programada
""")

# A letter to many: how it is built, what it offers, why it came. Two different ones make it a letter.
CAMPAIGN = table(r"""
sale ~ \b(?:the|our|this) (?:\w+ )?sale\b(?! price)
off until ~ \d ?% off until
not for you
leave the list ~ \bleave th(?:e|is) list
on this list ~ \bon this list because
this month ~ \bthis month\b
hi friends ~ \b(?:hi|hello|hey) (?:friends|folks|all|everyone)
register today ~ \b(?:register|sign up|book|apply|upgrade|subscribe) (?:today|now|here|your)
free ticket ~ \bfree (?:ticket|badge|sample|guide|webinar)
exhibitors
mailing list
remove ~ \bwrite "?remove
secure your ~ \b(?:secure|claim|grab|get|discover) your
frisch eingetroffen
stöbern sie
kein interesse mehr
mit dem code ~ \bmit dem code
abmelden ~ \babmelden$
entdecken ~ \b(?:entdecken|erleben) sie
coups de cœur
découvrez
rendez-vous du
badge gratuit
recevoir nos ~ \brecevoir nos
répondez stop
descubre
de descuento ~ \d ?% de des[cp]
pide la tuya ~ \bpide (?:la tuya|el tuyo|ya|ahora)
miembro del
has recibido este
novità
sconto del ~ \bsconto del
questa lettera ~ \bnon ricevere più
clicca qui ~ \bclicca qui
novidades
de desconto ~ \d ?% de des[cp]
deixar de receber
clique aqui
ganhe um
cupom
this week: ~ \bthis week\b
in this issue
today's issue
top stories
read the full
read more
read online
in this edition
shop now
shop the
buy now
view in browser
view online ~ \bview (?:this )?(?:e-?mail )?(?:in|on)
update preferences ~ \b(?:update|manage) (?:your )?(?:e-?mail )?preferences
% off ~ \b\d{1,2} ?% off
free shipping ~ \bfree (?:shipping|delivery|trial|demo)
new season ~ \bnew (?:season|arrivals?|collection|in store)
last chance
limited time ~ \blimited (?:time|edition|stock)
before it's gone
don't miss
you receive ~ \byou(?:'re| are)? (?:receiv\w+|getting|get) (?:this|these|our)
you signed up ~ \byou (?:signed up|subscribed|opted in)
to stop ~ \bto stop (?:getting|receiving)
unsubscribe ~ \bunsubscribe(?! me)\b
opt out ~ \bopt out (?:here|of these|of this|at any|by|from)
no longer wish to
dear customer ~ \bdear (?:customers?|member|subscriber|client|valued|merchant|seller|partner|reader|friends)
jetzt zugreifen ~ \bjetzt (?:zugreifen|shoppen|sichern|entdecken|kaufen|bestellen)
nur noch bis ~ \bnur (?:noch )?(?:bis|heute|für kurze)
sichern sie
sichere dir
zum angebot
zum shop
in dieser ausgabe
lesen sie
mehr lesen
weiterlesen
neue kollektion
% rabatt ~ \d{1,2} ?% (?:rabatt|auf)\b
versandkostenfrei
sie erhalten dies ~ \b(?:sie erhalten|du erhältst|sie bekommen|du bekommst) (?:diese|unseren|den)
im browser
hier abmelden ~ \bhier (?:\w+ )?abmelden|abmelden\.?$|\bvom newsletter abmelden|newsletter abbestellen|hier abbestellen
keine angebote mehr ~ \bkeine? (?:\w+ )?mehr erhalten
liebe kunden ~ \b(?:liebe|sehr geehrte) (?:kund|mitglied|leser|abonnent|händler|partner)
au sommaire
dans ce numéro
lire la suite
lire l'article
soldes
profitez
nouvelle collection
livraison offerte ~ \blivraison (?:offerte|gratuite)
-% ~ -\d{1,2} ?%
ne plus recevoir
se désabonner
désinscr
vous recevez c ~ \bvous recevez (?:ce|cet|cette)
version en ligne
navigateur
j'en profite
j'y vais
je découvre
chers clients ~ \bch(?:er|ère)s? (?:client|adhérent|lect|membre|abonné|partenaire)
en este número
en esta edición
leer más
compra ahora
solo hasta ~ \bsolo (?:hasta|hoy|por tiempo)
últimas tallas
rebajas
envío gratis
aprovecha
nueva colección
al 50 ~ \bal \d{1,2} ?%
recibir más ~ \bno (?:deseas?|quieres?) (?:recibir|seguir)
date de baja
darse de baja ~ \bdarse de baja
recibe este ~ \brecib(?:e|es|ió|iste) este
estimado cliente ~ \bestimad[oa]s? (?:client|soci|suscript|lector)
por ser soci
in questo numero
leggi tutto ~ \bleggi (?:tutto|di più|l'articolo)
acquista ora
approfitt
saldi
spedizione gratuita
nuova collezione
solo per te
scopri
ricevi quest ~ \b(?:ricevi|riceve|hai ricevuto) quest
cancella iscrizione ~ \bcancella(?:re|ti)? (?:l'|la )?iscrizione|disiscriv
non ricevere più ~ \bnon (?:vuoi|desideri) più
gentile cliente ~ \bgentil[ei] (?:client|soci|abbonat|lettor)
in quanto associat
nesta edição
neste número
leia mais
compre agora
só hoje ~ \bsó (?:hoje|até)
% off
frete grátis
aproveite
promoç
nova coleção
descadastr
não quer mais receber ~ \bnão (?:quer|deseja) mais receber
cancelar a subscrição ~ \bcancelar (?:a )?(?:subscrição|inscrição)
recebe este ~ \b(?:recebe|recebeu|está recebendo) este
por ser associad
caro cliente ~ \b(?:caro|prezad[oa]s?) (?:client|associad|leitor|assinante)
we help ~ \bwe help (?:\w+ ){0,2}(?:brands|stores|shops|businesses|companies|sellers|teams)
brands like yours ~ \b(?:brands|stores|shops|businesses) like yours
minute call ~ \b\d\d[- ]minute (?:call|chat|demo)
10x
traffic ~ \bmore (?:traffic|sales|leads|customers)\b
came across your ~ \bcame across your (?:store|shop|website|brand|site)
not interested ~ \b(?:reply|answer) (?:"?no\b|"?stop\b|"?unsubscribe)
take you off
click here
""")

# How to be left off a list: what only letters to many offer.
LEAVING = table(r"""
unsubscribe ~ \bunsubscribe(?! me)\b
to stop ~ \bto (?:stop (?:getting|receiving)|be removed)
leave the list ~ \bleave th(?:e|is) list
take you off ~ \btake you off
opt out ~ \bopt out (?:here|of these|of this|at any|by|from)
no longer wish
preferences
you get this ~ \bhow often you get
abmelden ~ \babmelden
abbestellen
mehr erhalten
désabonn
désinscri
ne plus recevoir
suscripción
darse de baja
date de baja
recibir más
iscrizione
disiscriv
non ricevere più
descadastr
deixar de receber
não quer mais
""")

# What a program says of itself, and people only in jest.
SYSTEM = table(r"""
automatic acknowledg ~ \b(?:this is|that was) an? (?:auto\w*|system)[ -]?(?:\w+ )?(?:acknowledg\w+|confirmation|reply|response|receipt|message|notification|e-?mail|notice|answer)
automated response ~ [.!\]] ?(?:automated|automatic) (?:response|reply|message)\b
auto ~ ^\W{0,2}auto[- ]?(?:reply|response|responder|antwort)\b|\(auto(?:matic|mated)? ?-?(?:reply|response)\)
sent automatically ~ \b(?:is|was|message|mail|\.) ?sent automatically
system generated ~ \bsystem[ -]generated
planning system ~ \bsent by (?:the|our) [\w ]{0,30}system
personal reply ~ \bnot get a personal reply
automatisch ~ \bautomatisch (?:generiert|erstellt|erzeugt|versandt|versendet|verschickt)\w*|\beine automatische (?:nachricht|antwort|e-?mail|bestätigung|benachrichtigung)
maschinell erstellt
message automatique ~ \b(?:ceci est un|il s'agit d'un) (?:message|courriel|mail|avis) automatique|\b(?:généré|envoyé) automatiquement
mensaje automático ~ \b(?:es un|este) (?:mensaje|correo|aviso) automático
automáticamente ~ \b(?:generado|enviado) automáticamente
messaggio automatico ~ \b(?:è un|questo) (?:messaggio|avviso|e-?mail) automatic
automaticamente ~ \b(?:generat[oa]|inviat[oa]|gerad[oa]|enviad[oa]) automaticamente
mensagem automática ~ \b(?:é uma|esta) (?:mensagem|resposta) automática|\be-mail automático
""")

# What programs say of their own mail. It never decides alone.
DECLARED = table(r"""
automated message ~ \b(?:automated|automatic|automatically generated|system[- ]generated) (?:message|e-?mail|notification|reply|response|mail)
not reply ~ \b(?:do not|don't|not to) (?:reply|respond)
not monitored ~ \b(?:not|isn't|un) ?monitored
notification-only
generated automatically
cannot accept incoming
automatisch ~ \bautomatisch (?:\w+)\b
maschinell erstellt
antworten sie nicht ~ \bantworten sie (?:bitte )?nicht|nicht auf diese
automatique ~ \b(?:message|mail|courriel|envoyé|e-mail)\b.{0,20}automatique
ne pas ~ \bne pas (?:y )?répondre
automáticamente
no responda ~ \bno respond(?:a|as|er)
mensaje automático
automaticamente
non rispondere
não responda ~ \bnão respond(?:a|er)
e-mail automático ~ \be-?mail automático
""")
