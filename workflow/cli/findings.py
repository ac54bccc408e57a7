"""The findings of a target, for the commands that show or weigh them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.checks.finding import Finding
    from workflow.workspace.target import Target


def findings_of(target: "Target") -> "list[Finding]":
    """Return what the checks find in a target, with the workspace's glossary."""
    from workflow.checks.article import check_target
    from workflow.glossary.loader import load_glossary

    workspace = target.article.workspace
    glossary = load_glossary(workspace.glossary_path, workspace.root)
    return check_target(target.article, target, glossary)
