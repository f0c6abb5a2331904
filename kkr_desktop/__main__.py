"""`python -m kkr_desktop` is the same as the command `kkr-desktop`."""

import sys

from kkr_desktop.documents.intake import WORKER_FLAG

if __name__ == "__main__":
    if sys.argv[1:2] == [WORKER_FLAG]:
        from kkr_desktop.documents.intake import worker

        sys.exit(worker.main(sys.argv[2:]))
    from kkr_desktop.cli import main

    sys.exit(main())
