"""The window. Widgets lay out, connect and translate; they hold no rules."""
