"""`python -m workflow` is the same as the command `workflow`."""

from workflow.cli.app import main

if __name__ == "__main__":
    main()
