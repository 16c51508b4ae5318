"""The console: a command that speaks as its catalogue does, on Windows too, and ends in words whatever disks do."""

import errno
import gettext
import io
import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from generator import files, memory
from generator.reading.language import speak
from generator.reading.naming import SETTINGS
from generator.wording import wording

WORDS = Path(__file__).parent / "locale"
"""What click says by itself, in a folder for each language but English."""


class _MissingError(click.ClickException):
    """Something is not where a command looks for it: wrong use, of which the usage says no more."""

    exit_code = 2


class _CasesFolder(click.Path):
    """The folder of the cases; one that is missing is told in a line, since nobody wrote a word that is wrong."""

    def __init__(self) -> None:
        """Take paths as they are given."""
        super().__init__(exists=True, file_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        if not os.path.lexists(value):
            raise _MissingError(wording.console["no_cases"].format(folder=os.fspath(value)))
        return super().convert(value, param, ctx)


def _heard(context: click.Context, parameter: click.Parameter, path: Path) -> Path:
    """Speak the language of the catalogue that a command is told of; that of the folder it runs in is spoken."""
    if context.get_parameter_source(str(parameter.name)) is ParameterSource.COMMANDLINE:
        speak(path.resolve().parent / SETTINGS if path.is_dir() else path)
        if context.parent and isinstance(context.parent.command, SpokenGroup):
            context.parent.command.put_in_words(context.command)
    return path


cases_folder = click.option(
    "--cases",
    "folder",
    type=_CasesFolder(),
    default=Path("cases"),
    show_default=True,
    is_eager=True,
    callback=_heard,
)
"""The option of every command that reads the cases: the folder where they are."""
settings_file = click.option(
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path(SETTINGS),
    show_default=True,
    is_eager=True,
    callback=_heard,
)
"""The option of every command that reads the settings of a catalogue."""
_TYPED = re.compile(r"(?<![\w/.-])casekatalog (?=[a-z])")


class SpokenGroup(click.Group):
    """A group of commands whose help and faults are told in the language of the catalogue, not of the machine.

    `homes` are the modules that have the commands, as `COMMANDS`; each is loaded when one of its commands is asked for.
    """

    def __init__(self, *args: Any, homes: Mapping[str, str], **options: Any) -> None:
        """Take the modules by the names of the commands."""
        super().__init__(*args, **options)
        self.homes = homes
        self.metavars: dict[click.Parameter, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(self.homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name."""
        if cmd_name in self.homes and cmd_name not in self.commands:
            for command in import_module(self.homes[cmd_name]).COMMANDS:
                self.add_command(command)
        found = super().get_command(ctx, cmd_name)
        if found:
            self.put_in_words(found)
        return found

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command."""
        _read_as_utf8()
        memory.keep()
        speak(Path(SETTINGS))
        self.put_in_words(self)
        gettext.bindtextdomain("click", WORDS)
        gettext.textdomain("click")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                _show_all(stream)
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        return super().main(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and tell in words what the disk or the files refuse."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            vars(error)["message"] = typed(error.message)
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise click.ClickException(files.told(error)) from error

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, whose words must be such as can be written to a file."""
        super().add_command(cmd, name)
        for parameter in cmd.params:
            if parameter.type is click.STRING:
                parameter.type = _Words()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Tell what each command is for, of which none needs to be loaded for it."""
        told = [click.Command(name, help=wording.commands[name]) for name in self.homes]
        click.Group(commands=told).format_commands(ctx, formatter)

    def put_in_words(self, command: click.Command) -> None:
        """Let a command, and click, tell what it is for, and what it is given, in the language that is spoken now.

        The words stand in the group `commands` by the names of the command and its options; what its decorators call
        a metavar is made of the words in the group `metavars`.
        """
        os.environ["LANGUAGE"] = wording.language
        name, names = command.name or "", wording.metavars
        command.help = wording.commands[name]
        command.options_metavar = f"[{names['options']}]"
        if isinstance(command, click.Group):
            command.subcommand_metavar = f"{names['command']} ..."
        for parameter in command.params:
            kind, is_option = parameter.type, isinstance(parameter, click.Option)
            if isinstance(kind, click.Path):
                kind.name = names[_path_kind(kind)].lower()
            words = "{text}" if is_option and isinstance(kind, _Words) else ""
            given = self.metavars.setdefault(parameter, parameter.metavar or words)
            parameter.metavar = given.format(**names) or None
            if isinstance(parameter, click.Option):
                option = max(parameter.opts, key=len).lstrip("-")
                told = wording.commands.get(f"{name}.{option}")
                parameter.help = told or wording.shared_options.get(option)


def _path_kind(kind: click.Path) -> str:
    """Return what kind of path is taken, by its key among the metavars."""
    return "file" if not kind.dir_okay else "folder" if not kind.file_okay else "path"


class PlainFile(click.Path):
    """A file that is there and can be read to its end: no folder, and no pipe that keeps its reader waiting."""

    def __init__(self) -> None:
        """Take paths as they are given."""
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        path = super().convert(value, param, ctx)
        if not Path(os.fsdecode(path)).is_file():
            self.fail(wording.console["not_plain"].format(file=value), param, ctx)
        return path


class _Words(click.types.StringParamType):
    """Words that can be written to a file."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the words."""
        words = super().convert(value, param, ctx)
        if re.search("[\ud800-\udfff]", words):
            self.fail(wording.console["not_utf8"], param, ctx)
        return words


def tell(lines: str | Iterable[object], err: bool = False) -> None:
    """Print lines for people, with commands as they can be typed here."""
    for line in [lines] if isinstance(lines, str) else lines:
        click.echo(typed(str(line)), err=err)


def whisper(line: str) -> None:
    """Tell how far a work has come, to a person at a terminal and to no file or pipe."""
    if is_terminal():
        click.echo(line, err=True)


def is_terminal() -> bool:
    """Return whether a person reads along."""
    return sys.stderr.isatty()


def typed(text: str) -> str:
    """Return a text in which the command is named as it can be typed from this folder."""
    name = "casekatalog"
    script = shutil.which(name, path=sysconfig.get_path("scripts"))
    on_path = shutil.which(name)
    if script is None or (on_path and Path(on_path).resolve() == Path(script).resolve()):
        return text
    try:
        shown = os.path.relpath(script)
    except (OSError, ValueError):
        shown = script
    if shown.startswith(os.pardir):
        shown = script
    shown = f'"{shown}"' if " " in shown else shown
    return _TYPED.sub(lambda _: f"{shown} ", text)


def _read_as_utf8() -> None:
    """Begin anew in UTF-8 where the machine knows only ASCII, so that æ, ø and å come through."""
    if sys.getfilesystemencoding() in {"ascii", "us-ascii"} and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _show_all(stream: io.TextIOWrapper) -> None:
    """Let a stream take every character: a file and a pipe as UTF-8, an old console with ? for what it lacks."""
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="replace")
