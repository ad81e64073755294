"""The trade's words in Spanish, accents folded."""

WORDS = """
NOT: no, nunca, nada, ningun*, sin, ni, tampoco, jamas, nadie
YET: todavia no, aun no, hasta ahora, hasta hoy, hasta la fecha, a dia de hoy, sigue sin, sigo sin
STILL: todavia, aun, sigue, sigo
WRONG: equivocad*, incorrect*, erroneo, erronea, error, mal, confund*, trocad*, equivocasteis, no es el, no es la,
  no es lo, no es la mia, no es el mio, no es el que, no es la que, no es lo que, no era, te equivocaste,
  os equivocasteis, se equivocaron, se han equivocado, os habeis equivocado, os habeis confundido, otro color,
  otra talla, color equivocado, cambiazo, que no es, quien es
MIXUP: confusion, cambiado, os habeis liado, otra persona, otro cliente, otra clienta, no es mio, no es mia, cruzado,
  mezclad*, equivocacion, despiste
INSTEAD: en lugar, en vez, en cambio
DIFFERENT: diferente*, distint*, otro modelo, otra cosa, otro, otra, no corresponde, no coincide, nada que ver,
  no es lo que
NOT_ORDERED: no pedi, no he pedido, no habia pedido, nunca pedi, no compre, no encargue, yo no pedi, no he comprado
ORDERED: pedi, pedido, habia pedido, he pedido, compre, comprado, encargue, elegi, elegido, solicite, ordene, queria,
  pague, pagado, en la factura, segun la factura, albaran, la confirmacion, escogi
CAME: recibi, recibido, recibo, llego, llegado, llegaron, ha llegado, vino, venia, venian, me vino, abri, abierto,
  entregado, entregaron, dentro, en la caja, en el paquete, traia, contenia, me trajo, me ha venido, he abierto
YOU_SENT: habeis enviado, habeis mandado, me enviaron, enviasteis, mandasteis, me mandaron, me han enviado,
  me han mandado, enviado, mandado, me han traido, me habeis puesto, me dieron, me disteis, me pusieron, metisteis,
  metieron, me metieron, me llega, me viene, mandais, enviais, me encuentro, me ha llegado, me llego, me llegaron,
  me han llegado, ha venido, vino un, vino una, viene un, viene una, han enviado, han mandado
EXTRA: de mas, de sobra, dos en lugar, duplicado, extra, sobra, sobran, mas de lo que, uno mas, una mas, solo pedi,
  solo pague, pague uno, pague una, adicional
COLOUR: negro*, negra*, blanc*, roj*, azul*, verde*, amarill*, rosa*, morad*, gris*, marron*, beige, marino, oliva,
  naranja*, dorad*, plata, plateado, color*, granate, turquesa, crudo
LABELLED: etiqueta*, grabad*, grabado, nombre, personaliz*, impreso, bordad*
BROKEN: rot*, roto, rota, quebrad*, rompi*, se rompio, se ha roto, partid*, raja*, grieta*, agriet*, astill*,
  abollad*, golpe*, golpead*, aplastad*, arrugad*, doblad*, torcid*, rasgad*, desgarr*, agujero*, mancha*, manchad*,
  aranaz*, aranad*, rayad*, rayon*, defect*, danad*, dano, danos, estropead*, averia*, averiad*, defectuos*,
  descosid*, desco*, costura*, suelto, suelta, cremallera, cierre, broche, despegad*, despega, desprend*, se ha caido,
  se cayo, se le cayo, deshilach*, desten*, decolor*, oxid*, pierde agua, gotea, mojad*, humed*, moho, pedazos,
  trozos, añicos, anicos, pelad*, pela, ennegrec*, se puso negro, verde el dedo, cascad*, desconchad*, deformad*,
  sucio, sucia, hecho polvo, pinchad*, se parte, se partio, se han partido, se solto, se ha soltado, se suelta,
  se despega, se ha despegado, se descose, se ha descosido, se rasgo, se ha rasgado, se rompe, chirr*, cruje, ruido,
  huele, olor, apesta, quemad*, quema, derretid*, encogid*, encogio, atascad*, encall*, borros*, borrad*, inservible,
  inutil*, suela*, tacon*, asa, correa*, tirante*, goma, hilos, rotur*, reventad*, revento, estall*, cojea, tuerto,
  ladead*, chafad*, descolorid*, amarillent*, alergia, salpullido, tara, taras, tarado, cuarte*, hundid*, pincho,
  se deshace, se cae, se caen, mal estado, mala calidad, hecha polvo, hecho trizas, trizas
NO_WORK: no funciona, no funcionan, dejo de funcionar, ha dejado de funcionar, no enciende, no se enciende,
  no arranca, no carga, ya no funciona, no va, no tira, se apaga, no prende, se ha muerto, murio, no cierra,
  no conecta, no responde, se bloquea, parpadea, echa humo, no suena, no se oye, fallo, falla, se queda colgad*,
  no se escucha, no calienta, no enfria, no gira, no imprime, no suena nada, solo suena, solo funciona, no da senales,
  se para, se apago, no se apaga, pantalla, pantalla negra, bateria, pita, chispa*, hace ruido, salta el,
  salta la luz, primer lavado, primer uso, primer dia, al primer, no aguanta, no se conecta, no engancha, da error
OWN_FAULT: culpa mia, mi culpa, por mi culpa, se me cayo, se me ha caido, lo rompi yo, mi torpeza, torpe*, mi perro,
  mi gato, error mio, fallo mio, me equivoque, no es culpa vuestra, no es culpa suya, no reclamo, sin reclamar,
  yo sola, yo solo
LOST: perdid*, extravi*, robado, robaron, robo, desaparecid*, desaparecio, esfumad*, se ha perdido
NO_COME: no ha llegado, no llego, no llega, no me ha llegado, no me llego, nunca llego, no he recibido, no recibi,
  nunca recibi, nada recibido, sin recibir, no lo he recibido, no la he recibido, no esta, no me han entregado,
  no aparece, aun no llega, todavia no llega, no tengo nada, ni rastro, sin noticias, nada ha llegado, no ha venido,
  no han traido, ni paquete, no hay paquete, sigue sin llegar, sigo sin recibir, sin llegar, no llegado, nada de nada,
  ni llega, nunca aparecio, no aparecio, aqui no ha llegado, no hay nada, no habia nada, no ha aparecido,
  nadie ha venido, nadie vino, nadie llamo, no paso nadie, no ha pasado, ni lo he visto, no lo he visto,
  no la he visto, todavia nada, aun nada, sigue sin aparecer, no lo tengo, no la tengo, no tengo el, no tengo mi,
  y nada, sin rastro, no he visto
MARKED: figura como entregado, consta como entregado, aparece como entregado, pone entregado, dice entregado,
  dice que esta entregado, segun el seguimiento, supuestamente, presuntamente, firma, firmado, firmo, marcado como,
  como entregado, dice que se entrego, entregado el, me sale entregado
WHERE: donde esta, donde estan, donde anda, que pasa con, que ha pasado con, por donde va, alguna noticia, que fue de
SHORT: falta, faltan, faltaba, faltaban, faltante*, incomplet*, solo uno, solo una, solo dos, solo tres, solo venia,
  solo venian, solo ha llegado, solo llego, solo han llegado, de los tres, de tres, de las dos, no venia,
  no estaba en, no estaba, no viene, no incluye, el resto, vacio, vacia, la mitad, parte del pedido, segundo paquete,
  echo en falta, menos, no esta en, no vino, no vinieron, no viene el, no viene la, no hay cable, no hay, sin el,
  sin la, sin los, sin su, se os olvido, os olvidasteis, olvidaron, olvidado, olvidasteis, se olvidaron, de menos,
  el otro, la otra, los otros, las otras, solo la mitad, ni el, ni la, no trae, no traia, no traian, no incluia,
  por ningun lado, cuento, me faltan, me falta, faltan por, sueltos
OVERDUE: retraso, retrasad*, deberia haber, debia, tenia que, tenian que, deberia, fecha prevista, previsto, prevista,
  prometi*, prometid*, prometisteis, dijeron, dijisteis, plazo, vencid*, a mas tardar, garantizad*, estimada, tarde,
  ya paso, ya ha pasado, paso la fecha, pasado el plazo, estamos a, hoy es, hoy, y hoy, era para, tenia prevista,
  tendria que, tendria que haber, quedaron, en que quedamos, vencio, vence, se cumplio, cumplido el plazo,
  asegurasteis, garantizasteis, prometiais, fuera de plazo, llega tarde, demasiado tarde, llegaba
WAIT: espero, esperando, espera, esperado, paciencia, hace, hace semanas, desde hace, semanas, llevo, llevamos, dias,
  hace un mes, un mes, eternidad, reclamo, reclamando
TRACKING: seguimiento, rastreo, tracking, transportista, repartidor, mensajero, mensajeria, cartero, correos, seur,
  mrw, nacex, dhl, ups, gls, almacen, aduana*, transito, reparto, no se mueve, parado, atascado, estancado, en camino,
  localizador, estado del envio
LOOKED: vecin*, buzon, portero, conserje, porteria, en casa, puerta, he mirado, busque, buscado, por todas partes,
  camara, preguntado, recepcion, pregunte
PARCEL: paquete, envio, entrega, caja, sobre, bulto
REFUND: reembols*, devolucion del dinero, dinero, mi dinero, devolver el dinero, abono, abonad*, abonar, reintegr*,
  credito, vale, importe, compensacion, indemniz*, ingres*, devuelto el dinero, cantidad, deposito, senal, anticipo,
  saldo, monedero, bonificacion, pasta, euros, devolucion de, devolver el importe, devolverme, me devolveis,
  me devuelvan
OWED: debeis, deben, me debe, debido, pendiente, adeuda*, no me han devuelto, no me habeis devuelto,
  no me han abonado, no me habeis abonado, no he recibido el reembolso, no he recibido la devolucion, sin reembolso,
  no aparece el abono, no me han ingresado, donde esta mi dinero, donde esta mi reembolso, donde esta el reembolso,
  para cuando el reembolso, sigo sin ver el dinero, sigo sin mi dinero, no veo el, no ha llegado el dinero,
  no ha entrado, parte del dinero, solo me han devuelto, solo me habeis devuelto, la diferencia, resto del dinero,
  ni un euro, reembolso pendiente, no me lo han, no han devuelto, no habeis devuelto, sin devolver, no me devuelven,
  no me lo devuelven, sin abonar, no lo veo, no lo han ingresado, no esta en mi cuenta, en mi cuenta nada,
  en la cuenta nada, en el banco nada, ni rastro del dinero, ni rastro del reembolso, ni un centimo, ni centimo,
  solo #money, en vez de #money, en lugar de #money, los #money, mis #money, faltan #money, me faltan #money,
  falta el reembolso, falta el dinero, me debeis, me deben, nos deben, cobrado dos veces, cobraron dos veces,
  doble cargo, cargo duplicado, aun espero el reembolso, sigo esperando el reembolso, sigo esperando mi dinero,
  sigo esperando la devolucion, espero el reembolso, cuando me devolveis, cuando me devuelven,
  cuando me vais a devolver, no ha llegado el reembolso, reembolso no ha, todavia sin reembolso, nada del reembolso
APPROVED: aprobad*, confirmad*, confirmasteis, confirmaron, aceptad*, aceptasteis, autorizad*, prometid*, anunciad*,
  tramitad*, procesad*, dijisteis que, quedasteis, validad*, me dijisteis, me dijeron, me escribisteis,
  me escribieron, reconocisteis, reconocieron, acordado, acordasteis, ofrecisteis, ofrecieron, cerrado, tramitasteis,
  gestionado, dieron la razon, en vuestro correo, en su correo
BANK: banco, cuenta, tarjeta, extracto, paypal, bizum, transferencia, dias habiles, dias laborables, visa, klarna,
  tarjeta de credito, movimientos
SENT_BACK: devolvi, devuelto, devuelta, devolucion recibida, os llego la devolucion, recibisteis la devolucion,
  almacen recibio, retorne, mande de vuelta, envie de vuelta, recogieron, recogido, la devolucion, recibieron,
  mi devolucion, recibisteis, lo teneis, la teneis, lo tienen, la tienen, lo tienen ustedes, ya lo tienen,
  ya la tienen, en vuestro almacen, en su almacen, os devolvi, les devolvi, les llego, os llego, llego de vuelta,
  esta de vuelta, recogisteis, vino a recoger, entregue en, lo devolvi, la devolvi, acuse de recibo
CANCEL: cancel*, anul*, anular, desist*, dar de baja el pedido, no lo envieis, no lo envien, no enviar, no lo mandeis,
  no lo manden, ya no lo quiero, ya no la quiero, ya no lo necesito, ya no quiero, ya no me hace falta,
  parar el pedido, parad, paren, detener, detened, suspender, retirar el pedido, eliminar el pedido, dejad sin efecto,
  echarme atras, cancelad, cancelar, cancelarlo, cancelen, cancelais, anulad, anulen, anuleis, no lo prepareis,
  no lo fabriquen, no grabeis, dejarlo, dejadlo, dejenlo, olvidaros del pedido, quitadlo, ya no hace falta,
  no hace falta, parar, parad el, frenar, retirarme, no quiero seguir
CHANGE: cambi*, modific*, corregir, correg*, actualiz*, rectific*, pasar a, sustituir, alterar, poned, pongan,
  ponedme, ponganme, pongais, mejor en, mejor la, mejor el, pasadlo, pasarlo, pasad, ponerlo, ponerla, sea la,
  que sea, que vaya, lo cambiais, la cambiais, lo cambian, me lo cambiais, juntar, agrupar, un solo envio, desviar,
  redirigir, en otra direccion, mandadlo a, enviadlo a
CHANGE_MIND: cambiado de opinion, cambie de opinion, he cambiado de idea, no me gusta, no me convence,
  no es mi estilo, no me queda bien, no me favorece, mas barato, me arrepient*, me he arrepentido,
  no era lo que esperaba, no me sienta, pensandolo mejor
ADDRESS: direccion, domicilio, codigo postal, calle, portal, piso, mudad*, mudanza, nueva direccion,
  direccion antigua, errata, direccion de envio, direccion de entrega, numero equivocado, me mudo
ADD_DROP: anadir, anadid, anadan, agreg*, quitar, quitad, quiten, sacar, incluir, una mas, uno mas, cantidad,
  en vez de dos, en vez de uno, otra unidad, sumar, unidades
DUPLICATE: dos veces, doble, duplicad*, por error, sin querer, por accidente, dos pedidos, repetid*, doble clic,
  por duplicado, mismo pedido
BEFORE_SHIP: antes de que, antes de enviar, antes del envio, antes de que salga, aun no ha salido,
  todavia no ha salido, no ha salido, no se ha enviado, no enviado, aun no enviado, sin enviar, anoche, ayer,
  esta manana, hace un rato, hace una hora, acabo de, si es posible, si se puede, aun se puede, todavia se puede,
  estoy a tiempo, a tiempo, preventa, reserva, en preparacion, en proceso, es posible, aun estoy,
  no ha salido todavia, aun no sale, no lo habeis enviado, no lo han enviado, no esta enviado, no la han enviado,
  antes de mandar, antes de mandarlo, antes de enviarlo, antes de grabar, antes de imprimir, salga, antes d enviar,
  antes de prepararlo, hice ayer, hecho ayer, de ayer, de anoche, de hoy, hoy mismo, recien, hace un momento,
  hace nada, esta tarde, hace dos horas, aun en preparacion, aun no preparado, sin preparar, en produccion,
  todavia en
SHOP_CANCELLED: habeis cancelado, han cancelado, fue cancelado, ha sido cancelado, me cancelaron, cancelado por,
  cancelasteis, por que se ha cancelado, por que cancel*
SIZE: talla*, tallaje, medida*, tamano*, dimension*, largo, ancho, diametro, contorno, longitud, guia de tallas,
  tabla de tallas, numero de pie
WHICH: que talla, cual talla, que medida, que tamano, que numero, cual, que largo, cual me, deberia pedir,
  deberia coger, pido, me pido, cojo, elijo, elegir, escoger, recomend*, aconsej*, entre la, entre, dudo, duda, dudas,
  mejor la, me quedara, me quedaria, me valdra, me vale, me servira, que me, equivale*, corresponde a, convertir,
  conversion, seria la, necesito una, talla correcta, me iria, acertar, compro, m o l, m o la l, s o m, s o la m,
  l o xl, o la l, o la m, o la s, o la xl, o l, o xl, o m, o #n, q talla, q numero, que pido, que me pido, me pillo,
  cojo la, pido la, me cogeria, voy a por, voy con, subo una talla, bajo una talla, una talla mas, talla mas,
  talla menos, me estara, me quedara bien, me sirve, me valdria, seria una, como se que, como elijo, como saber,
  que soy, cual es mi, vale para, sirve para, cabe en, entra en
MEASURE: medir, mido, he medido, medi, cinta metrica, cinta, tira de papel, hilo, talla pequeno, talla grande, tallan,
  viene grande, viene pequeno, ajustad*, elastic*, ajusta, holgad*, estrecho, cenid*
BODY: cintura, cadera*, pecho, muneca, dedo, tobillo, pie, pies, cuello, cabeza, peso, kg, kilos, altura, suelo usar,
  suelo llevar, normalmente, uso una, uso la, habitualmente, hombros, muslo*, embarazada, copa, anular
POOR_FIT: me queda grande, me queda pequen*, me queda mal, queda grande, queda pequen*, me va grande, me va pequen*,
  demasiado grande, demasiado pequen*, muy grande, muy pequen*, me aprieta, no me cabe, no me entra, no me vale,
  no me sirve, me viene grande, me viene pequen*, no me queda, me baila, me esta grande, me esta pequen*
RETURN_WISH: devolver, devolucion, cambiar por, cambio por, hacer una devolucion, devolverlo, devolverla, devolverlos,
  etiqueta de devolucion, politica de devolucion*, cambiarlo, cambiarla, retornar, quiero devolver, quiero devolverlo,
  querria devolver, quisiera devolver, me gustaria devolver, me gustaria cambiar, puedo cambiar, puedo devolver,
  se puede devolver, se puede cambiar, como devuelvo, como hago para devolver, plazo de devolucion,
  gastos de devolucion
SMALL_TALK: muchas gracias por, gracias por, genial, encantad*, me encanta, precios*, perfecto, felicidades,
  enhorabuena, estupend*, maravill*, fantastic*, contenta con, contento con, impecable, excelente
PRESALE: teneis, tienen, vendeis, venden, enviais, envian a, haceis envios, hacen envios, hay, en stock, agotad*,
  repon*, reposicion, disponib*, precio*, cuesta, cuanto cuesta, gastos de envio, envio gratis, codigo,
  codigo promocional, cupon, descuento*, oferta*, rebajas, regalo, tarjeta regalo, envolver, material, lavavajillas,
  lavar, lavado, cuidado*, garantia, interesad*, antes de comprar, antes de pedir, black friday, estudiante*
WHEN: cuando llega, cuando llegara, cuando, cuanto tarda, cuanto tardara, fecha de entrega, para cuando, llegara,
  llega el, sin prisa, no corre prisa, solo saber, solo queria saber, estimacion, previsto para,
  numero de seguimiento, enlace de seguimiento, estado de mi, llega manana, llega hoy, llegara a tiempo,
  a tiempo para, antes de navidad, para reyes, cuando sale, cuando lo enviais, dia de entrega, franja,
  horario de entrega, ha salido ya
FINE: todo bien, todo correcto, todo perfecto, al final llego, al final ha llegado, ya llego, ya ha llegado,
  ya esta solucionado, solucionado, resuelto, arreglado, sin problema*, en buen estado, nada roto, no hay problema,
  ningun problema, ya aparecio, aparecio, falsa alarma, olvidad, ninguna queja, llego bien, ya esta, llego hoy,
  ha llegado hoy, llego ayer, ya lo tengo, ya la tengo, ya recibi, recibido todo, todo llego, reembolso recibido,
  ya me han devuelto, dinero recibido, podeis cerrar, pueden cerrar, cerrad el, ignorad, no hace falta que,
  me lo quedo, me la quedo, gracias igualmente
ADMIN: factura, recibo, iva, newsletter, boletin, darme de baja, baja, suscripcion, cuenta de cliente,
  borrar mi cuenta, mi cuenta, contrasena, iniciar sesion, acceder, datos, rgpd, puntos, fidelidad, app, web, pago,
  pagar, carrito, rechazad*
OUTSIDE: colabor*, influencer*, blog*, periodista, prensa, articulo sobre, redaccion, mayorista, al por mayor,
  revend*, distribuidor*, seo, posicionamiento, curriculum, vacante*, empleo, puesto, trabajo, practicas, candidatura,
  patrocin*, asociacion, rifa, sorteo, donacion, seguidores, instagram, tiktok, trabajo escolar, encuesta, premio,
  ganador, bitcoin, cripto, verifique, verificar su, sospechos*, phishing, estafa, fraude, enlace, clic, pinche,
  agencia, empresas
AUTO: fuera de la oficina, respuesta automatica, automatic*, de vacaciones, vacaciones, ausente, no responda,
  no pudo entregarse, no se pudo entregar, no entregado, estare de vuelta, reincorpor*, en caso de urgencia
ALSO: tambien, ademas, por otro lado, por otra parte, otra cosa, dos cosas, dos problemas, segundo, primero, aparte,
  de paso, ya que estamos, y encima, asimismo, igualmente, a la vez, otra pregunta, otra duda, ambas
REPLACE: reemplaz*, sustitu*, reposicion, uno nuevo, una nueva, el correcto, la correcta, enviarme el, enviarme la,
  otro igual, otra igual, reenvi*, volver a enviar, volveis a enviar
MONEY: #money
DATE: #date, #day, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre,
  diciembre, lunes, martes, miercoles, jueves, viernes, sabado, domingo, navidad, reyes, cumpleanos, boda, el #n,
  dia #n
DURATION: #n dias, #n semanas, #n meses, dos semanas, tres semanas, cuatro semanas, cinco semanas, seis semanas,
  dos meses, tres meses, un mes, una semana, quince dias, quincena, meses
COUNT: #n de #n, #n de los #n, #n en vez de #n, #n en lugar de #n, dos de, una de las, uno de los, solo #n, recibi #n,
  pague #n, llegaron #n, vienen #n, de las tres, de los tres, de las cuatro, las dos, los dos, #n unidades, #n piezas
LETTER_SIZE: xs, xl, xxl, talla m, talla l, talla s, una m, una l, una s, la m, la l, la s, en m, en l, m o l,
  m o la l, s o m, s o la m, l o xl, talla #n, un #n, la #n, el #n
SAYS: pone, dice, indica, consta, figura, segun, anunciado, anuncio, descripcion, en la foto, en la web, aparece
"""
