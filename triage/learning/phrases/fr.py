"""The trade's words in French, accents folded."""

WORDS = """
NOT: ne, n, pas, jamais, rien, aucun, aucune, sans, ni, non, personne
YET: pas encore, toujours pas, toujours rien, a ce jour, jusqu ici, jusqu a present, toujours aucun,
  toujours aucune
STILL: toujours, encore
WRONG: mauvais, mauvaise, erreur, erron*, incorrect*, trompe, trompes, trompee, errone, faux, fausse,
  non conforme, pas conforme, pas le bon, pas la bonne, pas les bons
MIXUP: confond*, confusion, interverti*, inverse, inversion, melange*, quelqu un d autre, un autre client,
  une autre cliente, autre personne, pas a moi, pas le mien, pas la mienne, boulette, etourderie
INSTEAD: au lieu, a la place, plutot que, en lieu et place
DIFFERENT: different*, autre, autre chose, autre modele, ne correspond pas, correspond pas, rien a voir,
  pas celui, pas celle, pas ce que
NOT_ORDERED: pas commande, jamais commande, n ai pas commande, pas demande, jamais demande, pas achete,
  n ai jamais commande
ORDERED: commande, commandee, commandes, j avais commande, j ai commande, j avais pris, j ai pris,
  j ai choisi, choisi, choisie, achete, achetee, demande, voulu, je voulais, paye, payee, sur la facture,
  facture dit, bon de livraison, avais demande, la confirmation
CAME: recu, recue, recus, recues, recois, arrive, arrivee, arrives, arrivees, ouvert, deballe, livre,
  livree, livres, j ai eu, dans le colis, dans le carton, contenait, trouve, il y avait, est la, sont la,
  reception
YOU_SENT: vous m avez envoye, vous avez envoye, avez envoye, m avez expedie, envoye, envoyes, expedie,
  m a envoye, on m a envoye, m avez livre, vous avez mis
EXTRA: en trop, de trop, supplementaire, deux au lieu, en double, un de plus, une de plus,
  en plus dans le colis, plus que, un seul, une seule, paye un seul, pas facture, surplus
COLOUR: noir*, blanc, blanche, rouge*, bleu*, vert, verte, verts, jaune*, rose*, violet*, gris*, marron,
  beige, marine, olive, orange, dore*, argent*, couleur*, kaki, bordeaux, turquoise, terracotta, ecru
LABELLED: etiquette*, grave, gravee, gravure, grave dessus, prenom, personnalis*, imprime, brode*
BROKEN: casse*, brise*, fele*, felure, fissur*, cassure, abim*, endommag*, dechir*, troue*, trou, trous,
  tache*, raye*, rayure*, eraflur*, cabosse*, bosse*, ecrase*, plie*, pliure, pli, tordu*, defectueu*,
  defaut*, panne, en panne, decolle*, decous*, recoll*, couture*, lache, a lache, fermoir, fermeture eclair,
  fermeture, zip, desserre, tombe*, detach*, effiloch*, ebrech*, moisi*, rouill*, mouille*, trempe*, humide,
  fuit, fuite, deteint, deteindre, decolor*, ternit, terni, noircit, noirci, miettes, morceaux,
  mille morceaux, eclats, hs, foutu*, pete*, perce*, sale*, bouloche*, boulochage, pelle, s ecaille,
  ecaill*, deforme*, gondol*, craqu*, casser
NO_WORK: ne fonctionne pas, ne fonctionne plus, fonctionne pas, fonctionne plus, marche pas, marche plus,
  ne marche pas, ne marche plus, ne s allume, s allume plus, s allume pas, ne demarre, demarre pas,
  demarre plus, charge plus, charge pas, ne charge, tombe en panne, rendu l ame, lache, mort, morte,
  grille*, gresill*, ne tient pas, ne ferme, ferme plus, ferme pas, clignot*, refuse de, plus rien, coupe,
  surchauff*
OWN_FAULT: ma faute, de ma faute, ma propre faute, j ai fait tomber, j ai casse, ma maladresse, maladress*,
  mon chien, mon chat, mon erreur, je me suis trompe, je me suis trompee, c est moi qui, par ma faute,
  pas votre faute, vous n y etes pour rien, sans reclamation, j ai renverse, echappe des mains
LOST: perdu*, egar*, vole, volee, voles, disparu*, introuvable, volatilis*, evapore*
NO_COME: pas recu, jamais recu, rien recu, pas arrive, jamais arrive, toujours pas recu,
  toujours pas arrive, toujours rien, pas encore recu, rien n est arrive, pas livre, jamais livre,
  n est pas arrive, n est jamais arrive, n est pas la, pas de colis, aucun colis, aucune livraison,
  rien dans la boite, n ai rien recu, n ai pas recu, n ai jamais recu, rien vu, ne vois rien, pas eu,
  rien du tout, pas trace, aucune trace, rien vu venir, n est pas arrivee
MARKED: indique livre, marque livre, note livre, dit livre, dit que c est livre, soi disant, soit disant,
  pretendument, apparait livre, comme livre, statut livre, livre selon, signature, signe, remis a, depose,
  livre mardi, indique comme, suivi indique, suivi dit
WHERE: ou est, ou en est, ou sont, ou se trouve, qu en est il, des nouvelles, ou reste, que devient,
  pas de nouvelles
SHORT: manque, manquent, manquait, manquant*, incomplet*, il manque, seulement deux, seulement un, que deux,
  qu un, qu une, que trois, n y avait que, absent*, pas dans le colis, pas dans la boite, n etait pas dans,
  sur les trois, sur trois, sur quatre, sur les, le reste, vide, moitie, une partie, deuxieme colis,
  second colis, reliquat, partiel*, oubli*
OVERDUE: en retard, retard, devait, devaient, aurait du, aurait deja du, date prevue, prevu*,
  livraison prevue, promis*, annonc*, vous aviez dit, delai, delais, depasse*, au plus tard, garanti*,
  censee, cense
WAIT: attends, attend, attente, attendu, patiente, patience, depuis, semaines, depuis trois semaines,
  depuis un mois, depuis des semaines, ca fait, cela fait, relance*, interminable
TRACKING: suivi, tracking, colissimo, chronopost, la poste, mondial relay, transporteur, livreur, facteur,
  coursier, ups, dhl, dpd, gls, point relais, relais, bouge, bouge plus, bloque*, depot, centre de tri,
  douane, transit, acheminement, statut, en cours de livraison, en route
LOOKED: voisin*, boite aux lettres, gardien*, concierge, chez moi, a la maison, devant la porte,
  cherche partout, fouille, verifie, camera, accueil, j ai regarde, demande aux
PARCEL: colis, paquet, livraison, carton, enveloppe, boite
REFUND: rembours*, argent, mon argent, avoir, credit, credite*, bon d achat, indemnis*, compensation,
  dedommag*, virement, recredit*, somme, montant, euros
OWED: devez, doit encore, dus, due, pas rembourse, pas ete rembourse, jamais rembourse,
  toujours pas rembourse, aucun remboursement, pas de remboursement, rien sur mon compte, toujours rien sur,
  pas credite, pas ete credite, aucun virement, ou est mon remboursement, ou en est mon remboursement,
  ou est mon argent, mon remboursement, le remboursement, rembourse que, rembourse seulement, partiellement,
  il manque euros, attends mon remboursement, attends le remboursement, le solde, la difference,
  la totalite, rien vu sur mon compte, rien percu, pas percu, pas encore credite, encore rien
APPROVED: confirme*, accepte*, valide*, accord, approuve*, promis, annonce, assure, vous m avez ecrit,
  aviez dit, indiquiez, autorise*, traite, effectue
BANK: banque, compte, carte, carte bancaire, releve, paypal, klarna, jours ouvres, jours ouvrables,
  banquier, virement, cb, bancaire
SENT_BACK: renvoye*, retourne*, retour recu, recu le retour, mon retour, entrepot, retour confirme,
  reexpedie*, rendu, rendue, ramene, depose le retour, colis retour
CANCEL: annul*, annuler, annulation, resili*, retract*, stopper, stoppez, arreter la commande,
  ne plus envoyer, n envoyez pas, n expediez pas, ne pas envoyer, ne pas expedier, ne l envoyez,
  plus besoin, n en veux plus, ne veux plus, n en ai plus besoin, renonce*, desiste*, laissez tomber,
  supprimer, supprimez, enlever la commande, bloquer l envoi
CHANGE: chang*, modifi*, remplacer par, corriger, correction, rectifi*, mettre a jour, basculer, passer a,
  passer en, changement
CHANGE_MIND: change d avis, changer d avis, ne me plait pas, me plait pas, plait plus, ne plait pas,
  pas mon style, pas a mon gout, ne me va pas, me va pas, ne me vont pas, trouve moins cher, regrette,
  pas convaincu*, decu par le rendu, pas pour moi, finalement pas
ADDRESS: adresse, adresse de livraison, code postal, rue, numero de rue, demenag*, nouvelle adresse,
  ancienne adresse, faute de frappe, appartement, batiment, point de livraison
ADD_DROP: ajout*, rajout*, retirer, enlever, supprimer un, en plus, une de plus, quantite,
  deux au lieu d un, un second, une deuxieme, un deuxieme, oter, inclure
DUPLICATE: deux fois, double, doublon, en double, par erreur, par accident, clique deux, deux commandes,
  par inadvertance, meme commande, fausse manip*
BEFORE_SHIP: avant l envoi, avant expedition, avant l expedition, avant que, avant qu, pas encore expedi*,
  pas encore partie, pas encore parti, pas expedie*, n est pas partie, n est pas encore, hier soir, hier,
  ce matin, cette nuit, tout a l heure, a l instant, vient de commander, viens de commander,
  viens de passer, il y a une heure, si possible, si c est possible, encore possible, encore temps,
  est il possible, precommand*, en preparation, en cours de preparation, trop tard, a temps, pas trop tard
SHOP_CANCELLED: vous avez annule, avez annule, a ete annulee, ete annulee, annulee par,
  pourquoi avez vous annule, pourquoi ma commande a ete
SIZE: taille*, pointure*, mesure*, dimension*, longueur, largeur, diametre, tour de, guide des tailles,
  tableau des tailles, grille des tailles, format
WHICH: quelle taille, quelle pointure, quelle longueur, quelle dimension, quel format, quel diametre,
  laquelle, lequel, quelle, quel, dois je, devrais je, je prends, prendre, choisir, conseill*, conseil,
  recommand*, entre le, entre, plutot, hesite, j hesite, vaut il mieux, vaut mieux, m ira, ira, irait,
  conviendra, me faut, il me faut, correspond a, equivalent*, conversion, convertir, vous me conseillez,
  la bonne taille, bonne taille, bonne grandeur, que prendre
MEASURE: mesurer, mesure, je mesure, ruban, metre ruban, bande de papier, ficelle, taille petit,
  taille grand, taillent, taille normalement, serre, ample, extensible, stretch, ajuste, juste
BODY: tour de taille, hanches, poitrine, poignet, doigt, annulaire, cheville, pied, pieds, cou, tete, kg,
  kilos, pese, fais du, je fais, d habitude, habituellement, normalement, porte du, je mets, stature,
  epaules, cuisses, enceinte, bonnet
POOR_FIT: trop grand*, trop petit*, trop serre*, trop large*, trop long*, trop court*, trop juste,
  ne me va pas, pas ma taille, flotte dedans, flotte, n entre pas, ne rentre pas, rentre pas
RETURN_WISH: retour, retourner, renvoyer, echange*, echanger, rendre, bon de retour, etiquette de retour,
  faire un retour, procedure de retour, renvoi, politique de retour
SMALL_TALK: merci beaucoup, merci pour, bravo, superbe, magnifique, ravi*, parfait*, genial, felicitation*,
  adore, tres content*, satisfait*, impeccable, top, super, sublime, compliment*
PRESALE: avez vous, vendez vous, est ce que vous avez, est ce que vous, livrez vous, expediez vous,
  proposez vous, faites vous, y a t il, en stock, rupture, reassort, disponib*, retour en stock, prix,
  coute, cout, combien, frais de port, frais de livraison, livraison gratuite, code promo, promo*,
  reduction*, remise, solde, soldes, cadeau, carte cadeau, emballage cadeau, matiere, lave vaisselle, laver,
  lavage, entretien, garantie, interesse*, avant de commander, avant d acheter, black friday, etudiant*
WHEN: quand, a quelle date, quel delai, combien de temps, date de livraison, arrivera, va arriver,
  sera livre, pas presse, rien d urgent, juste savoir, dans les temps, estimation, d ici, prevue pour le
FINE: tout va bien, tout est bon, tout est ok, finalement arrive, finalement recu, bien arrive, bien recu,
  c est regle, regle, resolu, probleme resolu, sans probleme, en bon etat, rien de casse, aucun probleme,
  intact, pas de souci, aucun souci, nickel, retrouve, fausse alerte, oubliez, est arrive entre temps,
  impec
ADMIN: facture, recu fiscal, tva, newsletter, desinscri*, desabonn*, abonnement, compte client, mon compte,
  supprimer mon compte, mot de passe, connexion, connecter, rgpd, donnees, points, fidelite, application,
  site, paiement, payer, panier, carte refusee
OUTSIDE: partenariat, collaboration, influenceu*, blogueu*, journaliste, presse, article sur, redaction,
  grossiste, revendeu*, en gros, seo, referencement, candidature, poste, stage, emploi, recrut*, cv,
  alternance, sponsor*, association, tombola, don, lot, abonnes, instagram, tiktok, projet scolaire,
  sondage, gagne, gagnant, bitcoin, crypto, verifiez, verifier votre, suspect*, phishing, hameconnage,
  arnaque, lien, cliqu*, agence, comite d entreprise
AUTO: absent du bureau, absente du bureau, reponse automatique, automatique, je suis absent*, en conges,
  conges, conge, bureaux sont fermes, message automatique, ne pas repondre, non remis, echec de remise,
  non distribue, de retour le, en cas d urgence
ALSO: aussi, egalement, en plus de ca, par ailleurs, de plus, autre chose, deux choses, deux problemes,
  deux points, d autre part, d une part, deuxiemement, premierement, au passage, tant que j y suis,
  et aussi, ensuite, enfin, en outre, meme temps, autre question, autre sujet, deuxieme
REPLACE: remplac*, renvoyer le bon, le bon article, la bonne, le bon, en renvoyer, m en envoyer, nouveau,
  nouvelle, reexpedier, renvoi du bon
"""
