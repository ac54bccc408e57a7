"""What stands around the article on a page that this tool has published, told by our templates.

A short article would otherwise lose against its own credits when the text is looked for. A page of
a newsroom's own templates is read as anybody's page.
"""

from dataclasses import dataclass

from lxml.html import HtmlElement

from workflow.document.importing.clutter import Keep
from workflow.document.importing.imported import Dropped
from workflow.document.importing.marks import shown_text
from workflow.document.importing.phrases import Clutter

_AROUND = ("skip", "draft", "masthead", "foot")
"""What our page has around the article."""
_FRAME = (
    "versions",
    "kicker",
    "notice",
    "corrections",
    "topics",
    "credits",
    "downloads",
    "address",
)
"""What our page says of the article itself is read from its structured data."""
_FACTS = ".//section[@class = 'sound']/audio/following-sibling::p[1]"
"""How long a sound is, and the link to it."""


@dataclass(frozen=True)
class Frame:
    """The elements that hold notes, taken out of the page, the topics, and what was left out."""

    notes: tuple[HtmlElement, ...] = ()
    topics: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def take_frame(page: HtmlElement, keep: Keep) -> Frame:
    """Take our own frame away from the article; of other pages nothing."""
    stories = page.xpath("//body[@data-page]//article[contains(@class, 'story')]")
    if len(stories) != 1:
        return Frame()
    (story,) = stories
    notes = story.xpath(".//section[@class = 'notes']")
    for section in notes:
        for heading in section.findall("h2"):
            heading.drop_tree()
        section.drop_tree()
    topics = [shown_text(item) for item in story.xpath(".//section[@class = 'topics']//li")]
    framing = [e for e in page.iter() if e.get("class") in _AROUND]
    framing += [e for e in story.iter() if e.get("class") in _FRAME]
    framing += story.xpath(_FACTS)
    dropped = []
    for element in framing:
        shown = shown_text(element)
        if shown and not keep(shown):
            dropped.append(Dropped(shown, Clutter.OUTSIDE))
            element.drop_tree()
    return Frame(tuple(notes), tuple(topics), tuple(dropped))
