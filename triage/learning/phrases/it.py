"""The trade's words in Italian, accents folded."""

WORDS = """
NOT: non, nessun*, mai, niente, nulla, senza, ne, neanche, nemmeno, nn
YET: non ancora, ancora niente, ancora nulla, ancora non, finora, fino ad oggi, a oggi, ad oggi
STILL: ancora, tuttora, sempre
WRONG: sbagliat*, errat*, errore, scorrett*, non e quello, non e quella, non conforme, non corrisponde, non e il mio,
  non e la mia, non sono quelli, non sono quelle, vi siete sbagliati, avete sbagliato, si sono sbagliati,
  colore sbagliato, altro colore, altro modello, modello sbagliato, quello sbagliato, chi e, scambio, non quello che,
  non quella che
MIXUP: scambiat*, confus*, confusione, invertit*, un altro cliente, altra cliente, un altra persona, di qualcun altro,
  non e mio, non e mia, svista, scambio di
INSTEAD: invece, al posto, anziche, in luogo
DIFFERENT: divers*, altro, altra, un altro, un altra, tutt altro, non coincide, non corrispond*, niente a che vedere,
  differente*
NOT_ORDERED: non ho ordinato, mai ordinato, non avevo ordinato, non ho comprato, non ho chiesto, non ho mai ordinato
ORDERED: ordinato, ordinata, ordinati, avevo ordinato, ho ordinato, acquistat*, comprat*, preso, scelto, scelta,
  avevo scelto, volevo, pagato, richiesto, chiesto, in fattura, sulla fattura, bolla, conferma dice, nella conferma
CAME: ricevuto, ricevuta, ricevuti, arrivato, arrivata, arrivati, arrivate, e arrivato, mi e arrivato, ho trovato,
  trovato, aperto, consegnat*, nel pacco, nella scatola, dentro c era, c era, c erano, conteneva, spacchettat*
YOU_SENT: mi avete mandato, avete mandato, avete spedito, mi avete spedito, mi avete inviato, avete inviato,
  mi hanno mandato, inviato, spedito, mandato, mi avete messo, mi avete dato, avete messo, mi hanno dato,
  mi hanno messo, mi ritrovo, mi arriva, mi e arrivato un, mi e arrivata una, e arrivato un, e arrivata una,
  mi e arrivata, abbiamo ricevuto, consegnati, spedita, mi mandate, mi e stato, inviato per
EXTRA: in piu, di troppo, doppio, due invece, due al posto, uno in piu, una in piu, di piu, pagato uno, pagato una,
  ne ho ordinato uno, solo uno ordinato, in eccesso
COLOUR: nero, nera, neri, nere, bianc*, ross*, blu, verde, verdi, giall*, rosa, viola, grigi*, marrone, beige, oliva,
  arancio*, dorat*, oro, argent*, color*, bordeaux, turchese, azzurr*
LABELLED: etichett*, incis*, incisione, nome, personalizz*, stampat*, ricamat*
BROKEN: rott*, rompe, si e rotto, si e rotta, spezzat*, crepa*, crepat*, incrinat*, scheggiat*, ammaccat*,
  ammaccatura, schiacciat*, piegat*, piega, stort*, strapp*, bucat*, buco, buchi, macchia*, macchie, macchiat*,
  graffi*, graffiat*, difett*, difettos*, danneggiat*, danno, danni, rovinat*, guast*, scucit*, scuce, cucitura*,
  cerniera, chiusura, gancetto, staccat*, si stacca, si e staccat*, caduta, cadut*, sfilacciat*, scolorit*, stinge,
  stint*, arrugginit*, ruggine, perde acqua, perde, gocciola, bagnat*, fradici*, umid*, muffa, pezzi, frantum*, cocci,
  pelato, spellat*, annerit*, ossidat*, deformat*, sporc*, allentat*, crolla*, sbeccat*, si rompe, si spezza,
  si e spezzat*, si e scucit*, si e strappat*, si e aperto, si e aperta, si e scollat*, scollat*, scolla, si sfila,
  sfilat*, incastrat*, inceppat*, cigol*, scricchiol*, gracchia, gracchi*, puzza, odore, bruciat*, fus*, ristrett*,
  infeltrit*, sbiadit*, sfocat*, illeggibil*, inutilizzabil*, suola, tacco, manico, manici, cinturino, spallin*,
  elastico, setole, filo tirato, fili tirati, esplos*, scoppiat*, storto, pende, traball*, instabil*, lesionat*,
  lesione, intaccat*, ingiallit*, diventat* nero, verde, allergia, irritazion*, tarlat*, in due, in mille, a pezzi,
  malandat*, ko, cotto, andato, anomalia, vizio
NO_WORK: non funziona, non funzionano, non funziona piu, ha smesso di funzionare, smesso, non si accende,
  non si accende piu, non parte, non carica, non si carica, non va, non va piu, morto, morta, non chiude,
  non si chiude, non si collega, non risponde, si spegne, fuori uso, sfarfall*, fuma, non tiene, non da segni di vita,
  nn funziona, nn va, nn si sente, non si sente, nn si accende, nn prende, non prende, non scalda, non raffredda,
  non gira, non suona, non stampa, si blocca, si spegne da solo, fa saltare, salta, solo un lato, solo da un lato,
  un solo, schermo, schermo nero, batteria, muto, muta, non reagisce, non regge, primo lavaggio, primo utilizzo,
  al primo, fischia, ronza, va in errore, codice errore, non legge
OWN_FAULT: colpa mia, e colpa mia, per colpa mia, mi e caduto, mi e caduta, l ho rotto io, l ho rotta io,
  mia distrazione, maldestr*, il mio cane, il mio gatto, errore mio, mio errore, ho sbagliato io, ho sbagliato,
  non e colpa vostra, nessun reclamo, non reclamo, mi sono sbagliat*
LOST: pers*, smarrit*, smarrimento, rubat*, sparit*, scompars*, introvabil*, disperso
NO_COME: non e arrivato, non e arrivata, non e ancora arrivato, non e ancora arrivata, mai arrivato, mai arrivata,
  non ho ricevuto, mai ricevuto, non ho ancora ricevuto, non ho mai ricevuto, non ricevuto, niente ricevuto,
  non mi e arrivato, non mi e arrivata, ancora niente, ancora nulla, non arriva, non consegnato, nessun pacco,
  nessuna consegna, non c e niente, nessuna traccia, non c e traccia, niente pacco, non si vede, non si e visto,
  non pervenut*, mai visto, non sono arrivat*, nn e arrivato, nn arriva, nn arrivato, nn c e, niente di niente,
  nessuno, nessuno ha, nessuno si e, nessuno e, mai visti, mai consegnato, non consegnata, non mi arriva,
  non e mai arrivato, non e mai arrivata, ancora non arriva, il mio pacco, non lo vedo, qui nulla, qui niente,
  non ho nulla, non ho niente, non e stato consegnato, non e stata consegnata, mai arrivati, mai giunto, non e giunto,
  sorte del
MARKED: risulta consegnato, risulta consegnata, segnato consegnato, consegnato secondo, dice consegnato, risulta,
  a quanto pare, presunta, firmato, firma, consegnato a, dato per consegnato, come consegnato, a detta
WHERE: dov e, dove si trova, dove sono, dove e, che fine ha fatto, che fine, a che punto, notizie, novita
SHORT: manca, mancano, mancava, mancavano, mancante*, incomplet*, solo uno, solo una, solo due, solo tre, soltanto,
  su tre, dei tre, delle tre, su due, non c era, non c erano, non era nel, non era nella, assente, il resto, vuot*,
  meta, una parte, parte dell ordine, secondo pacco, parzial*, dimenticat*, di meno, non c e il, non c e la,
  niente cavo, niente, nel pacco non, non ci sono, nella busta, senza il, senza la, senza i, vi siete dimenticati,
  avete dimenticato, dimenticato, l altro, l altra, la seconda, il secondo, meno di, ne manca, ne mancano, ne conto,
  ne ho contati, mi manca, mi mancano, solo la meta, c era solo, c erano solo, introvabile, non incluso, non inclusa,
  scartate
OVERDUE: in ritardo, ritardo, doveva, dovevano, sarebbe dovuto, sarebbe dovuta, data prevista, previst*, promess*,
  promesso, avevate detto, entro il, scadut*, annunciat*, tempi di consegna, garantit*, da tempo, e passato,
  e passata, sono passati, sono passate, oggi e, siamo al, e oggi, dovevate, dovreste, avrebbe dovuto, avreste dovuto,
  garantivate, assicurato, assicuravate, avevate promesso, mi avevate, entro e non oltre, gia passato, superat*,
  fuori tempo, troppo tardi, era prevista, era previsto, il termine
WAIT: aspetto, aspettando, attendo, attesa, attendere, pazienza, da settimane, settimane, da giorni, da un mese,
  mesi fa, settimane fa, sto aspettando, sollecit*, sollecito, giorni
TRACKING: tracking, tracciamento, tracciat*, corriere, postino, fattorino, poste, bartolini, brt, sda, gls, dhl, ups,
  magazzino, deposito, dogana, transito, in consegna, fermo, ferma, bloccat*, non si muove, spedizione, in viaggio,
  stato della
LOOKED: vicin*, cassetta, portinai*, portiere, portineria, custode, in casa, ero a casa, porta, controllato, cercato,
  dappertutto, ovunque, telecamera, guardato, chiesto ai
PARCEL: pacco, pacchetto, consegna, scatola, busta, collo
REFUND: rimbors*, soldi, i miei soldi, denaro, accredit*, riaccredit*, credito, buono, importo, indennizz*,
  risarciment*, bonifico, restitu*, somma, caparra, acconto, deposito, credito cliente, saldo, abbuono,
  sconto promesso, rimborsat*, restituite, restituire i soldi, #money indietro, storno
OWED: dovete, mi dovete, deve ancora, dovut*, in sospeso, non rimborsat*, non mi avete rimborsato,
  non ho ricevuto il rimborso, non ho ancora ricevuto il rimborso, nessun rimborso, nessun accredito,
  non e stato accreditato, non risulta alcun accredito, non risulta, non vedo, sul conto niente, niente sul conto,
  dov e il mio rimborso, dov e il rimborso, dove sono i miei soldi, sollecito rimborso, non e arrivato il rimborso,
  solo parte, parziale, la differenza, il resto dei soldi, aspetto il rimborso, attesa del rimborso, neanche un euro,
  non visto, rimborso mancante, non ho visto, non li vedo, non lo vedo, non e arrivato niente, rimborso mai,
  mai arrivato il rimborso, mai rimborsato, mai rimborsati, ancora rimborso, ancora il rimborso, zero rimborso,
  sulla carta niente, sul conto nulla, sulla postepay, nn c e un euro, non c e un euro, neanche un centesimo,
  solo #money, invece di #money, i #money, mancano #money, mi mancano #money, i miei #money, mi dovete ancora,
  ci dovete, addebitato due volte, doppio addebito, storno, rimborsato a meta, rimborso a meta, rimborsati,
  non rimborsato, non ancora rimborsato, in attesa del rimborso, in attesa di rimborso, aspetto ancora,
  profilo e vuoto, quando mi rimborsate, quando arriva il rimborso, che fine ha fatto il rimborso, rimborso non
APPROVED: approvat*, confermat*, accettat*, promess*, autorizzat*, annunciat*, comunicat*, concordat*, elaborat*,
  emess*, mi avete scritto, avevate scritto, mi avevate detto, avete ammesso, ammesso, riconosciut*, confermaste,
  comunicaste, pratica chiusa, accordo, d accordo, avete accettato, offerto, avviato, partito
BANK: banca, conto, carta, carta di credito, estratto conto, paypal, bonifico, giorni lavorativi, klarna, postepay,
  movimenti
SENT_BACK: restituit*, reso, resi, rispedit*, rimandat*, rientrat*, ricevuto il reso, reso ricevuto, magazzino ha,
  ritirat*, vi e arrivato, tornato indietro, reso consegnato, e tornato da voi, da voi, arrivato da voi, tornato,
  ce l avete, lo avete, l avete, e vostro, vi ho rispedito, vi ho rimandato, vi ho restituito, consegnato al,
  in magazzino, ritirato il, vi e stato restituito, reso arrivato, ricevuta del corriere
CANCEL: annull*, annullare, cancell*, disdi*, recesso, recedere, stornare, non spedite, non spedire, non mandate,
  non lo voglio piu, non la voglio piu, non mi serve piu, non voglio piu, bloccare l ordine, bloccate, fermate,
  fermare, revoc*, rinunci*, lasciate perdere, eliminare l ordine, sospende*, stoppa*, annullate, annullatelo,
  annullarlo, annullatemi, cancellate, cancellatelo, fermate tutto, non lo spedite, non lo mandate, non incidete,
  non stampate, non preparate, non mi serve, lasciamo perdere, lascio perdere, togliete l ordine, stop, stoppate,
  ritirare l ordine, rinuncio
CHANGE: cambi*, modific*, corregg*, correzione, aggiorn*, rettific*, sostituire con, passare a, mettere invece,
  variare, mettete, mettetemi, metteteci, potete mettere, meglio la, meglio il, passate a, fatelo, fatela, cambiatelo,
  cambiatela, cambiate, cambiarmi, dirottare, spostare, unire, accorpare, un unica spedizione, mandatelo a,
  speditelo a, modificate
CHANGE_MIND: cambiato idea, ho cambiato idea, ci ho ripensato, ripensat*, non mi piace, non mi convince,
  non e il mio stile, non mi sta bene, non mi dona, meno caro, a meno, mi sono pentit*, non fa per me,
  non mi entusiasma
ADDRESS: indirizzo, cap, civico, numero civico, via, interno, citofono, traslocat*, trasloco, trasferit*,
  nuovo indirizzo, vecchio indirizzo, indirizzo di spedizione, indirizzo di consegna, refuso
ADD_DROP: aggiung*, togliere, togliete, rimuov*, levare, includere, uno in piu, una in piu, quantita,
  due invece di uno, un altro paio, un secondo, eliminare dall
DUPLICATE: due volte, doppio ordine, doppi*, per sbaglio, per errore, per distrazione, due ordini, duplicat*,
  stesso ordine, doppio clic, accidental*
BEFORE_SHIP: prima che, prima della spedizione, prima di spedire, non ancora spedito, non e ancora partito,
  non e partito, non spedito, non e stato spedito, ieri sera, ieri, stamattina, stanotte, poco fa, un ora fa,
  appena ordinato, ho appena, appena fatto, se possibile, se e possibile, ancora possibile, sono in tempo,
  siamo in tempo, in tempo, prevendita, preordin*, pre ordin*, in preparazione, in lavorazione, e possibile,
  faccio in tempo, parta, non ancora partito, non ancora partita, non e ancora, nn ancora, prima di mandare,
  prima di mandarlo, prima di spedirlo, prima dell incisione, prima della stampa, spediate, lo spediate, fatto ora,
  fatto ieri, di ieri, di stamattina, di oggi, oggi stesso, stamani, preso ieri, ordinato ieri, ordinato stamattina,
  ordinato oggi, da poco, un attimo fa, dieci minuti fa, mezz ora fa, due ore fa, ancora in, al volo,
  se si fa in tempo
SHOP_CANCELLED: avete annullato, e stato annullato, stato annullato, annullato da, avete cancellato,
  perche avete annullato, mi avete annullato
SIZE: taglia, taglie, misura, misure, dimension*, lunghezza, larghezza, diametro, circonferenza, guida alle taglie,
  tabella, numero di scarpe, formato, vestibilita
WHICH: che taglia, quale taglia, che misura, quale misura, quale, quali, che numero, quale lunghezza, dovrei, devo,
  prendo, prendere, scelgo, scegliere, consigli*, consiglio, mi consigliate, tra la, tra, dubbio, indecis*, meglio la,
  mi andra, andrebbe, va bene per, mi serve, mi starebbe, equival*, corrisponde a, convert*, conversione,
  la taglia giusta, taglia giusta, giusta, conviene, m o l, m o la l, s o m, s o la m, l o xl, xs o s, o la l, o la m,
  o la s, o la xl, o taglia, o l, o xl, o m, o #n, ke taglia, ke misura, ke numero, che compro, quale compro,
  che prendo, quale prendo, vado di, vado con, vado su, sto su, mi va la, mi sta la, mi entra, ci sta, ci entra,
  mi stringe, sara, andra bene, una taglia in piu, una taglia in meno, salire di, scendere di, conviene salire,
  come capisco, come scelgo, come calcolo, serve l, serve m, serve la, risalire alla misura
MEASURE: misurare, misurato, ho misurato, metro, striscia di carta, filo, veste piccolo, veste grande, vestono, veste,
  calza, elastic*, aderent*, stretto, abbondante, giusto di
BODY: vita, fianchi, petto, seno, polso, dito, anulare, caviglia, piede, piedi, collo, testa, peso, kg, chili, alto,
  alta, di solito, normalmente, porto la, porto una, solitamente, spalle, cosce, incinta, coppa, sottoseno
POOR_FIT: troppo grand*, troppo piccol*, troppo strett*, troppo largh*, troppo larg*, troppo lung*, troppo cort*,
  non mi va, non mi sta, mi sta grande, mi sta larg*, mi sta strett*, mi va strett*, mi va grande, mi va piccol*,
  non mi entra, non mi entrano, mi balla, mi stringe
RETURN_WISH: rendere, restituire, reso, fare un reso, fare il reso, resi, etichetta di reso, cambiarlo, cambiarla,
  cambio taglia, sostituire, rimandare indietro, rimandarlo, rimandarla, procedura di reso, vorrei rendere,
  voglio rendere, vorrei restituire, vorrei cambiare, vorrei cambiarlo, posso cambiare, posso rendere,
  posso restituire, si puo rendere, si puo cambiare, come faccio il reso, come si fa il reso, come rendo,
  termini di reso, spese di reso
SMALL_TALK: grazie mille, grazie per, complimenti, bellissim*, splendid*, perfett*, fantastic*, adoro, content*,
  soddisfatt*, ottim*, bravi, bravissim*, stupend*, meravig*
PRESALE: avete, vendete, spedite, consegnate, fate, c e la possibilita, ci sono, disponib*, esaurit*, torna, tornera,
  riassort*, prezzo, costa, quanto costa, costi di spedizione, spedizione gratuita, codice sconto, sconto, sconti,
  saldi, promozion*, regalo, carta regalo, pacchetto regalo, confezione regalo, materiale, lavastoviglie, lavare,
  lavaggio, cura, garanzia, interessat*, prima di ordinare, prima di acquistare, black friday, student*
WHEN: quando arriva, quando arrivera, quando, quanto tempo, in quanto, data di consegna, tempi, arrivera,
  nessuna fretta, senza fretta, solo sapere, solo per sapere, volevo solo, prevista per, numero di tracking,
  codice di tracciamento, stato del mio, arriva domani, arriva oggi, arriva in tempo, arrivera in tempo,
  prima di natale, per natale, e gia partito, giorno di consegna, fascia oraria, quando parte, quando spedite
FINE: tutto bene, tutto ok, tutto a posto, alla fine e arrivato, e poi arrivato, arrivato sano, risolto, sistemat*,
  nessun problema, nessun danno, in ottime condizioni, integro, niente di rotto, tutto perfetto, falso allarme,
  ritrovat*, nessuna lamentela, come non detto, e arrivato oggi, arrivato oggi, arrivato ieri, e arrivata, ce l ho,
  tutto arrivato, ricevuto il rimborso, rimborso ricevuto, rimborso arrivato, potete chiudere, chiudete pure,
  ignorate, lasciate stare, me lo tengo, me la tengo, lo tengo, grazie lo stesso
ADMIN: fattura, ricevuta, scontrino, iva, newsletter, disiscri*, cancellarmi, iscrizione, account, password, accedere,
  accesso, login, privacy, gdpr, dati, punti, fedelta, app, sito, pagamento, pagare, carrello
OUTSIDE: collaborazion*, collaborare, influencer, blog*, giornalist*, stampa, articolo su, redazione, ingrosso,
  rivend*, rivenditor*, seo, posizionamento, curriculum, candidatura, lavoro, assunzion*, tirocinio, stage, sponsor*,
  associazione, lotteria, donazione, follower, instagram, tiktok, progetto scolastico, sondaggio, premio, vincitore,
  bitcoin, cripto, verificare il suo, verifica il, sospett*, phishing, truffa, link, clicca, cliccare, agenzia,
  aziende
AUTO: fuori ufficio, risposta automatica, automatic*, in ferie, ferie, assente, non rispondere, mancato recapito,
  impossibile recapitare, rientrero, rientro, in caso di urgenza
ALSO: anche, inoltre, in piu, d altra parte, altra cosa, due cose, due problemi, secondo, primo, per di piu,
  gia che ci sono, gia che ci siamo, e poi, nel frattempo, contemporaneamente, oltre a, in aggiunta, altra domanda,
  seconda cosa, entrambi
REPLACE: sostituzion*, sostitut*, uno nuovo, una nuova, quello giusto, quella giusta, rispedire, rimandare, nuovo,
  rimpiazz*, inviarmi il, inviarmi la
MONEY: #money
DATE: #date, #day, gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre,
  dicembre, lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica, natale, pasqua, capodanno, compleanno,
  matrimonio, il #n, dal #n, oggi #n
DURATION: #n giorni, #n settimane, #n mesi, due settimane, tre settimane, quattro settimane, cinque settimane,
  sei settimane, due mesi, tre mesi, un mese, una settimana, quindici giorni, mesi, dieci giorni
COUNT: #n su #n, #n invece di #n, due su, uno su, una su, solo #n, ricevuti #n, pagati #n, arrivati #n, dei tre,
  delle tre, dei due, tutte e due, tutti e due, #n pezzi, entrambe, entrambi
LETTER_SIZE: xs, xl, xxl, taglia m, taglia l, taglia s, una m, una l, una s, la m, la l, la s, m o l, s o m, l o xl,
  xs o s, taglia #n, un #n, il #n
SAYS: dice, indica, riporta, c e scritto, scritto, secondo, annuncio, descrizione, nella foto, sul sito, da sito,
  come da
"""
