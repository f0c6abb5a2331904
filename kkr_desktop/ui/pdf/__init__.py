"""A PDF in the window: to look at, to search and to print."""
