"""Briefing: raw articles in, a searchable static news briefing out."""

__version__ = "0.1.0"
