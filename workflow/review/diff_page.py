"""A comparison as one HTML page that needs nothing else: no script, no request, no account."""

from pathlib import Path

from workflow.language.direction import direction
from workflow.review.comparison import Comparison
from workflow.review.diff_text import diff
from workflow.workspace.templates import render, template_environment

TEMPLATE = "review/diff.html"


def comparison_page(comparison: Comparison, workspace_templates: Path | None = None) -> str:
    """Return the page, made from `templates/review/diff.html`.

    Raises InputError for a fault in a workspace's own template.
    """
    values = {
        "comparison": comparison,
        "source_dir": direction(comparison.source_language).value,
        "target_dir": direction(comparison.target).value,
        "diff": diff,
    }
    return render(template_environment(workspace_templates), TEMPLATE, values)
