"""The board of an agenda's items on their way to being ready."""
