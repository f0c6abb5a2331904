"""Typed content in, document bytes out. Knows no Qt, no database and no clock."""
