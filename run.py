"""Starts the product from a checkout: `python run.py COMMAND`. The installed command `triage` is the same program."""

import sys

from triage.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
