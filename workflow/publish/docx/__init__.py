"""Word documents: an article, its bilingual edition, or a collection, to send out and print."""

from workflow.publish.docx.bilingual import BilingualDocument
from workflow.publish.docx.document import WordDocument

__all__ = ["BilingualDocument", "WordDocument"]
