"""The search index: made here, searched by ``overrides/assets/search.js``."""

from briefing.search.index import build_search

__all__ = ["build_search"]
