"""Reading: the files of ``seeds/`` to seeds, each with what its editor says of it."""

from briefing.read.content import Content, reader_digest
from briefing.read.files import SEEDS, find_files
from briefing.read.seeds import SeedFolder, read_seeds

__all__ = ["SEEDS", "Content", "SeedFolder", "find_files", "read_seeds", "reader_digest"]
