"""Sound files without tags: names, places, comments, covers, the times of recording.

What is heard is not touched. Chapters are tags too and go with them: an episode's page lists them.
"""
