"""The web page of an article, and the indexes that lead to it."""

from workflow.publish.web.page import WebPage

__all__ = ["WebPage"]
