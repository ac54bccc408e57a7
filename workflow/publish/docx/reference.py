"""Makes the reference document, whose styles a publisher can change in Word, from its parts.

    python -m workflow.publish.docx.reference

The parts are plain XML in `templates/docx/reference/`, so that a change of the shipped look can be
read in a diff. Style names are Word's own where Word has one: it shows them in the user's language.
"""

from pathlib import Path

from workflow.document.packing import pack
from workflow.workspace.templates import shipped_templates


def reference_document(folder: Path) -> bytes:
    """Return the Word document made of the parts below `folder`, always the same."""
    parts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    return pack(parts)


if __name__ == "__main__":
    shipped = shipped_templates() / "docx"
    (shipped / "reference.docx").write_bytes(reference_document(shipped / "reference"))
