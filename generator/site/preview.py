"""What an editor watches while writing: the pages of changed cases come first, the rest of the site behind them."""

import logging
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Lock

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.wording import wording

SOONEST, LATEST = 0.1, 0.5
"""Seconds between two looks at the files, the more the more there are: each is asked for its date."""
_TURN = 0.0001
"""Seconds that other threads have at a time while pages are renewed."""
_A_SECOND = 5_000
"""How many files delay the next look by a second."""

log = logging.getLogger("mkdocs.plugins.casekatalog")


class StoppedError(Exception):
    """A build is out of date before it is through."""


class Preview:
    """Renews the pages of changed cases where they are shown, and builds the whole site behind, in another folder."""

    def __init__(
        self, server: LiveReloadServer, build: Callable[[], None], renew: Callable[[Path], Collection[str]]
    ) -> None:
        """Take MkDocs' server and build, and what renews pages in a folder.

        That returns the paths of the pages that it wrote or deleted, none where more than a few cases changed.
        """
        self._server, self._build, self._renew = server, build, renew
        server.build_delay = 0.1  # an editor saves one file at a time
        self._shown = Lock()
        self._renewed: set[str] = set()
        self._folders = ExitStack()
        self._builds = ThreadPoolExecutor(1)
        self._next: Future[None] | None = None
        self._is_stopped, self._is_closed = Event(), Event()
        self.folder = ""
        """Where the site is built."""

    def __call__(self) -> None:
        """Show what changed: the pages of a few cases before the rest is built, all else when it is built."""
        with self._shown, _first():
            renewed = self._renew(Path(self._server.root))
            self._renewed.update(renewed)
        if renewed:
            self._built().add_done_callback(_tell)
            return
        while True:
            self._is_stopped.set()  # the build that goes on, if there is one
            try:
                return self._built().result()
            except StoppedError:  # it had just begun
                continue

    def go_on(self) -> None:
        """Let a build go on, after pages that are renewed; raises StoppedError when nobody waits for it any more."""
        with self._shown:
            pass
        if self._is_stopped.is_set() or self._is_closed.is_set():
            raise StoppedError

    def close(self) -> None:
        """Build no more, and delete what was built."""
        self._is_closed.set()
        self._builds.shutdown(cancel_futures=True)
        self._folders.close()

    def _built(self) -> "Future[None]":
        """Return the next build that has not begun."""
        if self._next is None or self._next.running() or self._next.done():
            self._next = self._builds.submit(self._whole)
        return self._next

    def _whole(self) -> None:
        """Build the whole site and show it, with the pages that were renewed meanwhile."""
        self._is_stopped.clear()
        with self._shown:
            self._renewed.clear()
        with ExitStack() as built:
            self.folder = built.enter_context(tempfile.TemporaryDirectory(prefix="mkdocs_"))
            self._build()
            with self._shown:
                self._bring_renewed()
                self._server.root, before = self.folder, self._folders
                self._folders = built.pop_all()
        before.close()
        self._reload()

    def _bring_renewed(self) -> None:
        for path in self._renewed:
            here, there = Path(self._server.root, path), Path(self.folder, path)
            if here.exists():
                there.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(here, there)
            else:
                there.unlink(missing_ok=True)

    def _reload(self) -> None:
        """Let browsers load what there is, unless they wait for something newer."""
        with self._server._epoch_cond:
            if self._server._visible_epoch == self._server._wanted_epoch:
                self._server._wanted_epoch += 1
                self._server._visible_epoch += 1
                self._server._epoch_cond.notify_all()


@contextmanager
def _first() -> Iterator[None]:
    """Let this thread come before the others: each file that it reads lets them run for so long."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _tell(build: "Future[None]") -> None:
    """Tell why a build behind what is shown came to nothing."""
    error = None if build.cancelled() else build.exception()
    if error and not isinstance(error, StoppedError):
        log.error(wording.building["unbuilt"].format(error=error), exc_info=error)


def look_often(server: LiveReloadServer, cases: int) -> None:
    """Let a server look at the files of so many cases as often as it can without being busy with it."""
    for emitter in server.observer.emitters:
        emitter._timeout = min(LATEST, SOONEST + cases / _A_SECOND)


def check_port(host: str, port: int) -> None:
    """Raise PluginError when another program listens where the site is to be served."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PluginError(
                wording.building["port_taken"].format(port=port, host=host, next=port + 1)
            ) from error
