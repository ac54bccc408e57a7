"""Word documents in: what a reader sees with every tracked change accepted, as blocks.

The format is that of ECMA-376, part 1 (WordprocessingML), which Word, LibreOffice and Google Docs
write. Nothing that a document names is loaded, and no macro or field is run.
"""

from workflow.document.importing.docx.reader import EXTENSIONS, read

__all__ = ["EXTENSIONS", "read"]
