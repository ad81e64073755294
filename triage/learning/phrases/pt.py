"""The trade's words in Portuguese, accents folded."""

WORDS = """
NOT: nao, nunca, nada, nenhum*, sem, nem, jamais, ninguem, n, nd, ñ, nao foi
YET: ainda nao, ate agora, ate hoje, ate ao momento, ate o momento, por enquanto, ate a data
STILL: ainda, continuo, continua
WRONG: errad*, trocad*, erro, incorret*, equivoc*, enganad*, engano, nao e o que, nao e a que, nao e o meu,
  nao e a minha, nao era o que, nao e essa, nao e esse, se enganaram, enganaram se, erraram, errou, voces erraram,
  cor errada, outra cor, outro tamanho, modelo errado, nao conforme, artigo errado, produto errado, de quem, quem e
MIXUP: troca, trocaram, confus*, confusao, misturad*, outra pessoa, outro cliente, outra cliente, nao e meu,
  nao e minha, de outra, baralh*
INSTEAD: em vez, ao inves, no lugar, em lugar
DIFFERENT: diferente*, outro modelo, outra coisa, outro, outra, nao corresponde, nao confere, nada a ver, nao bate,
  divers*
NOT_ORDERED: nao pedi, nao encomendei, nunca pedi, nao comprei, nao havia pedido, nao tinha pedido
ORDERED: pedi, encomendei, comprei, tinha pedido, havia pedido, escolhi, escolhid*, queria, paguei, solicitei,
  na fatura, nota fiscal diz, na nota, confirmacao diz, no pedido, tinha encomendado, comprado
CAME: recebi, recebido, recebemos, chegou, chegaram, chegado, veio, vieram, vinha, abri, entregue, entregaram, dentro,
  na caixa, no pacote, na embalagem, continha, trouxe, deixaram
YOU_SENT: voces mandaram, voces enviaram, mandaram, enviaram, me mandaram, me enviaram, enviado, mandado, enviou,
  me deram, me entregaram, veio um, veio uma, veio o, veio a, chegou um, chegou uma, chegou me, enviaram me,
  mandaram me, foi me enviado, me chegou, me veio, colocaram, puseram, botaram, vem um, recebi um, recebi uma,
  entregaram me
EXTRA: a mais, em duplicado, duas em vez, sobrou, sobra, extra, um so, so pedi, so paguei, mais um do que,
  dois em vez, paguei uma, paguei um
COLOUR: preto*, preta*, branc*, vermelh*, azul, azuis, verde*, amarel*, rosa*, rox*, cinza*, cinzent*, marrom,
  castanh*, bege, marinho, oliva, laranja, dourad*, pratead*, prata, cor, cores, vinho, turquesa
LABELLED: etiqueta*, gravad*, gravacao, gravura, nome, personaliz*, estampad*, bordad*
BROKEN: quebr*, partid*, partiu, rachad*, rachadura, rachou, trinc*, lascad*, lasca, amassad*, amolgad*, esmagad*,
  dobrad*, torto, torta, rasg*, furo, furad*, buraco*, mancha*, manchad*, risc*, arranh*, defeit*, defeituos*,
  danific*, dano, danos, estrag*, avari*, avariad*, descosturad*, descosid*, descostur*, costura*, solto, solta,
  soltou, soltando, fecho, ziper, descol*, caiu, cairam, desfiad*, desfi*, desbot*, enferruj*, ferrugem, vaza,
  vazando, vazamento, verte, pinga, molhad*, umid*, humid*, mofo, bolor, pedacos, cacos, descasc*, escurec*, oxid*,
  deformad*, suj*, estourou, empenad*, arrebent*, abriu, partiu se, partiram, quebrou, quebraram, quebrado, se partiu,
  se quebrou, se soltou, se abriu, rasgou, rasgou se, descoseu, descolou, descolou se, desfez, desfez se, entupid*,
  encravad*, emperr*, range, chia, chiando, ruido, barulho, cheira, cheiro, fede, queimou, derret*, encolh*, apagad*,
  desfocad*, ilegivel, inutiliz*, sola, salto, asa, alca, alcas, pega, correia, elastico, fio puxado, explod*,
  rebent*, bambo, bamba, coxo, inclinad*, amarelad*, manchou, tinge, tingiu, preto do, esverde*, alergia, ferrugento,
  mal acabad*, mau estado, ma qualidade, aos bocados, em pedacos, aos cacos, vazou, verteu, sem asa
NO_WORK: nao funciona, nao funcionam, parou de funcionar, deixou de funcionar, parou, nao liga, nao acende,
  nao carrega, nao da sinal, nao arranca, morreu, nao fecha, nao conecta, nao responde, desliga, pifou, queimou,
  queimad*, falha, falhou, pisca, nao trabalha, nao segura, n funciona, n liga, n carrega, n acende, nao aquece,
  nao esquenta, nao arrefece, nao gela, nao gira, nao roda, nao toca, nao imprime, nao da som, sem som, sem imagem,
  so funciona de, so de um lado, um lado so, tela, tela preta, ecra, bateria, apita, trava, travou, travando,
  desliga sozinh*, dispara, da choque, da erro, primeira lavagem, primeiro uso, primeira vez, primeiro dia,
  nao aguenta, nao encaixa, nao se ouve
OWN_FAULT: culpa minha, minha culpa, por minha culpa, deixei cair, eu quebrei, eu parti, fui eu, meu cachorro,
  meu cao, meu gato, meu erro, erro meu, me enganei, enganei me, nao e culpa de voces, nao e culpa vossa,
  sem reclamacao, nao estou reclamando, distracao minha, desastrad*
LOST: perdid*, perdeu, extravi*, roubad*, roubaram, furtad*, sumiu, sumid*, desaparec*, desapareceu
NO_COME: nao chegou, nunca chegou, nao recebi, nunca recebi, nada chegou, nao chega, ainda nao chegou,
  ainda nao recebi, nao me chegou, nao foi entregue, nao entregue, nao entregaram, nada recebido, sem receber,
  nem sinal, nao apareceu, nao veio, nao esta, nao tem nada, sem noticias, nenhum pacote, nenhuma encomenda,
  nao ha encomenda, nao chegaram, n chegou, n recebi, nd chegou, nada, ate agora nada, ate hoje nada, nada ate,
  cade meu pacote, cade meu pedido, cade a encomenda, cade minha, ninguem, ninguem veio, ninguem apareceu,
  ninguem entregou, nao passou ninguem, ainda nada, nao vi, nunca vi, nunca apareceu, nao a recebi, nao o recebi,
  continua sem, continuo sem, sem ver, nao ha sinal, nada de nada, nao ta aqui, nao esta aqui, nao tenho
MARKED: consta como entregue, aparece como entregue, diz entregue, diz que foi entregue, como entregue,
  consta entregue, supostamente, rastreio diz, rastreamento diz, segundo o rastreio, assinatura, assinado, assinou,
  dado como entregue, consta, alegadamente, status entregue
WHERE: onde esta, cade, onde anda, onde ficou, o que aconteceu com, o que houve com, alguma noticia, que e feito,
  em que ponto
SHORT: falta, faltam, faltou, faltando, faltava, faltavam, incomplet*, so um, so uma, so dois, so duas, so tres,
  so veio, so vieram, so chegou, so chegaram, apenas, dos tres, das tres, de tres, nao veio, nao vinha, nao estava na,
  nao estava no, o resto, restante, vazi*, metade, parte do pedido, segunda caixa, segundo pacote, parcial*,
  esqueceram, a menos, nao esta na, nao vieram, nao veio na, nao veio o, nao veio a, nd na caixa, n veio, sem o,
  sem a, sem os, sem as, voces esqueceram, esqueceram se, esquecido, faltou a, faltou o, a outra, o outro, os outros,
  as outras, so metade, so a metade, a menos do, menos do que, contei, nao tinha, nao trazia, nao trouxe, nao vem,
  nao estava, nao incluiram, nao foi enviada, nao foi enviado, em falta
OVERDUE: atras*, atrasad*, atraso, deveria, devia, era para, era pra, deveria ter, data prevista, previst*, previsao,
  prometid*, prometeram, disseram, prazo, venceu, passou do prazo, estimad*, garantid*, no maximo, ja passou,
  ja passaram, passou o dia, hoje e, hoje ja e, ja e dia, e hoje, e ja, estamos a, estava prevista, estava previsto,
  ficou de chegar, ficaram de, ficaram, tinha que ter, tinha de ter, devia ter, garantiram, asseguraram,
  prometeram que, prometeram para, fora do prazo, prazo acabou, acabou o prazo, terminou o prazo, tarde demais,
  perdi a data
WAIT: espero, esperando, a espera, aguardo, aguardando, espera, paciencia, ha semanas, semanas, faz, ha dias, dias,
  ha um mes, um mes, faz um mes, cansad*, eternidade
TRACKING: rastreio, rastreamento, rastrear, codigo de rastreio, tracking, transportadora, estafeta, entregador,
  carteiro, correios, ctt, sedex, dhl, ups, dpd, alfandega, transito, parado, nao anda, nao se mexe, nao atualiza,
  em transito, armazem, deposito, centro de distribuicao, estado da
LOOKED: vizinh*, caixa de correio, porteiro, portaria, zelador, em casa, porta, procurei, verifiquei, perguntei,
  camera, olhei, recepcao, por todo lado
PARCEL: pacote, encomenda, entrega, caixa, envelope, volume
REFUND: reembols*, estorn*, dinheiro, meu dinheiro, devolucao do valor, credito, creditad*, vale, valor, ressarc*,
  indeniz*, indemniz*, compensacao, restitu*, devolver o dinheiro, quantia, sinal, deposito, caucao, saldo, cashback,
  grana, reais, conto, devolver me, devolverem, devolverem me, devolveram, devolvam, #money de volta, restituicao
OWED: devem, me devem, devendo, pendente, nao caiu, nao reembols*, nao fui reembolsad*, nao estorn*,
  nao recebi o reembolso, nao recebi o estorno, nenhum reembolso, nenhum estorno, nada na conta, nada na fatura,
  nao apareceu na fatura, nao entrou, onde esta meu dinheiro, onde esta o meu dinheiro, onde esta o reembolso,
  cade meu dinheiro, cade o reembolso, cade o estorno, cade meu reembolso, sem reembolso, sem estorno, so devolveram,
  a diferenca, o resto do dinheiro, reembolso parcial, nem um centimo, nem um centavo, aguardo o reembolso,
  a espera do reembolso, esperando o reembolso, nada caiu, ainda nada, n caiu, nao veio o, nao veio ate,
  nao me devolveram, n me devolveram, nao devolveram, ainda nao devolveram, nao depositaram, nao creditaram,
  por creditar, por fazer, continua por, so caiu, caiu so, devolveram so, so devolveram #money, so #money,
  em vez de #money, os #money, dos #money, meus #money, faltam #money, falta #money, o resto, reembolso que,
  o pix ate, pix nao, estorno nao, reembolso nao, sem o estorno, sem o reembolso, na conta nada, no banco nada,
  no cartao nada, ainda nao vi, nunca caiu, nunca recebi o reembolso, cobraram duas vezes, cobrado duas vezes,
  cobranca duplicada, devem me, voces me devem, ficaram de me, ficaram de devolver, quando devolvem, quando cai,
  quando vai cair, cade o meu reembolso, espera do dinheiro, espera do reembolso
APPROVED: aprovad*, confirmad*, confirmaram, aceit*, autorizad*, prometid*, prometeram, anunciad*, processad*,
  combinad*, garantiram, concordaram, disseram que, me disseram, disseram me, escreveram, reconheceram, reconheceu,
  acordado, ofereceram, prometido, iam fazer, iam devolver, encerrado, ficou combinado, deram razao, no vosso email
BANK: banco, conta, cartao, fatura, extrato, paypal, pix, mb way, mbway, transferencia, dias uteis, klarna, boleto
SENT_BACK: devolvi, devolvid*, devolucao recebida, receberam a devolucao, receberam, mandei de volta, enviei de volta,
  recolheram, recolhid*, armazem recebeu, a devolucao, minha devolucao, devolucao chegou, postei, voltou pra voces,
  voltou para voces, esta com voces, ta com voces, chegou ai, ja esta ai, nas vossas maos, em vosso poder,
  tenho o comprovante, comprovante de devolucao, ja devolvi, ja devolvida, ja devolvido, foi devolvid*, receberam o,
  receberam a, aviso de recepcao, levantaram
CANCEL: cancel*, anul*, desist*, nao enviem, nao envie, nao mandem, nao mande, nao quero mais, ja nao quero,
  nao preciso mais, ja nao preciso, parar o pedido, parem, suspend*, interromp*, arrependimento, excluir o pedido,
  apagar o pedido, esquecam, deixa pra la, cancelem, cancelar, cancela, cancele, cancelamento, anulem, anular,
  anulacao, parem a encomenda, nao preparem, nao gravem, nao fabriquem, nao despachem, n quero mais,
  nao quero o pedido, tirem do pedido, ja nao e preciso, nao e preciso, desisto, desisti, deixem estar,
  esquece o pedido, sustar, retirar a encomenda
CHANGE: alter*, mud*, trocar para, trocar por, corrig*, correcao, atualiz*, modific*, passar para, substituir, ponham,
  poe, coloquem, coloca, botem, bota, passem, prefiro o, prefiro a, melhor o, melhor a, trocar pelo, trocar pela,
  trocar o, trocar a, troca logo, troquem, mudem, mude, muda, muda no pedido, altera, alterem, corrijam, corrige,
  desviar, redirecionar, juntar tudo, um so envio, mandem para, enviem para, deve ler se
CHANGE_MIND: mudei de ideia, mudei de ideias, nao gostei, nao gosto, nao me convence, nao e meu estilo,
  nao me fica bem, nao ficou bem, mais barato, me arrependi, arrependi me, nao e para mim, nao e a minha cara,
  nao combina
ADDRESS: endereco, morada, cep, codigo postal, rua, numero da casa, apartamento, andar, mudanca, mudei me, me mudei,
  novo endereco, nova morada, endereco antigo, endereco de entrega, gralha
ADD_DROP: acrescent*, adicion*, juntar, tirar, retirar, remover, incluir, mais um, mais uma, quantidade,
  dois em vez de um, unidades, mais um par, somar
DUPLICATE: duas vezes, dobro, duplicad*, por engano, sem querer, por acidente, dois pedidos, duas encomendas,
  pedido repetido, em dobro, cliquei duas, mesmo pedido
BEFORE_SHIP: antes de enviar, antes do envio, antes que, antes de sair, antes de ser, ainda nao foi enviado,
  ainda nao saiu, nao saiu, nao foi enviad*, nao enviad*, ontem, ontem a noite, hoje de manha, esta manha, ha pouco,
  agora pouco, agora mesmo, acabei de, ha uma hora, se possivel, se for possivel, se der, ainda da tempo, da tempo,
  ainda vou a tempo, a tempo, pre venda, pre compra, em preparacao, em processamento, ainda e possivel, e possivel,
  ainda da, n saiu, ainda n saiu, ainda n, nao saiu ainda, ainda nao despach*, ainda nao seguiu, nao seguiu,
  antes de seguir, antes de mandar, antes d enviar, antes d sair, antes da separacao, antes da gravacao,
  antes de gravar, antes de imprimir, antes de despach*, em producao, hj de manha, hj cedo, hoje cedo, de hoje,
  de ontem, fiz ontem, fiz hoje, comprei ontem, comprei hoje, pedi ontem, anteontem, ha bocado, neste momento,
  ha minutos, ainda em, agorinha, logo antes, enquanto nao
SHOP_CANCELLED: voces cancelaram, foi cancelad*, cancelaram, cancelado por, por que cancelaram, porque cancelaram,
  cancelaram me
SIZE: tamanho*, medida*, dimens*, numeracao, comprimento, largura, diametro, circunferencia, guia de tamanhos,
  tabela de medidas, tabela, aro
WHICH: que tamanho, qual tamanho, qual o tamanho, qual medida, que medida, qual numero, que numero, qual, quais,
  devo pedir, devo escolher, devo, peco, pego, levo, compro, escolher, escolho, recomend*, aconselh*, indicam,
  sugerem, entre o, entre, duvida, na duvida, melhor o, vai servir, serviria, me serve, serve em, equival*,
  corresponde a, converter, conversao, tamanho certo, tamanho ideal, acertar, fico com, m ou g, p ou m, g ou gg,
  pp ou p, m ou l, s ou m, l ou xl, ou g, ou gg, ou m, ou p, ou l, ou #n, ou o #n, vou de, vou no, vou pela, vou pelo,
  vou com, fico no, pego o, pego a, q tamanho, ql tamanho, qual eu pego, qual compro, q numero, qual e o meu, e o meu,
  como sei, como escolho, como calculo, como converto, da certo, fica colad*, fica bom em, cabe em, entra em,
  serve para, um tamanho acima, um tamanho abaixo, tamanho acima, subir um, descer um, me veste, levo o, levo a,
  seria o, sera o
MEASURE: medir, medi, mediu, fita metrica, fita, tira de papel, barbante, fio, forma pequena, forma grande,
  veste grande, veste pequeno, veste, ajustad*, elastic*, justo, largo, folgad*, apertad*
BODY: cintura, quadril, ancas, anca, peito, busto, pulso, dedo, anelar, tornozelo, pe, pes, pescoco, cabeca, peso, kg,
  quilos, altura, costumo usar, uso o, uso m, uso p, normalmente, geralmente, visto o, ombros, coxa*, gravida, meco
POOR_FIT: ficou grande, ficou pequen*, ficou apertad*, ficou larg*, ficou curt*, muito grande, muito pequen*,
  grande demais, pequeno demais, pequena demais, apertado demais, demasiado grande, demasiado pequen*, nao serviu,
  nao serve, nao me serve, fica grande, fica pequen*, fica larg*, nao coube, nao entra, esta grande, esta pequen*,
  nao me fica
RETURN_WISH: devolver, devolucao, trocar, troca por, fazer uma devolucao, fazer a troca, etiqueta de devolucao,
  politica de devolu*, devolve lo, devolve la, quero trocar, enviar de volta, mandar de volta, quero devolver,
  queria devolver, gostaria de devolver, gostaria de trocar, queria trocar, posso trocar, posso devolver,
  da pra trocar, da para trocar, como devolvo, como faco para devolver, prazo de devolucao, portes de devolucao
SMALL_TALK: muito obrigad*, obrigada por, obrigado por, parabens, lind*, adorei, amei, perfeit*, maravilh*, otim*,
  excelent*, satisfeit*, content*, feliz, fantastic*, impecavel, impecaveis
PRESALE: voces tem, tem, vendem, enviam, entregam, fazem, ha, existe, em stock, em estoque, esgotad*, repor,
  reposicao, disponiv*, disponib*, preco*, custa, quanto custa, frete, portes, portes gratis, cupom, codigo,
  desconto*, promoc*, oferta*, saldos, presente, vale presente, cartao presente, embrulho, material, maquina de lavar,
  lavar, lavagem, cuidado*, garantia, interess*, antes de comprar, antes de pedir, black friday, estudante*
WHEN: quando chega, quando vai chegar, quando, quanto tempo, quantos dias, data de entrega, para quando, vai chegar,
  chega ate, sem pressa, nao ha pressa, so saber, so queria saber, gostaria de saber, previsto para,
  numero de rastreio, link de rastreio, estado do meu, chega amanha, chega hoje, chega a tempo, a tempo do,
  antes do natal, ate o natal, quando sai, quando enviam, dia da entrega, horario de entrega, ja saiu, ja foi enviado
FINE: tudo bem, tudo certo, tudo ok, acabou chegando, acabou por chegar, ja chegou, resolvid*, resolveu,
  sem problema*, em bom estado, nada partido, nada quebrado, nenhum problema, apareceu, falso alarme, esquecam o,
  esta tudo, chegou bem, nao e reclamacao, ja recebi, chegou hoje, chegou ontem, chegou tudo, ja tenho,
  reembolso recebido, reembolso caiu, estorno caiu, dinheiro caiu, ja caiu, podem fechar, podem encerrar, pode fechar,
  ignorem, desconsiderem, fico com ele, fico com ela, obrigado na mesma
ADMIN: fatura, recibo, nota fiscal, nf, nif, iva, newsletter, cancelar inscricao, descadastr*, assinatura,
  conta de cliente, apagar minha conta, minha conta, senha, palavra passe, login, entrar na conta, dados, lgpd, rgpd,
  pontos, fidelidade, aplicativo, site, pagamento, pagar, carrinho
OUTSIDE: parceria*, colabora*, influencer, influenciador*, blog*, jornalista, imprensa, reportagem, redacao, atacado,
  grossista, revend*, revenda, seo, posicionamento, curriculo, vaga*, emprego, trabalhar, estagio, candidatura,
  patrocin*, associacao, rifa, sorteio, doacao, seguidores, instagram, tiktok, trabalho escolar, pesquisa, premio,
  ganhador, bitcoin, cripto, verifique, suspeit*, phishing, golpe, burla, fraude, link, clique, clicar, agencia,
  empresas
AUTO: fora do escritorio, resposta automatica, automatic*, de ferias, ferias, ausente, nao responda,
  nao foi possivel entregar, nao foi entregue ao, falha na entrega, regresso, estarei de volta, em caso de urgencia
ALSO: tambem, alem disso, alem, por outro lado, outra coisa, duas coisas, dois problemas, segundo, primeiro,
  aproveit*, ja agora, e ainda, de quebra, para piorar, ao mesmo tempo, igualmente, outra pergunta, outra duvida,
  ambos, ambas
REPLACE: substitu*, reposicao, um novo, uma nova, o correto, a correta, o certo, a certa, reenvi*, enviar de novo,
  mandar de novo, mandar o certo, outro igual, outra igual, enviar outro, enviar outra
MONEY: #money
DATE: #date, #day, janeiro, fevereiro, marco, abril, maio, junho, julho, agosto, setembro, outubro, novembro,
  dezembro, segunda feira, terca feira, quarta feira, quinta feira, sexta feira, segunda, terca, quarta, quinta,
  sexta, sabado, domingo, natal, pascoa, aniversario, casamento, dia #n, no dia #n
DURATION: #n dias, #n semanas, #n meses, duas semanas, tres semanas, quatro semanas, cinco semanas, seis semanas,
  dois meses, tres meses, uma semana, quinze dias, quinzena, meses, faz #n, ha #n
COUNT: #n de #n, #n em vez de #n, #n ao inves de #n, dos dois, das duas, so #n, recebi #n, paguei #n, chegaram #n,
  vieram #n, um dos, uma das, dois dos, duas das, das tres, dos tres, das seis, #n unidades, #n pecas
LETTER_SIZE: pp, gg, xg, xs, xl, xxl, tamanho m, tamanho g, tamanho p, o m, o g, o p, m ou g, p ou m, g ou gg, m ou l,
  s ou m, l ou xl, no m, no g, no p, tamanho #n, um #n, o #n, aro #n
SAYS: diz, indica, aparece, segundo, anuncio, anunciado, descricao, na foto, no site, ta escrito, esta escrito,
  escrito
"""
