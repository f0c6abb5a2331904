"""The editor of rich texts."""
