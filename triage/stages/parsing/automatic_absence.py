"""What absence notes say: that somebody is away, until when, and who helps meanwhile."""

from triage.stages.parsing.automatic_tables import table

# Somebody is not there.
ABSENT = table(r"""
wifi ~ \b(?:have|w|with|got|there is|there's) no wifi
dienstreise ~ \bauf (?:einer )?dienstreise
sick ~ \b(?:out|off|home) sick\b
out ~ \b(?:i'm|i am|we're|be) out (?:this|today|for|on|until|till)\b
break ~ \b(?:taking|on) (?:a|an) (?:[\w-]+ ){0,2}break\b
backpacking/trekking/fishing/camping/sailing/skiing/hiking ~ \b(?:trekking|hiking|camping|sailing|skiing|fishing
|backpacking)\b
without/zero/reception/internet/coverage/laptop/signal/wifi ~ \b(?:no|zero|without) (?:signal|internet|reception
|laptop|coverage)
camp//the/are ~ \b(?:i am|i'm|im|we are) at (?:my|a|camp|the)
absent ~ \babsent (?:until|till|from)
flat out until
office ~ \boffice is (?:only )?(?:staffed|open|manned)
krank ~ \b(?:bin|leider|derzeit) (?:\w+ ){0,3}krank
kein ~ \bkein (?:netz|internet|empfang|wlan)
den/bergen/strand/meer/berg/see ~ \b(?:am|in den) (?:berg|bergen|meer|strand|see)\b
nicht besetzt
verreist ~ \b(?:bin|sind) (?:\w+ ){0,3}verreist
militärdienst
einer/dienstreise/fortbildung/schulung/kur ~ \b(?:auf|zur) (?:einer )?(?:fortbildung|dienstreise|schulung|kur)\b
arrêt ~ \ben arrêt
sommes/suis ~ \b(?:suis|sommes) (?:au ski|à la (?:plage|mer|montagne)|au jardin|en formation|malade)
sans/pas ~ \b(?:pas|sans) (?:de )?(?:réseau|connexion|internet|wifi)
no estoy disponible
montaña/playa ~ \ben la (?:playa|montaña)
sin cobertura
malattia ~ \bin malattia
in montagna
senza/non ~ \b(?:senza|non c'è) (?:rete|campo|connessione|segnale)
fora ~ \b(?:estarei|estou|estaremos) (?:\w+ )?fora
na praia
sem ~ \bsem (?:sinal(?! de)|internet|rede)
doente ~ \b(?:estou|estarei) doente
out ~ \bout of (?:the |my )?office|\b(?:am|i'm|be) out (?:of|until|till|all)\b
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
nicht ~ \bnicht (?:im|in meinem) (?:büro|haus)
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
congés/congé/arrêt ~ \ben (?:arrêt|congés?)\b|\bcongés? (?:annuel|parental|maternité|paternité|d'été|jusqu)
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
assentei/assenti/assente/assent ~ \bassente?i? (?:fino|dal|per|dall|sino|oggi)
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
encerrad/encerrados/estaremos/estamos ~ \b(?:estamos|estaremos|encerrados) (?:\w+ ){0,2}(?:encerrad|de)
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
/september/november/dezember/februar/january/oktober/januar/august/april/juli/juni/märz/mai/dem ~ \bab (?:dem|\d|mo|di
|do|fr|juni|juli|january|januar|august|september|oktober|november|dezember|februar|märz|april|mai)
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
without/zero/internet/coverage/laptop/signal/wifi ~ \b(?:no|zero|without) (?:signal|internet|laptop|coverage)
kein ~ \bkein (?:netz|internet|empfang|wlan)
réseau ~ \b(?:pas|sans) (?:de )?réseau
sin cobertura
senza/non ~ \b(?:senza|non c'è) (?:rete|campo|connessione|segnale)
sem ~ \bsem (?:sinal(?! de)|internet|rede)
will/catch/look/deal/see ~ \b(?:will|'ll) (?:catch up|see to|look at|deal)
nobody/one ~ \b(?:nobody|no one|no-one)(?: is|'s)? (?:is )?(?:looking|reading|at the|checking|has read)
shall ~ \bshall not (?:be )?read
if it can't wait
further/future/redirect/address/forward/direct ~ \b(?:direct|redirect|address
|forward) (?:any |all )?(?:future |further )?(?:correspondence|enquiries|queries|requests|questions|mail|messages)\b
call ~ \bcall (?:the|our) (?:front|office|reception|switchboard|desk|main)
übernimmt
mail/nachricht/email ~ \bles(?:e|en)? (?:deine|eure|ihre|die) (?:e-?mail|mail|nachricht)
adresser
appelez
llamen/llamad/llame/llama ~ \bllam(?:ad|en|e|a) a\b
te digo
vi rispond
scrivete/scrivi/scriva ~ \bscriv(?:ete|a|i) a\b
chiamate/chiamare ~ \b(?:chiamare|chiamate)\b
para ~ \blig(?:ue|ar|uem) para
para ~ \bescrev(?:a|er|am) para
erreichbar ~ \bwieder erreichbar
urgen
emergenc
dringend
reach/contact/write/email/speak/turn/mail/ring/call ~ \b(?:contact|reach out to|reach|e-?mail (?=\S+@)|ring (?!size)
|call|write to|turn to|speak to) (?!us|me\b|you|the (?:carrier|courier|bank))[\w.@]+
colleague
in the meantime
in my absence
will/back/answered/respond/answer/dealt/reply/your/read/with ~ \b(?:will|'ll) (?:\w+ )?(?:reply|respond|answer
|get back|get to your|read|come back to|deal with|be answered|be dealt)
messages/answered/replied/read ~ \b(?:be|messages) (?:answered|replied|read)
respond ~ \brespond (?:when|to (?:your|all|messages)|once)
access ~ \b(?:no|limited|without|intermittent|little) (?:\w+ )?access
longer/monitored/checking/reading/checked/looking/read ~ \b(?:not|won't be|isn't|no longer) (?:be )?(?:reading
|checking|read|checked|monitored|looking at)
no phone
will keep
from ~ \bfrom now on
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
vous/adressez/adresser/tourner/écrivez/écrire ~ \b(?:écrire|adresser|adressez|écrivez|tourner) (?:à|vous)
consulte ~ \bne consulte
accès ~ \b(?:accès limité|pas accès|sans accès)
répond
lirai
reviendrai
traité ~ \b(?:seront|sera) traité
collègue
contactar/contacte/escribir/escribe/escriba/dirija/diríj/llame ~ \b(?:escriba|escribe|escribir|diríj\w+|dirija
|contacte|contactar|llame)
dirija
contact ~ \b(?:contacte|contactar|contacta)\b
compañer
atender
responder
te leo
contestar
revisa/lee ~ \bno se (?:revisa|lee)
acceso/limitado ~ \b(?:sin|acceso) (?:acceso|limitado)
contattare
collega
scrivere
rivolger
risponder
sentiamo ~ \bci sentiamo
viene ~ \bnon viene (?:più )?lett
spento
verranno/saranno ~ \b(?:saranno|verranno) (?:evas|lett|gestit)
contacte
contate
contactar
fale com
falar com
respond ~ \b(?:respondo|responderei|responderemos)\b
acesso ~ \b(?:não terei|sem|não tenho) acesso
colega
""")
