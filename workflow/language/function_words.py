"""The small words of a language: articles, prepositions, pronouns, conjunctions, common adverbs.

They tell languages apart where a dictionary does not: dictionaries list foreign words too.
"""

from functools import cache

from workflow.language.tags import language

_WORDS = {
    "de": """aber alle allem allen aller alles als also am an auch auf aus bei beim
        beispielsweise bereits bin bis bisher bist da dabei dadurch dafür daher damals damit
        danach dann daran darauf darf das dass davon davor dazu dein dem den denn dennoch der
        deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort drei du
        durch ein eine einem einen einer eines er erst es etwa etwas euch für gegen haben hat
        hatte hatten her heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
        immer in ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinen
        können konnte man mehr mein mit muss müssen nach nachdem nein nicht nichts noch nun nur
        ob oder ohne schon sehr seit sein seine seinem seinen seiner sich sie sind so sogar soll
        sollte sondern sowie über um und uns unser unter viel viele vom von vor während war waren
        warum was weder weg weil weiter wenn wer werden weswegen wie wieder will wir wird wo
        wurde wurden zu zum zur zwar zwei zwischen""",
    "en": """a about above after again against all also although always am among an and another
        any are as at away back be because been before being below between both but by can could
        did do does done down during each either else even ever every few for from had has have
        he her here hers him his how however i if in indeed into is it its just less like many
        may me might mine more most much must my neither never no nor not now of off often on
        once one only onto or other our out over own per perhaps quite rather same shall she
        should since so some still such than that the their them then there these they this those
        though through thus to today together too under until up upon us very was we well were
        what when where whether which while who whom whose why will with within without would yet
        you your de die den war pour son sur main but sans come were fat mine her an on or car
        chat pain four comment coin dire dame fort grave habit sale""",
    "es": """a al algo algunos ante antes así aún aunque bajo bien cada casi como con contra cual
        cuando de del desde después donde dos durante e el él ella ellas ellos en entonces entre
        era eran es esa ese eso esta está estaba están este esto fue fueron ha había habían hacia
        han hasta hay hoy la las le les lo los más me mi mientras muy nada ni no nos nosotros
        nunca o otra otro otros para pero poco por porque pues que qué quien se según ser si sí
        sido siempre sin sino sobre son su sus también tan tanto te tiene tienen toda todas todo
        todos tras tu un una uno y ya yo""",
    "fr": """à ailleurs ainsi alors après au aucun aucune aujourd'hui auprès aussi autre autres
        aux avaient avait avant avec avoir beaucoup bien car ce cela celle celles celui cependant
        ces cet cette ceux chaque chez ci comme comment contre dans de début depuis derrière des
        dès donc dont du elle elles en encore enfin ensuite également généralement mieux
        notamment vraiment entre est et étaient était être eu eux fait fois furent hors il ils
        jamais je jusque la là laquelle le lequel les lesquels leur leurs lors lorsque lui mais
        malgré me même mêmes mes moins mon ne ni non nos notre nous on ont ou où outre par parce
        parfois parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi puis qu quand que
        quel quelle quelles quels qui quoi sa sans sauf se selon sera ses si sinon son sont sous
        souvent sur ta tandis tant tel telle tes toi ton toujours tous tout toute toutes très
        trop tu un une vers voici voilà vos votre vous y""",
    "it": """a ad ai al alla alle allo altri altro anche ancora anzi appena avere aveva avevano
        c'è che chi ci come con contro così cui da dai dal dalla dalle de degli dei del della
        delle dello dentro di dopo dove due durante e è ed era erano essere fino fra fu già gli
        ha hanno i il in io la le lei li lo loro lui ma mai me mentre mi mia mio molto ne negli
        nei nel nella nelle nello noi non nostra nostro o ogni oggi per perché però più poco poi
        presso prima proprio qua quale quando quanto quella quelle quelli quello questa queste
        questi questo qui sarà se secondo sei sempre senza si sia solo sono sopra sotto stata
        stati stato su sua sue sugli sui sul sulla suo suoi tra tu tutta tutte tutti tutto un una
        uno verso voi""",
    "nl": """aan af al alle alleen als altijd andere ben bij bijvoorbeeld daar dan dat de deze
        die dit doch door dus echter een eens elke en er even geen had hadden hebben heeft hem
        het hier hij hoe hun ik in is ja je kan kon kunnen maar meer men met mij moet na naar
        niet nog nu of om omdat ondanks onder ons onze ook op over sinds slechts te tegen terwijl
        toch toen tot tussen u uit uw van vaak vanaf veel volgens voor waar wanneer want waren
        was wat we wel werd werden wie wij wil worden wordt zal ze zeer zei zich zij zijn zo
        zoals zonder zou""",
    "pl": """a aby albo nadal obecnie ale ani aż bardzo bez bo być był była było były będzie będą
        bym choć chociaż ci co czy czyli dla dlaczego dlatego do dziś gdy gdyby gdyż gdzie go i
        ich ile im inne inny innych iż ja jak jaki jako je jednak jednym jego jej jest jeszcze
        jeśli jeżeli już każdy kiedy kilka kto która które którego której który których którzy
        lecz lub ma mają mam między mi mnie może można mu my na nad nam nami nas nasz nawet nic
        nich nie niego niej nigdy nim niż no o obecnie obok od oraz po pod podczas ponad ponieważ
        poza pozostałych przed przede przez przy są się skąd swoich swoje ta tak także tam te
        tego tej ten teraz też to tobie trzeba tu tych tylko tym u w we według wiele wobec
        wszystkich wszystkie wszystko z za zawsze ze że żeby""",
    "pt": """a à agora ainda algo alguns além antes ao aos apenas após aquela aquele aqui as às
        assim até bem cada com como contra da das de dela dele deles depois desde dessa desse
        desta deste do dois dos durante e é ela elas ele eles em enquanto então entre era eram
        essa esse esta está estão estava este eu foi foram há hoje isso isto já lá lhe mais mas
        me mesmo meu muito na não nas nem nenhum no nos nós nossa nosso num numa nunca o onde os
        ou outra outro para pela pelas pelo pelos pois por porém porque quais qual quando que
        quem se segundo seja sem sempre ser será seu seus si sido só sob sobre sua suas também
        tem têm tinha toda todas todo todos tu tudo um uma você""",
}


@cache
def function_words(tag: str) -> frozenset[str]:
    """Return the small words of a language, lower-case; empty where none are listed."""
    return frozenset(_WORDS.get(language(tag), "").split())
