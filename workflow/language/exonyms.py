"""Places and people whose names begin otherwise from one language to the next.

CLDR knows countries, languages and the cities of time zones, and what begins alike is found without
a list (`Neapel`, `Naples`). These are the others that are often in the news: regions, rivers, older
cities, and the first names that kings, popes and saints have in each language.
"""

from functools import cache

from workflow.language.cognates import folded

_PLACES = """
    Aachen Aix Aquisgrán Aquisgrana Akwizgran Aken Cáchy
    Aegean Ägäis Égée Egeo Egeu Egejskie
    Alsace Elsass Alsacia Alsazia Elzas Alzacja Alsácia
    Antwerp Antwerpen Anvers Amberes Anversa Antwerpia Antuérpia
    Apulia Puglia Pouilles Apulien
    Arnhem Arnheim
    Athens Athen Athènes Atenas Atene Ateny
    Basel Bâle Basilea Bazylea Bazel
    Bavaria Bayern Bavière Baviera Bawaria Beieren Bavorsko Bayerisch Bayerische
    Beijing Peking Pékin Pekín Pechino Pekin Pequim
    Belgrade Belgrad Beograd Belgrado
    Bohemia Böhmen Bohême Czechy Boemia Čechy
    Bordeaux Burdeos Bordéus
    Brittany Bretagne Bretaña Bretania Bretanha
    Bruges Brügge Brugge Brujas Brugia
    Brunswick Braunschweig Brunszwik
    Bucharest Bukarest Bucarest Bukareszt București
    Burgundy Burgund Bourgogne Borgoña Borgogna Burgundia
    Byzantium Byzanz Byzance Bizancio Bisanzio Bizancjum
    Carinthia Kärnten Carinthie Carintia Karyntia Korutany
    Carlsbad Karlsbad Karlovy
    Castile Kastilien Castille Castilla Castiglia Kastylia
    Catalonia Katalonien Catalogne Cataluña Catalogna Katalonia
    Chechnya Tschetschenien Tchétchénie Chechenia Cecenia Czeczenia Chechênia Чечня
    Cologne Köln Colonia Kolonia Keulen Kolín Colônia
    Constance Konstanz Constanza Costanza Konstancja
    Cornwall Cornouailles Cornualles Cornovaglia Kornwalia
    Corsica Korsika Corse Córcega Korsyka
    Cracow Krakau Kraków Cracovie Cracovia
    Crimea Krim Crimée Krym Criméia
    Danube Donau Danubio Dunaj Danúbio Dunav Duna
    Danzig Gdańsk Gdansk Dantzig
    Dresden Dresde Dresda Drezno Drážďany
    Edinburgh Édimbourg Edimburgo Edynburg
    Elbe Elba Łaba Labe
    US estadounidense statunitense américain americano amerikanisch Stany USA
    GB England Angleterre Inglaterra Inghilterra Anglia Engeland Anglie
    GB English englisch anglais inglés inglese angielski engels anglický inglês
    Flanders Flandern Flandre Flandes Fiandre Flandria Vlaanderen Flemish flämisch flamand flamenco
    Florence Florenz Firenze Florencia Florencja
    Galicia Galizien Galicie Galicja Galice Halychyna
    Gaul Gallien Gaule Galia Gallia
    Geneva Genf Genève Ginebra Ginevra Genewa Ženeva Genebra
    Genoa Genua Gênes Génova Genova
    Ghent Gent Gand Gante Gandawa
    Glarus Glaris
    Hague Haag Haye Haya Haga Aia
    Hamburg Hambourg Hamburgo Amburgo
    Hanover Hannover Hanovre
    Hesse Hessen Assia Hesja
    NL Holland Hollande Holanda Olanda Holandia Nizozemsko holländisch hollandais holandés olandese
    Jerusalem Jeruzalem Jerozolima Gerusalemme
    Jutland Jütland Jutlandia
    Kaliningrad Königsberg Królewiec
    Kolkata Calcutta Kalkutta Calcuta Kalkuta
    Krusne Erzgebirge Rudawy
    Leghorn Livorno Livourne
    Leiden Leyde
    Leipzig Lipsia Lipsk Lipsko
    Liège Lüttich Lieja Liegi Luik
    Lille Rijsel
    Lisbon Lissabon Lisbonne Lisboa Lisbona Lizbona
    Lombardy Lombardei Lombardie Lombardía Lombardia
    Lorraine Lothringen Lorena Lotaryngia Lotharingen
    Lucerne Luzern Lucerna
    Lviv Lwów Lemberg Lvov Leópolis Leopoli Львів
    Mainz Mayence Maguncia Magonza Moguncja
    Marseille Marseilles Marsella Marsiglia Marsylia Marselha
    Mecca Mekka Mecque Meca
    Meuse Maas Mosa Moza
    Milan Mailand Milano Milán Mediolan Milaan Milão
    Moldavia Moldau Moldavie Mołdawia
    Moravia Mähren Moravie Morawy Morava
    Moselle Mosel Mosela Mozela Mosella
    Moscow Moskau Moscou Moscú Mosca Moskwa
    Mumbai Bombay Bombaj
    Munich München Múnich Monaco Monachium Mnichov Munique
    Naples Neapel Nápoles Napoli Neapol
    Nice Nizza Niza Nicea
    Nile Nil Nilo
    Normandy Normandie Normandía Normandia
    Nuremberg Nürnberg Norymberga Norimberga Norimberk
    Oder Odra
    Padua Padoue Padova Padwa
    Pacific Pazifik Pacifique Pacífico Pacyfik Spokojny
    Atlantic Atlantik Atlantique Atlántico Atlantyk
    Persian Persisch persique pérsico perska
    PH Philippines Filipino Filipina Pinoy Filipinas Filippine
    Piedmont Piemont Piémont Piamonte Piemonte
    Pomerania Pommern Poméranie Pomorze
    Prague Prag Praga Praha Praag
    Prussia Preußen Preussen Prusse Prusia Prusy Pruisen
    Pyrenees Pyrenäen Pyrénées Pirineos Pirenei Pireneje
    Ragusa Dubrovnik
    Regensburg Ratisbonne Ratisbona Ratyzbona
    Rhine Rhein Rhin Rin Reno Ren Rijn Rýn
    Rome Rom Roma Rzym Řím
    Saint Sankt Święty San Sant Santo Santa Svatý
    Salzburg Salzbourg Salzburgo Salisburgo
    Saragossa Zaragoza Saragosse
    Sardinia Sardinien Sardaigne Cerdeña Sardegna Sardynia
    Savoy Savoyen Savoie Saboya Savoia Sabaudia
    Saxony Sachsen Saxe Sajonia Sassonia Saksonia Sasko
    Scotland Schottland Écosse Escocia Scozia Szkocja Schotland Skotsko Escócia
    Scottish Scots schottisch écossais escocés scozzese szkocki
    Seine Sena Senna Sekwana
    Seville Sevilla Séville Siviglia Sewilla
    Sicily Sizilien Sicile Sicilia Sycylia
    Silesia Schlesien Silésie Śląsk Slesia Slezsko
    SU Soviet Sowjet sowjetisch Sowjetunion Soviétique soviético sowiecki radziecki sovětský
    Stettin Szczecin
    Strasbourg Straßburg Estrasburgo Strasburgo Štrasburk
    Stuttgart Sztutgard Stoccarda
    Styria Steiermark Styrie Estiria Stiria
    CH Swiss Schweizer Schweiz Suisse Suiza suizo Svizzera svizzero Szwajcaria szwajcarski Zwitsers
    Syracuse Syrakus Siracusa Syrakuzy
    Tangier Tanger Tánger Tangeri
    Thames Themse Tamise Támesis Tamigi Tamiza
    Thuringia Thüringen Thuringe Turingia Turyngia
    Tiber Tibre Tíber Tevere Tyber
    Trent Trient Trente Trento Trydent
    Treves Trier Trèves Tréveris Treviri Trewir
    Turin Torino Turín Turyn
    Tuscany Toskana Toscane Toscana Toskania
    Tyrol Tirol Tirolo
    Venice Venedig Venise Venecia Venezia Wenecja
    Versailles Wersal
    Vienna Wien Vienne Viena Wiedeń Wenen Vídeň
    Vistula Weichsel Vistule Wisła Vístula
    Vltava Moldau Wełtawa
    Wales Gales Galles Walia
    Warsaw Warschau Varsovie Varsovia Varsavia Warszawa Varšava Varsóvia
    Westphalia Westfalen Westphalie Westfalia Vestfalia
    West Westjordanland Cisjordanie Cisjordania Cisgiordania Zachodni
    Wroclaw Wrocław Breslau Breslavia
    Wallonia Wallonie Wallonien Valonia Walonia
    Zagreb Agram
"""
_PEOPLE = """
    Adalbert Wojciech Vojtěch
    Alexander Alexandre Alejandro Alessandro Aleksander
    Andrew Andreas André Andrés Andrea Andrzej Ondřej
    Anthony Anton Antoine Antonio Antoni
    Benedict Benedikt Benoît Benito Benedicto Benedetto Benedykt
    Bernard Bernhard Bernardo
    Casimir Kasimir Kazimierz
    Catherine Katharina Catalina Caterina Katarzyna
    Charles Karl Carlos Carlo Karol Karel
    Christopher Christoph Cristóbal Cristoforo Krzysztof Christophe
    Clement Klemens Clément Clemente
    Edward Eduard Édouard Eduardo Edoardo
    Elizabeth Elisabeth Élisabeth Isabel Elisabetta Elżbieta Isabella
    Francis Franz François Francisco Francesco Franciszek František Franciscus
    Frederick Friedrich Frédéric Federico Fryderyk
    George Georg Georges Jorge Giorgio Jerzy Jiří
    Gregory Gregor Grégoire Gregorio Grzegorz
    Henry Heinrich Henri Enrique Enrico Henryk Jindřich
    James Jakob Jacques Jaime Jacobo Giacomo Jakub Santiago
    Jerome Hieronymus Jérôme Jerónimo Girolamo
    Jesus Gesù Jezus Ježíš
    Joan Jeanne Johanna Juana Giovanna Joanna
    John Johannes Johann Jean Juan Giovanni Jan João
    Joseph Josef José Giuseppe Józef
    Julius Jules Julio Giulio Juliusz
    Lawrence Laurentius Laurent Lorenzo Wawrzyniec
    Leo Léon León Leone
    Louis Ludwig Luis Luigi Ludwik
    Luke Lukas Luc Lucas Luca Łukasz
    Mark Markus Marc Marcos Marco Marek
    Mary Maria Marie María Maryja
    Matthew Matthäus Matthieu Mateo Matteo Mateusz
    Michael Michel Miguel Michele Michał
    Moses Mose Moïse Moisés Mojżesz
    Nicholas Nikolaus Nicolas Nicolás Niccolò Mikołaj
    Paul Pablo Paolo Paweł Pavel Paulo
    Peter Pierre Pedro Pietro Piotr Petr
    Philip Philipp Philippe Felipe Filippo Filip
    Pius Pie Pío
    Stephen Stephan Stefan Étienne Esteban Stefano Szczepan Štěpán
    Stuart Stewart Estuardo Stuarda Stuardo
    Theresa Teresa Thérèse
    Thomas Tomás Tommaso Tomasz Tomáš
    Vincent Vicente Vincenzo Wincenty
    William Wilhelm Guillaume Guillermo Guglielmo Willem
    Gaddafi Kaddafi Gadafi Kadhafi Qaddafi Gheddafi Kadafi Gadhafi Khadafi
"""
_BODIES = """
    DNA ADN DNS
    ECB EZB BCE EBC
    ECHR EGMR CEDH TEDH ETPC
    EP PE
    ICC CPI IStGH MTK
    ICJ IGH CIJ MTS
    IMF IWF FMI MFW MMF
    IOC CIO COI MKOl
    OECD OCDE OCSE
    OSCE OSZE
    RNA ARN RNS
    WHO OMS WGO ŚOZ
    WTO OMC
"""
_LONGEST_ENDING = 2
_SHORTEST_STEM = 4
_VOWELS = ("a", "e", "i", "o")
_CODES = frozenset({"US", "CH", "GB", "NL", "PH", "SU"})


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Return what each name stands for: the first name of its line, or CLDR's code there."""
    found: dict[str, set[str]] = {}
    for line in filter(str.strip, (_PLACES + _PEOPLE + _BODIES).splitlines()):
        first, *others = line.split()
        for name in others if first in _CODES else (first, *others):
            found.setdefault(_stem(folded(name)), set()).add(first)
    return {name: frozenset(groups) for name, groups in found.items()}


def exonyms(word: str) -> frozenset[str]:
    """Return what a word may name, by an English name or a code: `Gand` and `Gent` are `Ghent`."""
    groups, spelt = _groups(), folded(word)
    if spelt in groups or len(spelt) <= _SHORTEST_STEM:
        return groups.get(spelt, frozenset())
    shortest = max(_SHORTEST_STEM, len(spelt) - _LONGEST_ENDING)
    for length in range(len(spelt) - 1, shortest - 1, -1):
        if spelt[:length] in groups:
            return groups[spelt[:length]]
    return frozenset()


def _stem(name: str) -> str:
    """Return a name without the vowel that it ends with in some forms."""
    bare = name[:-1] if name[-1:] in _VOWELS else name
    return bare if len(bare) >= _SHORTEST_STEM else name
