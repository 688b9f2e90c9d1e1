"""A package of its own name, so that no dependency that ships a folder called `tests` can stand in its place."""
