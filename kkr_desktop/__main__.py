"""`python -m kkr_desktop` is the same as the command `kkr-desktop`."""

import sys

from kkr_desktop import spelling_worker
from kkr_desktop.documents.intake import WORKER_FLAG

if __name__ == "__main__":
    if sys.argv[1:2] == [WORKER_FLAG]:
        from kkr_desktop.documents.intake import worker

        sys.exit(worker.main(sys.argv[2:]))
    if sys.argv[1:] == [spelling_worker.FLAG]:
        sys.exit(spelling_worker.serve())
    from kkr_desktop.cli import main

    sys.exit(main())
