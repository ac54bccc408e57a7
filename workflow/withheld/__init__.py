"""Names that must never be published: the list outside the repository, and finding them in texts.

The list is a text file that the settings name (or an environment variable names): a key, then one
name to a line. The repository holds nothing but `withheld.fingerprint`, a keyed hash of the list:
whoever has a clone without the list learns that there is one, and no name.
"""

from workflow.withheld.listing import WithheldList, open_list
from workflow.withheld.seeking import Seeker

__all__ = ["Seeker", "WithheldList", "open_list"]
