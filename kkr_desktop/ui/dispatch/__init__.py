"""Sending an agenda to the members, and what comes after it."""
