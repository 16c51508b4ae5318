"""`python -m generator` is `casekatalog`."""

from generator.cli import main

main(prog_name="casekatalog")
