"""Words that carry a request or turn a phrase round, in six languages."""

from triage.stages.extracting.lexicon import Speech, listed, words

DENYING = ("unworn", "unused", "unwashed", "sealed", "tags_missing", "packaging_missing", "hygiene_seal_missing")
"""States that are told with a negation."""

SPEECH = Speech(
    negations=words("""
        not no dont doesnt didnt wont wouldnt isnt wasnt arent havent hasnt never neither nor without nicht
        kein keine keinen keinem keiner ohne weder statt anstatt pas sans ni jamais aucun aucune non senza
        nessun nessuna ne sin tampoco nao sem nem nunca nenhum nenhuma instead
    """),
    trailing=words("""
        not isnt nicht keineswegs
    """),
    turns=words("""
        and but so because as since though und aber sondern denn weil et mais donc car y pero sino porque e ma
        perche mas entao then when if wenn dann si se
    """),
    wishes=words("""
        want please like need wish prefer could would bitte will mochte moechte hatte wunsche konnen konnt
        veux voudrais souhaite aimerais prefere quiero quisiera prefiero puedo vorrei voglio preferisco posso
        quero queria gostaria prefiro rather just lieber
    """),
    reach=6,
    firm=(
        "request",
        "told",
        *(f"good.{state}" for state in DENYING),
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
        "turn.still",
        "turn.over",
        "turn.more",
    ),
    open_ended=("want.",),
)

REQUESTS = listed("""
    please; pls; plz; kindly; could|can|would|will you|u; can|could|may|shall
    i|we|it|this|they|exchange|swap|refund|change|cancel|return|send|get; want|wants|wanted; would|d
    rather|like|prefer|love|appreciate; need; prefer; ask* for; request*; demand*; expect*; hop* for|to; wish;
    happy|fine|ok|okay with; would be fine|enough|ok|okay|great; would do; looking for; let me have; give me|us;
    send|ship me|us|the|my|a|an|another|out; i ll take; i will take; how do|can|would i|we; entitled; due;
    either; id like; i am after; insist*; accept; what about; is|was there any chance; is it possible; possible
    to; refund me|us; go ahead; ready for; opt for; bitte; gern|gerne; mocht*; moecht*;
    hatte|hatten|haette|haetten ~4 gern|gerne|lieber; will|wollen; wunsch*;
    konnen|konnten|konnt|kann|koennen|koennt|koennte|konnte ich|wir|sie|ihr|man|du; erbitte*; verlang*; erwart*;
    forder*; brauch*; benotig*; lieber; wie bekomme|erhalte|kriege; besteh* auf; ware ~3
    lieb|recht|froh|dankbar; schick* ~2 mir|uns; send* ~2 mir|uns; svp; stp; s il vous|te plait; voudra*;
    souhait*; aimer*; veux|veut|voulons; pouvez|pourriez|peux|pourrais; puis je; peut on; merci de; exig*;
    prefer*; besoin; attend*; comment faire|obtenir; suffirai*; reclam*; il me faut; j opte; est il possible;
    possible de; soit; serait possible; conviendrait; quier*; quer*; quisier*; me gustaria; por favor; solicit*;
    pido|pedimos; podeis|podria*|podrian|pueden|puede|puedes|puedo|podemos; necesit*; exij*; prefier*; dese*;
    esper*; ruego; me devolveis; me lo; me la; me vale|sirve|valdria|serviria un|una|con; es posible; me conform*; me bastar*; vorre*; vogli*; desider*;
    chied*; richied*; potete|potreste|puoi|potrei|possiamo|posso|possibile; per favore|piacere|cortesia;
    gradire*; preferi*; mi serve; esig*; pretend*; prego; sarebbe possibile; mi basterebbe|accontento; gostari*;
    gostav*; pf; pfv; peco|pedimos|pedir; podem|poderi*|podia*|pode|posso; precis*; prefir*; desej*; favor; da
    para|pra; e possivel; espero; como faco; chegava; me contento
""")

TOLD = listed("""
    refund ~2 was|has|had been approved|issued|promised|confirmed; refund ~1 policy|policies; you refunded;
    refunds take; do you ~2 refund|give; do|would|will i|we ~1 get; already ~3 got|received|have ~2
    refund|money; not about ~2 refund; got my|the refund; refund|money ~2 hadnt|hasnt|didnt|not ~1 come|arrive*|reach*; erstattung ~2 wurde|war; ihr habt ~6
    erstattet|storniert; remboursement ~2 a ete; reembolso ~2 fue|foi; rimborso ~2 e stato
""")

SUPPOSED = listed("""
    if i|we; in case; whether; ob; im falle; falls ich|wir; wenn ich|wir; en cas; si je|j|on|nous|jrenvoie; si
    yo|lo|la|devuelvo|se; en caso; se eu|devolver|devolvo|io|lo|la|restituisco; in caso; em caso
""")
"""Openings of questions put in general."""
