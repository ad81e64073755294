"""What letters to many are made of, and how one leaves their lists."""

from triage.stages.parsing.automatic_tables import table

# A letter to many: how it is built, what it offers, why it came. Two different ones make it a letter.
CAMPAIGN = table(r"""
sale ~ \b(?:the|our|this) (?:\w+ )?sale\b(?! price)
off until ~ \d ?% off until
not for you
leave ~ \bleave th(?:e|is) list
on this list ~ \bon this list because
this month ~ \bthis month\b
everyone/friends/folks/all ~ \b(?:hi|hello|hey) (?:friends|folks|all|everyone)
today/here/your/now ~ \b(?:register|sign up|book|apply|upgrade|subscribe) (?:today|now|here|your)
free ~ \bfree (?:ticket|badge|sample|guide|webinar)
exhibitors
mailing list
remove ~ \bwrite "?remove
your ~ \b(?:secure|claim|grab|get|discover) your
frisch eingetroffen
stöbern sie
kein interesse mehr
mit dem code ~ \bmit dem code
abmelden ~ \babmelden$
entdecken/erleben ~ \b(?:entdecken|erleben) sie
coups de cœur
découvrez
rendez-vous du
badge gratuit
recevoir nos ~ \brecevoir nos
répondez stop
descubre
% ~ \d ?% de des[cp]
pide ~ \bpide (?:la tuya|el tuyo|ya|ahora)
miembro del
has recibido este
novità
sconto del ~ \bsconto del
ricevere ~ \bnon ricevere più
clicca qui ~ \bclicca qui
novidades
% ~ \d ?% de des[cp]
deixar de receber
clique aqui
ganhe um
cupom
week ~ \bthis week\b
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
view ~ \bview (?:this )?(?:e-?mail )?(?:in|on)
preferences ~ \b(?:update|manage) (?:your )?(?:e-?mail )?preferences
% off ~ \b\d{1,2} ?% off
free ~ \bfree (?:shipping|delivery|trial|demo)
new ~ \bnew (?:season|arrivals?|collection|in store)
last chance
limited ~ \blimited (?:time|edition|stock)
before it's gone
don't miss
you ~ \byou(?:'re| are)? (?:receiv\w+|getting|get) (?:this|these|our)
you ~ \byou (?:signed up|subscribed|opted in)
to stop ~ \bto stop (?:getting|receiving)
unsubscribe ~ \bunsubscribe(?! me)\b
opt out ~ \bopt out (?:here|of these|of this|at any|by|from)
no longer wish to
dear ~ \bdear (?:customers?|member|subscriber|client|valued|merchant|seller|partner|reader|friends)
jetzt ~ \bjetzt (?:zugreifen|shoppen|sichern|entdecken|kaufen|bestellen)
nur ~ \bnur (?:noch )?(?:bis|heute|für kurze)
sichern sie
sichere dir
zum angebot
zum shop
in dieser ausgabe
lesen sie
mehr lesen
weiterlesen
neue kollektion
rabatt/auf ~ \d{1,2} ?% (?:rabatt|auf)\b
versandkostenfrei
unseren/diese/den ~ \b(?:sie erhalten|du erhältst|sie bekommen|du bekommst) (?:diese|unseren|den)
im browser
abmelden/abbestellen ~ \bhier (?:\w+ )?abmelden|abmelden\.?$|\bvom newsletter abmelden|newsletter abbestellen
|hier abbestellen
erhalten ~ \bkeine? (?:\w+ )?mehr erhalten
geehrte/liebe ~ \b(?:liebe|sehr geehrte) (?:kund|mitglied|leser|abonnent|händler|partner)
au sommaire
dans ce numéro
lire la suite
lire l'article
soldes
profitez
nouvelle collection
livraison ~ \blivraison (?:offerte|gratuite)
% ~ -\d{1,2} ?%
ne plus recevoir
se désabonner
désinscr
vous recevez c ~ \bvous recevez (?:ce|cet|cette)
version en ligne
navigateur
j'en profite
j'y vais
je découvre
chères/chers/chère/cher ~ \bch(?:er|ère)s? (?:client|adhérent|lect|membre|abonné|partenaire)
en este número
en esta edición
leer más
compra ahora
solo ~ \bsolo (?:hasta|hoy|por tiempo)
últimas tallas
rebajas
envío gratis
aprovecha
nueva colección
% ~ \bal \d{1,2} ?%
recibir/seguir ~ \bno (?:deseas?|quieres?) (?:recibir|seguir)
date de baja
darse de baja ~ \bdarse de baja
este ~ \brecib(?:e|es|ió|iste) este
estimados/estimadas/estimada/estimado ~ \bestimad[oa]s? (?:client|soci|suscript|lector)
por ser soci
in questo numero
leggi ~ \bleggi (?:tutto|di più|l'articolo)
acquista ora
approfitt
saldi
spedizione gratuita
nuova collezione
solo per te
scopri
quest ~ \b(?:ricevi|riceve|hai ricevuto) quest
iscrizione/disiscriv ~ \bcancella(?:re|ti)? (?:l'|la )?iscrizione|disiscriv
desideri/vuoi ~ \bnon (?:vuoi|desideri) più
gentili/gentile ~ \bgentil[ei] (?:client|soci|abbonat|lettor)
in quanto associat
nesta edição
neste número
leia mais
compre agora
hoje/até ~ \bsó (?:hoje|até)
% off
frete grátis
aproveite
promoç
nova coleção
descadastr
receber ~ \bnão (?:quer|deseja) mais receber
cancelar ~ \bcancelar (?:a )?(?:subscrição|inscrição)
este ~ \b(?:recebe|recebeu|está recebendo) este
por ser associad
assinante/associad/client/leitor ~ \b(?:caro|prezad[oa]s?) (?:client|associad|leitor|assinante)
we help ~ \bwe help (?:\w+ ){0,2}(?:brands|stores|shops|businesses|companies|sellers|teams)
yours ~ \b(?:brands|stores|shops|businesses) like yours
minute ~ \b\d\d[- ]minute (?:call|chat|demo)
10x
more ~ \bmore (?:traffic|sales|leads|customers)\b
came across your ~ \bcame across your (?:store|shop|website|brand|site)
answer/reply ~ \b(?:reply|answer) (?:"?no\b|"?stop\b|"?unsubscribe)
take you off
click here
""")

# How to be left off a list: what only letters to many offer.
LEAVING = table(r"""
unsubscribe ~ \bunsubscribe(?! me)\b
stop/removed ~ \bto (?:stop (?:getting|receiving)|be removed)
leave ~ \bleave th(?:e|is) list
take you off ~ \btake you off
opt out ~ \bopt out (?:here|of these|of this|at any|by|from)
no longer wish
preferences
often ~ \bhow often you get
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
