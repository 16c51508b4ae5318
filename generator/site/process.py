"""MkDocs in a process of its own, which looks after its memory as one that ends when a site is made."""

from mkdocs.__main__ import cli

from generator import memory

if __name__ == "__main__":
    memory.keep()
    cli(prog_name="mkdocs")
