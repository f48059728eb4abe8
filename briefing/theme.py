"""Where the theme is: inside the installed package, or in the repository that the code is run from."""

from __future__ import annotations

from pathlib import Path


def theme_folder() -> Path:
    packaged = Path(__file__).parent / "overrides"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "overrides"
