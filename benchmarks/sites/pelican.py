"""The same texts for Pelican, in three set-ups."""

from dataclasses import dataclass
from pathlib import Path

from sites.texts import LANGUAGES, day_of, slug_of, text_of

_TEMPLATES = Path(__file__).parent / "pelican_templates"
_COMMON = """
SITENAME = "The Bulletin"
SITEURL = "https://bulletin.example"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 50
ARTICLE_URL = ARTICLE_LANG_URL = "{lang}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tag/{slug}/", "tag/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "author/{slug}/", "author/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "category/{slug}/", "category/{slug}/index.html"
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
DELETE_OUTPUT_DIRECTORY = True
"""
_FEW_FEEDS = """
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


@dataclass(frozen=True)
class SetUp:
    """One way to set Pelican up, and what its settings add to those of all."""

    name: str
    settings: str


AS_INSTALLED = SetUp("its own theme and feeds", "")
PLAINEST = SetUp("its plainest theme", f'THEME = "simple"\n{_FEW_FEEDS}')
LIKE_OURS = SetUp(
    "the same functions as ours",
    f"""THEME = "simple"
{_FEW_FEEDS}
THEME_TEMPLATES_OVERRIDES = [{str(_TEMPLATES)!r}]
PLUGINS = ["sitemap"]
SITEMAP = {{"format": "xml"}}
DIRECT_TEMPLATES = ["index", "tags", "categories", "authors", "archives", "search"]
SEARCH_SAVE_AS = "search.json"
""",
)
SET_UPS = (AS_INSTALLED, PLAINEST, LIKE_OURS)


def write_pelican(root: Path, count: int) -> None:
    """Write the texts; `set_up` says how they are built."""
    (root / "content").mkdir(parents=True)
    for number in range(count):
        for language in LANGUAGES:
            text = text_of(number, language)
            head = f"Title: {text.title}\nDate: {day_of(number)}\nSummary: {text.summary}\n"
            head += f"Slug: {slug_of(number)}\nLang: {language}\nAuthors: {text.author}\n"
            head += f"Tags: {', '.join(text.topics)}\n"
            path = root / "content" / f"{slug_of(number)}-{language}.md"
            path.write_text(f"{head}\n{text.body}", encoding="utf-8")


def set_up(root: Path, chosen: SetUp) -> None:
    """Write the settings of a set-up, in place of those that were there."""
    (root / "pelicanconf.py").write_text(_COMMON + chosen.settings, encoding="utf-8")
