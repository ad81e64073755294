"""Words that carry a request or turn a phrase round, in six languages."""

from triage.stages.extracting.lexicon import Speech

SPEECH = Speech(
    negations=frozenset(
        "not no dont doesnt didnt wont wouldnt isnt wasnt arent never neither nor without nicht kein keine keinen"
        " keinem keiner ohne weder statt anstatt pas sans ni jamais aucun aucune non senza nessun nessuna ne sin tampoco"
        " nao sem nem nunca nenhum nenhuma instead".split()
    ),
    trailing=frozenset("not isnt nicht keineswegs".split()),
    turns=frozenset(
        "and but so because as since though und aber sondern denn weil et mais donc car y pero sino porque e ma perche mas"
        " entao then when if wenn dann si se".split()
    ),
    wishes=frozenset(
        "want please like need wish prefer could would bitte will mochte moechte hatte wunsche konnen konnt veux voudrais"
        " souhaite aimerais prefere quiero quisiera prefiero puedo vorrei voglio preferisco posso quero queria gostaria"
        " prefiro rather just lieber".split()
    ),
    reach=6,
    firm=(
        "request",
        "told",
        "good.",
        "ask.",
        "step.",
        "label.",
        "absent",
        "not_arrived",
        "lost",
        "marked_delivered",
        "fault.function",
        "fault.arrival",
        "fault.later",
        "changed_mind",
        "poor_fit",
        "money.",
        "searched",
        "not_goods",
        "wrong",
    ),
    open_ended=("want.",),
)

REQUESTS = (
    # English
    "please", "pls", "plz", "kindly", "could|can|would|will you|u", "can|could|may|shall i|we|it|this|they|exchange|swap|refund|change|cancel|return|send|get", "want|wants|wanted",
    "would|d rather|like|prefer|love|appreciate", "need", "prefer", "ask* for", "request*", "demand*", "expect*", "hop* for|to", "wish",
    "happy|fine|ok|okay with", "would be fine|enough|ok|okay|great", "would do", "looking for", "let me have", "give me|us", "send|ship me|us|the|my|a|an|another|out", "i ll take", "i will take",
    "how do|can|would i|we", "entitled", "due", "either", "id like", "i am after", "insist*", "accept", "what about", "is|was there any chance",
    "is it possible", "possible to", "refund me|us", "go ahead", "ready for", "opt for",
    # German
    "bitte", "gern|gerne", "mocht*", "moecht*", "hatte|hatten|haette|haetten ~4 gern|gerne|lieber", "will|wollen", "wunsch*", "konnen|konnten|konnt|kann|koennen|koennt|koennte|konnte ich|wir|sie|ihr|man|du",
    "erbitte*", "verlang*", "erwart*", "forder*", "brauch*", "lieber", "wie bekomme|erhalte|kriege", "besteh* auf", "ware ~3 lieb|recht|froh|dankbar", "schick* ~2 mir|uns", "send* ~2 mir|uns",
    # French
    "svp", "stp", "s il vous|te plait", "voudra*", "souhait*", "aimer*", "veux|veut|voulons", "demand*", "pouvez|pourriez|peux|pourrais", "puis je", "peut on",
    "merci de", "exig*", "prefer*", "besoin", "attend*", "comment faire|obtenir", "suffirai*", "reclam*", "il me faut", "j opte", "est il possible", "possible de", "soit", "serait possible", "conviendrait",
    # Spanish
    "quier*", "quer*", "quisier*", "me gustaria", "por favor", "solicit*", "pido|pedimos", "podeis|podria*|podrian|pueden|puede|puedes|puedo|podemos", "necesit*", "exij*", "prefier*", "prefer*",
    "dese*", "esper*", "ruego", "me devolveis", "me lo", "me la", "es posible", "me conform*", "me bastar*",
    # Italian
    "vorre*", "vogli*", "desider*", "chied*", "richied*", "potete|potreste|puoi|potrei|possiamo|posso|possibile", "per favore|piacere|cortesia", "gradire*", "preferi*", "mi serve",
    "esig*", "pretend*", "prego", "sarebbe possibile", "attend*", "mi basterebbe|accontento",
    # Portuguese
    "gostari*", "gostav*", "pf", "pfv", "peco|pedimos|pedir", "podem|poderi*|podia*|pode|posso", "precis*", "prefir*", "desej*", "exij*", "favor", "da para|pra", "e possivel", "espero", "como faco", "chegava", "me contento",
)  # fmt: skip

TOLD = (
    # English
    "refund ~2 was|has|had been approved|issued|promised|confirmed", "refund ~1 policy|policies", "you refunded", "refunds take", "do you ~2 refund|give", "do|would|will i|we ~1 get", "already ~3 got|received|have ~2 refund|money", "not about ~2 refund", "got my|the refund",
    # German
    "erstattung ~2 wurde|war", "ihr habt ~6 erstattet|storniert",
    # Romance
    "remboursement ~2 a ete", "reembolso ~2 fue|foi", "rimborso ~2 e stato",
)  # fmt: skip

EMPTY_WORDS = frozenset(
    # English
    "the and was were are you your for this that with from have has had but not its it's hello dear team please help thanks thank order"
    " ordered item items product products article thing parcel package arrived came received damaged defective faulty broken wrong missing"
    " problem issue what now can could get got hey regards sir madam number there here where nothing yet never still"
    # German
    " der die das den dem ein eine einen und ist war sind hat habe mein meine meinen bitte hilfe hallo danke guten tag bestellung bestellt"
    " artikel ware produkt paket angekommen erhalten bekommen geliefert kaputt defekt beschadigt falsch falsche falscher falsches fehlt mir"
    " ich sie ihr was nun jetzt tun nicht nichts leider liebes sehr geehrte damen herren mit"
    # French
    " les une des est mon mes votre vos bonjour merci aide commande commandee article produit colis arrive arrivee recu recue abime abimee"
    " casse cassee defectueux mauvais mauvaise manque que quoi faire pas rien cordialement madame monsieur avec pour svp"
    # Spanish
    " los las una uno del por con para hola gracias ayuda pedido articulo producto paquete llego llegado recibi recibido roto rota danado"
    " danada defectuoso defectuosa equivocado equivocada falta mal hago hacer ahora nada favor buenos dias"
    # Italian
    " gli dei delle che ciao grazie aiuto ordine articolo prodotto pacco arrivato arrivata ricevuto ricevuta rotto rotta danneggiato"
    " difettoso sbagliato sbagliata manca cosa fare adesso niente buongiorno per favore sono"
    # Portuguese
    " uma uns com ola obrigado obrigada ajuda encomenda artigo produto pacote chegou recebi quebrado quebrada danificado defeito errado"
    " errada veio faco agora por favor bom dia meu minha".split()
)
"""Words that tell nothing of what is wrong."""
