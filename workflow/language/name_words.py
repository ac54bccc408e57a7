"""Words with a capital that are no names, and words that say whether a name follows."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMON_ABBREVIATIONS = _words("""
    TV PC CD DVD SMS GPS HIV VIH HIF AIDS SIDA DNA ADN RNA ARN CEO CFO GDP PIB BIP VAT IVA
    TVA IT PR ATM NGO ONG NRO ETS STI STD GP DJ VIP ID OK AM PM UV LED USB URL PDF DM PS CV
    HR IQ CCTV PPE ICU PIN SUV BA MA AG SA AD BC DC
""")
"""What stands for an ordinary word, which another language may spell out."""
NO_NAMES = _words("""
    president chairman chairwoman chair deputy vice prime minister secretary attorney
    general chief executive officer director manager governor mayor king queen pope
    government council board committee management city parliament ministry department state
    internet earth
    gobierno estado tierra iglesia parlamento congreso ministerio ministro ayuntamiento ley
    constitución universidad presidente presidenta rey reina papa ejército policía derecho
    governo estado terra igreja parlamento congresso ministério constituição
    stato chiesa ministero costituzione
    état etat gouvernement parlement église terre constitution président roi pape loi
    rząd państwo ziemia kościół sejm konstytucja prezydent minister papież
    norden süden osten westen nordosten nordwesten südosten südwesten
    mr mrs ms miss sir lord dr prof st maj gen col lt sgt capt rev hon gov sen rep
    mme mlle monsieur madame
    sr sra señor señora don doña ud uds dra lic ing
    herr frau pan pani pán paní
""")
"""Forms of address, offices and bodies that every state has, directions: in small letters."""
ARTICLES = _words("""
    der die das dem den des ein eine einen einem einer eines kein keine keinen keinem keiner
    im am zum zur beim vom ins ans dieser diese dieses diesem diesen jeder jede jedes jedem
    jeden alle aller allen viele vieler vielen mehr weniger sein seine seiner seinen seinem
    seines ihr ihre ihrer ihren ihrem ihres unser unsere unserer unseren unserem
""")
"""What stands before German nouns, and seldom before names."""
MEASURES = _words("""
    Million Millionen Milliarde Milliarden Prozent Tausend Tausende Tausenden Hunderte
    Hunderten Dutzend Dutzende Dutzenden Liter Kilo Kilogramm Gramm Tonne Tonnen Meter
    Kilometer Hektar Euro Paar Stück Teil Teile Art Arten Menge Mengen Anzahl Reihe Ende
    Anfang Mitte Stunden Tage Jahre Tasse Glas Flasche Flaschen Form Sorte Drittel Viertel
    Hälfte Zahl Sachen Ihr Ihre Ihren Ihrer Sie Ihnen
""")
"""What stands before German nouns with no article between."""
PARTICLES = _words("""
    al bin da de del della der di do dos du el ibn la le ter und van von y zu zur
""")
"""What stands between the words of names, whatever language a name comes from."""
