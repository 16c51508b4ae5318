"""The whole site, built by a process of its own behind the pages that an editor looks at: these come first."""

import json
import logging
import os
import subprocess
import sys
from signal import SIGTERM
from threading import Thread

from mkdocs.__main__ import State
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator import memory

_NICE = 10
"""How much the process stands back for others."""
_ANY_PORT = "127.0.0.1:0"
"""Nobody listens there: the site is shown by the process that began this one."""


def begin(config: MkDocsConfig, folder: str) -> "subprocess.Popen[bytes]":
    """Begin to build the site into a folder, as it is served; the process ends no later than this one."""
    told = {
        "config_file": config.config_file_path,
        "site_dir": folder,
        "site_url": config.site_url,
        "strict": config.strict,
        "use_directory_urls": config.use_directory_urls,
    }
    level = str(logging.getLogger("mkdocs").level)
    command = [sys.executable, "-X", "utf8", "-m", __name__, level, json.dumps(told)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)


def _end_with_the_other() -> None:
    """End at once when the process that began this one is no more."""
    sys.stdin.read()
    os.kill(os.getpid(), SIGTERM)


def _main(level: str, told: str) -> None:
    Thread(target=_end_with_the_other, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    memory.keep()
    _state = State(level=int(level))
    config = load_config(**json.loads(told), dev_addr=_ANY_PORT)
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        build(config, serve_url=config.site_url)
    finally:
        config.plugins.on_shutdown()


if __name__ == "__main__":
    _main(*sys.argv[1:])
