"""`python -m kkr_desktop` is the same as the command `kkr-desktop`."""

import sys

from kkr_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
