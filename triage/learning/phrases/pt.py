"""The trade's words in Portuguese, accents folded."""

WORDS = """
NOT: nao, nunca, nada, nenhum*, sem, nem, jamais, ninguem
YET: ainda nao, ate agora, ate hoje, ate ao momento, ate o momento, por enquanto, ate a data
STILL: ainda, continuo, continua
WRONG: errad*, trocad*, erro, incorret*, equivoc*, enganad*, engano, nao e o que, nao e a que
MIXUP: troca, trocaram, confus*, confusao, misturad*, outra pessoa, outro cliente, outra cliente, nao e meu,
  nao e minha, de outra, baralh*
INSTEAD: em vez, ao inves, no lugar, em lugar
DIFFERENT: diferente*, outro modelo, outra coisa, outro, outra, nao corresponde, nao confere, nada a ver,
  nao bate, divers*
NOT_ORDERED: nao pedi, nao encomendei, nunca pedi, nao comprei, nao havia pedido, nao tinha pedido
ORDERED: pedi, encomendei, comprei, tinha pedido, havia pedido, escolhi, escolhid*, queria, paguei,
  solicitei, na fatura, nota fiscal diz, na nota, confirmacao diz, no pedido, tinha encomendado, comprado
CAME: recebi, recebido, recebemos, chegou, chegaram, chegado, veio, vieram, vinha, abri, entregue,
  entregaram, dentro, na caixa, no pacote, na embalagem, continha, trouxe, deixaram
YOU_SENT: voces mandaram, voces enviaram, mandaram, enviaram, me mandaram, me enviaram, enviado, mandado,
  enviou
EXTRA: a mais, em duplicado, duas em vez, sobrou, sobra, extra, um so, so pedi, so paguei, mais um do que,
  dois em vez, paguei uma, paguei um
COLOUR: preto*, preta*, branc*, vermelh*, azul, azuis, verde*, amarel*, rosa*, rox*, cinza*, cinzent*,
  marrom, castanh*, bege, marinho, oliva, laranja, dourad*, pratead*, prata, cor, cores, vinho, turquesa
LABELLED: etiqueta*, gravad*, gravacao, gravura, nome, personaliz*, estampad*, bordad*
BROKEN: quebr*, partid*, partiu, rachad*, rachadura, rachou, trinc*, lascad*, lasca, amassad*, amolgad*,
  esmagad*, dobrad*, torto, torta, rasg*, furo, furad*, buraco*, mancha*, manchad*, risc*, arranh*, defeit*,
  defeituos*, danific*, dano, danos, estrag*, avari*, avariad*, descosturad*, descosid*, descostur*,
  costura*, solto, solta, soltou, soltando, fecho, ziper, descol*, caiu, cairam, desfiad*, desfi*, desbot*,
  enferruj*, ferrugem, vaza, vazando, vazamento, verte, pinga, molhad*, umid*, humid*, mofo, bolor, pedacos,
  cacos, descasc*, escurec*, oxid*, deformad*, suj*, estourou, empenad*, arrebent*, abriu
NO_WORK: nao funciona, nao funcionam, parou de funcionar, deixou de funcionar, parou, nao liga, nao acende,
  nao carrega, nao da sinal, nao arranca, morreu, nao fecha, nao conecta, nao responde, desliga, pifou,
  queimou, queimad*, falha, falhou, pisca, nao trabalha, nao segura
OWN_FAULT: culpa minha, minha culpa, por minha culpa, deixei cair, eu quebrei, eu parti, fui eu,
  meu cachorro, meu cao, meu gato, meu erro, erro meu, me enganei, enganei me, nao e culpa de voces,
  nao e culpa vossa, sem reclamacao, nao estou reclamando, distracao minha, desastrad*
LOST: perdid*, perdeu, extravi*, roubad*, roubaram, furtad*, sumiu, sumid*, desaparec*, desapareceu
NO_COME: nao chegou, nunca chegou, nao recebi, nunca recebi, nada chegou, nao chega, ainda nao chegou,
  ainda nao recebi, nao me chegou, nao foi entregue, nao entregue, nao entregaram, nada recebido,
  sem receber, nem sinal, nao apareceu, nao veio, nao esta, nao tem nada, sem noticias, nenhum pacote,
  nenhuma encomenda, nao ha encomenda, nao chegaram
MARKED: consta como entregue, aparece como entregue, diz entregue, diz que foi entregue, como entregue,
  consta entregue, supostamente, rastreio diz, rastreamento diz, segundo o rastreio, assinatura, assinado,
  assinou, dado como entregue, consta, alegadamente, status entregue
WHERE: onde esta, cade, onde anda, onde ficou, o que aconteceu com, o que houve com, alguma noticia,
  que e feito, em que ponto
SHORT: falta, faltam, faltou, faltando, faltava, faltavam, incomplet*, so um, so uma, so dois, so duas,
  so tres, so veio, so vieram, so chegou, so chegaram, apenas, dos tres, das tres, de tres, nao veio,
  nao vinha, nao estava na, nao estava no, o resto, restante, vazi*, metade, parte do pedido, segunda caixa,
  segundo pacote, parcial*, esqueceram, a menos
OVERDUE: atras*, atrasad*, atraso, deveria, devia, era para, era pra, deveria ter, data prevista, previst*,
  previsao, prometid*, prometeram, disseram, prazo, venceu, passou do prazo, estimad*, garantid*, no maximo
WAIT: espero, esperando, a espera, aguardo, aguardando, espera, paciencia, ha semanas, semanas, faz,
  ha dias, dias, ha um mes, um mes, faz um mes, cansad*, eternidade
TRACKING: rastreio, rastreamento, rastrear, codigo de rastreio, tracking, transportadora, estafeta,
  entregador, carteiro, correios, ctt, sedex, dhl, ups, dpd, alfandega, transito, parado, nao anda,
  nao se mexe, nao atualiza, em transito, armazem, deposito, centro de distribuicao, estado da
LOOKED: vizinh*, caixa de correio, porteiro, portaria, zelador, em casa, porta, procurei, verifiquei,
  perguntei, camera, olhei, recepcao, por todo lado
PARCEL: pacote, encomenda, entrega, caixa, envelope, volume
REFUND: reembols*, estorn*, dinheiro, meu dinheiro, devolucao do valor, credito, creditad*, vale, valor,
  ressarc*, indeniz*, indemniz*, compensacao, restitu*, devolver o dinheiro, quantia
OWED: devem, me devem, devendo, pendente, nao caiu, nao reembols*, nao fui reembolsad*, nao estorn*,
  nao recebi o reembolso, nao recebi o estorno, nenhum reembolso, nenhum estorno, nada na conta,
  nada na fatura, nao apareceu na fatura, nao entrou, onde esta meu dinheiro, onde esta o meu dinheiro,
  onde esta o reembolso, cade meu dinheiro, cade o reembolso, cade o estorno, cade meu reembolso,
  sem reembolso, sem estorno, so devolveram, a diferenca, o resto do dinheiro, reembolso parcial,
  nem um centimo, nem um centavo, aguardo o reembolso, a espera do reembolso, esperando o reembolso,
  nada caiu, ainda nada
APPROVED: aprovad*, confirmad*, confirmaram, aceit*, autorizad*, prometid*, prometeram, anunciad*,
  processad*, combinad*, garantiram, concordaram, disseram que
BANK: banco, conta, cartao, fatura, extrato, paypal, pix, mb way, mbway, transferencia, dias uteis, klarna,
  boleto
SENT_BACK: devolvi, devolvid*, devolucao recebida, receberam a devolucao, receberam, mandei de volta,
  enviei de volta, recolheram, recolhid*, armazem recebeu, a devolucao, minha devolucao, devolucao chegou,
  postei
CANCEL: cancel*, anul*, desist*, nao enviem, nao envie, nao mandem, nao mande, nao quero mais, ja nao quero,
  nao preciso mais, ja nao preciso, parar o pedido, parem, suspend*, interromp*, arrependimento,
  excluir o pedido, apagar o pedido, esquecam, deixa pra la
CHANGE: alter*, mud*, trocar para, trocar por, corrig*, correcao, atualiz*, modific*, passar para,
  substituir
CHANGE_MIND: mudei de ideia, mudei de ideias, nao gostei, nao gosto, nao me convence, nao e meu estilo,
  nao me fica bem, nao ficou bem, mais barato, me arrependi, arrependi me, nao e para mim,
  nao e a minha cara, nao combina
ADDRESS: endereco, morada, cep, codigo postal, rua, numero da casa, apartamento, andar, mudanca, mudei me,
  me mudei, novo endereco, nova morada, endereco antigo, endereco de entrega, gralha
ADD_DROP: acrescent*, adicion*, juntar, tirar, retirar, remover, incluir, mais um, mais uma, quantidade,
  dois em vez de um, unidades, mais um par, somar
DUPLICATE: duas vezes, dobro, duplicad*, por engano, sem querer, por acidente, dois pedidos,
  duas encomendas, pedido repetido, em dobro, cliquei duas, mesmo pedido
BEFORE_SHIP: antes de enviar, antes do envio, antes que, antes de sair, antes de ser, ainda nao foi enviado,
  ainda nao saiu, nao saiu, nao foi enviad*, nao enviad*, ontem, ontem a noite, hoje de manha, esta manha,
  ha pouco, agora pouco, agora mesmo, acabei de, ha uma hora, se possivel, se for possivel, se der,
  ainda da tempo, da tempo, ainda vou a tempo, a tempo, pre venda, pre compra, em preparacao,
  em processamento, ainda e possivel, e possivel, ainda da
SHOP_CANCELLED: voces cancelaram, foi cancelad*, cancelaram, cancelado por, por que cancelaram,
  porque cancelaram, cancelaram me
SIZE: tamanho*, medida*, dimens*, numeracao, comprimento, largura, diametro, circunferencia,
  guia de tamanhos, tabela de medidas, tabela, aro
WHICH: que tamanho, qual tamanho, qual o tamanho, qual medida, que medida, qual numero, que numero, qual,
  quais, devo pedir, devo escolher, devo, peco, pego, levo, compro, escolher, escolho, recomend*, aconselh*,
  indicam, sugerem, entre o, entre, duvida, na duvida, melhor o, vai servir, serviria, me serve, serve em,
  equival*, corresponde a, converter, conversao, tamanho certo, tamanho ideal, acertar, fico com
MEASURE: medir, medi, mediu, fita metrica, fita, tira de papel, barbante, fio, forma pequena, forma grande,
  veste grande, veste pequeno, veste, ajustad*, elastic*, justo, largo, folgad*, apertad*
BODY: cintura, quadril, ancas, anca, peito, busto, pulso, dedo, anelar, tornozelo, pe, pes, pescoco, cabeca,
  peso, kg, quilos, altura, costumo usar, uso o, uso m, uso p, normalmente, geralmente, visto o, ombros,
  coxa*, gravida, meco
POOR_FIT: ficou grande, ficou pequen*, ficou apertad*, ficou larg*, ficou curt*, muito grande,
  muito pequen*, grande demais, pequeno demais, pequena demais, apertado demais, demasiado grande,
  demasiado pequen*, nao serviu, nao serve, nao me serve, fica grande, fica pequen*, fica larg*, nao coube,
  nao entra, esta grande, esta pequen*, nao me fica
RETURN_WISH: devolver, devolucao, trocar, troca por, fazer uma devolucao, fazer a troca,
  etiqueta de devolucao, politica de devolu*, devolve lo, devolve la, quero trocar, enviar de volta,
  mandar de volta
SMALL_TALK: muito obrigad*, obrigada por, obrigado por, parabens, lind*, adorei, amei, perfeit*, maravilh*,
  otim*, excelent*, satisfeit*, content*, feliz, fantastic*, impecavel, impecaveis
PRESALE: voces tem, tem, vendem, enviam, entregam, fazem, ha, existe, em stock, em estoque, esgotad*, repor,
  reposicao, disponiv*, disponib*, preco*, custa, quanto custa, frete, portes, portes gratis, cupom, codigo,
  desconto*, promoc*, oferta*, saldos, presente, vale presente, cartao presente, embrulho, material,
  maquina de lavar, lavar, lavagem, cuidado*, garantia, interess*, antes de comprar, antes de pedir,
  black friday, estudante*
WHEN: quando chega, quando vai chegar, quando, quanto tempo, quantos dias, data de entrega, para quando,
  vai chegar, chega ate, sem pressa, nao ha pressa, so saber, so queria saber, gostaria de saber,
  previsto para
FINE: tudo bem, tudo certo, tudo ok, acabou chegando, acabou por chegar, ja chegou, resolvid*, resolveu,
  sem problema*, em bom estado, nada partido, nada quebrado, nenhum problema, apareceu, falso alarme,
  esquecam o, esta tudo, chegou bem, nao e reclamacao
ADMIN: fatura, recibo, nota fiscal, nf, nif, iva, newsletter, cancelar inscricao, descadastr*, assinatura,
  conta de cliente, apagar minha conta, minha conta, senha, palavra passe, login, entrar na conta, dados,
  lgpd, rgpd, pontos, fidelidade, aplicativo, site, pagamento, pagar, carrinho
OUTSIDE: parceria*, colabora*, influencer, influenciador*, blog*, jornalista, imprensa, reportagem, redacao,
  atacado, grossista, revend*, revenda, seo, posicionamento, curriculo, vaga*, emprego, trabalhar, estagio,
  candidatura, patrocin*, associacao, rifa, sorteio, doacao, seguidores, instagram, tiktok,
  trabalho escolar, pesquisa, premio, ganhador, bitcoin, cripto, verifique, suspeit*, phishing, golpe,
  burla, fraude, link, clique, clicar, agencia, empresas
AUTO: fora do escritorio, resposta automatica, automatic*, de ferias, ferias, ausente, nao responda,
  nao foi possivel entregar, nao foi entregue ao, falha na entrega, regresso, estarei de volta,
  em caso de urgencia
ALSO: tambem, alem disso, alem, por outro lado, outra coisa, duas coisas, dois problemas, segundo, primeiro,
  aproveit*, ja agora, e ainda, de quebra, para piorar, ao mesmo tempo, igualmente, outra pergunta,
  outra duvida, ambos, ambas
REPLACE: substitu*, reposicao, um novo, uma nova, o correto, a correta, o certo, a certa, reenvi*,
  enviar de novo, mandar de novo, mandar o certo, outro igual, outra igual, enviar outro, enviar outra
"""
