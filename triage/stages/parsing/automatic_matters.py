"""What only customers write: wishes, complaints, and the things they have on their mind."""

from triage.stages.parsing.automatic_tables import table

# What somebody asks a shop to do.
WISH = table(r"""
any chance
resend?
go ahead
stop sending
new address for
aus dem verteiler
retirez-moi
no me mand ~ \bno me mand
toglietemi
parem de
dites-moi
respond within
i'd come
go ahead
requested ~ \brequested\.
please ~ \bplease (?:also |can |could |do )?(?:send (?!mail|e-?mail|this|your|a (?:new )?(?:mail|message))
|re-?send (?!the (?:message|mail)|your|this)|re-?ship|ship (?!within|the item|your|by\b)|deliver|hold|cancel|refund
|exchange|change (?!your)|advise|confirm (?:the|my|that (?!you)|if|when|whether)|fix|stop|correct|replace
|keep (?!the case|this|the ticket)|return|tell|let me|arrange|add|remove|unsubscribe me|take me|check (?!the recipient
|the (?:e-?mail )?address|your|that|for)|look|sort|help (?!us)|don't (?:ship|send|deliver)|do not (?:ship|send
|deliver)|expedite|reply with|put|explain|read (?!our|the (?:full|terms|instructions|faq)|more)|issue|credit|provide
|note that (?:i|we)|forward (?:me|it|the)|assist)
kindly ~ \bkindly (?!note|direct|quote|contact|ignore|disregard|address|allow|be |wait|bear)
sort it
can ~ \bcan (?:you|someone|anyone|somebody|a real)\b
could you
would you ~ \bwould you (?!like to (?:re|see|get|know|save)|recommend|rate|be open)
will you ~ \bwill you (?:\w+ ){0,2}(?:restock|ship|send|refund|replace|have)
i want ~ \bi want (?!to (?:share|show|thank|introduce|invite))
i need
i'd like
i would like ~ \bi would like
we would like ~ \bwe would like (?:to (?:order|return|cancel|exchange|buy|know|have)|a |an |the |you)
money back
deliver ~ \bdeliver (?:it |them )?(?:after|before|later)
ship ~ \bship (?:it |them |\d+ )?(?:after|later|before)|\bdo(?:n't| not) ship
cancel ~ ^(?:please )?cancel \w|\bcancel (?:my|the|this|order|it)\b
send me ~ \bsend me (?!an e-?mail|a message|a mail)
do you ~ \bdo you (?:ship|have|sell|offer|still|know|take|accept|deliver|make)
bitte ~ \bbitte (?:\w+ ){0,5}?(?:schicken|senden|zusenden|liefern|stornieren|ändern|ersetzen|umtauschen|erstatten
|prüfen|nachsehen|korrigieren|zurückhalten|warten|abholen|abmelden|melden sie mich|erst|wieder öffnen|überweisen
|sorgen|bestätigen sie)\b
bitten/bitte ~ \bbitten? (?:wir )?um (?!verständnis|geduld|etwas geduld|ihr verständnis|beachtung)
wir bitten ~ wir bitten um (?:umgehende|ersatz|rück|austausch|überweisung|lieferung|angebot|prüfung|klärung|auskunft)
können/könnt ~ \bkönn(?:en sie|t ihr) (?!uns|mich|sich|unter|auch|jederzeit|den status|ihre)
ich ~ \bich (?:\w+ ){0,2}(?:möchte|brauche|will|hätte gern)
hätte gern
setzen eine frist
merci de ~ \bmerci de (?:me |nous |bien vouloir |la |le |les )?(?:livrer|faire|désabonner|renvoyer|rembourser
|remplacer|annuler|changer|confirmer (?:la|le|ma|que)|corriger|vérifier|expédier|envoyer|l'|procéder)
pouvez ~ \bpouvez[- ]vous\b|\bvous pouvez (?:vérifier|m'|me)\b
pourriez
je veux
je voudrais
j'aimerais
je souhaite
nous vous demandons
annuler ~ ^annuler \w
que faire
por favor ~ \bpor favor,? (?:\w+ ){0,1}?(?:env[ií]\w+|entreg\w+|manden|cancel\w+|devuel\w+|cambi\w+|confirm\w+ (?:la
|el|que|o|a)\b|revis\w+|verifi\w+|troque\w*|mandem|reembols\w+|corrij\w+|ayud\w+|ajud\w+)
podríais/podrían/podéis/pueden/puede ~ \b¿?(?:me |lo |la )?(?:pueden|podéis|podrían|puede usted|podríais)\b
quiero
quisiera
rogamos ~ \brogamos (?!disculp|nos disculp|no )
se solicita ~ \bse solicita (?:la devoluci|el reembolso|la entrega|el env)
pido la
potreste/potete/può ~ \b(?:mi |ci )?(?:potete|potreste|mi può)\b (?!contattare|scrivere|rivolger|chiamare|trovare
|consult|seguire|gestire|visual|scaric)
per favore ~ (?:spedite|mandate|inviate|consegnate|annullate|cambiate|controllate)(?: \w+){0,6} per favore
|per favore (?:spedi|manda|invia|consegna|annulla|cambia|controlla|rimbors)
spedite
rimandar
voglio
vorrei
chiediamo
si sollecita
sollecit ~ \bsollecito
annullare ~ ^annullare \w
mi aiutate
podem/poderiam/alguém ~ \b(?:podem|poderiam|vocês podem|alguém pode)\b (?!contactar|contatar|falar|consultar
|acompanhar)
quero
queria
gostaria de ~ \bgostaria de (?:\w+ ){0,1}(?:saber|troc|cancel|devol|receb|comp|alter)
solicitamos ~ \bsolicitamos (?:o reembolso|a troca|a entrega|a devolu|el reembolso|la devoluci)
pedimos ~ \bpedimos (?:a |o |uma |um )?(?:troca|reembolso|reenvio|envio|substitu)
cadê
podem ver
""")

# What somebody says who is dissatisfied, or tells what happened to an order.
COMPLAINT = table(r"""
you wrote
you said
you told
sie schrieben
vous disiez
vous écriviez
turned up ~ \bturned up\b
nothing since
nothing at all
the parcel bounced
not arrive ~ \b(?:did|has|have) not arrive
told ~ \bwas told\b
fix ~ \bfix the\b
nicht/nirgends ~ \b(?:nirgends|gibt es .{0,30}nicht)
im paketshop
nicht angenommen
ein stern
abgebrochen
ist falsch
weicht ~ \bweicht .{0,40} ab\b
liegt uns noch nicht
incomplète ~ \blivraison incomplète
incompleta
wrong ~ \b(?:is|are|was|the) wrong\b
absent ~ \bcarton \d+ absent
scratch
crushed
déçue/déçu ~ \bdéçue?\b
fêlé
refusé ~ \best refusée?\b
adresse introuvable
rajado
rachad
crepat
pessima/péssimo/pessimo/péssima ~ \b(?:pessim[ao]|péssim[ao])\b
colore sbagliato
cor errada
mentira
compra ~ \bcompra: mal\b
nicht mehr an
tell your
been charged
was charged
received ~ \bnot (?:yet )?received (?:the|my|our|any|order|second|it)
received ~ \b(?:we|i)(?:'ve| have)? (?:only )?received (?!(?:your|a new) (?:request|message|e-?mail|mail|enquiry
|inquiry|payment|order|ticket))
haven't
nothing came
never ~ \bnever (?:came|arrived|shipped|got|received|answered)
where ~ \bwhere(?:'s| is| are) (?:my|our|the|order)
useless
broken
cracked
in pieces
snapped
is missing
short delivery
how do i
how can i
real person ~ (?<!you are )\ba real person
unsubscribe me
out of stock ~ \bsays out of stock
keep getting
your ~ \byour (?:newsletter|mail|email|site|bot|website|page|homepage) (?:says|said|froze|shows|opened|is|was)
says your
got this
no idea
this/that ~ \bis th(?:is|at) (?:you|from you|real|really|legit|your)
angry
package/parcel ~ \b(?:my|the|no|our|that|this) (?:parcel|package)\b(?! (?:service|shop|will be|is on|is out|has been
|was delivered))
delivery ~ \b(?:my|any|our) delivery\b
order/return/refund/item/ring ~ \bmy (?:order|refund|ring|item|return (?:parcel|label|was|has|is|arrived))\b
|\border \d{4,}\b
nicht eingegangen
nicht angekommen
kein paket
kaputt
geknickt
falsches/falschen/falscher/falsche/geliefert ~ \bfalsche[rsn]? (?:farbe|größe|artikel|ware)|falsch geliefert
wo bleibt
wo ist
wann kommt
paket ~ \b(?:mein|das|kein|unser) paket\b(?! wird| ist unterwegs| wurde| kommt)
meine bestellung
bestellung ~ \bbestellung \w{0,3}\d{4,}
unvollständig
fehlt ~ \bes fehlt
antwortet keiner
trotz zusage
in ihrem newsletter
bitte/mich/uns ~ \b(?:mich|uns) (?:bitte )?vo[mn]\b
gestern kam
ma commande
mon colis
commande ~ \b(?:la|ma) commande (?:n° ?)?\w{0,3}\d{4,}|commande \w{0,3}\d{4,}
il manque
cassé
n'est jamais
toujours pas
le livreur
où est
me désabonner
votre ~ \bvotre (?:newsletter|site|relais|questionnaire|mail)\b.{0,40}(?:annonce|dit|affiche|est fermé|ne marche|et le)
c'est bien vous
rien reçu
montant est faux
mi pedido
mi paquete
pedido ~ \bpedido \w{0,3}\d{4,}|\bel pedido\b
ha venido
no ha llegado
rot ~ \brot[oa]s?\b
dónde
no recibido
estuve en casa
darme de baja
en su boletín
es vuestro
il mio
mio pacco
ordine ~ \bl'ordine\b|\bordine \w{0,3}\d{4,}
non è arrivat
rott ~ \brott[oae]\b
dov'è
cancellatemi
newsletter ~ \bnella (?:vostra )?newsletter
vostra ~ \bla vostra fattura
e il rimborso
niente ~ \bancora niente|arrivato niente
meu pedido
meu pacote
encomenda ~ \b(?:a|minha) encomenda\b|\bencomenda \w{0,3}\d{4,}
nada chegou
quebr ~ \bquebr(?:ou|ad[oa])
não entregue ~ \bpedido (?:\w+ )?\d+, não entregue
me descadastrar
a newsletter fala
o entregador
ninguém ~ \bninguém (?:me|respond|atend|vo)
foi vocês
o rastreio
""")

# Things that absence notes never speak of, but people with a parcel on the way do.
GOODS = table(r"""
laissez-le
laissez-la
déposez
gardienne
gardien
dejad
déjen
déjal
suonate
lasciate
toquem
deixem
leave ~ \bleave (?:it|them|with (?:the|my|reception|a)|at (?:the|my)|by the|\d)
reception ~ \b(?:with|at) reception\b
nebenan
abgeben
klingel
nachbar
portería
vicina
vecin
voisin
porteiro
concierge
annahme
exchange
photos
come ~ \bcome by\b
parcel
package
courier
necklace
the ring
neighbour
neighbor
delivery ~ \b(?:any|the|my|our|for) delivery\b
resend
order/before/after/until/later/till ~ \border \w{0,3}\d{4,}|\b\d{4,} (?:before|until|till|after|later)\b
hold it
paket ~ \b(?:das|mein|ein|kein|jedes|dem) paket\b
lieferung ~ \b(?:die|meine|unsere|der) lieferung\b
liefer ~ \b(?:später|erst|danach) (?:\w+ )?liefer
colis
livr ~ \blivr(?:er|aison|eur)
taille
paquete
la talla
pacco
taglia
consegnare ~ \bconsegnare (?!urgenze)
encomenda ~ \b(?:a|minha) encomenda
entregador
tamanho
""")
