"""What an editor watches while writing: the page of a changed case comes first, the rest of the site behind it."""

import socket
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.model import Case
from generator.reading.folder import Loaded


class Preview:
    """Builds the site anew at each change, in another folder than the one that is shown."""

    def __init__(
        self, server: LiveReloadServer, build: Callable[[], None], renew: Callable[[Path], bool]
    ) -> None:
        """Take MkDocs' server and build, and what writes the page of a changed case into a folder, if that is all."""
        self._server = server
        server.build_delay = 0.1  # an editor saves one file at a time
        self._build = build
        self._renew = renew
        self._folders = ExitStack()
        self.folder = ""

    def __call__(self) -> None:
        """Show the page of a changed case at once, and the whole site when it is built."""
        if self._renew(Path(self._server.root)):
            self._show()
        with ExitStack() as built:
            self.folder = built.enter_context(tempfile.TemporaryDirectory(prefix="mkdocs_"))
            self._build()
            self._server.root = self.folder
            self._folders.close()
            self._folders = built.pop_all()
        self._server._wanted_epoch = max(self._server._wanted_epoch, self._server._visible_epoch + 1)

    def close(self) -> None:
        """Delete what was built."""
        self._folders.close()

    def _show(self) -> None:
        """Let browsers load what there is, and requests no longer wait for the rest."""
        with self._server._epoch_cond:
            self._server._visible_epoch = self._server._wanted_epoch
            self._server._epoch_cond.notify_all()


def changed(before: Loaded, now: Loaded) -> Case | None:
    """Return the case that alone changed, when all is sound and nothing is told that was not told before."""
    known = {case.slug: case for case in before.cases}
    told = (before.vocabulary, before.problems, before.warnings) == (now.vocabulary, (), now.warnings)
    if not told or known.keys() != {case.slug for case in now.cases}:
        return None
    others = [case for case in now.cases if case != known[case.slug]]
    return others[0] if len(others) == 1 else None


def check_port(host: str, port: int) -> None:
    """Raise PluginError when another program listens where the site is to be served."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PluginError(
                f"Port {port} på {host} er optaget, måske af en visning, der allerede er i gang. Luk den, eller "
                f"vælg en anden port: casekatalog serve -a {host}:{port + 1}"
            ) from error
