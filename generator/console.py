"""The console: a command that speaks Danish, on Windows too."""

import gettext
import io
import os
import sys
from pathlib import Path
from typing import Any

import click

WORDS = Path(__file__).parent / "locale"
"""What click says by itself, in Danish."""
_KINDS = {"directory": "mappe", "file": "fil", "path": "sti"}


class DanishGroup(click.Group):
    """A group of commands whose help and faults are told in Danish, whatever the language of the machine."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command."""
        os.environ["LANGUAGE"] = "da"
        gettext.bindtextdomain("click", WORDS)
        gettext.textdomain("click")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                _show_all(stream)
        return super().main(*args, **options)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, with Danish names for what it is given."""
        super().add_command(cmd, name)
        cmd.options_metavar = "[VALG]"
        for parameter in cmd.params:
            kind = parameter.type
            if isinstance(kind, click.Path):
                kind.name = _KINDS.get(kind.name, kind.name)
            elif kind is click.STRING and isinstance(parameter, click.Option):
                parameter.metavar = parameter.metavar or "TEKST"


def _show_all(stream: io.TextIOWrapper) -> None:
    """Let a stream take every character: a file and a pipe as UTF-8, an old console with ? for what it lacks."""
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="replace")
