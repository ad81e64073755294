"""What is wrong with goods that came: broken, faulty, other than ordered."""

from triage.stages.extracting.lexicon import listed

SPECIFIC = listed("""
    crack*; snap*; shatter*; smash*; chip*; bent; crease*; torn; ripped; rip in; tear in; tore; hole; holes;
    stain*; scratch*; dent; dents; dented; leak*; split; splits; fell apart|off|out; falling|falls|came|coming
    apart|off|loose|undone; frayed; faded; peel*; tarnish*; discolo*; crushed; squashed; in
    two|three|four|pieces|bits; unravel*; seam; seams; stitching; loose thread; missing a stone|button; stone ~3
    loose|out|missing|gone; flicker*; wont|doesnt|dont|didnt|not|never|isnt ~2
    charg*|turn|switch|work*|light|start|power|close|open|heat|spin|pair|connect; stopped working|charging; dead
    on arrival; is|was|arrived|completely|came dead; overheat*; smell* of|like; mould*; mold*; rust*; wobbl*;
    bubbl*; smudge*; warped; jammed; stuck; short circuit*; clasp; burst; wet; soaked; dripping; pilling;
    shrunk; shrank; bleed*; rattl*; buzz*; zerriss*; zerkratzt*; kratzer; geriss*; eingeriss*; gerissen;
    aufgeriss*; abgebroch*; gesprung*; sprung im|in; riss; risse; loch; locher; fleck; flecken; verfleckt;
    verbog*; geknickt*; knick; delle; dellen; undicht; lauft aus; ausgelauf*; tropft; verbeult*; verfarb*; naht;
    aufgegang*; abgeblatter*; blattert; zersplitter*; scherben; lose; wackel*; flacker*; rostig; rost; schimm*;
    funktioniert nicht; geht nicht ~1 an|mehr|auf|zu; ladt nicht; schaltet ~3 nicht; leuchtet nicht;
    funktioniert ~2 nicht; eingedruckt*; lost sich; lost ~2 ab; abgefall*; angeschlag*; defekt ~2 verschluss;
    verschluss; abgerissen; abgeplatzt*; verwaschen; zerdruckt*; gequetscht; verkratzt; knackt; brummt; fele*;
    fendu*; fissur*; dechir*; troue*; un trou; des trous; tache*; tachee; raye*; rayure*; pli;
    plie|pliee|plies|pliees; cabosse*; decolle*; decous*; coutur*; coule; fuit; fuite; abime ~3 coin|bord; ne
    fonctionne|marche|charge|demarre|ferme|tourne|chauffe; ne s allume; ne se charge|ferme|allume; ebreche*;
    ecaill*; morceau*; tordu*; gondol*; rouill*; decolor*; a lache; clignot*; en miettes; en mille morceaux;
    ecrase*; froisse*; moisi*; fil ~2 pend; effiloch*; eclate*; agriet*; grieta*; rasgad*; agujer*; mancha*;
    manchad*; rayad*; rayon*; doblad*; abollad*; golpead*; descosid*; costura*; gotea; pierde
    agua|aceite|liquido; se sale; no funciona|enciende|carga|prende|anda|cierra|arranca|gira; dejo de
    funcionar|cargar|andar; se apaga; parpadea*; despeg*; desprend*; astill*; oxidad*; descolor*; aplastad*;
    hecho|hecha|hechos|hechas anicos|trizas|pedazos; se ~2 cayo|solto|rompio|partio|abrio|despego; arrugad*;
    mojad*; picad*; desportill*; trizad*; spezzat*; crepa*; crepat*; strappat*; strappo; buco; bucat*; macchi*;
    graffi*; piegat*; ammaccat*; scucit*; cucitur*; perde acqua|olio|liquido|colore; non
    funziona|accende|carica|parte|chiude|gira; non si accende|carica|chiude|apre; smesso di
    funzionare|caricarsi|caricare|andare; sfarfall*; scheggiat*; staccat*; arrugginit*; scolorit*; schiacciat*;
    in frantumi|pezzi|mille; incrinat*; deformat*; scollat*; si e ~2 rotto|rotta|staccat*|spezzat*|scucit*;
    bagnat*; ossidat*; annerit*; sbiadit*; storto|storta; rachad*; rachou; trincad*; furad*; furo; buraco*;
    manch*; riscad*; risco; arranh*; amassad*; amolgad*; descosturad*; vaza*; vazando; nao
    funciona|liga|carrega|fecha|acende|abre; parou de funcionar|carregar; deixou de funcionar; pisca*;
    descolad*; descolou; soltou; solta; solto; estilhac*; enferrujad*; desbotad*; dobrad*; torto|torta; lascad*;
    molhad*; escurec*
""")

GENERIC = listed("""
    damag*; defect*; faulty; fault; flaw*; malfunction*; poor quality; ruined; wrecked; broke|broken; kaputt;
    zerbroch*; gebroch*; casse*; brise*; rot|roto|rota|rotos|rotas; rompi*; quebrad*; quebrou;
    rotto|rotta|rotti|rotte; rompe*; partid*; partiu; estrag*; beschadig*; defekt*; mangel*; mangelhaft;
    schaden; ramponiert; fehlerhaft*; abime*; endommag*; defectueu*; defaut*; deteriore*; malfacon; danad*;
    defectuos*; defecto*; averiad*; estropead*; en mal estado; danos; fallad*; falla; danneggiat*; difett*;
    guast*; rovinat*; danificad*; defeito*; avariad*; estragad*; defeituos*; com problema
""")

ON_ARRIVAL = listed("""
    arriv* ~6
    broken|damaged|cracked|bent|torn|stained|scratched|smashed|shattered|dented|ripped|faulty|defective|creased|crushed|leaking|dead|chipped|split|wet|soaked;
    came ~6
    broken|damaged|cracked|bent|torn|stained|scratched|smashed|shattered|dented|ripped|faulty|defective|creased|crushed|dead|chipped|split|wet|soaked;
    turned up ~4 broken|damaged|cracked|bent|torn|smashed|dead; was delivered ~4
    broken|damaged|cracked|bent|torn|with; got here ~4 broken|damaged|cracked|bent|smashed; showed up ~4
    broken|damaged|cracked|bent; received ~6 broken|damaged|cracked|torn|faulty|defective; arriv*|came|delivered
    with a|an|two|several; broken on arrival; on arrival; damaged in ~1 post|transit|mail|shipping;
    when|as|after i|we ~1 opened|unpacked|unboxed; out of the box; on|upon|while unpacking|unboxing|opening;
    unpacked; straight|right out of; i|we opened ~8 broken|cracked|smashed|shattered;
    tube|box|parcel|package|packaging|carton|envelope ~2 crushed|torn|ripped|wet|damaged|soaked|squashed; from
    the first minute|day|moment|use; from day one; never worked; first|very first time;
    kaputt|beschadigt|defekt|zerbrochen|zerrissen|verbogen|geknickt|zerkratzt|gerissen|feucht|nass ~1
    angekommen|an|geliefert|erhalten|bekommen; beim auspacken|offnen; kam ~8
    kaputt|beschadigt|defekt|zerbrochen|an|mit; kamen ~6 kaputt|beschadigt|defekt|zerbrochen|an|mit; ausgepackt;
    aus der packung|verpackung; von anfang an; karton ~3 eingedruckt|zerdruckt|beschadigt|aufgerissen|nass;
    schon kaputt|beschadigt|defekt; geoffnet ~6 kaputt|zerbrochen|scherben; mit ~4
    loch|riss|kratzer|delle|flecken|fleck ~3 angekommen|an|geliefert; angekommen ~3
    kaputt|beschadigt|defekt|zerbrochen|verbogen; arriv* ~5
    casse*|abime*|endommag*|brise*|dechir*|plie*|fissur*|tache*|defectueu*|fendu*|fele*|avec|cabosse*|raye*|mort*|trempe*;
    recu* ~6 casse*|abime*|endommag*|brise*|dechir*|plie*|fissur*|tache*|defectueu*|fendu*|cabosse*|raye*; en
    ouvrant; en deballant; au deballage; a l ouverture; des l ouverture; a la reception; a reception; des le
    depart|debut|premier|premiere; en l|le|la sortant; lleg* ~7
    rot*|danad*|defectuos*|agrietad*|doblad*|rasgad*|manchad*|rayad*|abollad*|con|golpead*|descosid*|quebrad*|hech*|mojad*|partid*|trizad*;
    vino|venia|vinieron|venian ~6
    rot*|danad*|defectuos*|doblad*|rasgad*|manchad*|con|rayad*|descosid*|quebrad*|mojad*; recib* ~8
    rot*|danad*|defectuos*|manchad*|quebrad*; al abrir*; al sacar*; al desempac*; desde el
    primer|principio|inicio; nada mas abrir|sacar; de fabrica; arrivat* ~6
    rott*|danneggiat*|difettos*|graffiat*|piegat*|strappat*|macchiat*|crepat*|con|ammaccat*|scheggiat*|in|incrinat*|bagnat*|scucit*;
    ricevut* ~7 rott*|danneggiat*|difettos*|graffiat*|macchiat*|strappat*; aprendo; all apertura; quando ho
    aperto; appena aperto|aperta|arrivato|arrivata; aperto il pacco; dal primo|principio; fin da subito|dall
    inizio|dal primo; da subito; cheg* ~7
    quebrad*|danificad*|defeito|rasgad*|partid*|amassad*|manchad*|riscad*|com|trincad*|furad*|rachad*|amolgad*|molhad*|estragad*|dobrad*;
    veio|vieram|vinha ~7
    quebrad*|danificad*|defeito|rasgad*|partid*|amassad*|manchad*|riscad*|com|trincad*|furad*|rachad*|descosturad*;
    receb* ~8 quebrad*|danificad*|defeito|partid*|rasgad*; ao abrir; quando abri; abri a caixa|o pacote|a
    encomenda; desde o primeiro|inicio
""")

FUNCTION = listed("""
    died on me|us|after; has|have|just died; gave up|out after; packed in|up after; conked out; broke down; no longer
    works|turns|charges|heats|starts|switches|lights; lasst sich ~6 nicht ~2 einschalten|laden|anschalten|koppeln|aufladen|starten; gibt|gab
    den geist auf; ne s allume* plus; a rendu l ame; ya no ~1 funciona*|enciende*|carga*|arranca*|calienta*; non ~1 si accende*|carica*|avvia*;
    ja nao ~1 liga|funciona|carrega|acende;
    wont|doesnt|dont|didnt|not|never|isnt ~2
    charg*|turn|switch|working|work|light|start|power|heat|spin|pair|connect|boot; stopped|quit|stops
    working|charging|heating; dead on arrival; screen|display ~3 flickers|flickering|black|dead|blank; flickers;
    overheat*; keeps turning|switching|cutting; cuts out; no power;
    is|was|arrived|completely dead; doesnt warm; malfunction*; funktioniert ~3 nicht; geht ~2 nicht ~1 an|mehr;
    ladt ~3 nicht; lasst sich nicht ~2 einschalten|laden|anschalten|koppeln|aufladen; schaltet ~4 nicht;
    schaltet sich ~2 ab|aus; leuchtet ~3 nicht; startet nicht; flackert; kein strom; springt nicht an; tut sich
    nichts; dreht sich nicht; heizt nicht; ne fonctionne* ~1 pas|plus; ne marche* ~1 pas|plus; ne s allume*; ne
    charge*; ne se charge*; ne demarre*; ne chauffe*; ne tourne*; tombe* en panne; en panne; clignote; s eteint;
    no ~1 funciona*|enciende*|carga*|prende*|anda|andan|arranca*|gira|calienta|sube|conecta; no ~1 se
    enciende*|prende; dejo de funcionar|cargar|andar; ha dejado de; se apaga*; no da senal*; parpadea*; non ~2
    funziona*|accend*|caric*|parte|gira|scalda; smesso di funzionare|caricarsi|caricare|andare; si spegne;
    sfarfalla*; nao ~1 funciona*|liga|ligam|carrega*|acende*|gira|aquece|conecta; parou|deixou de
    funcionar|carregar|ligar; desliga sozinh*; pisca*; nao da sinal
""")

LATER = listed("""
    next|following|second|third|other day; day|days|week|weeks later; am nachsten|ubernachsten|folgenden|zweiten|dritten tag; tags darauf; tage|wochen
    spater; le lendemain; jours|semaines plus tard; al dia siguiente; dias|semanas despues|depois|mas|mais; il giorno dopo; giorni dopo;
    no dia seguinte;
    after|within ~3 day|days|week|weeks|month|months|wash|washes|use|uses|wear|wears|wearing; after|in one|the
    wash*; stopped working|charging; worked|was fine|great|perfectly|well; at first; in the first wash; first
    wash; third|second|fourth wear|wash|use|time; worn|wore|used ~4 twice|once|week|weeks|month|times; has|have
    started; now it; since yesterday; nach ~3
    tag|tagen|woche|wochen|monat|monaten|waschen|waschgang|wasche|gebrauch|tragen|mal; nach dem ~2
    waschen|tragen|mal; anfangs; zuerst; plotzlich; seit gestern|heute; funktionierte; hat ~3 funktioniert;
    apres ~4 jour|jours|semaine|semaines|mois|lavage|lavages|utilisation*|port; au bout de; au debut; des le
    premier lavage; au premier lavage; ne ~3 plus; despues de ~3
    dia|dias|semana|semanas|mes|meses|lavado*|uso|usos; tras ~3 dia|dias|semana|semanas|lavado*|uso; a los|las
    ~2 dias|semanas|meses; dejo de; ha dejado de; al principio; al primer lavado; con el primer|dos|un lavado*;
    en el primer lavado; dopo ~4 giorn*|settiman*|mes*|lavagg*|uso|volta|volte|utilizz*; ha smesso; smesso di;
    all inizio; al primo lavaggio; ha funzionato; depois de ~3
    dia|dias|semana|semanas|mes|meses|lavage*|uso|usos|vez|vezes; apos ~3
    dia|dias|semana|semanas|lavage*|uso|usos; parou de; deixou de; no inicio|comeco|primeiro|primeira; na
    primeira lavagem; com ~2 dias|semanas|meses de uso
""")

CUSTOMER_DONE = listed("""
    i dropped; i|we ~1 accidentally ~1 dropped|broke|knocked|tore|spilled|spilt|washed|ripped|cracked; slipped
    from|out of my; knocked it|them over|off; my dog|cat|puppy|toddler|son|daughter|kid|husband|wife|baby ~3
    broke|dropped|chewed|tore|knocked|sat|ate|bit|spilled; i|ive|we stepped|sat|stood|drove ~1 on|over; sat on
    it|them; mir ~5 runtergefallen|heruntergefallen|hingefallen|entglitten|gefallen; fallen gelassen; fallen
    lassen; l|les ai fait tomber|tombe*; est tombe* de mes; m a|est echappe; je l ai casse*; se me
    cayo|cayeron|rompio|ha caido|callo; lo|la tire; mi e caduto|caduta|scivolat*|caduti; l ho rotto|rotta|fatto
    cadere|fatta cadere; deixei cair; eu ~1 quebrei|derrubei
""")

OWN_FAULT = listed("""
    my ~2 fault; fault is mine; own fault|doing; meine ~1 schuld; selbst|selber schuld; eigene*
    schuld|verschulden; ma faute; culpa mia; mi culpa; colpa mia; culpa minha
""")

SHADE = listed("""
    shade ~3 lighter|darker|different|off; slightly|bit|little|tad|shade lighter|darker|different; not quite the
    colour|color|shade; colou|color|colour ~5 slightly different; couleur ~4 legerement differ*; color ~4 ligeramente|poco distint*|diferente; colore ~4
    leggermente|poco divers*; cor ~4 ligeiramente|pouco diferente; leicht* ~1 abweich*; farbton; etwas|bisschen
    heller|dunkler; un peu|legerement plus clair*|fonce*|pale*|sombre*; nuance; un poco|ligeramente mas
    claro|clara|oscuro|oscura; leggermente|poco piu chiar*|scur*; tonalita; pouco mais claro|clara|escuro|escura
""")

TOPICS = {
    "fault.specific": SPECIFIC,
    "fault.generic": GENERIC,
    "fault.arrival": ON_ARRIVAL,
    "fault.function": FUNCTION,
    "fault.later": LATER,
    "fault.customer": CUSTOMER_DONE,
    "fault.own": OWN_FAULT,
    "fault.shade": SHADE,
}
