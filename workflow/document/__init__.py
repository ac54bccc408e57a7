"""Source texts in, `source.md` between, units and editions out: text without files or network.

- `source`: `Source`, what an article is; `frontmatter`: `parse_source`, `serialize_source`
- `units`: `source_units`, `source_hash`; `matching`: `match_units`, for a source that has changed
- `inline`: `segments`, `plain`, `links`, `markup_signature`, `escape`, for the text of a unit
- `edition`: `source_edition`, `translated_edition`, an article in one language for rendering
- `markdown`: the one configuration of the Markdown parser
- `importing`: texts of other formats in

Import from the modules: a command that only reads an article's state must not load a parser.
"""
