"""E-books: one article, or a collection of several."""

from workflow.publish.epub.book import ElectronicBook

__all__ = ["ElectronicBook"]
