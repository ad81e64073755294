"""The trade's words in French, accents folded."""

WORDS = """
NOT: ne, n, pas, jamais, rien, aucun, aucune, sans, ni, non, personne
YET: pas encore, toujours pas, toujours rien, a ce jour, jusqu ici, jusqu a present, toujours aucun, toujours aucune
STILL: toujours, encore
WRONG: mauvais, mauvaise, erreur, erron*, incorrect*, trompe, trompes, trompee, errone, faux, fausse, non conforme,
  pas conforme, pas le bon, pas la bonne, pas les bons, n est pas le bon, n est pas la bonne, pas celui que,
  pas celle que, pas la couleur, pas le modele, erreur de, vous vous etes trompes, vous etes trompe, s est trompe,
  trompes de, mauvaise taille, mauvais modele, mauvaise couleur, ce n est pas, c pas, cest pas, pas ce que j, qui est,
  ne m appartient pas
MIXUP: confond*, confusion, interverti*, inverse, inversion, melange*, quelqu un d autre, un autre client,
  une autre cliente, autre personne, pas a moi, pas le mien, pas la mienne, boulette, etourderie
INSTEAD: au lieu, a la place, plutot que, en lieu et place
DIFFERENT: different*, autre, autre chose, autre modele, ne correspond pas, correspond pas, rien a voir, pas celui,
  pas celle, pas ce que
NOT_ORDERED: pas commande, jamais commande, n ai pas commande, pas demande, jamais demande, pas achete,
  n ai jamais commande
ORDERED: commande, commandee, commandes, j avais commande, j ai commande, j avais pris, j ai pris, j ai choisi,
  choisi, choisie, achete, achetee, demande, voulu, je voulais, paye, payee, sur la facture, facture dit,
  bon de livraison, avais demande, la confirmation
CAME: recu, recue, recus, recues, recois, arrive, arrivee, arrives, arrivees, ouvert, deballe, livre, livree, livres,
  j ai eu, dans le colis, dans le carton, contenait, trouve, il y avait, est la, sont la, reception
YOU_SENT: vous m avez envoye, vous avez envoye, avez envoye, m avez expedie, envoye, envoyes, expedie, m a envoye,
  on m a envoye, m avez livre, vous avez mis, vous m avez mis, m avez donne, m avez fait parvenir, m a mis, recois un,
  recois une, on me livre, vous me livrez, vous m envoyez, j ai un, j ai une, je me retrouve avec, m est arrive,
  est arrive un, est arrivee une
EXTRA: en trop, de trop, supplementaire, deux au lieu, en double, un de plus, une de plus, en plus dans le colis,
  plus que, un seul, une seule, paye un seul, pas facture, surplus
COLOUR: noir*, blanc, blanche, rouge*, bleu*, vert, verte, verts, jaune*, rose*, violet*, gris*, marron, beige,
  marine, olive, orange, dore*, argent*, couleur*, kaki, bordeaux, turquoise, terracotta, ecru
LABELLED: etiquette*, grave, gravee, gravure, grave dessus, prenom, personnalis*, imprime, brode*
BROKEN: casse*, brise*, fele*, felure, fissur*, cassure, abim*, endommag*, dechir*, troue*, trou, trous, tache*,
  raye*, rayure*, eraflur*, cabosse*, bosse*, ecrase*, plie*, pliure, pli, tordu*, defectueu*, defaut*, panne,
  en panne, decolle*, decous*, recoll*, couture*, lache, a lache, fermoir, fermeture eclair, fermeture, zip, desserre,
  tombe*, detach*, effiloch*, ebrech*, moisi*, rouill*, mouille*, trempe*, humide, fuit, fuite, deteint, deteindre,
  decolor*, ternit, terni, noircit, noirci, miettes, morceaux, mille morceaux, eclats, hs, foutu*, pete*, perce*,
  sale*, bouloche*, boulochage, pelle, s ecaille, ecaill*, deforme*, gondol*, craqu*, casser, ne tient plus,
  ne colle plus, ne ferme plus, arrach*, cede, a cede, sectionn*, coince*, bloque, grince, gresille, siffl*,
  sent mauvais, odeur, pue, puent, brule*, brulure, fondu*, retreci*, rapetiss*, cloque*, gondole*, deteint*, efface*,
  flou, floue, illisible, bave*, inutilisable, semelle*, talon*, anse*, poignee, bretelle*, lanière*, elastique*,
  maille*, fil tire, coule, renverse, pulverise*, explos*, eclate*, desaxe*, de travers, bancal*, voile, voilee,
  defait*, ouvert en deux, en deux, en morceaux, amoche*, deglingue*, dechire, rongee, jauni*, verdi*, vert de gris,
  reaction, allergie, piece cassee, sav, malfacon, vice
NO_WORK: ne fonctionne pas, ne fonctionne plus, fonctionne pas, fonctionne plus, marche pas, marche plus,
  ne marche pas, ne marche plus, ne s allume, s allume plus, s allume pas, ne demarre, demarre pas, demarre plus,
  charge plus, charge pas, ne charge, tombe en panne, rendu l ame, lache, mort, morte, grille*, gresill*,
  ne tient pas, ne ferme, ferme plus, ferme pas, clignot*, refuse de, plus rien, coupe, surchauff*, ne charge plus,
  ne tourne, tourne plus, ne chauffe, chauffe plus, chauffe pas, ne s eteint, s eteint, s arrete, plus de son,
  pas de son, plus aucun son, ecran noir, reste noir, reste eteint, ecran, batterie, ne repond, ne se connecte, bugge,
  bug, plante, ne reagit, disjonct*, saute, fume, un seul cote, premier lavage, premiere utilisation, premier jour,
  au bout de, aucune reaction, hors service
OWN_FAULT: ma faute, de ma faute, ma propre faute, j ai fait tomber, j ai casse, ma maladresse, maladress*, mon chien,
  mon chat, mon erreur, je me suis trompe, je me suis trompee, c est moi qui, par ma faute, pas votre faute,
  vous n y etes pour rien, sans reclamation, j ai renverse, echappe des mains
LOST: perdu*, egar*, vole, volee, voles, disparu*, introuvable, volatilis*, evapore*
NO_COME: pas recu, jamais recu, rien recu, pas arrive, jamais arrive, toujours pas recu, toujours pas arrive,
  toujours rien, pas encore recu, rien n est arrive, pas livre, jamais livre, n est pas arrive, n est jamais arrive,
  n est pas la, pas de colis, aucun colis, aucune livraison, rien dans la boite, n ai rien recu, n ai pas recu,
  n ai jamais recu, rien vu, ne vois rien, pas eu, rien du tout, pas trace, aucune trace, rien vu venir,
  n est pas arrivee, tjs pas recu, tjs rien, tjr pas, tjrs rien, tjrs pas, pas vu, jamais vu, jms recu, jms arrive,
  rien dans ma boite, rien devant, rien chez, personne n est, personne n a, personne est, n est passe,
  n est jamais passe, n est pas venu, jamais venu, pas la, jamais la, ne l ai pas, ne l ai jamais, pas encore la,
  n arrive pas, toujours pas la, toujours aucun colis, toujours aucune nouvelle, jamais parvenu*,
  ne m est pas parvenu*, rien n arrive
MARKED: indique livre, marque livre, note livre, dit livre, dit que c est livre, soi disant, soit disant,
  pretendument, apparait livre, comme livre, statut livre, livre selon, signature, signe, remis a, depose,
  livre mardi, indique comme, suivi indique, suivi dit
WHERE: ou est, ou en est, ou sont, ou se trouve, qu en est il, des nouvelles, ou reste, que devient, pas de nouvelles
SHORT: manque, manquent, manquait, manquant*, incomplet*, il manque, seulement deux, seulement un, que deux, qu un,
  qu une, que trois, n y avait que, absent*, pas dans le colis, pas dans la boite, n etait pas dans, sur les trois,
  sur trois, sur quatre, sur les, le reste, vide, moitie, une partie, deuxieme colis, second colis, reliquat,
  partiel*, oubli*, n y est pas, n y sont pas, n y etait pas, y a pas, ya pas, il n y a pas, il n y avait pas,
  pas de cable, pas de chargeur, pas de couvercle, sans le, sans la, sans les, sans son, vous avez oublie,
  avez oublie, oublie de, pas mis, manque a l appel, manque un, manque une, manque le, manque la, l autre,
  le deuxieme, la deuxieme, nulle part, moins que, que la moitie, pas complet, pas au complet, compte pas,
  j en compte
OVERDUE: en retard, retard, devait, devaient, aurait du, aurait deja du, date prevue, prevu*, livraison prevue,
  promis*, annonc*, vous aviez dit, delai, delais, depasse*, au plus tard, garanti*, censee, cense, est passe,
  est passee, sont passes, depassee, on est le, nous sommes le, aujourd hui, et aujourd hui, etait prevu*,
  etait annonce*, aviez annonce, m aviez promis, pour le, devais, devrait, aurait deja, avant le, perime, rate, loupe,
  trop tard
WAIT: attends, attend, attente, attendu, patiente, patience, depuis, semaines, depuis trois semaines, depuis un mois,
  depuis des semaines, ca fait, cela fait, relance*, interminable
TRACKING: suivi, tracking, colissimo, chronopost, la poste, mondial relay, transporteur, livreur, facteur, coursier,
  ups, dhl, dpd, gls, point relais, relais, bouge, bouge plus, bloque*, depot, centre de tri, douane, transit,
  acheminement, statut, en cours de livraison, en route
LOOKED: voisin*, boite aux lettres, gardien*, concierge, chez moi, a la maison, devant la porte, cherche partout,
  fouille, verifie, camera, accueil, j ai regarde, demande aux
PARCEL: colis, paquet, livraison, carton, enveloppe, boite
REFUND: rembours*, argent, mon argent, avoir, credit, credite*, bon d achat, indemnis*, compensation, dedommag*,
  virement, recredit*, somme, montant, euros, acompte, arrhes, geste commercial, cagnotte, solde client, restitu*,
  rendre l argent, sous, mes sous, fric, thune, rbt, remb
OWED: devez, doit encore, dus, due, pas rembourse, pas ete rembourse, jamais rembourse, toujours pas rembourse,
  aucun remboursement, pas de remboursement, rien sur mon compte, toujours rien sur, pas credite, pas ete credite,
  aucun virement, ou est mon remboursement, ou en est mon remboursement, ou est mon argent, mon remboursement,
  le remboursement, rembourse que, rembourse seulement, partiellement, il manque euros, attends mon remboursement,
  attends le remboursement, le solde, la difference, la totalite, rien vu sur mon compte, rien percu, pas percu,
  pas encore credite, encore rien, n est pas la, n ai rien, rien sur le compte, rien sur ma carte, rien recu sur,
  n est jamais arrive sur, remboursement pas arrive, remboursement n est, remboursement jamais,
  remboursement toujours, rien de rembourse, pas un centime, pas un euro, pas un sou, aucun centime, que #money,
  seulement #money, au lieu de #money, les #money, mes #money, manque #money, reste a, restant, doit me, devez encore,
  me devez, vous me devez, debite deux fois, preleve deux fois, tjs pas rembourse, toujours pas de remboursement,
  toujours pas ete, ne voit rien, ne voient rien, rien a l horizon, relance, relancer, promesse
APPROVED: confirme*, accepte*, valide*, accord, approuve*, promis, annonce, assure, vous m avez ecrit, aviez dit,
  indiquiez, autorise*, traite, effectue, aviez confirme, avez confirme, avez accepte, aviez accepte, vous m aviez,
  vous aviez, avez ecrit, m avez ecrit, disiez, reconnu, donne votre accord, engage, engages, cloture, termine,
  enregistre
BANK: banque, compte, carte, carte bancaire, releve, paypal, klarna, jours ouvres, jours ouvrables, banquier,
  virement, cb, bancaire
SENT_BACK: renvoye*, retourne*, retour recu, recu le retour, mon retour, entrepot, retour confirme, reexpedie*, rendu,
  rendue, ramene, depose le retour, colis retour, revenu chez vous, revenue chez vous, est chez vous,
  chez vous depuis, vous l avez recu, l avez recue, avez recu le, bien recu mon, retour effectue, repris, recupere,
  depose en point, deposee, retourne, l entrepot, accuse de reception
CANCEL: annul*, annuler, annulation, resili*, retract*, stopper, stoppez, arreter la commande, ne plus envoyer,
  n envoyez pas, n expediez pas, ne pas envoyer, ne pas expedier, ne l envoyez, plus besoin, n en veux plus,
  ne veux plus, n en ai plus besoin, renonce*, desiste*, laissez tomber, supprimer, supprimez, enlever la commande,
  bloquer l envoi, annulez, annulé, anuler, annulee la, stop, stoppe, arretez, arreter, ne plus, ne le fabriquez,
  ne gravez, ne l expediez, ne la preparez, j en veux plus, j en ai plus besoin, plus la peine, pas la peine, retirez,
  faire une croix, laisser tomber, abandonne, abandonner, revenir sur, me retirer
CHANGE: chang*, modifi*, remplacer par, corriger, correction, rectifi*, mettre a jour, basculer, passer a, passer en,
  changement, mettez, mettre du, mettre un, mettre en, plutot du, plutot en, a la place du, a la place de, passez,
  intervertir, prendre plutot, dirig*, rediriger, reporter, grouper, regrouper, un seul colis, remplacez, remplacer,
  modif, changer en, changer pour, changer la, changer le
CHANGE_MIND: change d avis, changer d avis, ne me plait pas, me plait pas, plait plus, ne plait pas, pas mon style,
  pas a mon gout, ne me va pas, me va pas, ne me vont pas, trouve moins cher, regrette, pas convaincu*,
  decu par le rendu, pas pour moi, finalement pas
ADDRESS: adresse, adresse de livraison, code postal, rue, numero de rue, demenag*, nouvelle adresse, ancienne adresse,
  faute de frappe, appartement, batiment, point de livraison
ADD_DROP: ajout*, rajout*, retirer, enlever, supprimer un, en plus, une de plus, quantite, deux au lieu d un,
  un second, une deuxieme, un deuxieme, oter, inclure
DUPLICATE: deux fois, double, doublon, en double, par erreur, par accident, clique deux, deux commandes,
  par inadvertance, meme commande, fausse manip*
BEFORE_SHIP: avant l envoi, avant expedition, avant l expedition, avant que, avant qu, pas encore expedi*,
  pas encore partie, pas encore parti, pas expedie*, n est pas partie, n est pas encore, hier soir, hier, ce matin,
  cette nuit, tout a l heure, a l instant, vient de commander, viens de commander, viens de passer, il y a une heure,
  si possible, si c est possible, encore possible, encore temps, est il possible, precommand*, en preparation,
  en cours de preparation, trop tard, a temps, pas trop tard, pas encore envoye*, pas encore prepare*,
  pas encore fabrique*, pas encore grave*, pas encore quitte, avant l impression, avant gravure, avant la gravure,
  avant le depart, avant de partir, parte, ne parte, soit partie, soit expedie*, a peine, commandee hier,
  commande hier, hier au soir, aujourd hui meme, de ce matin, d hier, encore en, toujours en preparation,
  n est pas encore partie, peut on encore, pouvez vous encore, avant envoi, kel parte, avan
SHOP_CANCELLED: vous avez annule, avez annule, a ete annulee, ete annulee, annulee par, pourquoi avez vous annule,
  pourquoi ma commande a ete
SIZE: taille*, pointure*, mesure*, dimension*, longueur, largeur, diametre, tour de, guide des tailles,
  tableau des tailles, grille des tailles, format
WHICH: quelle taille, quelle pointure, quelle longueur, quelle dimension, quel format, quel diametre, laquelle,
  lequel, quelle, quel, dois je, devrais je, je prends, prendre, choisir, conseill*, conseil, recommand*, entre le,
  entre, plutot, hesite, j hesite, vaut il mieux, vaut mieux, m ira, ira, irait, conviendra, me faut, il me faut,
  correspond a, equivalent*, conversion, convertir, vous me conseillez, la bonne taille, bonne taille, bonne grandeur,
  que prendre, m ou l, s ou m, l ou xl, xs ou s, s ou xs, ou l, ou xl, ou m, ou s, ou #n, ou le #n, je prends quoi,
  prends quoi, je fais quoi comme, quelle taille prendre, c est quoi ma taille, ca passe, ca ira, ca va aller,
  rentrera, rentre dans, va avec, comment choisir, comment savoir, je pars sur, partir sur, je reste sur,
  taille au dessus, taille au dessous, taille du dessus, taille en dessous, suffit, suffira
MEASURE: mesurer, mesure, je mesure, ruban, metre ruban, bande de papier, ficelle, taille petit, taille grand,
  taillent, taille normalement, serre, ample, extensible, stretch, ajuste, juste
BODY: tour de taille, hanches, poitrine, poignet, doigt, annulaire, cheville, pied, pieds, cou, tete, kg, kilos, pese,
  fais du, je fais, d habitude, habituellement, normalement, porte du, je mets, stature, epaules, cuisses, enceinte,
  bonnet
POOR_FIT: trop grand*, trop petit*, trop serre*, trop large*, trop long*, trop court*, trop juste, ne me va pas,
  pas ma taille, flotte dedans, flotte, n entre pas, ne rentre pas, rentre pas
RETURN_WISH: retour, retourner, renvoyer, echange*, echanger, rendre, bon de retour, etiquette de retour,
  faire un retour, procedure de retour, renvoi, politique de retour, souhaite retourner, souhaite le retourner,
  veux retourner, je voudrais renvoyer, voudrais echanger, je peux renvoyer, peut on echanger, possible d echanger,
  comment renvoyer, comment retourner, frais de retour, delai de retour
SMALL_TALK: merci beaucoup, merci pour, bravo, superbe, magnifique, ravi*, parfait*, genial, felicitation*, adore,
  tres content*, satisfait*, impeccable, top, super, sublime, compliment*
PRESALE: avez vous, vendez vous, est ce que vous avez, est ce que vous, livrez vous, expediez vous, proposez vous,
  faites vous, y a t il, en stock, rupture, reassort, disponib*, retour en stock, prix, coute, cout, combien,
  frais de port, frais de livraison, livraison gratuite, code promo, promo*, reduction*, remise, solde, soldes,
  cadeau, carte cadeau, emballage cadeau, matiere, lave vaisselle, laver, lavage, entretien, garantie, interesse*,
  avant de commander, avant d acheter, black friday, etudiant*
WHEN: quand, a quelle date, quel delai, combien de temps, date de livraison, arrivera, va arriver, sera livre,
  pas presse, rien d urgent, juste savoir, dans les temps, estimation, d ici, prevue pour le, numero de suivi,
  lien de suivi, ou voir, statut de ma, arrive quand, livre quand, doit arriver, arrive le, prevu demain, prevu le,
  rendez vous, creneau, livraison samedi, avant noel, pour noel, a temps pour, deja partie, deja expedie*
FINE: tout va bien, tout est bon, tout est ok, finalement arrive, finalement recu, bien arrive, bien recu,
  c est regle, regle, resolu, probleme resolu, sans probleme, en bon etat, rien de casse, aucun probleme, intact,
  pas de souci, aucun souci, nickel, retrouve, fausse alerte, oubliez, est arrive entre temps, impec, c est bon,
  tout est rentre, est arrive, est arrivee, arrive ce matin, est enfin arrive*, tout y est, remboursement recu,
  bien ete rembourse, bien recu le remboursement, vous pouvez clore, cloturer, ignorez, ne tenez pas compte,
  sans objet, merci quand meme, je garde, je le garde, je la garde
ADMIN: facture, recu fiscal, tva, newsletter, desinscri*, desabonn*, abonnement, compte client, mon compte,
  supprimer mon compte, mot de passe, connexion, connecter, rgpd, donnees, points, fidelite, application, site,
  paiement, payer, panier, carte refusee
OUTSIDE: partenariat, collaboration, influenceu*, blogueu*, journaliste, presse, article sur, redaction, grossiste,
  revendeu*, en gros, seo, referencement, candidature, poste, stage, emploi, recrut*, cv, alternance, sponsor*,
  association, tombola, don, lot, abonnes, instagram, tiktok, projet scolaire, sondage, gagne, gagnant, bitcoin,
  crypto, verifiez, verifier votre, suspect*, phishing, hameconnage, arnaque, lien, cliqu*, agence,
  comite d entreprise
AUTO: absent du bureau, absente du bureau, reponse automatique, automatique, je suis absent*, en conges, conges,
  conge, bureaux sont fermes, message automatique, ne pas repondre, non remis, echec de remise, non distribue,
  de retour le, en cas d urgence
ALSO: aussi, egalement, en plus de ca, par ailleurs, de plus, autre chose, deux choses, deux problemes, deux points,
  d autre part, d une part, deuxiemement, premierement, au passage, tant que j y suis, et aussi, ensuite, enfin,
  en outre, meme temps, autre question, autre sujet, deuxieme
REPLACE: remplac*, renvoyer le bon, le bon article, la bonne, le bon, en renvoyer, m en envoyer, nouveau, nouvelle,
  reexpedier, renvoi du bon
MONEY: #money
DATE: #date, #day, janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre,
  lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, noel, paques, anniversaire, mariage, le #n
DURATION: #n jours, #n semaines, #n mois, deux semaines, trois semaines, quatre semaines, cinq semaines, six semaines,
  deux mois, trois mois, un mois, une semaine, quinze jours, quinzaine, semaines, plus d un mois, #n j, des lustres
COUNT: #n sur #n, #n au lieu de #n, deux sur, un sur, une sur, trois sur, que #n, recu #n, seulement #n, paye #n,
  sur les trois, sur les deux, sur les quatre, les deux, tous les deux, #n pieces
LETTER_SIZE: xs, xl, xxl, taille m, taille l, taille s, en m, en l, en s, m ou l, s ou m, l ou xl, xs ou s, s ou xs,
  du #n, taille #n, un m, un l, un s, un #n
SAYS: marque, ecrit, indique, affiche, annonce dit, annonce, photo montre, sur la photo, sur le site, decrit,
  description, selon
"""
