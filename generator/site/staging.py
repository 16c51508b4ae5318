"""The folder in which a site is built, beside the old one, and put in its place once it is whole."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType

from generator import files
from generator.files import State
from generator.site.succession import take_place


class Staging:
    """One build; whoever runs it says when the site `is_whole`."""

    def __init__(self) -> None:
        """Begin with nothing to put in place."""
        self.is_whole = False
        self._workspace = ExitStack()
        self._built: Path | None = None
        self.target = Path()
        """Where the site is to be."""

    @property
    def is_beside(self) -> bool:
        """Whether the build goes into a folder of its own."""
        return self._built is not None

    def begin(self, target: Path) -> Path:
        """Return where to build: a folder of its own, or the site's where that holds what must stay in it.

        Raises OSError when there is no room for the folder, or no leave to make it.
        """
        self.target = target.resolve()
        if self.target.is_dir() and (self.target.is_mount() or any(self.target.glob(".*"))):
            return target
        self._built = self._workspace.enter_context(files.workspace(self.target))
        return self._built

    def before_end(self, tidy: Callable[[], None]) -> None:
        """Have something done before the folder goes."""
        self._workspace.callback(tidy)

    def end(self, stays: Mapping[str, State] = MappingProxyType({})) -> Mapping[str, State | None] | None:
        """Put a whole site where the old one is, of which some files stay; without a whole one the old site stays.

        Returns the files of the site, where there is a new one. Files that are as they were keep the moment when they
        were written, by which they are copied or asked for again. Raises OSError.
        """
        with self._workspace:
            if self._built is None or not self.is_whole:
                return None
            return take_place(self._built, self.target, stays)
