"""The site around the articles: lists, topics, people, feeds, search, and what keeps links alive.

`index` remembers a small card of everything that is on the web, in `.workflow/`, where it can be
deleted at any time. Each page or feed is one module that turns cards into files; `pages` writes
only those whose cards have changed.
"""
