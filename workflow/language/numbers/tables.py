"""What languages call their numbers.

An entry is `value: forms`. A form that ends in `*` stands for all words that begin so; a value that
ends in `~` is a hint, a word that may stand for a number of another text (“both”, “decade”).
Ordinals stand with their cardinals: “third” in one language is often “3rd” or “III” in another.
"""

TABLES: dict[str, str] = {
    "en": """0: zero; 1: one first once single; 2: two second twice; 3: three third* thrice; 4:
        four fourth*; 5: five fifth*; 6: six sixth*; 7: seven seventh*; 8: eight eighth*; 9: nine
        ninth*; 10: ten tenth*; 11: eleven eleventh; 12: twelve twelfth dozen; 13: thirteen*; 14:
        fourteen*; 15: fifteen*; 16: sixteen*; 17: seventeen*; 18: eighteen*; 19: nineteen*; 20:
        twenty twentieth twenties; 30: thirty thirtieth thirties; 40: forty fortieth forties; 50:
        fifty fiftieth fifties; 60: sixty sixtieth sixties; 70: seventy seventieth seventies; 80:
        eighty eightieth eighties; 90: ninety ninetieth nineties; 100: hundred hundredth; 1e3:
        thousand thousandth k; 1e6: million mn mln millionth; 1e9: billion bn bln billionth;
        1e12: trillion trn; .5: half; 2~: both couple double pair twin twins; .25: quarter; 10~:
        decade; 1e2~: century; 7~: week; 14~: fortnight; 1~: a an""",
    "de": """0: null; 1: ein* erste*; 2: zwei zweit* zweier* zweimal beide*; 3: drei dritt*
        dreier* dreim* dreij* dreit*; 4: vier viert* vierj*; 5: fünf fünft* fünfj*; 6: sechs
        sechst* sechsj*; 7: sieben siebt* siebenj* siebent*; 8: acht achte achten achter achtes
        achtj*; 9: neun neunt* neunj*; 10: zehn zehnt* zehnj*; 11: elf elft*; 12: zwölf zwölft*
        dutzend; 1e2: hundert; 1e3: tausend tsd; 1e6: million millionen mio; 1e9: milliarde
        milliarden mrd; 1e12: billion billionen; .5: halb*; 1.5: anderthalb* eineinhalb*; 2~:
        paar doppelt* zwilling*; 10~: jahrzehnt*; 1e2~: jahrhundert*; 7~: woche*""",
    "fr": """0: zéro; 1: un une premier première premiers premières 1er; 2: deux deuxième* second
        seconde double; 3: trois troisième*; 4: quatre quatrième*; 5: cinq cinquième*; 6: six
        sixième*; 7: sept septième*; 8: huit huitième*; 9: neuf neuvième*; 10: dix dixième*; 11:
        onze onzième*; 12: douze douzième* douzaine*; 13: treize treizième; 14: quatorze
        quatorzième; 15: quinze quinzième quinzaine; 16: seize seizième; 20: vingt vingts
        vingtième vingtaine; 30: trente trentième trentaine; 40: quarante quarantaine; 50:
        cinquante cinquantaine; 60: soixante soixantaine; 100: cent cents centième centaine
        centaines; 1e3: mille millier milliers; 1e6: million millions; 1e9: milliard milliards;
        1e12: billion billions; .5: demi demie moitié; 2~: couple paire jumeaux; 10~: décennie*;
        1e2~: siècle*; 7~: semaine*""",
    "es": """0: cero; 1: un uno una primer primero primera primeros primeras; 2: dos segundo
        segunda doble; 3: tres tercer tercero tercera; 4: cuatro cuarto cuarta; 5: cinco quinto
        quinta; 6: seis sexto sexta; 7: siete séptimo séptima; 8: ocho octavo octava; 9: nueve
        noveno novena; 10: diez décimo décima; 11: once undécimo; 12: doce docena*; 13: trece;
        14: catorce; 15: quince quincena; 16: dieciséis; 17: diecisiete; 18: dieciocho; 19:
        diecinueve; 20: veinte veintena; 21: veintiuno veintiún veintiuna; 22: veintidós; 23:
        veintitrés; 24: veinticuatro; 25: veinticinco; 26: veintiséis; 27: veintisiete; 28:
        veintiocho; 29: veintinueve; 30: treinta; 40: cuarenta; 50: cincuenta; 60: sesenta; 70:
        setenta; 80: ochenta; 90: noventa; 100: cien ciento centenar centenares; 200: doscientos
        doscientas; 300: trescientos trescientas; 400: cuatrocientos cuatrocientas; 500:
        quinientos quinientas; 600: seiscientos seiscientas; 700: setecientos setecientas; 800:
        ochocientos ochocientas; 900: novecientos novecientas; 1e3: mil miles millar millares;
        1e6: millón millones; 1e12: billón billones; .5: medio media mitad; 2~: ambos ambas par
        pareja; 10~: década*; 1e2~: siglo*; 7~: semana*""",
    "pt": """0: zero; 1: um uma primeiro primeira primeiros primeiras; 2: dois duas segundo
        segunda dobro; 3: três terceiro terceira; 4: quatro quarto quarta; 5: cinco quinto
        quinta; 6: seis sexto sexta; 7: sete sétimo sétima; 8: oito oitavo oitava; 9: nove nono
        nona; 10: dez décimo décima; 11: onze; 12: doze dúzia*; 13: treze; 14: catorze quatorze;
        15: quinze; 16: dezesseis dezasseis; 17: dezessete dezassete; 18: dezoito; 19: dezenove
        dezanove; 20: vinte; 30: trinta; 40: quarenta; 50: cinquenta; 60: sessenta; 70: setenta;
        80: oitenta; 90: noventa; 100: cem cento centena centenas; 200: duzentos duzentas; 300:
        trezentos trezentas; 400: quatrocentos quatrocentas; 500: quinhentos quinhentas; 600:
        seiscentos seiscentas; 700: setecentos setecentas; 800: oitocentos oitocentas; 900:
        novecentos novecentas; 1e3: mil milhar milhares; 1e6: milhão milhões; 1e9: bilhão
        bilhões; 1e12: trilhão trilhões; .5: meio meia metade; 2~: ambos ambas par casal; 10~:
        década*; 1e2~: século*; 7~: semana*""",
    "it": """0: zero; 1: un uno una primo prima primi prime; 2: due secondo seconda doppio; 3:
        tre terzo terza; 4: quattro quarto quarta; 5: cinque quinto quinta; 6: sei sesto sesta;
        7: sette settimo settima; 8: otto ottavo ottava; 9: nove nono nona; 10: dieci decimo
        decima decina decine; 11: undici; 12: dodici dozzina; 13: tredici; 14: quattordici; 15:
        quindici quindicina; 16: sedici; 17: diciassette; 18: diciotto; 19: diciannove; 20: venti
        ventesimo ventina; 30: trenta trentina; 40: quaranta; 50: cinquanta; 60: sessanta; 70:
        settanta; 80: ottanta; 90: novanta; 100: cento centinaio centinaia; 1e3: mille mila
        migliaio migliaia; 1e6: milione milioni; 1e9: miliardo miliardi; .5: mezzo mezza metà;
        2~: entrambi entrambe coppia paio; 10~: decennio decenni; 1e2~: secolo secoli; 7~:
        settimana settimane""",
    "nl": """0: nul; 1: een één eerste; 2: twee tweede dubbel*; 3: drie derde driej*; 4: vier
        vierde; 5: vijf vijfde; 6: zes zesde; 7: zeven zevende; 8: acht achtste; 9: negen
        negende; 10: tien tiende; 11: elf elfde; 12: twaalf twaalfde dozijn; 13: dertien*; 14:
        veertien*; 15: vijftien*; 16: zestien*; 17: zeventien*; 18: achttien*; 19: negentien*;
        20: twintig*; 30: dertig*; 40: veertig*; 50: vijftig*; 60: zestig*; 70: zeventig*; 80:
        tachtig*; 90: negentig*; 100: honderd honderden; 1e3: duizend duizenden; 1e6: miljoen
        miljoenen mln; 1e9: miljard miljarden mld; .5: half halve helft; 1.5: anderhalf
        anderhalve; 2~: beide paar; 10~: decennium decennia; 1e2~: eeuw eeuwen; 7~: week weken""",
    "pl": """0: zero; 1: jeden jedna jedno jednego jednej jednym jedną pierwsz* raz; 2: dwa dwie
        dwóch dwaj dwu* dwom dwoma dwoje drugi drugie drugiego druga drugiej drugą drugim
        dwukrot*; 3: trzy trzech trzej trzem trzema troje trzeci* trzykrot* trzylet* trzydni*; 4:
        cztery czterech czterej czterem czterema czworo czwart* czterolet*; 5: pięć pięciu
        pięcioro piąt* pięciolet*; 6: sześć sześciu szóst* sześciolet*; 7: siedem siedmiu siódm*
        siedmiolet*; 8: osiem ośmiu ósm* ośmiolet*; 9: dziewięć dziewięciu dziewiąt*
        dziewięciolet*; 10: dziesięć dziesięciu dziesiąt* dziesięciolet*; 11: jedenaście
        jedenastu jedenast*; 12: dwanaście dwunastu dwunast* tuzin*; 13: trzynaście trzynast*;
        14: czternaście czternast*; 15: piętnaście piętnast*; 16: szesnaście szesnast*; 17:
        siedemnaście siedemnast*; 18: osiemnaście osiemnast*; 19: dziewiętnaście dziewiętnast*;
        20: dwadzieścia dwudziest*; 30: trzydzieści trzydziest*; 40: czterdzieści czterdziest*;
        50: pięćdziesiąt pięćdziesięciu pięćdziesiąt*; 60: sześćdziesiąt*; 70: siedemdziesiąt*;
        80: osiemdziesiąt*; 90: dziewięćdziesiąt*; 100: sto stu setn*; 200: dwieście dwustu; 300:
        trzysta trzystu; 400: czterysta czterystu; 500: pięćset pięciuset; 600: sześćset; 700:
        siedemset; 800: osiemset; 900: dziewięćset; 1e3: tysiąc tysiące tysięcy tysiąca tys; 1e6:
        milion miliony milionów miliona mln; 1e9: miliard miliardy miliardów miliarda mld; .5:
        pół połowa połowę połowy; 1.5: półtora półtorej; 2~: oba obie oboje obu para parę; 10~:
        dekad*; 1e2~: wiek* stulec*; 7~: tydzie* tygodn*""",
    "ru": """0: ноль нуль нулев*; 1: один одна одно одного одной одну одному одним первы* перва*
        перво* перву* однажды; 2: два две двух двум двумя двое двоих двоим второй вторая второе
        второго вторую втором вторым двухлет* двухднев* дважды двойн*; 3: три трех трем тремя
        трое троих третий третья третье третьего третью третьем третьей трехлет* трехднев*
        трижды; 4: четыре четырех четырем четырьмя четверо четверых четверт* четырехлет*; 5: пять
        пяти пятью пятеро пятерых пятый пятая пятое пятого пятую пятом пятой пятилет*; 6: шесть
        шести шестью шестеро шестой шестая шестое шестого шестую шестом шестилет*; 7: семь семи
        семью семеро седьм* семилет*; 8: восемь восьми восемью восьмеро восьмой восьмая восьмое
        восьмого восьмую восьмом восьмилет*; 9: девять девяти девятью девятый девятая девятое
        девятого девятую девятом девятилет*; 10: десять десяти десятью десятый десятая десятое
        десятого десятую десятом десятилетн* десяток; 11: одиннадцат*; 12: двенадцат* дюжин*; 13:
        тринадцат*; 14: четырнадцат*; 15: пятнадцат*; 16: шестнадцат*; 17: семнадцат*; 18:
        восемнадцат*; 19: девятнадцат*; 20: двадцат*; 30: тридцат*; 40: сорок сорока сороков*
        сорокалет*; 50: пятьдесят* пятидесят*; 60: шестьдесят* шестидесят*; 70: семьдесят*
        семидесят*; 80: восемьдесят* восьмидесят*; 90: девяност*; 100: сто ста сотый сотня сотни
        сотен; 200: двести двухсот*; 300: триста трехсот*; 400: четыреста четырехсот*; 500:
        пятьсот пятисот*; 600: шестьсот шестисот*; 700: семьсот семисот*; 800: восемьсот
        восьмисот*; 900: девятьсот девятисот*; 1e3: тысяч* тыс; 1e6: миллион* млн; 1e9: миллиард*
        млрд; 1e12: триллион* трлн; .5: половин* пол; 1.5: полтор*; 500000: полмиллиона; 2~: оба
        обе обоих обеих пара пару вдвое; 3~: втрое; 10~: десятилетие десятилетия десятилетий;
        1e2~: век века веке столет*; 7~: недел*""",
    "uk": """0: нуль нульов*; 1: один одна одне одного однієї одну перш*; 2: два дві двох двом
        двома двоє друга друге другого другу другий дворічн* двічі подвійн*; 3: три трьох трьом
        трьома троє третій третя третє третього третю трирічн* тричі; 4: чотири чотирьох чотирьом
        четверо четверт*; 5: п'ять п'яти п'ятьох п'ятеро п'ятий п'ята п'яте п'ятого п'яту
        п'ятирічн*; 6: шість шести шістьох шостий шоста шосте шостого шосту; 7: сім семи сімох
        сьомий сьома сьоме сьомого сьому; 8: вісім восьми вісьмох восьмий восьма восьме восьмого
        восьму; 9: дев'ять дев'яти дев'ятьох дев'ятий дев'ята дев'яте дев'ятого; 10: десять
        десяти десятьох десятий десята десяте десятого десяток; 11: одинадцят*; 12: дванадцят*
        дюжин*; 13: тринадцят*; 14: чотирнадцят*; 15: п'ятнадцят*; 16: шістнадцят*; 17:
        сімнадцят*; 18: вісімнадцят*; 19: дев'ятнадцят*; 20: двадцят*; 30: тридцят*; 40: сорок
        сорока сороков*; 50: п'ятдесят*; 60: шістдесят*; 70: сімдесят*; 80: вісімдесят*; 90:
        дев'яност*; 100: сто ста сотня сотні сотень; 200: двісті двохсот*; 300: триста трьохсот*;
        400: чотириста; 500: п'ятсот; 600: шістсот; 700: сімсот; 800: вісімсот; 900: дев'ятсот;
        1e3: тисяч* тис; 1e6: мільйон* млн; 1e9: мільярд* млрд; 1e12: трильйон*; .5: половин*
        пів; 1.5: півтор*; 2~: обидва обидві обох пара вдвічі удвічі; 10~: десятиліт*; 1e2~:
        столітт* вік; 7~: тижд* тижн*""",
}

JOINING = {
    "de": frozenset({"und"}),
    "en": frozenset({"and"}),
    "es": frozenset({"y"}),
    "fr": frozenset({"et"}),
    "it": frozenset({"e"}),
    "pt": frozenset({"e"}),
}
"""Words that may stand inside a number in words, as “and” in “a hundred and five”."""
