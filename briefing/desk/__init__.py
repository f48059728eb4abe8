"""The editor's desk: what wants an eye with the line that mends it, and a sidecar with what was found."""

from briefing.desk.check import Checked, check, mistakes_json
from briefing.desk.edit import Sidecar, find_sidecar, open_in_editor, write_sidecar
from briefing.desk.sides import read_sides

__all__ = [
    "Checked",
    "Sidecar",
    "check",
    "find_sidecar",
    "mistakes_json",
    "open_in_editor",
    "read_sides",
    "write_sidecar",
]
