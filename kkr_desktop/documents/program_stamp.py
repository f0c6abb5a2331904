"""What tells one build of the program from another, for what an older one made."""

import hashlib
import sys
from functools import lru_cache
from pathlib import Path

import kkr_desktop


@lru_cache(maxsize=1)
def program_stamp() -> str:
    """Return a hash that changes whenever the program does, also under a developer's hands."""
    folder = Path(kkr_desktop.__file__).parent
    frozen = getattr(sys, "frozen", False)
    files = [Path(sys.executable)] if frozen else sorted(folder.rglob("*.py"))
    told = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr((kkr_desktop.__version__, told)).encode()).hexdigest()
