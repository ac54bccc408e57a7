"""The labels under which texts name their source, people, date and tags: data for `attribution`.

Each label is written in lower case; a colon or a dash follows it in a text.
"""

from enum import StrEnum, auto


class Label(StrEnum):
    """What a labelled line says."""

    SOURCE = auto()
    ORIGINAL = auto()
    TRANSLATOR = auto()
    AUTHOR = auto()
    DATE = auto()
    TAGS = auto()


LABELS: dict[Label, tuple[str, ...]] = {
    Label.SOURCE: (
        *("source", "sources", "source link", "published by", "first published by", "via"),
        *("источник", "источники", "источник публикации", "ссылка на источник", "публикация"),
        *(
            "джерело",
            "джерела",
            "джерело публікації",
            "посилання на джерело",
            "крыніца",
            "източник",
        ),
        *("fuente", "fuentes", "fonte", "quelle", "quellen", "źródło", "zdroj", "izvor", "kaynak"),
    ),
    Label.ORIGINAL: (
        *(
            "original source",
            "original",
            "original article",
            "original text",
            "originally published",
        ),
        *("originally published by", "originally published in", "originally published at"),
        *(
            "первоисточник",
            "оригинал",
            "оригинал статьи",
            "оригинал текста",
            "оригинальный источник",
        ),
        *("першоджерело", "оригінал", "оригінал статті", "оригінальне джерело"),
        *("fuente original", "artículo original", "texto original", "publicado originalmente en"),
        *("source originale", "source d'origine", "article original", "texte original"),
        *("originalquelle", "originalartikel", "originaltext", "ursprüngliche quelle"),
    ),
    Label.TRANSLATOR: (
        *("translation", "translator", "translators", "translated by", "translation by"),
        *("перевод", "переводчик", "переводчица", "переводчики", "перевёл", "перевела", "перевели"),
        *("перевод с английского", "перевод на русский", "перевод статьи", "перевод текста"),
        *(
            "переклад",
            "перекладач",
            "перекладачка",
            "перекладачі",
            "переклала",
            "переклав",
            "переклали",
        ),
        *("переклад з англійської", "переклад українською"),
        *(
            "traducción",
            "traductor",
            "traductora",
            "traducido por",
            "traducción de",
            "traducción por",
        ),
        *(
            "traduction",
            "traducteur",
            "traductrice",
            "traduit par",
            "traduction de",
            "traduction par",
        ),
        *("übersetzung", "übersetzer", "übersetzerin", "übersetzt von", "übersetzung von"),
    ),
    Label.AUTHOR: (
        *("author", "authors", "written by", "text by", "reported by", "story by"),
        *(
            "автор",
            "авторы",
            "автор текста",
            "автор статьи",
            "текст",
            "авторка",
            "подготовила",
            "подготовил",
        ),
        *("автори", "автор тексту", "авторка тексту", "автор статті", "підготувала", "підготував"),
        *("autor", "autora", "autores", "autoras", "escrito por", "texto de", "texto"),
        *("auteur", "auteure", "autrice", "auteurs", "écrit par", "texte", "propos recueillis par"),
        *("autorin", "autoren", "verfasst von", "text von"),
    ),
    Label.DATE: (
        *(
            "date",
            "published",
            "published on",
            "posted on",
            "posted",
            "publication date",
            "date published",
        ),
        *("дата", "опубликовано", "дата публикации", "опубликована", "размещено"),
        *("опубліковано", "дата публікації", "оприлюднено"),
        *(
            "fecha",
            "publicado",
            "publicado el",
            "fecha de publicación",
            "publié le",
            "publié",
            "date de publication",
        ),
        *("datum", "veröffentlicht", "veröffentlicht am", "erschienen am"),
    ),
    Label.TAGS: (
        *("tags", "tagged", "filed under", "categories", "keywords", "topics"),
        *(
            "метки",
            "теги",
            "тэги",
            "рубрики",
            "рубрика",
            "ключевые слова",
            "мітки",
            "ключові слова",
        ),
        *("etiquetas", "categorías", "palabras clave", "étiquettes", "mots-clés", "catégories"),
        *("schlagwörter", "schlagworte", "kategorien"),
    ),
}

WITHOUT_COLON: dict[Label, tuple[str, ...]] = {
    # Labels that a name follows at once: "Translated by Mara Ilves", "By J. K. Orlova".
    Label.TRANSLATOR: (
        r"translat(?:ed|ion)(?: (?:from|into) (?:the )?\w+(?: (?:from|into) (?:the )?\w+)?)? by",
        r"перев(?:ёл|ел|ела|ели)(?: с \w+)?(?: на \w+)?",
        r"переклал[аи]?(?: з \w+)?(?: \w+ою)?",
        r"traducid[oa](?: del \w+)?(?: al \w+)? por",
        r"traduit(?:e)?(?: d[eu](?:s|l'|')? ?\w+)?(?: vers l[ea'] ?\w+)? par",
        r"(?:aus dem \w+ )?übersetzt(?: aus dem \w+)? von|aus dem \w+ von",
    ),
    Label.AUTHOR: (
        *(r"by", r"written by", r"text by", r"story by", r"words by", r"por", r"escrito por"),
        *(r"par", r"écrit par", r"von", r"verfasst von", r"propos recueillis par"),
    ),
    Label.DATE: (
        *(r"published(?: on)?", r"posted(?: on)?", r"опубликовано", r"опубліковано"),
        *(
            r"publicado(?: el)?",
            r"publié(?:e)?(?: le)?",
            r"veröffentlicht(?: am)?",
            r"le",
            r"el",
            r"am",
        ),
    ),
    Label.ORIGINAL: (
        r"(?:this (?:article|text|story|piece) )?(?:was )?(?:first|originally) (?:published|appeared) (?:by|in|at|on)",
    ),
}
