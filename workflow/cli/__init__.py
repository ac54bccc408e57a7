"""The command line: each module parses the options of one command group, calls the core and prints.

Modules import only Typer and `shell` at the top; what a command needs it imports when it runs, so
that `workflow --help` and `workflow status` stay fast. Only this room prints and exits.
"""
