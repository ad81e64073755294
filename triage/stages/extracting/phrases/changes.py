"""What an order change concerns."""

from triage.stages.extracting.lexicon import listed

TOPICS = {
    "change.shipping_address": listed("""
        address; addresses; postcode; zip; house number; flat number; apartment number; adress*; anschrift;
        lieferadresse; lieferanschrift; hausnummer; postleitzahl; plz; packstation; code postal; direccion*;
        domicilio; codigo postal; indirizz*; numero civico; civico; enderec*; morada; cep; ship|send|deliver
        it|them|this|the ~2 to my; new address; moved ~1 house|flat|recently|to|last; umgezogen; demenage*; me|nos ~1 mudado|mude;
        mudei ~1 de casa|morada|endereco; liefer*|schick*|send* ~4 an strasse
    """),
    "change.contact_details": listed("""
        phone number; phone is|was wrong; telephone number; mobile number; contact details; email address|adress; e mail
        address|adresse; telefonnummer; handynummer; mailadresse; emailadresse; numero de|di
        telephone|telefono|telefone|contacto|portable|tel|telemovel|movil|cellulare; adresse mail|email|e;
        correo electronico; indirizzo mail|email|e; endereco de email|e; telefono equivocado|mal
    """),
    "change.size": listed("""
        size; sizes; grosse; groesse; taille; pointure; talla*; numero de talla; taglia; misura; tamanho*;
        ringgrosse; grossen; format; formato; grandeur; medida; instead of a|an|the
        s|m|l|xs|xl|xxl|small|medium|large; to|a|an|en|in|auf s|m|l|xs|xl|xxl|small|medium|large; # instead of
        #; # statt #; # au lieu; # en vez de #; # invece di #; # em vez de #; s|m|l|xs|xl|xxl
        instead|statt|au|en|invece|em
    """),
    "change.personalization": listed("""
        engrav*; initial; initials; personali*; gravur*; gravier*; gravure; graver; grav*; grabad*; grabar;
        incis*; incider*; monogram*; spelling; spelled; spelt; nom|texte a graver; inscription; widmung;
        schriftzug; inscripcion; dedica; dedicatoria; wunschtext; nome ~2 errado
    """),
    "change.quantity": listed("""
        quantity; von ein|eins|einem|einer auf zwei|drei|2|3; from one|1 to two|three|2|3; de un|uno|una a dos|tres; de un|une a deux|trois;
        da un|uno|una a due|tre; de um|uma para dois|duas|tres; one more; two more; add one|another|two|a second; only need|want|wanted|needed one|two|1|2;
        just one; one instead of two|three; two instead of one|three; stuckzahl; menge; anzahl; noch
        ein|eine|einen dazu; noch eins; ein stuck mehr; nur eins|eine|einen|ein; quantite; un|une de plus; un
        seul; une seule; deux au lieu d*; une|un au lieu de; cantidad; uno|una mas; solo|solamente uno|una; dos
        en vez|lugar; uno|una en vez|lugar; quantita; uno|una in piu; solo uno|una; due invece|anziche; una
        invece; quantidade; mais um|uma; so um|uma; apenas um|uma; dois|duas em vez; um|uma em vez de dois|duas;
        both instead; add ~5 to my|the|this order; remove ~5 from; take ~4 out of the|my order
    """),
    "change.product": listed("""
        colour; color; black|white|blue|green|red|olive|grey|gray|gold|silver|pink instead; different
        design|style|model|item|product; another design|style|model|colour|color; farbe; anderes
        modell|motiv|design; andere farbe|variante; in schwarz|weiss|blau|grun|rot|gold|silber; couleur;
        coloris; autre modele|couleur|motif; otro modelo|diseno|color; colore; altro modello|colore; outra
        cor|modelo; outro modelo; cor; matte|glossy instead
    """),
}
