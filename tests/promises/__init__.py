"""The promises under attack: what the program may never do, tried in every way we know."""
