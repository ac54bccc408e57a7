"""Comments as people refer to them: by a short key instead of the whole event id."""

from workflow.errors import InputError
from workflow.workspace.state import Comment, State


def comment_key(comment: Comment) -> str:
    """Return the end of the comment's id, its random part: six letters and digits."""
    return comment.id[-6:].lower()


def find_comment(state: State, key: str) -> Comment:
    """Return the open comment with this key or id. Raises InputError where there is not one."""
    still_open = [comment for comment in state.comments if comment.resolved_by is None]
    found = [c for c in still_open if key.lower() in (comment_key(c), c.id.lower())]
    if len(found) == 1:
        return found[0]
    keys = ", ".join(f"{comment_key(c)} ({c.unit or 'the article'})" for c in still_open)
    raise InputError(
        f"there is no open comment {key}",
        hint=f"Open are: {keys}." if keys else "No comment is open.",
    )
