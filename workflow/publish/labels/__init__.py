"""The words around an article, in the language of its readers: one PO catalogue per language."""
