"""Reading: the files of ``seeds/`` to seeds, each with what its editor says of it."""

from briefing.read.seeds import SeedFolder, read_seeds

__all__ = ["SeedFolder", "read_seeds"]
