"""The Word document of an article, for a publisher to send out, print or translate on."""

from workflow.publish.docx.document import WordDocument

__all__ = ["WordDocument"]
