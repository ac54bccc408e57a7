"""What is raised for a file that is not built as its format asks for."""


class Damaged(ValueError):
    """The file cannot be taken apart, so that it cannot be cleaned."""
