"""KKR Desktop: the desktop program of a municipal contact council's secretariat."""

__version__ = "0.1.0"
