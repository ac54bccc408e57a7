"""Review: what changed, what stands in the way of the next stage, and a person's edits.

- `diff_revisions` and `Comparison`: two revisions of a target, word by word, as lines or as a page;
- `gates`: what keeps a target from being submitted, approved or published;
- `buffer`, `editing`: the bilingual text in a person's editor, and back;
- `credits`: who is named on the page.
"""
