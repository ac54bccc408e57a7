"""Pages for the site generators Hugo and Jekyll: front matter and Markdown."""

from workflow.publish.markdown.sites import HugoPage, JekyllPost

__all__ = ["HugoPage", "JekyllPost"]
