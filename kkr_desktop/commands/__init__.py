"""Every job that needs no window, one module an area of the secretariat's work.

Whatever a command needs is imported when it runs, so that `--help` is there at once.
"""
