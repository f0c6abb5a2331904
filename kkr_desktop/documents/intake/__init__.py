"""Takes files of others in as appendices: whatever came, out come pages that do no harm."""

WORKER_FLAG = "--look-at-appendix"
"""The first argument of the program that makes it the worker which looks at one file."""
