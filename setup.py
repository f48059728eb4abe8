"""What pyproject.toml cannot say: the theme, overrides/ of this repository, is installed inside the package."""

from setuptools import find_namespace_packages, setup

THEME = "briefing.overrides"

setup(
    packages=[
        *find_namespace_packages(include=["briefing*"]),
        THEME,
        *(f"{THEME}.{folder}" for folder in find_namespace_packages("overrides")),
    ],
    package_dir={THEME: "overrides"},
)
