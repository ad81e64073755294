"""The trade's words in German, accents folded (ä is a, ß is ss), also spelt with ae, oe, ue."""

WORDS = """
NOT: nicht, kein, keine, keinen, keiner, keinem, keines, nie, niemals, nichts, ohne, weder, nix, ned, net
YET: noch nicht, bisher, bislang, bis heute, bis dato, bis jetzt, noch kein, noch keine, noch keinen, noch nichts
STILL: noch, immer noch, noch immer, weiterhin, nach wie vor
WRONG: falsch, falsche, falscher, falsches, falschen, falschem, fehllieferung, falschlieferung, verkehrt*,
  irrtumlich*, inkorrekt*, nicht die richtige, nicht der richtige, nicht das richtige, nicht richtig,
  falschen artikel, fehler beim packen, vergriffen, die falsche, den falschen, das falsche, nicht meine bestellung,
  nicht unsere, wer ist, gehort mir nicht, gehort nicht mir
MIXUP: verwechsel*, vertauscht*, verwechslung, fehler, irrtum, versehen von, jemand anderem, jemand anders,
  anderen kunden, anderer kund*, fremde*, nicht mein*, danebengegriffen
INSTEAD: statt, anstatt, stattdessen, anstelle, an stelle
DIFFERENT: ander, andere, anderer, anderes, anderen, anders, abweich*, stimmt nicht, passt nicht zu, nicht das was,
  nicht der, entspricht nicht, unterschied*
NOT_ORDERED: nicht bestellt, nie bestellt, gar nicht bestellt, nicht gekauft, habe ich nicht bestellt, nicht geordert
ORDERED: bestellt, bestellte, geordert, gekauft, kaufte, ausgesucht, ausgewahlt, gewahlt, laut rechnung,
  laut bestellung, laut bestatigung, rechnung sagt, lieferschein sagt, in der bestatigung, bezahlt, wollte,
  sollte sein, hatte gern
CAME: erhalten, bekommen, bekam, erhielt, angekommen, ankam, kam, kamen, gekommen, geliefert, eingetroffen,
  ausgepackt, drin, im paket war, im paket waren, im paket lag, war drin, geoffnet, aufgemacht, lag, zugestellt,
  da ist, gekriegt, kriegte
YOU_SENT: ihr habt, sie haben, geschickt, gesendet, zugeschickt, zugesandt, geschickt bekommen, geliefert bekommen,
  gesandt, ihr schickt, kam an, mitgeschickt, eingepackt, beigelegt, verschickt habt, uns geliefert, habt mir, gabt,
  bekomme, bekomm, geliefert wurde, geliefert wurden, wurde geliefert, wurden geliefert, kam eine, kam ein, kommt ein,
  kommt eine
EXTRA: zu viel, zuviel, zusatzlich*, doppelt geliefert, zwei statt, zweite bekommen, mehr als bestellt, ubrig,
  einmal bestellt, nur eine bestellt, nur einen bestellt, nur eins, nicht auf der rechnung, nicht berechnet
COLOUR: schwarz*, weiss*, rot, rote, roten, rotes, blau*, grun*, gelb*, rosa, lila, grau*, braun*, beige, marine,
  oliv*, orange, gold*, silber*, farbe*, turkis, bordeaux, salbei*, pink
LABELLED: etikett*, schild*, gravur, graviert*, aufdruck, bedruckt, personalisiert*, namen
BROKEN: kaputt*, zerbroch*, gebroch*, bruch*, sprung, gesprung*, riss, risse, gerissen*, zerriss*, aufgerissen,
  eingerissen, scherben, delle*, verbeult*, beule*, kratz*, zerkratz*, verkratz*, loch, locher, fleck*, verschmutz*,
  dreckig, beschadig*, schaden, schadhaft, defekt*, mangel*, mangelhaft, verbogen, geknickt, knick*, abgebroch*,
  abgefallen, fallt ab, fallt auseinander, auseinander, lose, locker, wackel*, naht, nahte, verschluss,
  reissverschluss, abgeblattert, blattert, verfarb*, farbt, ausgeblich*, lauft aus, undicht, nass, durchnass*,
  schimmel*, rost*, verrost*, zerdruckt, eingedruckt, gequetscht, abgesplittert, ausgefranst, aufgegangen, geht auf,
  gelost, lost sich, herausgefallen, rausgefallen, stein fehlt, angelaufen, lauft an, verzog*, geplatzt, platzt, hin,
  im eimer, angeschlagen, macke*, pilling, tropft, ausgerissen, abgerissen, lasst nach, durchgescheuert, kratzer,
  verklemm*, klemmt, klemmen, knarzt, quietsch*, rauscht, rauschen, knistert, riecht, stinkt, gestank, brandfleck*,
  verbrannt, geschmolz*, eingelaufen, eingegangen, durchgebrannt, leckt, undichte*, ubergelaufen, wellig, gewellt,
  krumm, schief, stumpf, unscharf, verschmiert, unbrauchbar, kaputtgegangen, kaputt gegangen, sohle, henkel ab,
  griff ab, ab ist, abgegangen, ab gegangen, geht ab, ging ab, brach, bricht, zerfetzt, zersplittert, faden gezogen,
  ziehfaden, laufmasche*, ausgelaufen, demoliert, zerlegt, zerfallt, auseinandergefallen, abfarbt, abgefarbt, juckt,
  schwarz geworden, grun geworden, grunspan, delle, eingedellt, geoffnete, platt, haarriss*, naht auf, naht offen,
  naht gerissen, stein raus, stein weg, schlecht verarbeitet, verarbeitung, reklam*, mangelhafte, transportschaden,
  hinuber
NO_WORK: funktioniert nicht, funktioniert nicht mehr, funktionieren nicht, geht nicht, geht nicht an, geht nicht mehr,
  geht gar nicht, ladt nicht, springt nicht an, tut nicht, tut nichts, startet nicht, kein mucks, keinen mucks,
  ausgefallen, streikt, gibt den geist, geist aufgegeben, tot, defekt geliefert, reagiert nicht, schaltet nicht,
  lasst sich nicht, ohne funktion, kein ton, kein bild, schliesst nicht, halt nicht, flacker*, qualmt, brummt,
  geht nimmer, lauft nicht, lauft nicht mehr, kein strom, ohne strom, macht nichts, macht nix, macht keinen,
  bleibt dunkel, bleibt schwarz, akku, display, stumm, piept, stottert, bleibt stehen, nicht mehr an, geht aus,
  schaltet sich aus, schaltet ab, kein mucks mehr, kein licht, leuchtet nicht, heizt nicht, kuhlt nicht, dreht nicht,
  dreht sich nicht, verbindet nicht, ruckelt, friert ein, eingefroren, hangt sich auf, fehlercode, fehlermeldung,
  nach der ersten wasche, ersten wasche, beim ersten
OWN_FAULT: meine schuld, selbst schuld, selber schuld, mein fehler, ich habe ihn fallen, fallen lassen,
  runtergefallen, heruntergefallen, mir ist, eigene schuld, ungeschick*, tollpatsch*, meine eigene, selbst kaputt,
  nicht ihre schuld, nicht eure schuld, mein versehen, von mir verursacht, ich habe mich verguckt, verlesen, vertan,
  mich vertan, selbst verursacht, mein hund, meine katze
LOST: verloren, verlorengegangen, abhanden, verschwunden, verschollen, gestohlen, geklaut, weg, unauffindbar
NO_COME: nicht angekommen, nie angekommen, nicht erhalten, nichts erhalten, nie erhalten, nicht bekommen,
  nichts bekommen, nie bekommen, nicht da, nicht geliefert, nichts angekommen, nichts gekommen, nicht gekommen,
  nie gekommen, nicht eingetroffen, nicht zugestellt, kein paket, keine lieferung, keine ware, keine spur,
  immer noch nicht da, noch nicht da, noch nicht angekommen, noch nichts da, nirgends, kein packchen, fehlt jede spur,
  bei mir nichts, ist nichts, nichts da, nie da, nix da, nix angekommen, nix gekommen, noch nix, nichts gesehen,
  nie gesehen, hab nichts, habe nichts, keiner da, niemand da, niemand gekommen, kam nie, kam nichts, kam nicht,
  kam keiner, kam niemand, immer noch nichts, immer noch nicht, noch immer nicht, noch immer nichts, bis heute nicht,
  bis heute nichts, auf sich warten, warte vergeblich, keine sendung
MARKED: als zugestellt, zugestellt laut, angeblich, laut sendungsverfolgung, soll zugestellt, als geliefert,
  steht zugestellt, geliefert markiert, unterschrift, unterschrieben, abgegeben, ablageort, abgelegt,
  nachbarn abgegeben, laut dhl, laut status, laut app
WHERE: wo ist, wo bleibt, wo bleiben, wo steckt, wo sind, was ist mit, verbleib, sachstand
SHORT: fehlt, fehlen, fehlte, fehlten, fehlende*, unvollstandig*, nur zwei, nur eine, nur ein, nur einer, nur drei,
  nur vier, nur die, nur der, nur das, nur teil, teillieferung, rest, der rest, zu wenig, statt drei, von drei,
  von vier, nicht dabei, nicht drin, nicht im paket, nicht enthalten, liegt nicht bei, lag nicht, war nicht dabei,
  leer, leerer, leeres, leere, ein teil, zweites paket, vermisse, vergessen, nicht mitgeliefert, nicht beigelegt,
  nicht dabei gewesen, war nicht, waren nicht, ist nicht dabei, sind nicht dabei, kein kabel, kein deckel,
  keine schrauben, nirgendwo, fehlt mir, fehlt uns, fehlmenge, restliche*, restlieferung, der zweite, die zweite,
  das zweite, halbe, halfte, unvollst*, zubehor, weniger als, nicht mit drin, war keins, war keine, war kein,
  ohne die, ohne den, ohne das, nachlief*
OVERDUE: uberfallig, sollte, sollten, hatte kommen sollen, hatte da sein, langst, verspatet, verspatung, liefertermin,
  lieferdatum, lieferzeit, versprochen, zugesagt, angekundigt, es hiess, lieferfrist, spatestens, seit, termin,
  verzug, vorbei, verstrichen, abgelaufen, uberschritten, inzwischen, heute ist, und heute, sollte kommen, sollte da,
  sollte gestern, hatte langst, sollte bis, sollten bis, fur den, garantiert, zusage, zugesichert, liefertermin war,
  angekundigt war, war angekundigt, zu spat, verpasst, wollten sie liefern
WAIT: warte, warten, wartet, gewartet, wartezeit, seit wochen, seit tagen, seit monaten, vor wochen, wochen her,
  geduld, ewig, lange, vor drei wochen, vor zwei wochen, wochenlang
TRACKING: sendungsverfolgung, tracking, sendung*, sendestatus, verfolgung, paketdienst, zusteller, postbote, bote,
  post, dhl, dpd, hermes, gls, ups, depot, paketzentrum, verteilzentrum, zoll, unterwegs, bewegt sich nicht,
  keine bewegung, stillstand, hangt, kurier, spediteur
LOOKED: nachbar*, briefkasten, packstation, hausmeister, zuhause, zu hause, haustur, vor der tur, nachgesehen,
  gesucht, nachgefragt, uberall, kamera, rezeption, gefragt, garage, treppenhaus
PARCEL: paket, packchen, lieferung, karton, umschlag, schachtel, rolle
REFUND: erstatt*, ruckerstatt*, ruckzahl*, geld, geld zuruck, gutschrift*, gutgeschrieb*, betrag, gutschein*,
  entschadig*, zuruckgezahlt, zuruckzahl*, uberweis*, kaufpreis, refund, anzahlung, versandkosten zuruck, nachlass,
  kulanz, guthaben, wertgutschein, storno betrag, kohle, ruckuberw*, zuruckuberw*, zuruckbekommen, zuruckerhalten,
  zuruckgebucht, zuruckbuchen, erstattet, #money zuruck
OWED: offen, ausstehend*, schulden, schuldet, schuldig, kein geld, noch kein geld, nicht erstattet,
  nichts gutgeschrieben, nicht gutgeschrieben, keine gutschrift, keine erstattung, kein geldeingang,
  kein zahlungseingang, geld nicht, wo bleibt mein geld, wo ist mein geld, wo bleibt das geld,
  wo bleibt die erstattung, wo bleibt meine, nichts auf dem konto, nichts auf meinem konto, nichts eingegangen,
  nicht eingegangen, restbetrag, nur teilweise, nur teil erstattet, nur die halfte, differenz, zu wenig erstattet,
  auf mein geld, auf meine erstattung, auf die erstattung, auf die ruckzahlung, auf meine ruckerstattung, fehlbetrag,
  fehlt noch, fehlen noch, steht aus, stehen aus, nix auf dem konto, konto nichts, konto nix, konto leer, keinen cent,
  kein cent, kein euro, keinen euro, noch #money, nur #money, statt #money, die restlichen, restliche #money,
  der rest des geldes, nicht da das geld, geld ist nicht, geld ist noch nicht, geld kommt nicht, geld noch nicht,
  erstattung ist nicht, erstattung fehlt, nicht angekommen das geld, bislang nicht erstattet, noch nicht erstattet,
  noch nicht gutgeschrieben, doppelt abgebucht, zweimal abgebucht, zu viel abgebucht, mahne, mahnung, anmahnen,
  schuldig geblieben, auf dem konto ist nichts, habe ich nie bekommen
APPROVED: bestatigt, genehmigt, zugesagt, zugesichert, versprochen, angekundigt, bewilligt, veranlasst, angewiesen,
  storniert wurde, bearbeitet, freigegeben, geschrieben, schrieben sie, schriebt, geschrieben dass, zugestimmt,
  akzeptiert, anerkannt, eingeleitet, abgeschlossen, kulanterweise, angeboten, vereinbart, in aussicht
BANK: bank, konto, kreditkarte, karte, paypal, klarna, kontoauszug, abrechnung, werktage*, bankarbeitstage,
  arbeitstage, uberweisung, buchung, abgebucht
SENT_BACK: zuruckgeschickt, zuruckgesandt, zuruckgesendet, retourniert, retoure, rucksendung, eingegangen, lager,
  retoure angekommen, rucksendung erhalten, zuruckgegeben, abgeholt, retournierte, wieder bei euch, wieder bei ihnen,
  bei euch angekommen, bei ihnen angekommen, ging zuruck, ist zuruck, zuruck bei, habt ihr zuruck, haben sie zuruck,
  ruckgesendet, eingesandt, eingeschickt, abgegeben, retour, zuruckgebracht, ruckgabe erfolgt
CANCEL: stornier*, storno*, storniert, widerruf*, widerrufe, abbestell*, kundig*, canceln, gecancelt,
  nicht mehr haben, nicht mehr versenden, nicht verschicken, nicht versenden, nicht abschicken, nicht losschicken,
  zurucktreten, rucktritt, stoppen, stoppt, stopp, loschen sie die bestellung, bestellung loschen, nicht mehr brauche,
  brauche ich nicht mehr, ruckgangig, streichen, streicht, vergessen sie die bestellung, abblasen, doch nicht,
  bitte stoppen, raus aus der bestellung, aus der bestellung, will ich nicht mehr, mochte ich nicht mehr,
  will nicht mehr, brauch ich nicht, brauche nicht, bestellung weg, nicht rausschicken, nicht mehr schicken,
  annullier*, zuruckziehen, ziehe zuruck, hinfallig, storn, auflosen, nicht produzieren, nicht drucken,
  nicht gravieren, wegmachen
CHANGE: ander*, andern, geandert, anderung, umandern, korrigier*, tauschen gegen, andern sie, umstellen, anpassen,
  berichtigen, wechseln, abandern, umbuchen, umschreiben, statt dessen, lieber in, umgestellt, macht daraus,
  machen sie daraus, macht bitte, draus machen, auf #n andern, auf l andern, auf m andern, gegen, austauschen gegen,
  umleiten, zusammen verschicken, zusammenlegen, zusammen schicken, ersetzen durch, doch in, doch lieber
CHANGE_MIND: anders uberlegt, gefallt mir nicht, gefallt mir doch nicht, gefallt nicht, gefallen mir nicht,
  doch nicht mein, nicht mein geschmack, nicht mein stil, steht mir nicht, steht mir doch nicht, nichts fur mich,
  gunstiger gefunden, billiger gefunden, bereue, sagt mir nicht zu, nicht uberzeugt, umentschieden
ADDRESS: adresse, lieferadresse, anschrift, hausnummer, postleitzahl, plz, strasse, umgezogen, umzug, ziehe um, wohne,
  alte adresse, neue adresse, tippfehler, lieferanschrift, versandadresse, zahlendreher
ADD_DROP: hinzufug*, dazu, dazupacken, dazulegen, weglassen, rausnehmen, herausnehmen, noch ein, noch eine,
  noch einen, zusatzlich bestellen, stuckzahl, menge, statt zwei, statt einer, streichen, erganz*, anzahl
DUPLICATE: doppelt, zweimal, aus versehen, versehentlich, doppelklick, zwei bestellungen, zwei mal, 2x,
  doppelte bestellung, doppelbestellung
BEFORE_SHIP: bevor, bevor sie verschick*, vor dem versand, vor versand, noch nicht verschickt, noch nicht versendet,
  noch nicht versandt, nicht verschickt, gerade bestellt, gerade eben, eben bestellt, gestern abend, gestern,
  heute morgen, vorhin, falls moglich, wenn moglich, noch moglich, vorbestell*, vorbestellung, in bearbeitung,
  noch rechtzeitig, geht das noch, ist das noch, noch nicht raus, noch nicht unterwegs, rausgeht, rechtzeitig,
  gestern bestellt, heute bestellt, heute fruh, eben erst, soeben, vor einer stunde, vor zwei stunden,
  noch nicht gepackt, noch nicht los, nicht los, noch nicht produziert, in produktion, noch nicht graviert,
  noch nicht gedruckt, bevors, rausschickt, losschickt, noch hier, ehe, vor versendung, noch andern, noch anpassen,
  noch geandert, kann man noch, konnt ihr noch, konnen sie noch, ist noch nicht
SHOP_CANCELLED: von ihnen storniert, von euch storniert, wurde storniert, storniert worden, habt storniert,
  warum wurde
SIZE: grosse*, groesse*, ringgrosse*, grossentabelle*, masse, abmessung*, lange, breite, durchmesser, umfang, weite,
  massangab*, konfektionsgrosse, schuhgrosse, kettenlange
WHICH: welche grosse, welche groesse, welche ringgrosse, welche lange, welche, welchen, welches, welcher, soll ich,
  sollte ich, muss ich, nehme ich, nehmen, empfehl*, empfiehlt, ratet, raten, rat, zwischen, wahlen, brauche ich,
  eher, lieber, passt das, passt der, passt die, passt mir, wurde passen, passen wurde, passt zu, umrechn*,
  entspricht, ubersetzt, was wurdet, was wurden, richtige grosse, bestelle ich, m oder l, s oder m, l oder xl,
  xs oder s, oder l, oder xl, oder m, oder s, oder #n, oder eher, oder doch, nehm ich, nimmt man, brauch ich,
  passt da, passt dann, was passt, was nehme ich, was nehm, reicht, reicht da, welche nummer, kommt da, ist das dann,
  kann ich da, sollte, ware das, bin ich, ist da, wie fallt, wie fallen, wie finde ich
MEASURE: gemessen, messe, messen, ausmessen, massband, papierstreifen, faden, fallt aus, fallen aus, fallt gross,
  fallt klein, kleiner aus, grosser aus, fallt, fallen, gross aus, klein aus, eng, stretch, dehnbar, elastisch, knapp,
  reichlich
BODY: taille, hufte, huften, brust, brustumfang, unterbrust*, handgelenk, finger, ringfinger, fingerumfang, knochel,
  fuss, hals, kopf, kopfumfang, wiege, kilo, kg, cm gross, koerpergrosse, korpergrosse, trage sonst,
  trage normalerweise, trage meist, normalerweise, sonst, meistens, schulter*, oberschenkel, schwanger
POOR_FIT: zu gross, zu klein, zu eng, zu weit, zu lang, zu kurz, passt nicht, passt leider nicht, passen nicht,
  passt mir nicht, passen leider nicht, sitzt nicht, nicht passt, rutscht
RETURN_WISH: umtausch*, tauschen, umtauschen, eintauschen, zuruckgeben, zuruckschicken, zurucksenden, retournieren,
  ruckgabe, rucksenden, retourenschein, retourenlabel, rucksendeetikett, ruckgaberecht, mochte zuruckgeben,
  will zuruckgeben, wurde gern tauschen, wurde gerne tauschen, gegen eine andere grosse, andere grosse tauschen,
  rucksendung anmelden, wie schicke ich, zuruck schicken, zuruck geben, ruckschein, retourenportal, rucksendekosten
SMALL_TALK: danke schon, vielen dank, super, toll, tolle, begeistert, wunderschon, klasse, prima, perfekt, zufrieden,
  lob, grossartig, herrlich, traumhaft, liebe es, bedanken, gefreut
PRESALE: haben sie, habt ihr, gibt es, gibts, verkauft ihr, liefert ihr, liefern sie, versendet ihr, versenden sie,
  versandkosten, preis, kostet, kosten, rabatt*, rabattcode, aktion, angebot*, gutscheincode, auf lager, vorratig,
  lieferbar, verfugbar*, wieder da, nachschub, geschenk*, geschenkverpackung, material, spulmaschin*, waschen,
  waschbar, pflege, garantie, gewahrleistung, interessiere mich, uberlege, vor dem kauf, bevor ich bestelle,
  studentenrabatt, black friday
WHEN: wann kommt, wann wird, wann kann, wann ist, wann, wie lange, voraussichtlich, bis wann, wann ungefahr,
  eilt nicht, keine eile, nur wissen, nur fragen, kommt noch, soll am, angekundigt fur, trackingnummer, wo sehe ich,
  lieferstatus, status meiner, soll heute, soll morgen, kommt am, liefertag, zustelltermin, wunschtermin, abstellen,
  abstellgenehmigung, kommt es bis, kommt das bis, bis weihnachten, rechtzeitig zum, schon verschickt,
  schon unterwegs
FINE: alles gut, alles in ordnung, alles bestens, ist ok, hat sich erledigt, erledigt, geklart, nichts kaputt,
  passt alles, gut angekommen, heil angekommen, ist doch noch, doch noch, inzwischen da, inzwischen angekommen,
  kein problem, keine sorge, tadellos, einwandfrei, trotzdem angekommen, wiedergefunden, gefunden, keine beschwerde,
  keine reklamation, passt schon, alles da, ist da, ist angekommen, kam heute, kam gestern doch, kam dann doch,
  doch angekommen, hat geklappt, geld ist da, erstattung ist da, ist eingegangen, danke fur die schnelle,
  bitte schliessen, kann geschlossen werden, ignorieren, gegenstandslos
ADMIN: rechnung, quittung, beleg, mwst, umsatzsteuer, newsletter, abmelden, abbestellen newsletter, konto loschen,
  kundenkonto, passwort, anmelden, einloggen, login, dsgvo, daten, treuepunkte, punkte, app, webseite, website, kasse,
  bezahlen, zahlungsart, lastschrift
OUTSIDE: kooperation*, zusammenarbeit, influencer*, blog*, journalist*, presse, artikel uber, redaktion, grosshandel,
  wiederverkauf*, handler, haendler, seo, ranking, bewerbung, bewerbe, stelle, stellenanzeige, praktikum, lebenslauf,
  job, partnerschaft, sponsor*, spende*, tombola, verlosung, follower, instagram, tiktok, schulprojekt, umfrage,
  gewinn, bitcoin, krypto, verifizieren, verdachtig*, phishing, betrug*, link, klicken, agentur, firmenkunden
AUTO: abwesend, abwesenheit, abwesenheitsnotiz, automatische antwort, automatisch*, nicht im buro, ausser haus,
  im urlaub, urlaub, nicht zugestellt werden, unzustellbar, zustellung fehlgeschlagen, elternzeit,
  in dringenden fallen, nicht antworten
ALSO: ausserdem, zusatzlich, zweitens, erstens, zwei dinge, zwei sachen, zwei probleme, zwei anliegen, und dann noch,
  und noch was, auch noch, des weiteren, daruber hinaus, ebenfalls, zudem, nebenbei, ubrigens, bei der gelegenheit,
  gleichzeitig, beides, und noch, ferner, weitere frage, zum anderen, dazu noch
REPLACE: ersatz*, ersetzen, neu zusenden, neue zusenden, nachsenden, nachliefern, nachlieferung, richtige, richtigen,
  neuen schicken, nochmal schicken, austausch*, neu schicken
MONEY: #money
DATE: #date, januar, februar, marz, maerz, april, mai, juni, juli, august, september, oktober, november, dezember,
  montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, weihnachten, ostern, geburtstag,
  hochzeit, nikolaus, der #n, am #n, #day
DURATION: #n tage*, #n wochen, #n woche, #n monate*, zwei wochen, drei wochen, vier wochen, funf wochen, sechs wochen,
  zwei monate*, einen monat, eine woche, einem monat, einer woche, seit #n, vor #n, nach #n, monaten, wochen, tagen
COUNT: #n von #n, #n statt #n, zwei von, drei von, eins von, einer von, eine von, nur #n, erhalten #n, habe #n,
  gezahlt, #n stuck, #n teile, von den drei, von den zwei, von vier, beide, #nmal, #n mal
LETTER_SIZE: xs, xl, xxl, grosse m, grosse l, grosse s, in m, in l, in s, m oder l, s oder m, l oder xl, xs oder s,
  grosse #n
SAYS: steht, laut, stand, angegeben, beschrieben, beschreibung, abgebildet, beworben, inserat, angezeigt, foto zeigt
"""
