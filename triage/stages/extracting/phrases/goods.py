"""In which condition the goods are now, and why they are to go back."""

from triage.stages.extracting.lexicon import listed

TOPICS = {
    "unworn": listed("""
        unworn; not|never|havent|hasnt|nor|neither ~2 worn; not|never|havent|hasnt|didnt ~1 wore|wear;
        ungetragen*; nicht|nie ~1 getragen; pas|jamais|ni ~1 porte|portee|portes|portees; sin
        estrenar|ponerme|poner|llevar; no|nunca ~4 puesto|estrenado|llevado|estrene|puse; sin ~2 puesto|puesta;
        mai|non|ne ~2 indossat*|mess*|portat*; nao|nunca ~2 usei|vesti|usada|usado|usou; nem ~1 usei|vesti
    """),
    "unused": listed("""
        unused; not|never|havent|hasnt ~1 used|been used; brand new; like new; as new; unbenutzt*; nicht|nie ~1
        benutzt|gebraucht|verwendet; neuwertig*; wie neu; jamais|pas ~1 utilise*|servi; etat neuf; comme
        neuf|neuve; sin usar; sin uso; sin haber|haberlo|haberla usado; no ~3 usado|usada|use; nuevo|nueva sin;
        completamente nuevo|nueva; sin abrir ni usar; mai|non|ne ~2 usat*|utilizzat*; come nuov*; nuovo di
        zecca; inutilizzat*; sem uso; sem usar; nao ~1 utilizei; nunca ~1 utiliz*; novo em folha; novinh*
    """),
    "unwashed": listed("""
        unwashed; not|never|havent|nor|without ~2 washed|washing; ungewaschen*; nicht|nie|noch|und|oder
        gewaschen; pas|jamais|ni lave|lavee|laves|lavees; sin lavar; no|ni ~3 lavado|lave; mai|non|ne lavat*;
        sem lavar; nao|nunca|nem ~1 lavei|lavada|lavado
    """),
    "washed": listed("""
        i|we|ve|have|already|was|been|after ~1 washed; after ~3 wash|washing; in the wash; nach dem ~2
        waschen|waschgang|wasche; nach ~2 wasche; schon|bereits|einmal|ihn|sie|es ~2 gewaschen; apres ~3
        lavage|lavages; l|les ai ~1 lave|lavee; au|des ~1 premier lavage; tras ~2 lavado*; despues de ~3
        lavado*|lavar*; al|en|con ~1 primer lavado; lo|la ~1 he|lave ~1 lavado; dopo ~3 lavaggi*; al primo
        lavaggio; l ho lavat*; na primeira|segunda lavagem; depois de ~2 lavar|lavagem|lavagens; apos ~3
        lavage*; lavei
    """),
    "worn": listed("""
        i|we wore; i|ve|have|been|already worn; worn ~1 it|them|once|twice|for|a|three;
        einmal|schon|bereits|zweimal ~1 getragen; habe ~2 getragen; getragen ~4 einmal|zweimal|kurz; j ai|l ai|les ai ~1 porte|portee|portes;
        portee|porte une|deux|trois|quelques fois; lo|la|los|las he usado|puesto|llevado; me lo|la puse; l ho
        indossat*|mess*|portat*; indossat* ~1 una|due|tre volta|volte; ja usei; usei ~1 uma|duas|tres vez|vezes
    """),
    "used": listed("""
        i|we ~1 used it|them; used ~1 it|them once|twice|for|a; einmal|bereits|schon ~1 benutzt|gebraucht; l ai
        utilise*; lo|la he usado; l ho usat*|utilizzat*; ja ~1 usei|utilizei
    """),
    "tried_on": listed("""
        tried ~2 on; only|just tried; one try; anprobiert*; essay* ~1 une|seule|fois|seulement|juste; l|les ai
        ~2 essaye*; juste essaye*; seulement essaye*; me ~1 lo|la|los|las ~2 he|probe ~2 probado; solo ~3
        probado|probe; provat* ~1 una|solo|in; solo provat*; l|li|le ho ~2 provat*; experimentei; provei
    """),
    "tags_intact": listed("""
        tag|tags ~5 still|on|attached|intact; with|has|have ~3 tags; tags|tag
        still|on|attached|intact; tagged; etikett|etiketten|schild|schilder|label ~4
        dran|daran|vorhanden|dranhang*|intakt|noch; mit ~2 etikett|etiketten; etikettiert; encore|toujours
        son|l|ses etiquette|etiquettes; etiquette|etiquettes ~4 encore|intact*|place|dessus|toujours|presente*;
        avec ~2 etiquette|etiquettes; con|tiene|lleva|conserva ~3 etiqueta|etiquetas; etiqueta|etiquetas ~2
        puesta|puestas|intact*; con ~3 cartellin*|etichett*; cartellin*|etichett* ~3 ancora|attaccat*|intatt*;
        com ~3 etiqueta|etiquetas; etiqueta|etiquetas ~3 ainda|intact*|colocad*|posta
    """),
    "tags_missing": listed("""
        tag|tags ~3 cut|removed|off|gone; cut|removed|took ~2 tag|tags; without ~2 tags; etikett* ~3
        ab|entfernt|abgeschnitten|weg; sans ~2 etiquette*; coupe* ~2 etiquette*; sin ~2 etiqueta*;
        quite|corte|cortado|quitado ~2 etiqueta*; senza ~2 cartellin*|etichett*; tolto|staccato ~2
        cartellin*|etichett*; sem ~2 etiqueta*; tirei|cortei ~2 etiqueta*
    """),
    "hygiene_seal_intact": listed("""
        liner|hygiene|hygienic ~6 on|intact|place|still; hygienestreifen ~4 dran|drin|intakt|noch; hygienefolie
        ~4 dran|drin|intakt|noch|drauf; protection|bande|pastille d|hygienique ~1 hygiene ~4
        encore|place|intact*|toujours; protector|tira|lamina higienic* ~3 puest*|intact*|pegad*;
        protezione|salvaslip|striscia|adesivo ~1 igienic* ~4 ancora|intatt*|attaccat*;
        protetor|pelicula|forro|adesivo higienic*|de ~1 higiene ~4 intact*|ainda|colad*|posto
    """),
    "hygiene_seal_missing": listed("""
        liner|hygiene|hygienic ~3 removed|gone|off|missing|peeled; removed|peeled|took ~3 liner; hygienestreifen
        ~3 ab|weg|entfernt|fehlt; hygienesiegel|hygieneschutz ~3 ab|weg|entfernt|fehlt; hygiene|hygienique ~4
        enleve*|retire*|decolle*|arrache*|manque*; higiene|higienico|higienica ~4
        quitad*|retirad*|despegad*|removid*|tirad*; igiene|igienico|igienica ~4 rimoss*|tolt*|staccat*
    """),
    "original_packaging": listed("""
        original box|pack|package|packaging|packing|wrapping|wrapper|carton|case; in its|their ~1
        box|packaging|pouch|tube|case|wrapping; box ~4 all|still there|here|have|kept; originalverpack*;
        original verpackung|karton|verpackt; in der|ihrer|seiner ~1 schachtel|originalverpackung; in
        ihrer|seiner ~1 verpackung|box|packung; im originalkarton; originalkarton; verpackung ~3
        vorhanden|noch|da; dans son|leur emballage|boite|ecrin|etui|pochette; emballage|boite|carton d origine;
        embalaje|caja|empaque|bolsa|estuche original; en su ~1 caja|embalaje|estuche|bolsa|envoltorio;
        confezione|imballo|scatola|imballaggio|busta originale; nella sua|loro ~1
        confezione|scatola|bustina|busta; nella confezione|scatola ~1 originale; embalagem|caixa original|de; na
        embalagem|caixa original; confezione integra
    """),
    "packaging_missing": listed("""
        thrown|threw ~4 box|packaging|wrapping; without ~3 box|packaging; no longer have ~3 box|packaging;
        binned ~3 box|packaging; verpackung ~5 weggeworfen|entsorgt|weg|mehr; karton ~4 weggeworfen|entsorgt;
        jete ~3 emballage|boite|carton; sans ~2 emballage|boite; tire ~3 caja|embalaje; tirado ~3 caja|embalaje;
        sin ~2 caja|embalaje; senza ~2 confezione|scatola; buttato ~3 scatola|confezione; sem ~2
        caixa|embalagem; joguei|deitei ~3 caixa|embalagem
    """),
    "sealed": listed("""
        still|factory|and|fully sealed; unopened; not|never|havent been? opened; sealed in|and|bag|pack|box;
        noch ~2 verschweisst|versiegelt|eingeschweisst|zu|verschlossen|verklebt; versiegelt; ungeoffnet*;
        originalverschweisst; eingeschweisst; scelle*; sous blister|film; pas|jamais ouvert*; non ouvert*; sin
        abrir; precintad*; no ~3 abierto|abierta; sigillat*; mai|non apert*; lacrad*; por|sem abrir; nao ~1
        abri; fechad* ~2 de fabrica
    """),
    "seal_broken": listed("""
        seal|plastic|foil ~3 broken|opened|off; already opened ~2 pack|packs|it|them; seal ~2 opened|torn; siegel ~3
        gebrochen|offen|entfernt; folie ~3 ab|entfernt|geoffnet; sceau brise; precinto roto; he abierto ~2
        caja|precinto; sigillo ~2 rotto|aperto; lacre ~2 rompido|aberto
    """),
    "stained": listed("""
        makeup|make up|deodorant stain*|on; i|we stained|spilled|spilt; a|has|with|have stain|stains ~2 from|on
        it my
    """),
    "altered": listed("""
        had|have it|them hemmed|altered|shortened|taken|resized; i|we hemmed|shortened|altered|resized; habe ~3
        gekurzt|geandert|umgenaht; j ai ~2 raccourci|fait retoucher; lo|la he arreglado|acortado; l ho
        accorciat*|modificat*
    """),
}

CHANGED_MIND = listed("""
    change* my|our|her|his mind; no longer want|need|wanted|needed; dont|not|didnt|doesnt ~2 want ~2
    anymore|any; dont|not need ~2 anymore|any|after; dont|doesnt|didnt|not ~2 like|suit|love; not my|our|her|his
    taste|style|thing|cup; not what i expected|imagined|hoped|pictured|thought|had; isnt what i
    expected|imagined|hoped; smaller|bigger|shorter|thinner|longer|larger|darker|lighter|heavier than i ~1
    expected|imagined|thought|like|hoped|pictured; not for me; not|doesnt ~2 suit; it|this does not work
    with|for|against; found ~3 cheaper|elsewhere; change of mind; regret; second thoughts; went off it; already
    has|have|got|bought one|another|it; doesnt go with; not sure about the; not satisfied with the
    look|colour|color; anders vorgestellt; kleiner|grosser|dunkler|heller|dunner|kurzer ~2 als ~1
    gedacht|erwartet|vorgestellt|ich; gefall* ~4 nicht; gefallt ~2 doch nicht; umentschieden; meinung geandert;
    anders uberlegt; nicht mein|meine|ihr|unser geschmack|stil|fall|ding; brauche ~4 nicht|doch; nicht mehr
    gebraucht|brauchen|haben; doch nicht; nicht mehr ~3 haben; nicht das was ich|mir; sagt mir nicht zu; steht
    mir nicht; woanders ~2 gunstiger|billiger|gefunden; nicht uberzeugt; change d avis; changer d avis; pas ~2
    convaincu*; ne me|nous|lui ~1 plait|plaisent|convient|conviennent; n en ai|avons plus|pas besoin; pas ~2 a
    mon gout; m attendais; imaginais; plus petit|grand|petite|grande|fonce|clair que ~1 je|prevu|l|sur; ne me
    plait|vont|va; finalement ~3 pas; ne correspond pas a mes attentes; plus envie; trouve* ailleurs; decu* ~3
    rendu|couleur|qualite; cambie|cambiado|cambio de opinion|idea|parecer; no me
    gusta|gusto|gustan|convence|convencio|convencen; ya no lo|la|los|las|me|quiero|necesito; no ~1 lo|la ~1
    quiero ~1 mas; no es lo|como ~2 esperaba|imaginaba; esperaba|imaginaba otra|algo|mas|que; mas
    pequen*|grande|cort* de lo que; me arrepent*; no me|nos hace falta; lo pense mejor; no es mi estilo;
    cambiato idea; ripensat*; ci ho ripensato; non mi|ci piac*; non mi|ci serve|servono|convince; non ~2 piu ~2
    serve|bisogno|voglio|interess*; me lo|la aspettavo; mi aspettavo; piu piccol*|grande|cort* di quanto|come;
    immaginav*; non fa per me; non e come; mudei de ideia|opiniao|ideias; desisti; nao gostei; nao ~2 quero
    mais; ja nao ~1 quero|preciso|queremos; nao ~1 preciso|serve mais; nao ~2 esperava|imaginava; nao era o que;
    menor|maior|mais pequen* do que; arrepend*; nao|n curti; nao me agrad*; nao ~1 combin*; nao faz ~2 estilo
""")

POOR_FIT = listed("""
    too big|small|tight|loose|long|short|large|wide|narrow|baggy; doesnt|dont|didnt|not ~2 fit; tight|loose|snug
    at|in|around|on|across ~1 the|my|her|his; bad|poor fit; runs|run|came|comes|is|are|fits ~2
    small|large|big|tight|snug ~1 on|for me|her|him; big|small|tight|long|short|loose for me|her|him; size
    up|down; wrong size for me; fall|falls off her|my|his ~1 finger|waist; is ~1 snug|tight; zu
    gross|klein|eng|weit|lang|kurz|schmal|breit|knapp; passt|passen|passte ~4 nicht|leider; nicht gepasst; sitzt
    ~3 nicht; fallt|fallen ~3 kleiner|grosser|klein|gross ~1 aus; eine nummer grosser|kleiner; trop
    grand*|petit*|serre*|large*|court*|long*|juste|etroit*; ne me|lui va|vont ~1 pas; taille* ~2 grand|petit;
    flott*; me|le|nos ~1 queda|quedan|quedo|quedaron|esta|estan|va|van ~2
    grande*|pequen*|ajustad*|estrech*|larg*|cort*|apretad*|anch*|chic*|just*|enorme*; demasiado
    grande*|pequen*|estrech*|larg*|cort*|ajustad*|anch*; muy
    grande*|pequen*|estrech*|larg*|cort*|ajustad*|chic*; no me|le
    vale|valen|queda|quedan|cabe|entra|entran|sirve; tallan ~2 pequeno|grande; troppo
    grand*|piccol*|strett*|larg*|lung*|cort*; mi|le|gli|ci sta|stanno|va|vanno ~2
    grand*|piccol*|strett*|larg*|lung*|cort*; non mi|le|gli sta|stanno|entra|entrano|va; veste ~1
    grande|piccolo; ficou|ficaram|fica|ficam|esta|estao ~2
    grande*|pequen*|apertad*|larg*|curt*|comprid*|justo|justa|just*|folgad*; muito
    grande*|pequen*|apertad*|larg*|curt*|comprid*; nao ~1 me? serve|serviu|serviram|servem|coube|entra;
    demasiado apertad*|larg*
""")

BY_MISTAKE = listed("""
    it|that|this|order was a mistake; was an accident|error; war|ist ein versehen|irrtum|fehler ~1 von mir; war ein versehen|irrtum; c etait une erreur;
    fue un error; e stato un errore; foi um erro|engano; clicked twice;
    order* ~6 by mistake|accident|error; placed|bought|made|did it|this|them|that|one? ~2 by mistake|accident|error; by mistake|accident ~3 order*; accidentally|mistakenly ~1
    ordered|bought|placed|clicked|chose|selected|picked|put; my ~1 mistake|error; i ~1 clicked ~4 wrong|twice; i
    ~2 picked|chose|selected|ordered|put|bought ~2 wrong; meant to order|buy|pick|choose|get; ordered ~3 twice;
    ended up with two; duplicate order; calculated bad; placed ~3 twice|duplicate; versehentlich ~6
    bestellt|doppelt|falsche*|gewahlt|angeklickt|geklickt|ausgewahlt; aus versehen; mein fehler|versehen;
    verklickt; doppelt bestellt; zweimal bestellt; falsche* ~2 bestellt|gewahlt|ausgewahlt|angeklickt|erwischt;
    vertan; irrtumlich; par erreur; par megarde; mon erreur; me suis trompe*; erreur de ma part; commande ~2 en
    double|deux fois; je ~3 trompe*; por error; sin querer; me equivoque; error mio|mia; me he equivocado; pedi
    ~3 dos veces; pedido duplicado; per sbaglio|errore; ho sbagliato; mi sono sbagliat*; errore mio; colpa mia;
    ordinato ~2 due volte; ordine doppio; por engano|erro|lapso; me enganei; enganei me; sem querer; erro meu;
    pedido ~1 duplicado; comprei ~2 errad*|duas; escolhi ~3 errad*; got hold of
""")

WRONG_DATA = listed("""
    wrong|old|incorrect ~2 address|postcode|zip|name|phone|number|house; address ~6
    wrong|incorrect|old|outdated; typo in ~3 address|name|number; falsche|alte|falscher|alten|falschen ~2
    adresse|anschrift|hausnummer|lieferadresse|telefonnummer|postleitzahl; adresse|hausnummer|anschrift ~4
    falsch|alt|veraltet|vertippt; mauvaise|ancienne adresse; adresse ~4 fausse|erronee|incorrecte|ancienne;
    erreur ~3 adresse|numero; trompe* ~3 adresse|numero|rue; mal ~2 direccion|numero|telefono; direccion ~4
    equivocada|incorrecta|antigua|erronea|vieja|mal; equivo* ~4 direccion|numero|telefono|domicilio;
    vieja|antigua direccion; indirizzo ~4 sbagliat*|errat*|vecchio; vecchio indirizzo; sbagliat* ~4
    indirizzo|civico|cap; endereco|morada ~4 errad*|antig*|incorret*; antig* endereco|morada; engan* ~4
    morada|endereco
""")

WHOLE_SET = listed("""
    whole|entire|complete|full set; set ~3 complete; both ~2 pieces|parts ~4 back|return*; all ~2 pieces|parts;
    das ganze|komplette set; komplettes set; ensemble|lot complet; todo el conjunto; conjunto|juego
    completo|inteiro; set completo; completo di; tutto il completo|set
""")

PART_OF_SET = listed("""
    only the top|bottom|leggings|bra|earrings|bottoms|shorts; just the top|bottom|leggings|bra|bottoms|shorts ~3
    back; keep the ~2 top|bottom|bra|leggings|other|rest; nur das oberteil|unterteil; oberteil behalten; garder
    le|la ~1 haut|bas|brassiere; quedarme ~3 top|parte; tenere il|la ~1 top|sopra; ficar com ~2 top|parte
""")

TOPICS_WHY = {
    "changed_mind": CHANGED_MIND,
    "poor_fit": POOR_FIT,
    "by_mistake": BY_MISTAKE,
    "wrong_data": WRONG_DATA,
    "whole_set": WHOLE_SET,
    "part_of_set": PART_OF_SET,
}
