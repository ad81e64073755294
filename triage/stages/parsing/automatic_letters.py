"""What letters to many are made of, and how one leaves their lists."""

from triage.stages.parsing.automatic_tables import table

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
