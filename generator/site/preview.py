"""What an editor watches while writing: the pages of changed cases come first, the rest of the site behind them."""

import gc
import logging
import shutil
import socket
import tempfile
from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen
from threading import Event, Lock
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from generator.wording import wording

if TYPE_CHECKING:  # which loads a server
    from mkdocs.livereload import LiveReloadServer

SOONEST, LATEST = 0.1, 0.3
"""Seconds between two looks at the files, the more the more there are: each is asked for its date."""
_A_SECOND = 50_000
"""How many files delay the next look by a second."""
_LOOK = 0.05
"""Seconds between two looks at whether a build is through."""

log = logging.getLogger("mkdocs.plugins.casekatalog")


class StoppedError(Exception):
    """A build is out of date before it is through."""


class UnbuiltError(Exception):
    """A build came to nothing, which its process told."""


class Preview:
    """Renews the pages of changed cases where they are shown, and has the whole site built behind, in another folder.

    What changed more than a few cases is built here, before anything is shown.
    """

    def __init__(
        self,
        server: "LiveReloadServer",
        build: Callable[[], None],
        begin: Callable[[str], Popen[bytes]],
        renew: Callable[[Path], Collection[str]],
    ) -> None:
        """Take MkDocs' server and build, what begins one behind in a folder, and what renews pages in a folder.

        That returns the paths of the pages that it wrote or deleted, none where more than a few cases changed.
        """
        self._server, self._build, self._begin, self._renew = server, build, begin, renew
        server.build_delay = 0.05  # an editor saves one file at a time
        self._shown = Lock()
        self._renewed: set[str] = set()
        self._folders = ExitStack()
        self._builds = ThreadPoolExecutor(1)
        self._next: Future[None] | None = None
        self._is_stopped = Event()
        self.folder = ""
        """Where the site is built by this process."""
        _settle()

    def __call__(self) -> None:
        """Show what changed: the pages of a few cases before the rest is built, all else when it is built."""
        with self._shown:
            renewed = self._renew(Path(self._server.root))
            self._renewed.update(renewed)
        if renewed:
            self._follow()
        else:
            self._stop()
            self._whole(self._here)

    def close(self) -> None:
        """Build no more, and delete what was built."""
        self._stop()
        self._builds.shutdown()
        self._folders.close()
        gc.unfreeze()

    def _follow(self) -> None:
        """Have the site built behind, once more if a build has begun already."""
        if self._next is None or self._next.running() or self._next.done():
            self._next = self._builds.submit(self._whole, self._behind)
            self._next.add_done_callback(_tell)

    def _stop(self) -> None:
        """Give up what is built behind."""
        self._is_stopped.set()
        if self._next:
            self._next.cancel()
        self._builds.submit(self._is_stopped.clear).result()

    def _whole(self, build: Callable[[str], None]) -> None:
        """Build the whole site and show it, with the pages that were renewed meanwhile."""
        with self._shown:
            self._renewed.clear()
        with ExitStack() as built:
            folder = built.enter_context(tempfile.TemporaryDirectory(prefix="mkdocs_"))
            build(folder)
            with self._shown:
                self._bring_renewed(folder)
                self._server.root, before = folder, self._folders
                self._folders = built.pop_all()
        before.close()
        self._reload()

    def _here(self, folder: str) -> None:
        gc.unfreeze()
        self.folder = folder
        self._build()
        _settle()

    def _behind(self, folder: str) -> None:
        """Wait for a process that builds; raises StoppedError when nobody wants it any more."""
        with self._begin(folder) as process:
            while process.poll() is None:
                if self._is_stopped.wait(_LOOK):
                    process.kill()
                    raise StoppedError
        if process.returncode:
            raise UnbuiltError(wording.building["ended"].format(code=process.returncode))

    def _bring_renewed(self, folder: str) -> None:
        for path in self._renewed:
            here, there = Path(self._server.root, path), Path(folder, path)
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


def _settle() -> None:
    """Leave what was built out when garbage is looked for: with many cases that takes longer than to renew a page."""
    gc.collect()
    gc.freeze()


def _tell(build: "Future[None]") -> None:
    """Tell why a build behind what is shown came to nothing."""
    error = None if build.cancelled() else build.exception()
    if error and not isinstance(error, StoppedError):
        fault = None if isinstance(error, UnbuiltError) else error
        log.error(wording.building["unbuilt"].format(error=error), exc_info=fault)


def look_often(server: "LiveReloadServer", cases: int) -> None:
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
