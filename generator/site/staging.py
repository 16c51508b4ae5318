"""The folder in which a site is built, beside the old one, and put in its place in one step."""

from contextlib import ExitStack
from pathlib import Path

from generator import files


class Staging:
    """One build; whoever runs it says when the site `is_whole`."""

    def __init__(self) -> None:
        """Begin with nothing to put in place."""
        self.is_whole = False
        self._workspace = ExitStack()
        self._built: Path | None = None
        self.target = Path()
        """Where the site is to be."""

    def begin(self, target: Path) -> Path:
        """Return where to build: a folder of its own, or the site's where that holds what must stay in it.

        Raises OSError when there is no room for the folder, or no leave to make it.
        """
        self.target = target.resolve()
        if self.target.is_dir() and (self.target.is_mount() or any(self.target.glob(".*"))):
            return target
        self._built = self._workspace.enter_context(files.workspace(self.target))
        return self._built

    def end(self) -> Path | None:
        """Put a whole site where the old one is, and return its folder; without one the old site stays.

        Files that are as they were keep the moment when they were written, by which they are copied or asked for again.
        """
        with self._workspace:
            if self._built is None or not self.is_whole:
                return None
            files.settle(self._built, self.target)
            files.swap(self._built, self.target)
            return self.target
