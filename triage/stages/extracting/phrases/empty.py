"""Words that tell nothing of what is wrong: greetings, and what every complaint says."""

from triage.stages.extracting.lexicon import words

EMPTY_WORDS = words("""
    the and was were are you your for this that with from have has had but not its it's hello dear team please
    help thanks thank order ordered item items product products article thing parcel package arrived came
    received damaged defective faulty broken wrong missing problem issue what now can could get got hey regards
    sir madam number there here where nothing yet never still
    der die das den dem ein eine einen und ist war sind hat habe mein meine meinen bitte hilfe hallo danke guten
    tag bestellung bestellt artikel ware produkt paket angekommen erhalten bekommen geliefert kaputt defekt
    beschadigt falsch falsche falscher falsches fehlt mir ich sie ihr was nun jetzt tun nicht nichts leider
    liebes sehr geehrte damen herren mit
    les une des est mon mes votre vos bonjour merci aide commande commandee article produit colis arrive arrivee
    recu recue abime abimee casse cassee defectueux mauvais mauvaise manque que quoi faire pas rien cordialement
    madame monsieur avec pour svp
    los las una uno del por con para hola gracias ayuda pedido articulo producto paquete llego llegado recibi
    recibido roto rota danado danada defectuoso defectuosa equivocado equivocada falta mal hago hacer ahora nada
    favor buenos dias
    gli dei delle che ciao grazie aiuto ordine articolo prodotto pacco arrivato arrivata ricevuto ricevuta rotto
    rotta danneggiato difettoso sbagliato sbagliata manca cosa fare adesso niente buongiorno per favore sono
    uma uns com ola obrigado obrigada ajuda encomenda artigo produto pacote chegou recebi quebrado quebrada
    danificado defeito errado errada veio faco agora por favor bom dia meu minha
""")
