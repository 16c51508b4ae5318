"""`python -m generator` is `casekatalog`."""

from generator.cli.main import main

main(prog_name="casekatalog")
