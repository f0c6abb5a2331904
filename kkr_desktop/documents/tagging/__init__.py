"""Tagged PDF: what a screen reader speaks, in the order in which it is read."""
