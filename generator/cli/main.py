"""The command `casekatalog`."""

import click

from generator.cli.console import SpokenGroup

COMMANDS = {
    "build": ("build",),
    "catalogue": ("init", "upgrade"),
    "checking": ("check",),
    "editing": ("changes", "new", "rename-case", "rename-tag"),
    "fmt": ("fmt",),
    "publishing": ("addresses", "pdf", "schema"),
    "sheets": ("import", "template-sheet"),
    "site": ("offline", "serve"),
    "upkeep": ("links", "status"),
}
"""The commands, by the module that has them: it is loaded when one of them is asked for."""


@click.group(
    cls=SpokenGroup,
    homes={name: f"generator.cli.{module}" for module, names in COMMANDS.items() for name in names},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    name="casekatalog",
)
@click.version_option(package_name="casekatalog", prog_name="casekatalog", message="%(prog)s %(version)s")
def main() -> None:
    """Check, write and publish the cases of a catalogue."""
