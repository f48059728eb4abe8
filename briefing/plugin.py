"""The theme for a briefing that has none of its own: ``plugins: [briefing]`` in its mkdocs.yml.

What ``custom_dir`` and ``hooks`` do in the generator's own repository, for ``mkdocs build`` as for ``briefing``.
"""

from __future__ import annotations

import runpy
from typing import Any

from mkdocs.plugins import BasePlugin

from briefing.theme import theme_folder


class BriefingPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # it has no settings
    def __init__(self) -> None:
        self._hooks = runpy.run_path(str(theme_folder() / "hooks.py"))

    def on_startup(self, **told: Any) -> None:
        self._hooks["on_startup"](**told)

    def on_config(self, config: Any) -> None:
        """Puts the theme before Material's, and after a ``custom_dir``, so that a briefing may change what it likes."""
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_folder()))
        self._hooks["on_config"](config)

    def on_files(self, files: Any, **told: Any) -> None:
        self._hooks["on_files"](files, **told)

    def on_env(self, env: Any, **told: Any) -> None:
        self._hooks["on_env"](env, **told)
